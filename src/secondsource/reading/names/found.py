"""A stretch of text that may be a name, before it is weighed against others."""

from collections.abc import Iterable
from dataclasses import dataclass

from secondsource.model.entity import NameType
from secondsource.model.outlets import Outlet
from secondsource.model.territories import Territory
from secondsource.reading.places.gazetteer import Place

Known = Outlet | Territory | Place
"""A row of one of the tables."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch that one rule takes for a name.

    Attributes:
        start: First character.
        end: One past the last character.
        type: Kind of thing.
        known: The row of a table that holds the name, None if no table does.
        capital: Whether ``known`` is the territory whose capital is named.
        rank: Of two stretches of one length the one with the higher rank stays.
    """

    start: int
    end: int
    type: NameType
    known: Known | None = None
    capital: bool = False
    rank: int = 0


def longest(found: Iterable[Found]) -> list[Found]:
    """Return what stays when overlaps go to the longer stretch, then to the higher rank, in text order."""
    kept: list[Found] = []
    for item in sorted(found, key=lambda item: (item.start, -item.end, -item.rank)):
        # Sorted by start, an overlap can only be with the stretches kept last.
        while kept and kept[-1].end > item.start and _beats(item, kept[-1]):
            kept.pop()
        if not kept or kept[-1].end <= item.start:
            kept.append(item)
    return kept


def _beats(item: Found, other: Found) -> bool:
    return (item.end - item.start, item.rank) > (other.end - other.start, other.rank)
