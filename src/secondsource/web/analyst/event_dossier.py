"""The dossier of one event: what its own reports add up to, made by the same code as any dossier."""

from collections.abc import Iterator
from dataclasses import replace

from secondsource.dossier.assemble import assemble
from secondsource.dossier.screened import screen_names
from secondsource.model.dossier import Dossier
from secondsource.model.evidence import Evidence
from secondsource.model.ids import EventId, ReportId
from secondsource.model.linked import CopyLink, Event, Linked, LinkedReport
from secondsource.screening.clearances import Clearances
from secondsource.screening.index import Index
from secondsource.screening.judged_hits import clearances_of
from secondsource.web.analyst.state import State


def event_dossier(state: State, event: Event, lists: Index | None) -> Dossier:
    """Return the dossier of the event's reports alone; the same state gives the same dossier.

    Args:
        state: What the ledger held.
        event: One of its events.
        lists: Sanctions lists to look for the names on; None screens nothing.
    """
    held = state.held
    # As it was before any track was looked at: the dossier looks at them itself, and would count them twice.
    event = next(each for each in state.plain.events if each.id == event.id)
    wanted = _reports_of(event)
    reports = [report for report in held.reports if report.id in wanted]
    readings = [reading for reading in held.readings if reading.id in wanted]
    links = tuple(_narrowed(link, wanted, event.id) for link in state.plain.reports if link.id in wanted)
    assert held.at is not None  # noqa: S101  (an event has reports, so the ledger holds something)
    made = assemble(
        Linked(reports=links, events=(event,)),
        reports,
        readings,
        made_at=held.at,
        title=event.label,
        tracks=held.tracks,
    )
    if lists is None:
        return made
    texts = {report.id: report.text for report in reports}
    decided = Clearances(clearances_of(held.judgements))
    return replace(made, screening=screen_names(made, readings, texts, lists, clearances=decided))


def _reports_of(event: Event) -> frozenset[ReportId]:
    """Return every report that the account of the event may cite."""
    cited = {evidence.report_id for evidence in _evidence(event)}
    told = {report_id for line in event.lines for report_id in line.reports}
    mentions = {report_id for report_id, _ in event.mentions}
    return frozenset({*event.reports, *event.mentioned_in, *cited, *told, *mentions})


def _evidence(event: Event) -> Iterator[Evidence]:
    if event.label_evidence is not None:
        yield event.label_evidence
    for line in event.lines:
        yield from line.evidence
    for contradiction in event.contradictions:
        yield from (contradiction.one, contradiction.other)
    yield from (silence.evidence for silence in event.silent if silence.evidence is not None)


def _narrowed(link: LinkedReport, wanted: frozenset[ReportId], event_id: EventId) -> LinkedReport:
    """Return the linked report without what leads to reports that are not of the event."""
    kept: list[CopyLink] = [each for each in link.links if each.parent in wanted]
    return replace(
        link,
        links=tuple(kept),
        parents=tuple(parent for parent in link.parents if parent in wanted),
        root=link.root if link.root in wanted else link.id,
        events=tuple(each for each in link.events if each == event_id),
        event=link.event if link.event == event_id else None,
    )
