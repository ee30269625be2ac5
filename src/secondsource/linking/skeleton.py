"""Personal names across scripts, as the order of their consonants."""

import unicodedata

# Revised Romanisation, reduced to what other romanisations and Russian keep apart.
_INITIALS = ("k", "k", "n", "t", "t", "l", "m", "p", "p", "s", "s", "", "c", "c", "c", "k", "t", "p", "h")
# What is left out is silent; the 28 endings stand in the order of Unicode.
_FINALS = tuple("- k k k n n n t l k m l l l p l m p p t t n t t k t p t".replace("-", "").split(" "))
_LETTERS = {
    letters: sound
    for sound, written in {
        "h": "kh",
        "c": "zh ch ts tz j ж ц ч чх",
        "s": "sh z з с ш щ",
        "p": "ph b v f б в п ф пх",
        "t": "th d д т тх",
        "k": "gh ck qu g q x c г ґ к кх",
        "n": "ng н",
        "l": "r л р",
        "": "w y h a e i o u х",
        "m": "м",
    }.items()
    for letters in written.split()
}
"""Letters and pairs of letters by their sound; pairs are looked up first."""
_KEPT = frozenset("klmnpstc")
_HANGUL_FIRST = 0xAC00
_HANGUL_LAST = 0xD7A3
_FINALS_EACH = 28
_SYLLABLES_EACH = 588


def skeleton(name: str) -> str:
    """Return the consonants of ``name`` in a spelling that Hangul, Latin and Cyrillic forms share.

    "Kim Kum Chol", "김금철" and "Ким Гым Чхоль" all give ``kmkmcl``. Vowels, the order of which differs from one
    romanisation to the next, are left out, so that a skeleton is a hint and never a proof of identity. Empty for
    names in other scripts.
    """
    sounds: list[str] = []
    # Composed forms: a Hangul syllable is one character here, and an accent is taken off where it can be.
    letters = unicodedata.normalize("NFC", name.casefold())
    place = 0
    while place < len(letters):
        sound, width = _sound(letters, place)
        sounds.append(sound)
        place += width
    return "".join(sounds)


def _sound(letters: str, place: int) -> tuple[str, int]:
    code = ord(letters[place])
    if _HANGUL_FIRST <= code <= _HANGUL_LAST:
        at = code - _HANGUL_FIRST
        initial = _INITIALS[at // _SYLLABLES_EACH]
        return ("" if initial == "h" else initial) + _FINALS[at % _FINALS_EACH], 1
    pair = letters[place : place + 2]
    if pair in _LETTERS:
        return _kept(_LETTERS[pair]), len(pair)
    plain = unicodedata.normalize("NFD", letters[place])[0]
    return _kept(_LETTERS.get(plain, plain)), 1


def _kept(sound: str) -> str:
    return sound if sound in _KEPT else ""
