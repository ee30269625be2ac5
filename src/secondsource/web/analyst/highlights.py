"""What was read in a report, as stretches of its text that a page can mark."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from secondsource.dossier.wording import CARRIED_WORDS, KIND_WORDS, STANCE_WORDS
from secondsource.model.evidence import Span, Spans, words_of
from secondsource.model.reading import Reading


class MarkedKind(StrEnum):
    """What a stretch was read as; in this order they stand around one another."""

    CITED = "cited"
    STATEMENT = "statement"
    SOURCE = "source"
    EVENT = "event"
    TIME = "time"
    PLACE = "place"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that was read in the report.

    Attributes:
        number: From 1, in the order of the list.
        kind: What it was read as.
        spans: Where it stands; more than one where the words are parted.
        words: The words.
        told: What was read of it, in words.
    """

    number: int
    kind: MarkedKind
    spans: Spans
    words: str
    told: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of characters that is marked in one way.

    Attributes:
        text: The characters.
        kinds: What it was read as, outermost first; empty for plain text.
        chosen: Whether it belongs to the finding that was asked for.
        first: Whether the words asked for begin here.
    """

    text: str
    kinds: tuple[MarkedKind, ...] = ()
    chosen: bool = False
    first: bool = False


def findings(text: str, reading: Reading) -> list[Finding]:
    """Return everything that was read in the report, statements first, each kind in text order."""
    found = [*_statements(reading), *_events(text, reading), *_times(reading), *_places(reading), *_names(reading)]
    return [
        Finding(number=number, kind=kind, spans=spans, words=words_of(text, spans), told=told)
        for number, (kind, spans, told) in enumerate(found, 1)
    ]


def stretches(text: str, marked: Iterable[tuple[MarkedKind, Span]], chosen: Sequence[Span] = ()) -> list[Stretch]:
    """Return the text in runs; joined, they are the text, character for character, whatever the spans are.

    Spans may nest, cross, repeat and touch; what of them lies outside the text is left out.

    Args:
        text: The report's text.
        marked: What stands where.
        chosen: Where the finding that was asked for stands.
    """
    length = len(text)
    inside = [(kind, span) for kind, clipped in marked if (span := _clip(clipped, length)) is not None]
    picked = [span for each in chosen if (span := _clip(each, length)) is not None]
    cuts = {0, length, *(edge for span in (*(span for _, span in inside), *picked) for edge in (span.start, span.end))}
    begins = min((span.start for span in picked), default=None)
    return list(
        _runs(text, sorted(cuts), _Sweep(inside), _Sweep([(MarkedKind.CITED, span) for span in picked]), begins)
    )


class _Sweep:
    """The kinds at a place, asked for from left to right; each span is looked at twice and no more."""

    def __init__(self, spans: Sequence[tuple[MarkedKind, Span]]) -> None:
        edges = [(span.start, 1, kind) for kind, span in spans] + [(span.end, -1, kind) for kind, span in spans]
        self._edges = sorted(edges, key=lambda edge: edge[0], reverse=True)
        self._open = dict.fromkeys(MarkedKind, 0)

    def at(self, place: int) -> tuple[MarkedKind, ...]:
        """Return what covers the character at ``place``; places must not go back."""
        while self._edges and self._edges[-1][0] <= place:
            _, step, kind = self._edges.pop()
            self._open[kind] += step
        return tuple(kind for kind, n_open in self._open.items() if n_open)


def _runs(text: str, cuts: Sequence[int], sweep: _Sweep, picked: _Sweep, begins: int | None) -> Iterator[Stretch]:
    for start, end in pairwise(cuts):
        kinds, chosen = sweep.at(start), bool(picked.at(start))
        yield Stretch(text[start:end], kinds, chosen=chosen, first=chosen and start == begins)


def _clip(span: Span, length: int) -> Span | None:
    start, end = max(0, span.start), min(span.end, length)
    return Span(start, end) if start < end else None


def marks(found: Iterable[Finding], reading: Reading) -> Iterator[tuple[MarkedKind, Span]]:
    """Yield what is marked where: the findings, and who is named as saying a statement in which words."""
    for finding in found:
        yield from ((finding.kind, span) for span in finding.spans)
    for statement in reading.statements:
        yield from ((MarkedKind.SOURCE, span) for span in (*statement.source, *statement.cue))


_Found = tuple[MarkedKind, Spans, str]


def _statements(reading: Reading) -> Iterator[_Found]:
    for statement in reading.statements:
        who = statement.speaker_name or statement.organisation or "a speaker not named"
        office = f", {statement.office}" if statement.office else ""
        how = f"{STANCE_WORDS[statement.stance]}, {KIND_WORDS[statement.kind]}"
        said = "not said" if statement.negated else statement.act.value
        how += f", {CARRIED_WORDS}" if statement.carried else ""
        yield MarkedKind.STATEMENT, statement.content, f"{who}{office}: {said}, {how}"


def _events(text: str, reading: Reading) -> Iterator[_Found]:
    for mention in reading.events:
        actors = ", ".join(words_of(text, actor.spans) for actor in mention.actors)
        to = ", ".join(words_of(text, recipient.spans) for recipient in mention.recipients)
        parts = [mention.type.value.lower(), STANCE_WORDS[mention.stance], f"by {actors}" if actors else ""]
        parts += [f"to {to}" if to else "", mention.edtf or ""]
        yield MarkedKind.EVENT, mention.trigger, ", ".join(part for part in parts if part)


def _times(reading: Reading) -> Iterator[_Found]:
    for time in reading.times:
        yield MarkedKind.TIME, (Span(time.start, time.end),), time.edtf or f"open ({time.value})"


def _places(reading: Reading) -> Iterator[_Found]:
    for place in reading.places:
        where = "" if place.lat is None or place.lon is None else f", {place.lat:.2f}, {place.lon:.2f}"
        yield MarkedKind.PLACE, (Span(place.start, place.end),), f"{place.name}{where}"


def _names(reading: Reading) -> Iterator[_Found]:
    entities = {entity.id: entity for entity in reading.entities}
    for name in reading.names:
        entity = entities.get(name.entity)
        told = name.type.value.lower() + ("" if entity is None else f", {entity.name}")
        yield MarkedKind.NAME, (Span(name.start, name.end),), told
