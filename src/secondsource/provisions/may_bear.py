"""Which provisions may bear on an event, and the words that say why; never that something is breached."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from secondsource.linking.kernel import head_sentences
from secondsource.linking.when import stretch_of
from secondsource.model.evidence import Evidence, Span
from secondsource.model.ids import EventId, ReportId
from secondsource.model.linked import Event, Linked
from secondsource.model.provision import Provision, Regime
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from secondsource.model.territories import find_capital, find_territory
from secondsource.provisions.conducts import Conduct, conducts, ideas_of
from secondsource.provisions.direction import Direction, Way, namings_of, way_of
from secondsource.text.segment import sentence_spans

_AROUND = 600
"""Characters on either side of an event word in which its sentence is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """A conduct that an event may amount to under a regime, and the provisions that speak of it.

    Attributes:
        event_id: The event.
        conduct: The conduct.
        words: The sentence that tells of it.
        way: Which way it goes by those words.
        provisions: Those in force on the day: those that speak of that way or of either first, each in the order of
            the regime.
    """

    event_id: EventId
    conduct: Conduct
    words: Evidence
    way: Way
    provisions: tuple[Provision, ...]


def may_bear(regime: Regime, linked: Linked, reports: Sequence[Report], readings: Sequence[Reading]) -> list[Bearing]:
    """Return what of the regime may bear on the events, in their order and that of the table of conducts."""
    texts = {report.id: report for report in reports}
    read = {reading.id: reading for reading in readings}
    return [bearing for event in linked.events for bearing in _of_event(regime, event, texts, read)]


def day_of_event(event: Event, reports: Iterable[Report]) -> date | None:
    """Return the day of the event: its own, else that of the first report about it; None if neither is known."""
    mine = [report.published.edtf for report in reports if report.id in event.reports]
    days = [stretch.latest for edtf in (event.edtf, *mine) if (stretch := stretch_of(edtf)) is not None]
    return None if not days else datetime.fromordinal(days[0] // (24 * 60)).replace(tzinfo=UTC).date()


def _of_event(
    regime: Regime, event: Event, reports: Mapping[ReportId, Report], readings: Mapping[ReportId, Reading]
) -> Iterator[Bearing]:
    day = day_of_event(event, (reports[each] for each in event.reports if each in reports))
    about_state = any(_names(name, regime.state) for name in (*event.places, *event.actors, *event.recipients))
    told = [
        (sentence, ideas_of(sentence.words.exact))
        for sentence in _sentences(event, reports, readings, regime.state)
        if sentence.state or about_state
    ]
    for conduct in conducts():
        rows = [
            row for row in regime.provisions if row.conduct == conduct.code and (day is None or row.in_force_on(day))
        ]
        telling = [sentence for sentence, ideas in told if conduct.told_by(ideas)] if rows else []
        if telling:
            sentence, way = _with_a_way(telling, regime.called)
            rows.sort(key=lambda row: speaks_of_other_way(row, way.direction))
            yield Bearing(event_id=event.id, conduct=conduct, words=sentence.words, way=way, provisions=tuple(rows))


def speaks_of_other_way(row: Provision, direction: Direction) -> bool:
    """Return whether the provision is about what goes the other way than ``direction`` only."""
    one_way = {Direction.TO: "from ", Direction.FROM: "to "}.get(direction)
    return one_way is not None and row.direction.startswith(one_way) and " or " not in row.direction


@dataclass(frozen=True, slots=True)
class _Telling:
    words: Evidence
    state: tuple[Span, ...]


def _with_a_way(telling: Sequence[_Telling], called: Sequence[str]) -> tuple[_Telling, Way]:
    """Return the first of the sentences that says which way it goes, else the first."""
    ways = [way_of(each.words.exact, [*each.state, *namings_of(each.words.exact, called)]) for each in telling]
    at = next((at for at, way in enumerate(ways) if way.direction is not Direction.UNKNOWN), 0)
    return telling[at], ways[at]


def _sentences(
    event: Event, reports: Mapping[ReportId, Report], readings: Mapping[ReportId, Reading], state: str
) -> Iterator[_Telling]:
    """Yield the sentences that tell of the event, each once, with where in it the state is named."""
    seen: set[tuple[ReportId, Span]] = set()
    for report_id in event.reports:
        report, reading = reports.get(report_id), readings.get(report_id)
        if report is None or reading is None:
            continue
        for span in (*head_sentences(report, reading), *_of_mentions(event, report, reading)):
            if (report_id, span) not in seen:
                seen.add((report_id, span))
                words = Evidence(report_id=report_id, exact=span.of(report.text), start=span.start, end=span.end)
                yield _Telling(words, tuple(_namings(reading, span, state)))


def _of_mentions(event: Event, report: Report, reading: Reading) -> Iterator[Span]:
    mine = {mention for report_id, mention in event.mentions if report_id == report.id}
    for mention in reading.events:
        if mention.id in mine and mention.trigger:
            at = mention.trigger[0]
            around = sentence_spans(report.text, max(0, at.start - _AROUND), min(len(report.text), at.end + _AROUND))
            # The window may cut a sentence at its ends; one that holds the word stands in its middle.
            yield from (span for span in around[1:-1] if span.covers(at))


def _namings(reading: Reading, span: Span, state: str) -> Iterator[Span]:
    entities = {entity.id for entity in reading.entities if entity.country == state}
    named = [(name.start, name.end) for name in reading.names if name.entity in entities]
    places = [(place.start, place.end) for place in reading.places if place.country == state]
    for start, end in (*named, *places):
        if span.start <= start and end <= span.end:
            yield Span(start - span.start, end - span.start)


def _names(name: str, state: str) -> bool:
    found = find_territory(name) or find_capital(name)
    return found is not None and found.alpha3 == state
