"""Words in Arabic letters, which leave out the vowels: the consonants they may stand on in Latin letters."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

_MOST_READINGS = 12
_SHORTEST_WITH_H = 2
# Letters that several languages read differently give several classes: Arabic, Persian, Pashto and Urdu.
_READINGS: dict[str, tuple[str, ...]] = {
    "ب": ("b",),
    "پ": ("p",),
    "ت": ("t",),
    "ط": ("t",),
    "ټ": ("t",),
    "ٹ": ("t",),
    "ث": ("t", "s"),
    "ج": ("j", "k"),
    "چ": ("c",),
    "ح": ("h",),
    "ه": ("h",),
    "ہ": ("h",),
    "ھ": ("h",),
    "خ": ("h", "k"),
    "د": ("d",),
    "ډ": ("d",),
    "ڈ": ("d",),
    "ذ": ("d", "s"),
    "ر": ("r",),
    "ړ": ("r",),
    "ڑ": ("r",),
    "ز": ("s",),
    "ژ": ("j",),
    "س": ("s",),
    "ش": ("c",),
    "ص": ("s",),
    "ض": ("d", "s"),
    "ظ": ("s", "d"),
    "غ": ("k",),
    "ف": ("f",),
    "ق": ("k",),
    "ك": ("k",),
    "ک": ("k",),
    "گ": ("k",),
    "ګ": ("k",),
    "ل": ("l",),
    "م": ("m",),
    "ن": ("n",),
    "ڼ": ("n",),
    "ں": ("n",),
}
_VOWELS = frozenset("اأإآٱعئؤءىيیېۍےوةۃـ")
_VOWEL_FIRST = frozenset("اأإآٱع")
_HAMZA = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه"})
_SERVANT = re.compile(r"\Aعبد(ال)?(?=..)")
_FATHER = re.compile(r"\Aا?ابو(?=...)")
_OF_GOD = re.compile(r"(?<=..)(?<!\Aعبد)الله\Z")
_OF_FAITH = re.compile(r"(?<=..)الدین\Z")
_ARTICLE = re.compile(r"\Aال(?=..)")


def arabic_words(word: str) -> list[str]:
    """Return the words that are run together in ``word`` ("عبدالله", "نورالدين"), without the article."""
    word = word.translate(_HAMZA)
    found: list[str] = []
    for lead, spelt in ((_SERVANT, "عبد"), (_FATHER, "ابو")):
        match = lead.match(word)
        if match is not None:
            found.append(spelt)
            word = word[match.end() :]
            break
    for end, spelt in ((_OF_GOD, "الله"), (_OF_FAITH, "الدین")):
        match = end.search(word)
        if match is not None:
            return [*found, _ARTICLE.sub("", word[: match.start()]), "له" if spelt == "الله" else "دین"]
    if word in ("الله", "لله"):
        return [*found, "له"]
    return [*found, _ARTICLE.sub("", word)]


@lru_cache(maxsize=4096)
def arabic_bones(word: str) -> tuple[str, ...]:
    """Return the consonant classes ``word`` may have in Latin letters, the likeliest first."""
    if word == "له":
        return ("l",)
    body = word[:-1] if len(word) > 2 and word[-1] == "ه" else word
    readings = [_READINGS.get(letter, ("",)) for letter in body if letter not in _VOWELS]
    first = "a" if word[0] in _VOWEL_FIRST else ""
    spelt: dict[str, None] = {}
    for choice in product(*readings):
        bones = first + "".join(choice)
        spelt[bones] = None
        for reading in _as_latin_writes(bones):
            spelt[reading] = None
        if len(spelt) >= _MOST_READINGS:
            break
    return tuple(spelt)


def _as_latin_writes(bones: str) -> Iterator[str]:
    """Yield what Latin writing makes of the consonants where two of them meet or an h ends the word."""
    if "sh" in bones:
        # "s" and "h" side by side are read as one letter.
        yield bones.replace("sh", "c")
        yield bones.replace("sh", "j")
    if "ch" in bones:
        # The h of "sh" swallows the next one: Mashhadi, Mashadi.
        yield bones.replace("ch", "c")
    if bones[-1:] == "h" and len(bones) > _SHORTEST_WITH_H:
        yield bones[:-1]
