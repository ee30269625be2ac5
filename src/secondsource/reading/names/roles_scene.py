"""A sentence while it is told who holds which office in it."""

import re
from collections.abc import Iterable, Sequence

from secondsource.reading.names.roles_owners import Owner
from secondsource.reading.names.roles_phrases import Phrase, find_phrases
from secondsource.reading.names.roles_titles import is_head
from secondsource.reading.names.roles_units import Unit
from secondsource.reading.vocabulary import word_set

Holders = tuple[int, ...]
"""Persons, as places in the units of a sentence."""

COMMA = re.compile(r"\s?,\s\Z")
_CLOSES = re.compile(r"\s?[,.;:)!?–—]|\s[–—-]\s|[\"”]")
_LONGEST_ASIDE = 12


class Scene:
    """The units and the offices of a sentence, with the holders found so far.

    Attributes:
        units: The names and words of the sentence.
        phrases: Its offices, in text order.
        holders: For each office who holds it.
        owners: For each office what it belongs to.
        offices: For each office the words that name it.
    """

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.phrases: Sequence[Phrase] = find_phrases(units)
        self.holders: list[Holders] = [() for _ in self.phrases]
        self.owners: list[Owner] = [phrase.owner for phrase in self.phrases]
        self.offices = [phrase.span(units) for phrase in self.phrases]

    def person_at(self, place: int) -> bool:
        """Return whether a person's name stands at ``place``; past the end none does."""
        return place < len(self.units) and self.units[place].person

    def closes_after(self, place: int) -> bool:
        """Return whether a mark or the end of the sentence follows the unit at ``place``."""
        return place + 1 >= len(self.units) or _CLOSES.match(self.units[place + 1].gap) is not None

    def after_honorifics(self, place: int) -> int:
        """Return the first unit from ``place`` on that is no "Mr" or "Dr"."""
        while place + 1 < len(self.units) and self._honorific(place) and self.units[place + 1].joined:
            place += 1
        return place

    def _honorific(self, place: int) -> bool:
        unit = self.units[place]
        return unit.name is None and unit.low in word_set("names", "honorific") and not is_head(unit.low)

    def between(self, number: int) -> list[str]:
        """Return the words between an office and the next one, in lower case."""
        return [unit.low for unit in self.units[self.phrases[number].last + 1 : self.phrases[number + 1].first]]

    def listed(self, number: int) -> bool:
        """Return whether only a comma parts an office from the next one."""
        gap = self.units[self.phrases[number + 1].first].gap
        return not self.between(number) and COMMA.match(gap) is not None

    def before_aside(self, place: int) -> int | None:
        """Return the person before an aside that ends at ``place``, None if none does.

        Asides are "X (born in 1961), …", "X of the Y Institute, …" and "X, 61, …".
        """
        gap = self.units[place].gap
        openings: Iterable[int] = ()
        if gap.startswith(")"):
            openings = range(place - 1, max(0, place - _LONGEST_ASIDE), -1)
            openings = (here for here in openings if "(" in self.units[here].gap)
        elif COMMA.match(gap) and self.units[place - 1].body:
            openings = range(place - 2, max(0, place - 4), -1)
            openings = (here for here in openings if self.units[here].low in ("of", "from"))
        elif COMMA.match(gap) and self.units[place - 1].low.isdigit():
            openings = (place - 1,)
        opening = next(iter(openings), 0)
        return opening - 1 if opening and self.units[opening - 1].person else None
