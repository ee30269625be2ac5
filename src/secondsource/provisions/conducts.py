"""The written table from the ideas of a sentence to the conduct that provisions speak of."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from secondsource.linking.concepts import concepts_of

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct:
    """Something that provisions ban, limit or ask for.

    Attributes:
        code: As the tables of provisions give it.
        name: In words.
        groups: Ideas; a sentence tells of the conduct where it has one of each group.
        open: What would have to be known before anybody could say more.
    """

    code: str
    name: str
    groups: tuple[frozenset[str], ...]
    open: tuple[str, ...]

    def told_by(self, ideas: frozenset[str]) -> bool:
        """Return whether a sentence with these ideas tells of the conduct."""
        return all(group & ideas for group in self.groups)


@cache
def conducts() -> tuple[Conduct, ...]:
    """Return every conduct in the order of the table."""
    return tuple(
        Conduct(
            code=row["code"],
            name=row["name"],
            groups=tuple(frozenset(group) for group in row["groups"]),
            open=tuple(row["open"]),
        )
        for row in _table()["conduct"]
    )


def ideas_of(sentence: str) -> frozenset[str]:
    """Return the ideas that a sentence has: those of the linking's table, and those of ours."""
    folded = sentence.casefold()
    found = {idea for match in _WORD.finditer(folded) for idea in concepts_of(match.group())}
    # A hyphenated word is its parts as well: "ex-military", "military-technical".
    parts = (part for match in _WORD.finditer(folded) for part in match.group().split("-"))
    found |= {idea for part in parts for idea in concepts_of(part)}
    return frozenset(found | {idea for idea, pattern in _patterns() if pattern.search(folded)})


def known_ideas() -> frozenset[str]:
    """Return the names of the ideas that our own table adds."""
    return frozenset(_table()["ideas"])


@cache
def _table() -> dict[str, Any]:
    text = (files("secondsource.provisions") / "conducts.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((idea, _pattern(words)) for idea, words in _table()["ideas"].items())


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(_alternative(word.casefold()) for word in words))


def _alternative(word: str) -> str:
    if "\uac00" <= word[0] <= "\ud7a3":
        return re.escape(word)
    return rf"\b{re.escape(word.removesuffix('$'))}" + (r"\b" if word.endswith("$") else "")
