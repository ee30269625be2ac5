"""Which way a sentence says that something goes: to the state under sanctions, or from it."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from secondsource.model.evidence import Span

_REACH = 120
"""Characters of a sentence before and after the state's name that are looked at."""

_ON_THE_WAY = (
    r"\s+(?:the |its |den |die |das )?(?:(?:[\w-]+ )?(?:ports?|harbour|city|capital|town|airport|airfield|base|border|"
    r"province|region|coast|shores?) (?:of|at|in|near) )?(?:the )?"
)
"""What may stand between "to" and the state's name: an article, "the air base at"."""

_NO_SUBJECT = re.compile(
    r"\b(?:from|to|in|of|at|with|into|for|by|near|on|against|and|aus|von|nach|mit|из|в|от|с|для) (?:the )?$"
)
"""After these the state's name is part of something else that does what the verb says."""
_ADJECTIVE = re.compile(r"an$")

_HELPERS = (
    r"(?:['’]s)?(?:[ ,]+(?:has|had|have|is|was|will|may|might|did|also|then|reportedly|\w+ly|hat|habe|been)){0,3}[ ]+"
)
"""What may stand between the state's name and its verb."""


class Direction(StrEnum):
    """Which way, seen from the state under sanctions."""

    TO = "to"
    FROM = "from"
    BOTH = "both"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What a sentence says of the direction.

    Attributes:
        direction: Which way.
        words: The words that say so, as they stand there; empty where none do.
    """

    direction: Direction
    words: tuple[str, ...] = ()


def way_of(sentence: str, state: Iterable[Span]) -> Way:
    """Return which way the words say that it goes.

    Args:
        sentence: One sentence.
        state: Where in it the state, its people or a place in it is named.
    """
    namings = sorted(set(state), key=lambda span: (span.start, span.end))
    found = {
        direction: [words for span in namings if (words := _said(sentence, span, direction)) is not None]
        for direction in (Direction.TO, Direction.FROM)
    }
    told = [direction for direction, words in found.items() if words]
    if not told:
        return Way(direction=Direction.UNKNOWN)
    direction = told[0] if len(told) == 1 else Direction.BOTH
    return Way(direction=direction, words=tuple(dict.fromkeys(word for words in found.values() for word in words)))


def _said(sentence: str, span: Span, direction: Direction) -> str | None:
    """Return the words around one naming of the state that say ``direction``, None where none do."""
    before = sentence[max(0, span.start - _REACH) : span.start].casefold()
    after = sentence[span.end : span.end + _REACH].casefold()
    rules = _rules()[direction]
    found = next((match for rule in rules.before if (match := rule.search(before)) is not None), None)
    if found is not None:
        start = span.start - len(before) + found.start()
        return sentence[start : span.end].strip()
    if _ADJECTIVE.search(sentence[span.start : span.end]) is not None:
        after_rules = (*rules.goods, *rules.after)
    else:
        after_rules = (*(rules.subject if _NO_SUBJECT.search(before) is None else ()), *rules.after)
    found = next((match for rule in after_rules if (match := rule.match(after)) is not None), None)
    return None if found is None else sentence[span.start : span.end + found.end()].strip()


@dataclass(frozen=True, slots=True)
class _Rules:
    before: tuple[re.Pattern[str], ...]
    subject: tuple[re.Pattern[str], ...]
    goods: tuple[re.Pattern[str], ...]
    after: tuple[re.Pattern[str], ...]


@cache
def _rules() -> dict[Direction, _Rules]:
    text = (files("secondsource.provisions") / "directions.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return {direction: _compiled(table[direction.value]) for direction in (Direction.TO, Direction.FROM)}


def _compiled(told: dict[str, Any]) -> _Rules:
    before = [f"{each}{_ON_THE_WAY}$" for each in told["before"]]
    before += [rf"\b{_either(told['object'])} (?:the )?$"] if told["object"] else []
    # A Russian dative has no preposition: the verb stands before the name, and the name ends in it.
    before += [rf"\b{each} $" for each in told["dative"]]
    subject = [rf"{_HELPERS}{_either(told['subject'])}\b", rf"['’]s? (?:\w+ )?{_either(told['possessive'])}\b"]
    goods = [rf" {_either(told['goods'])}\b"] if told["goods"] else []
    return _Rules(_patterns(before), _patterns(subject), _patterns(goods), _patterns(told["after"]))


def _patterns(expressions: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(each, re.DOTALL) for each in expressions)


def _either(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(words)})"


def namings_of(sentence: str, called: Iterable[str]) -> list[Span]:
    """Return where the sentence names the state by one of ``called``, which are beginnings of words.

    Each word of an entry is a beginning ("Северн Коре" meets "Северной Кореей"); where it ends in $, a whole word.
    """
    return [Span(*match.span()) for each in called for match in _naming(each).finditer(sentence)]


@cache
def _naming(called: str) -> re.Pattern[str]:
    if "\uac00" <= called[0] <= "\ud7a3":
        return re.compile(re.escape(called))
    words = called.removesuffix("$").split()
    joined = r"\w*\s+".join(re.escape(word) for word in words)
    return re.compile(rf"\b{joined}" + (r"\b" if called.endswith("$") else r"\w*"))
