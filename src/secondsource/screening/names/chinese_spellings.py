"""How Mandarin syllables are written in Latin letters: in pinyin, and in Wade–Giles by rule from it."""

import re
from functools import cache

from secondsource.screening.names.words import table_lines

_WADE_STARTS = {
    "b": "p", "p": "p", "d": "t", "t": "t", "g": "k", "k": "k", "zh": "ch", "ch": "ch", "j": "ch", "q": "ch",
    "z": "ts", "c": "ts", "x": "hs", "r": "j",
}  # fmt: skip
"""The rest is written alike. The marks of breath (p', t', ch') are left out: names in the press have lost them."""
_WADE_ENDS = {
    "ian": "ien", "ie": "ieh", "iong": "iung", "ong": "ung", "ue": "ueh", "ve": "ueh", "v": "u",
}  # fmt: skip
_WADE_WHOLE = {
    "er": "erh", "yi": "i", "ye": "yeh", "you": "yu", "yan": "yen", "yong": "yung", "yue": "yueh",
    "zi": "tzu", "ci": "tzu", "si": "szu", "e": "o",
}  # fmt: skip
_DARK = ("zh", "ch", "sh", "r")
_ROUND = ("g", "k", "h")
_PARTS = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcs]?)(.+)")


@cache
def chinese_table() -> dict[str, tuple[str, ...]]:
    """Return the package's lists about Chinese names by their heading."""
    return {heading: tuple(words.split()) for heading, words in table_lines("chinese")}


@cache
def syllables() -> frozenset[str]:
    """Return the syllables of Mandarin in pinyin, ``v`` for ü."""
    headings = {"families", "double", "spelt", "surname", "whole"}
    made = {
        start.strip("-") + end for end, starts in chinese_table().items() if end not in headings for start in starts
    }
    return frozenset(made | set(chinese_table()["whole"]))


@cache
def in_pinyin() -> dict[str, frozenset[str]]:
    """Return, for each spelling in pinyin, the syllables it stands for: without accents "lu" is lu or lü."""
    found: dict[str, set[str]] = {}
    for syllable in syllables():
        for spelling in (
            syllable,
            *((syllable.replace("v", "u"), syllable.replace("v", "yu")) if "v" in syllable else ()),
        ):
            found.setdefault(spelling, set()).add(syllable)
    return {spelling: frozenset(stands_for) for spelling, stands_for in found.items()}


@cache
def in_wade_giles() -> dict[str, frozenset[str]]:
    """Return, for each spelling in Wade–Giles without marks, the syllables it stands for: "chang" is zhang or chang."""
    found: dict[str, set[str]] = {}
    for syllable in syllables():
        for spelling in wade_giles(syllable):
            found.setdefault(spelling, set()).add(syllable)
    return {spelling: frozenset(stands_for) for spelling, stands_for in found.items()}


def wade_giles(syllable: str) -> tuple[str, ...]:
    """Return how Wade–Giles writes a syllable of pinyin, without its marks of breath; the usual spelling first."""
    if syllable in _WADE_WHOLE:
        return (_WADE_WHOLE[syllable], "ssu") if syllable == "si" else (_WADE_WHOLE[syllable],)
    match = _PARTS.fullmatch(syllable)
    start, end = (match[1], match[2]) if match is not None else ("", syllable)
    if start in _DARK and end == "i":
        end = "ih"
    elif start in _ROUND and end in ("e", "ui"):
        end = {"e": "o", "ui": "uei" if start != "h" else "ui"}[end]
    elif end == "uo" and start not in (*_ROUND, "sh"):
        end = "o"
    else:
        end = _WADE_ENDS.get(end, end)
    made = _WADE_STARTS.get(start, start) + end
    # Passports of Taiwan write "tz" before other vowels too.
    return (made, "tz" + end) if start in ("z", "c") else (made,)


@cache
def surnames() -> frozenset[str]:
    """Return the surnames of one syllable, in pinyin."""
    return frozenset(chinese_table()["families"])


@cache
def surname_readings() -> dict[str, frozenset[str]]:
    """Return the characters that are read otherwise than elsewhere where they are a surname."""
    pairs = (entry.split("=") for entry in chinese_table()["surname"])
    return {character: frozenset(readings.split(",")) for character, readings in pairs}


@cache
def double_surnames() -> dict[str, tuple[str, str]]:
    """Return the surnames of two syllables by how pinyin joins them."""
    pairs = (entry.split("=") for entry in chinese_table()["spelt"])
    return {joined: (first, second) for joined, parted in pairs for first, second in [parted.split("-")]}
