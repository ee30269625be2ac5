"""Korean names in Hangul or any romanisation: a family name and one or two syllables, which must agree one by one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from secondsource.screening.names.given import given_syllables
from secondsource.screening.names.han import sino_korean
from secondsource.screening.names.korean_spellings import (
    Scheme,
    chinese_readings,
    family_syllables,
    southern,
    syllables_by_spelling,
)
from secondsource.screening.names.plain import Script, fold_words, script_of

_MOST_GIVEN = 2
_MOST_WORDS = 4

Readings = Mapping[str, Scheme]
"""Syllables that a spelling may stand for, each with the scheme that spells it so."""


@dataclass(frozen=True, slots=True)
class KoreanName:
    """One way to read a name as Korean.

    Attributes:
        family: What the family name may be.
        given: What each syllable of the given name may be.
        spelt: The parts as spelt, family name first.
    """

    family: Readings
    given: tuple[Readings, ...]
    spelt: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KoreanAgreement:
    """Two Korean names that agree syllable by syllable.

    Attributes:
        looseness: 0 where every syllable is spelt alike, more the farther apart the schemes are.
        syllables: For each syllable how each side spells it and what it is in Hangul.
        schemes: The schemes that were needed, those of both sides.
    """

    looseness: float
    syllables: tuple[tuple[str, str, str], ...]
    schemes: frozenset[Scheme]


@lru_cache(maxsize=4096)
def korean_readings(name: str) -> tuple[KoreanName, ...]:
    """Return the ways to read ``name`` as a Korean person's name, none where it cannot be one."""
    words = fold_words(name)
    if not words or len(words) > _MOST_WORDS:
        return ()
    script = script_of(words[0])
    if script is Script.HANGUL:
        return tuple(_hangul(words))
    if script is Script.HAN:
        return tuple(_hanja(words))
    if script is not Script.LATIN:
        return ()
    return tuple(_latin(words))


def _hangul(words: Sequence[str]) -> Iterator[KoreanName]:
    whole = "".join(words)
    if not 2 <= len(whole) <= _MOST_GIVEN + 1 or any(script_of(letter) is not Script.HANGUL for letter in whole):
        return
    orders = [whole] if len(words) == 1 else [whole, words[-1] + "".join(words[:-1])]
    for order in dict.fromkeys(orders):
        if order[0] in family_syllables() and (len(words) == 1 or len(words[0 if order is orders[0] else -1]) == 1):
            yield KoreanName(
                {order[0]: Scheme.NORTH}, tuple({letter: Scheme.NORTH} for letter in order[1:]), tuple(order)
            )


def _hanja(words: Sequence[str]) -> Iterator[KoreanName]:
    whole = "".join(words)
    if not 2 <= len(whole) <= _MOST_GIVEN + 1:
        return
    orders = [whole] if len(words) == 1 else [whole, words[-1] + "".join(words[:-1])]
    for order in dict.fromkeys(orders):
        readings = [dict.fromkeys(sino_korean(character), Scheme.HANJA) for character in order]
        family = {syllable: scheme for syllable, scheme in readings[0].items() if syllable in family_syllables()}
        if family and all(readings):
            yield KoreanName(family, tuple(readings[1:]), tuple(order))


def _latin(words: Sequence[str]) -> Iterator[KoreanName]:
    if len(words) < 2:
        return
    for family, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        families = _families(family)
        if not families:
            continue
        for syllables in given_syllables(given, syllables_by_spelling()):
            readings = tuple(syllables_by_spelling()[syllable] for syllable in syllables)
            yield KoreanName(families, readings, (family, *syllables))


@lru_cache(maxsize=1024)
def _families(word: str) -> dict[str, Scheme]:
    found = syllables_by_spelling().get(word, {})
    return {syllable: scheme for syllable, scheme in found.items() if syllable in family_syllables()}


def agree_korean(one: Sequence[KoreanName], other: Sequence[KoreanName]) -> KoreanAgreement | None:
    """Return the closest agreement of any reading of the one with any of the other, None if none agrees throughout."""
    best: KoreanAgreement | None = None
    for mine in one:
        for theirs in other:
            found = _agree(mine, theirs)
            if found is not None and (best is None or found.looseness < best.looseness):
                best = found
    return best


def _agree(mine: KoreanName, theirs: KoreanName) -> KoreanAgreement | None:
    if len(mine.given) != len(theirs.given):
        return None
    looseness = 0.0
    syllables = []
    schemes: set[Scheme] = set()
    used: tuple[set[Scheme], set[Scheme]] = (set(), set())
    for place, (here, there) in enumerate(zip((mine.family, *mine.given), (theirs.family, *theirs.given), strict=True)):
        shared = _shared(here, there, at_start=place <= 1)
        if shared is None:
            return None
        syllable, one_scheme, other_scheme, moved = shared
        same = mine.spelt[place] == theirs.spelt[place]
        if not same:
            used[0].add(one_scheme)
            used[1].add(other_scheme)
            looseness += 0.25 * (one_scheme + other_scheme) + (0.5 if moved else 0)
            schemes |= {one_scheme, other_scheme}
        syllables.append((mine.spelt[place], theirs.spelt[place], syllable))
    # Characters beside their Chinese reading: that is an agreement in Chinese, which names the syllables as they are.
    if Scheme.HANJA in used[0] | used[1] and Scheme.CHINESE in used[0] | used[1]:
        return None
    # A Chinese reading holds for the whole name or not at all, and says too little about one syllable.
    for side, name in zip(used, (mine, theirs), strict=True):
        if Scheme.CHINESE in side and not _all_chinese(name, [syllable for _, _, syllable in syllables]):
            return None
    return KoreanAgreement(looseness, tuple(syllables), frozenset(schemes))


def _shared(here: Readings, there: Readings, *, at_start: bool) -> tuple[str, Scheme, Scheme, bool] | None:
    best: tuple[int, tuple[str, Scheme, Scheme, bool]] | None = None
    for syllable, scheme in here.items():
        other = there.get(syllable)
        if other is not None and (best is None or scheme + other < best[0]):
            best = (scheme + other, (syllable, scheme, other, False))
    if best is None and at_start:
        southern_there = {southern(syllable): scheme for syllable, scheme in there.items()}
        for syllable, scheme in here.items():
            other = southern_there.get(southern(syllable))
            if other is not None and (best is None or scheme + other < best[0]):
                best = (scheme + other, (syllable, scheme, other, True))
    return None if best is None else best[1]


def _all_chinese(name: KoreanName, syllables: Sequence[str]) -> bool:
    return len(name.given) == _MOST_GIVEN and all(
        syllable in chinese_readings().get(spelt, ()) for spelt, syllable in zip(name.spelt, syllables, strict=True)
    )
