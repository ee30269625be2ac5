"""What a rule that finds time expressions is made of."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from secondsource.model.timeplace import TimeType
from secondsource.reading.times.anchor import Anchor
from secondsource.reading.times.values import edtf_of
from secondsource.reading.vocabulary import read_vocabulary


@dataclass(frozen=True, slots=True)
class TimeValue:
    """What a time expression means.

    Attributes:
        type: TIMEX3 type.
        value: TIMEX3 value.
        edtf: The same as EDTF, None where it is open or no point in time.
    """

    type: TimeType
    value: str
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class TimeContext:
    """What an expression is read against.

    Attributes:
        text: The whole text.
        anchor: The report's date as far as it is known.
        sentence: Where the expression's sentence begins.
        last: TIMEX3 value of the last date named before, None if none was.
        last_in_sentence: Whether that date stands in the same sentence.
    """

    text: str
    anchor: Anchor
    sentence: int
    last: str | None
    last_in_sentence: bool = False


Resolve = Callable[["re.Match[str]", TimeContext], TimeValue | None]
Guard = Callable[[str, "re.Match[str]"], bool]


@dataclass(frozen=True, slots=True)
class TimeRule:
    """A pattern, and what its matches mean.

    Attributes:
        pattern: The words.
        resolve: Their meaning; None where they mean no time after all.
        guard: Whether a match is a time at all, told from the words around it.
        counts: Whether a later "the next day" may count from what it means.
        needs: Of each of these sets a match holds one; see :func:`tokens_of`. It saves looking where there is none.
    """

    pattern: re.Pattern[str]
    resolve: Resolve
    guard: Guard | None = None
    counts: bool = True
    needs: tuple[frozenset[str], ...] = ()


DIGIT = frozenset("0")
"""The need of a rule whose matches hold a digit."""

_LETTERS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


def tokens_of(text: str) -> frozenset[str]:
    """Return the runs of letters of ``text`` in lower case, and "0" where it holds any digit."""
    found = _LETTERS.findall(text.lower())
    if _DIGIT.search(text):
        found.append("0")
    return frozenset(found)


def any_of(words: Iterable[str], *endings: str) -> frozenset[str]:
    """Return the need of a rule whose matches hold one of ``words``, bare or with one of ``endings``.

    Of words that are parted by a blank or a hyphen the last part is taken.
    """
    last = [_LETTERS.findall(word.lower().replace(r"\s", " "))[-1] for word in words]
    return frozenset(word + ending for word in last for ending in ("", *endings))


def date_value(value: str) -> TimeValue:
    """Return the meaning of a date or a moment with that TIMEX3 value."""
    type_ = TimeType.TIME if "T" in value and not value.startswith("P") else TimeType.DATE
    return TimeValue(type_, value, edtf_of(value))


@cache
def numbered(language: str, key: str) -> dict[str, int]:
    """Return the numbered words of a list of the table of times."""
    return {word: int(number) for word, number in lettered(language, key).items()}


@cache
def lettered(language: str, key: str) -> dict[str, str]:
    """Return the words of a list of the table of times with what stands after their equals sign."""
    cell: str = read_vocabulary("times")[language][key]
    lines = cell.strip().split("\n") if key in ("sets", "feasts") else cell.split()
    return dict(line.strip().rsplit("=", 1) for line in lines)


def either(words: Iterable[str]) -> str:
    """Return the words as one alternative of a pattern, longest first, blanks matching any white space."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in ordered)


def period(number: str, letter: str) -> str:
    """Return a TIMEX3 duration of that many units; ``X`` where the number is open."""
    if letter.startswith("T"):
        return f"PT{number}{letter[1:]}"
    if letter in ("DE", "CE"):
        years = 10 if letter == "DE" else 100
        return f"P{int(number) * years}Y" if number.isdigit() else f"PX{letter}"
    if letter in ("WE", "NI"):
        return f"P{number}{letter}"
    return f"P{int(number) * 2}W" if letter == "FN" and number.isdigit() else f"P{number}{letter}"
