"""Chinese names in characters, pinyin or Wade–Giles: a surname and one or two syllables that must agree one by one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from secondsource.screening.names.chinese_spellings import (
    chinese_table,
    double_surnames,
    in_pinyin,
    in_wade_giles,
    surname_readings,
    surnames,
)
from secondsource.screening.names.given import given_syllables
from secondsource.screening.names.han import is_han, mandarin
from secondsource.screening.names.plain import Script, fold_words, script_of

_MOST_GIVEN = 2
_MOST_WORDS = 4

Syllables = frozenset[str]
"""What a character or a spelling may be in pinyin, without tones."""


class Writing(IntEnum):
    """What a name is written in."""

    HAN = 0
    PINYIN = 1
    WADE_GILES = 2


@dataclass(frozen=True, slots=True)
class ChineseName:
    """One way to read a name as Chinese.

    Attributes:
        writing: What it is written in.
        family: What each syllable of the surname may be.
        given: What each syllable of the given name may be.
        spelt: The syllables as written, the surname first.
    """

    writing: Writing
    family: tuple[Syllables, ...]
    given: tuple[Syllables, ...]
    spelt: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChineseAgreement:
    """Two Chinese names that agree syllable by syllable.

    Attributes:
        syllables: For each syllable how each side writes it and what it is in pinyin.
        writings: What the two sides are written in.
    """

    syllables: tuple[tuple[str, str, str], ...]
    writings: tuple[Writing, Writing]


@lru_cache(maxsize=4096)
def chinese_readings(name: str) -> tuple[ChineseName, ...]:
    """Return the ways to read ``name`` as a Chinese person's name, none where it cannot be one."""
    words = fold_words(name)
    if not words or len(words) > _MOST_WORDS:
        return ()
    if script_of(words[0]) is Script.HAN:
        return tuple(_han(words))
    if script_of(words[0]) is Script.LATIN:
        return tuple(_latin(words, Writing.PINYIN, in_pinyin())) + tuple(
            _latin(words, Writing.WADE_GILES, in_wade_giles())
        )
    return ()


def _han(words: Sequence[str]) -> Iterator[ChineseName]:
    whole = "".join(words)
    if not is_han(whole) or not 2 <= len(whole) <= 2 + _MOST_GIVEN:
        return
    for order in dict.fromkeys([whole, words[-1] + "".join(words[:-1])]):
        double = order[:2] in chinese_table()["double"]
        # Of parted words the surname is one of its own.
        sizes = {1, 2} if len(words) == 1 else {len(words[0] if order == whole else words[-1])}
        for size in sizes:
            given = tuple(frozenset(mandarin(character)) for character in order[size:])
            family = tuple(_family(character) for character in order[:size])
            if (size == 1) != double and 1 <= len(given) <= _MOST_GIVEN and all(family) and all(given):
                yield ChineseName(Writing.HAN, family, given, tuple(order))


def _family(character: str) -> Syllables:
    read_so = surname_readings().get(character)
    return read_so if read_so is not None else frozenset(mandarin(character))


def _latin(words: Sequence[str], writing: Writing, known: Mapping[str, Syllables]) -> Iterator[ChineseName]:
    if len(words) < 2:
        return
    for family, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        families = _families(writing).get(family, ())
        for parted in given_syllables(given, known) if families else ():
            spelt = (*(double_surnames().get(family, (family,)) if len(families) > 1 else (family,)), *parted)
            yield ChineseName(writing, families, tuple(known[syllable] for syllable in parted), spelt)


@cache
def _families(writing: Writing) -> dict[str, tuple[Syllables, ...]]:
    known = in_pinyin() if writing is Writing.PINYIN else in_wade_giles()
    single: dict[str, tuple[Syllables, ...]] = {
        spelling: (stands_for & surnames(),) for spelling, stands_for in known.items() if stands_for & surnames()
    }
    double = {word: tuple(frozenset({one}) for one in parted) for word, parted in double_surnames().items()}
    return single | double if writing is Writing.PINYIN else single


def agree_chinese(one: Sequence[ChineseName], other: Sequence[ChineseName]) -> ChineseAgreement | None:
    """Return how two Chinese names agree in every syllable, None where they do not.

    Two names in one way of writing Latin letters are left to the rules for parts: there they are simply spelt alike.
    """
    for mine in one:
        for theirs in other:
            if mine.writing is theirs.writing is not Writing.HAN:
                continue
            found = _agree(mine, theirs)
            if found is not None:
                return ChineseAgreement(found, (mine.writing, theirs.writing))
    return None


def _agree(mine: ChineseName, theirs: ChineseName) -> tuple[tuple[str, str, str], ...] | None:
    (surname, given), (their_surname, their_given) = (mine.family, mine.given), (theirs.family, theirs.given)
    if len(surname) != len(their_surname) or len(given) != len(their_given):
        return None
    agreed = []
    places = zip((*surname, *given), (*their_surname, *their_given), mine.spelt, theirs.spelt, strict=True)
    for here, there, one, other in places:
        shared = here & there
        if not shared:
            return None
        agreed.append((one, other, min(shared)))
    return tuple(agreed)
