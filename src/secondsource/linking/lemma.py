"""Words without their endings, close enough to say that two are the same word."""

import tomllib
from functools import cache, lru_cache
from importlib import resources

_KEPT_AS_IS = frozenset(["news", "this", "his", "its", "us", "was", "has", "series", "species", "always", "perhaps"])
_NOUN_ENDINGS = ("ations", "ation", "ements", "ement", "ments", "ment", "ions", "ion")
_VERB_ENDINGS = ("ingly", "edly", "ings", "ing", "ed", "es", "ers", "er", "ly", "s", "e")
_STEM_LEAST = 3
_CYRILLIC = (
    "ировал ироват овани ениями ениях ением ения ение ению ениям ений иями иях ями "
    "ами ого его ому ему ыми ими ая яя ой ей ою ею ие "
    "ые ый ий ых их ым им ом ем ам ям ах ях ов "
    "ев ил ал ел ла ли ло ть а я о е и ы "
    "у ю ь й та то те ят ът "
)
_CYRILLIC_ENDINGS = tuple(sorted(_CYRILLIC.split(), key=len, reverse=True))
"""Endings of Russian, Ukrainian and Bulgarian words, longer ones first."""


@cache
def _irregular() -> dict[str, str]:
    source = resources.files("secondsource.linking").joinpath("vocab/irregular.toml")
    table = tomllib.loads(source.read_text(encoding="utf-8"))["irregular"]
    return {form: key for key, forms in table.items() for form in forms.split()}


@lru_cache(maxsize=131_072)
def lemma(word: str) -> str:
    """Return a key that the forms of one word share, case folded; English irregular verbs are known.

    Noun and verb of one stem meet ("announce", "announcement"). Other languages lose their commonest endings; what
    remains is a key and no word. A Korean word is cut to its first two syllables.
    """
    folded = word.casefold().replace("’", "'").removesuffix("'s").strip("'-")
    if not folded:
        return word.casefold()
    if "\uac00" <= folded[0] <= "\ud7a3":
        return folded[:2]
    if "\u0400" <= folded[0] <= "\u04ff":
        return _without(folded, _CYRILLIC_ENDINGS)
    if folded in _KEPT_AS_IS:
        return folded
    return _by_ending(_irregular().get(folded, folded))


def _by_ending(word: str) -> str:
    for ending in ("ied", "ies"):
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_LEAST:
            return f"{word.removesuffix(ending)}y"
    stem = _undoubled(_without(_without(word, _VERB_ENDINGS), _NOUN_ENDINGS))
    # "murder" has lost what looks like an ending; "murdered" lost another, and must meet it.
    return _without(stem, ("er",))


def _without(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_LEAST:
            if ending == "s" and word.endswith("ss"):
                return word
            return word[: -len(ending)]
    return word


def _undoubled(stem: str) -> str:
    """Return "stop" for "stopp" and "arriv" for "arrive": what is left of different forms must meet."""
    if len(stem) > _STEM_LEAST and stem[-1] == stem[-2] and stem[-1] not in "lsze":
        return stem[:-1]
    return stem.removesuffix("e") if len(stem) > _STEM_LEAST + 1 else stem
