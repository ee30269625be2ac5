"""A page cut into stretches for the search for events, each with what the reading found in it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from secondsource.model.entity import Name
from secondsource.model.evidence import Span
from secondsource.model.statement import Statement
from secondsource.model.timeplace import PlaceMention, TimeMention
from secondsource.reading.events.words import Word, words_in
from secondsource.reading.page import Naming, Page

MOST_WORDS = 300
"""Longer sentences are cut: some searches look at every word for every word, and no news sentence is that long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A sentence, or a piece of an endless one.

    Attributes:
        span: Its characters.
        words: Its words, at most :data:`MOST_WORDS`.
        question: Whether the sentence is a question.
        names: The names in it, in text order.
        times: The time expressions in it, each with its index in the reading.
        places: The places in it, each with its index in the reading.
        statements: The statements whose content reaches into it.
    """

    span: Span
    words: tuple[Word, ...]
    question: bool
    names: list[Name] = field(default_factory=list)
    times: list[tuple[int, TimeMention]] = field(default_factory=list)
    places: list[tuple[int, PlaceMention]] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    def names_in(self, span: Span) -> list[Name]:
        """Return the names that lie wholly inside ``span``, in text order."""
        return [name for name in self.names if span.start <= name.start and name.end <= span.end]

    def statement_at(self, head: Span) -> Statement | None:
        """Return the innermost statement whose content holds ``head``: the one with the shortest content."""
        holding = [s for s in self.statements if any(span.covers(head) for span in s.content)]
        return min(holding, key=lambda s: (sum(span.end - span.start for span in s.content), s.id), default=None)


def stretches(
    page: Page,
    naming: Naming,
    times: Sequence[TimeMention],
    places: Sequence[PlaceMention],
    statements: Sequence[Statement],
) -> list[Stretch]:
    """Return the stretches of ``page`` in text order; every sentence is in one, or in several if it is endless."""
    found = [stretch for sentence in page.sentences for stretch in _cut(page.text, sentence.span)]
    starts = [stretch.span.start for stretch in found]
    for name in naming.names:
        for stretch in _met(found, starts, Span(name.start, name.end)):
            stretch.names.append(name)
    for index, time in enumerate(times):
        for stretch in _met(found, starts, Span(time.start, time.end)):
            stretch.times.append((index, time))
    for index, place in enumerate(places):
        for stretch in _met(found, starts, Span(place.start, place.end)):
            stretch.places.append((index, place))
    for statement in statements:
        for stretch in _met_by_any(found, starts, statement.content):
            stretch.statements.append(statement)
    return found


def pieces(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """Yield ``words`` in order, at most :data:`MOST_WORDS` at a time."""
    for start in range(0, len(words), MOST_WORDS):
        yield tuple(words[start : start + MOST_WORDS])


def _cut(text: str, sentence: Span) -> Iterator[Stretch]:
    question = sentence.of(text).rstrip("\"'”’ ").endswith("?")
    words = words_in(text, sentence)
    if len(words) <= MOST_WORDS:
        yield Stretch(span=sentence, words=words, question=question)
        return
    for piece in pieces(words):
        yield Stretch(span=Span(piece[0].span.start, piece[-1].span.end), words=piece, question=question)


def _met(found: Sequence[Stretch], starts: Sequence[int], span: Span) -> Iterator[Stretch]:
    index = max(0, bisect_right(starts, span.start) - 1)
    while index < len(found) and found[index].span.start < span.end:
        if found[index].span.meets(span):
            yield found[index]
        index += 1


def _met_by_any(found: Sequence[Stretch], starts: Sequence[int], spans: Iterable[Span]) -> Iterator[Stretch]:
    seen: set[int] = set()
    for span in spans:
        for stretch in _met(found, starts, span):
            if stretch.span.start not in seen:
                seen.add(stretch.span.start)
                yield stretch
