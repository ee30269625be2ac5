"""A sentence as names and the words between them, as the rules of offices see it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.model.entity import NameType
from secondsource.model.evidence import Span
from secondsource.reading.names.found import Found
from secondsource.reading.names.tokens import tokens_of
from secondsource.reading.vocabulary import word_set

_OWNER = re.compile(r"[’']s\b|[’'](?=\s)")
_COMPOUND = re.compile(r"-\w{2,14}\b")
_THEN = re.compile(r"then-", re.IGNORECASE)
_PREFIXED_CAPITAL = re.compile(r"(?:al|el|an|ar|as|ash|at|az|ad|ul|d)[-’'][A-Z]")
_BODIES = frozenset({NameType.ORG, NameType.FACILITY})
_PLACES = frozenset({NameType.GPE, NameType.NORP, NameType.LOC})


@dataclass(frozen=True, slots=True)
class Unit:
    """A name or a word.

    Attributes:
        start: First character.
        end: One past the last.
        stop: One past what hangs on it: a possessive "'s", or the "-based" of "U.S.-based".
        low: The word in lower case without the dot of an abbreviation; empty for a name.
        capital: Whether it begins with a capital letter.
        name: The name, None for a word.
        owner: Whether a possessive mark follows.
        compound: Whether it is a name in a word such as "U.S.-based".
        gap: What stands between it and the unit before.
        words: It, character for character.
    """

    start: int
    end: int
    stop: int
    low: str
    capital: bool
    name: Found | None
    owner: bool
    compound: bool
    gap: str
    words: str

    @property
    def joined(self) -> bool:
        """Whether only blanks part it from the unit before."""
        return self.gap.isspace()

    @property
    def person(self) -> bool:
        """Whether it is a person's name."""
        return self.name is not None and self.name.type is NameType.PERSON

    @property
    def body(self) -> bool:
        """Whether it is the name of a body."""
        return self.name is not None and self.name.type in _BODIES

    @property
    def place(self) -> bool:
        """Whether it is the name of a state, a people or a place."""
        return self.name is not None and self.name.type in _PLACES

    @property
    def people(self) -> bool:
        """Whether it is the name of a people, as adjectives of states are."""
        return self.name is not None and self.name.type is NameType.NORP

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-3 of the state that the name of a place stands for or lies in."""
        if self.name is None or self.name.type not in _PLACES or self.compound:
            return None
        return getattr(self.name.known, "alpha3", None) or getattr(self.name.known, "country", None)

    @property
    def last_word(self) -> str:
        """The last word of a name, in lower case."""
        return self.words.rsplit(maxsplit=1)[-1].lower()

    @property
    def plain(self) -> bool:
        """Whether it is a capitalised word that no rule has taken for a name."""
        return self.name is None and self.capital and self.low not in word_set("names", "stop")


def units_of(text: str, sentence: Span, names: Sequence[Found]) -> list[Unit]:
    """Return the names and the words of a sentence in text order.

    Args:
        text: The whole text.
        sentence: Where the sentence stands.
        names: The names inside the sentence, in text order, not overlapping.
    """
    units: list[Unit] = []
    position = sentence.start
    for name in names:
        for start, end in _words(text, position, name.start):
            units.append(_unit(text, start, end, None, units[-1].stop if units else None))
        units.append(_unit(text, name.start, name.end, name, units[-1].stop if units else None))
        position = units[-1].stop
    for start, end in _words(text, position, sentence.end):
        units.append(_unit(text, start, end, None, units[-1].stop if units else None))
    return units


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if start >= end:
        return
    for token in tokens_of(text, Span(start, end)):
        # The "s" of a possessive hangs on the word before it.
        if token.low == "s" and text[token.start - 1 : token.start] in ("’", "'"):
            continue
        then = _THEN.match(text, token.start, token.end)
        if then is None:
            yield token.start, token.end
        else:
            yield token.start, token.start + 4
            yield then.end(), token.end


def _unit(text: str, start: int, end: int, name: Found | None, before: int | None) -> Unit:
    word = text[start:end]
    owner = _OWNER.match(text, end)
    compound = _COMPOUND.match(text, end) if name is not None and owner is None else None
    hanging = owner or compound
    return Unit(
        start=start,
        end=end,
        stop=end if hanging is None else hanging.end(),
        low="" if name is not None else word.lower().rstrip("."),
        capital=word[0].isupper() or _PREFIXED_CAPITAL.match(word) is not None,
        name=name,
        owner=owner is not None,
        compound=compound is not None,
        gap="" if before is None else text[before:start],
        words=word,
    )
