"""Words and where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from secondsource.model.ids import ReportId


class Span(NamedTuple):
    """A run of characters in a report's text.

    A tuple, since a reading makes several for each word and sorts and compares them all the time.

    Attributes:
        start: First character, counted in code points from 0.
        end: One past the last character.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of ``text`` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Return whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Return whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]
"""Several pieces, in text order, where the words are parted; never overlapping."""


def words_of(text: str, spans: Iterable[Span]) -> str:
    """Return the words of all pieces, joined by a space where they are parted."""
    return " ".join(span.of(text) for span in spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words as a report gives them, and where.

    Attributes:
        report_id: The report that holds the words.
        exact: The words, character for character.
        start: First character, counted in code points from 0.
        end: One past the last character.
    """

    report_id: ReportId
    exact: str
    start: int
    end: int
