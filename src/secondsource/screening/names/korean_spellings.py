"""How each Korean syllable is written in Latin letters: by the North, McCune and Reischauer, the South, the press."""

from enum import IntEnum
from functools import cache
from importlib import resources
from itertools import product

_FIRST = 0xAC00
_N_VOWELS = 21
_N_ENDS = 28


class Scheme(IntEnum):
    """Who spells so; the earlier, the nearer to what lists of North Koreans use."""

    NORTH = 0
    MCCUNE_REISCHAUER = 1
    REVISED = 2
    PRESS = 3
    CHINESE = 4
    HANJA = 5


# In the order of Unicode: ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ; "." stands for nothing.
_STARTS = {
    Scheme.NORTH: "k kk n t tt r m p pp s ss . j jj ch kh th ph h",
    Scheme.MCCUNE_REISCHAUER: "k/g kk n t/d tt r/n m p/b pp s/sh ss . ch/j tch ch k t p h",
    Scheme.REVISED: "g kk n d tt r m b pp s ss . j jj ch k t p h",
    Scheme.PRESS: "k/g kk n d/t tt r/l m p/b pp s/sh ss . j/ch/z jj ch/c k t p h",
}
# ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅘ ㅙ ㅚ ㅛ ㅜ ㅝ ㅞ ㅟ ㅠ ㅡ ㅢ ㅣ
_VOWELS = {
    Scheme.NORTH: "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i",
    Scheme.MCCUNE_REISCHAUER: "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i",
    Scheme.REVISED: "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i",
    Scheme.PRESS: "a/ah ae/ai ya/yah yae o/eo/u e/ei yo/yu/you/yeo ye o/oh wa wae oe/oi yo "
    "u/oo/woo wo we wi yu/yoo/you u/eu ui/eui/ee i/ee/y",
}
_ENDS = dict.fromkeys(_STARTS, ". k k k n n n t l k m l l l p l m p p t t ng t t k t p t") | {
    Scheme.PRESS: "./h k/g k k n/hn n n t/d l/r k m l l l p l m p/b p t t ng t t k t p t"
}


@cache
def korean_table() -> dict[str, tuple[str, ...]]:
    """Return the package's lists about Korean names by their heading."""
    path = resources.files("secondsource.screening") / "vocab" / "korean.txt"
    table: dict[str, tuple[str, ...]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            heading, words = line.split(":", 1)
            parted = words.split(",") if "=" in words else words.split()
            table[heading] = tuple(word.strip() for word in parted)
    return table


@cache
def syllables_by_spelling() -> dict[str, dict[str, Scheme]]:
    """Return, for each spelling, the syllables that some scheme writes so, and the first scheme that does."""
    spelt: dict[str, dict[str, Scheme]] = {}
    for syllable in korean_table()["syllables"]:
        for scheme in (Scheme.NORTH, Scheme.MCCUNE_REISCHAUER, Scheme.REVISED, Scheme.PRESS):
            for spelling in _spellings(syllable, scheme):
                spelt.setdefault(spelling, {}).setdefault(syllable, scheme)
    for heading, scheme in (("press", Scheme.PRESS), ("chinese", Scheme.CHINESE)):
        for line in korean_table()[heading]:
            syllable, spellings = line.split("=")
            for spelling in spellings.split():
                spelt.setdefault(spelling, {}).setdefault(syllable, scheme)
    return spelt


@cache
def chinese_readings() -> dict[str, frozenset[str]]:
    """Return, for each spelling of a Chinese reading, the Korean syllables that are read so."""
    found: dict[str, set[str]] = {}
    for line in korean_table()["chinese"]:
        syllable, spellings = line.split("=")
        for spelling in spellings.split():
            found.setdefault(spelling, set()).add(syllable)
    return {spelling: frozenset(syllables) for spelling, syllables in found.items()}


def _spellings(syllable: str, scheme: Scheme) -> list[str]:
    at = ord(syllable) - _FIRST
    start = _STARTS[scheme].split()[at // (_N_VOWELS * _N_ENDS)]
    vowel = _VOWELS[scheme].split()[at // _N_ENDS % _N_VOWELS]
    end = _ENDS[scheme].split()[at % _N_ENDS]
    return [
        "".join(choice).replace(".", "")
        for choice in product(start.split("/"), vowel.split("/"), end.split("/"))
        # "sh" is written before "i" alone, "woo" where nothing stands before it.
        if not (choice[0] == "sh" and choice[1][0] not in "iy") and not (choice[1] == "woo" and choice[0] != ".")
    ]


@cache
def family_syllables() -> frozenset[str]:
    """Return the syllables that are family names, in the North's and the South's form."""
    families = korean_table()["families"]
    return frozenset(families) | {southern(family) for family in families}


def southern(syllable: str) -> str:
    """Return the syllable as the South says it at the start of a name: 리 is 이 there, 로 is 노, 녀 is 여."""
    at = ord(syllable) - _FIRST
    if not 0 <= at < 11172:
        return syllable
    start, vowel = at // (_N_VOWELS * _N_ENDS), at // _N_ENDS % _N_VOWELS
    soft = vowel in (2, 6, 7, 12, 17, 20)
    if start == 5:
        return chr(ord(syllable) + ((11 if soft else 2) - 5) * _N_VOWELS * _N_ENDS)
    if start == 2 and soft and vowel != 2:
        return chr(ord(syllable) + (11 - 2) * _N_VOWELS * _N_ENDS)
    return syllable
