"""How the reports of a set hang together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from secondsource.linking.attributions import attributed
from secondsource.linking.beside import compared_under
from secondsource.linking.copies import Copies
from secondsource.linking.corrected_speakers import corrected_speakers, tell_read_speakers
from secondsource.linking.errors import ReadingsDoNotFit
from secondsource.linking.events import event_of
from secondsource.linking.expected import with_expected_silence
from secondsource.linking.groups import alike_in_time_order, group_reports
from secondsource.linking.judged_copies import judged_copies
from secondsource.linking.judged_speakers import judged_speakers
from secondsource.linking.memory import Memory
from secondsource.linking.mention_chains import COMPARED_MOST, chain
from secondsource.linking.mentioned import mentioned_events
from secondsource.linking.renumber import renumbered
from secondsource.linking.sayings import linked_statements
from secondsource.model.ids import EventId, ReportId
from secondsource.model.intake import GivenMention
from secondsource.model.judgement import Judgement, JudgementKind
from secondsource.model.linked import CopyLink, Event, Linked, LinkedReport
from secondsource.model.reading import Reading
from secondsource.model.report import Report

Links = Mapping[ReportId, Sequence[CopyLink]]
CopiesOf = Callable[[Sequence[Report], Mapping[ReportId, Reading]], Mapping[ReportId, tuple[CopyLink, ...]]]


def all_at_once(
    reports: Sequence[Report], readings: Mapping[ReportId, Reading]
) -> Mapping[ReportId, tuple[CopyLink, ...]]:
    """Return the copy links of the reports, each compared with all others now."""
    return Copies(reports, readings).links()


def link(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    *,
    mentions: Mapping[ReportId, Sequence[GivenMention]] | None = None,
    judgements: Sequence[Judgement] = (),
    copies_of: CopiesOf = all_at_once,
    memory: Memory | None = None,
) -> Linked:
    """Return who repeats whom, what the reports are about, and on how many origins each event rests.

    Args:
        reports: The reports; their order decides the order of the answer and nothing else.
        readings: One for each report, in any order.
        mentions: Event mentions that came with a report, by its id; they are chained as given.
        judgements: What people decided, the latest answer to each question; it stands above what is found here.
        copies_of: Finds the copy links; one that keeps them from time to time must find what comparing all would.
        memory: What was worked out of the same reports and readings before; the answer is the same without it.

    Raises:
        ReadingsDoNotFit: Two reports have one id, or a report has no reading, or a reading no report.
    """
    read = _fitting(reports, readings)
    memory = memory or Memory()
    memory.turn()
    by_id = corrected_speakers(read, judgements, memory=memory)
    ordered = sorted(reports, key=lambda report: report.id)
    # Of a reading, copies rest on its sections and on whom the report leans on.
    parts = (part for report in ordered for part in (by_id[report.id].sections, by_id[report.id].upstream))
    by_machine = memory.get("copies", (*ordered, *parts), partial(copies_of, ordered, by_id))
    told_copies = memory.same(tuple(each for each in judgements if each.kind is JudgementKind.COPIES))
    copies = memory.get(
        "judged copies", (by_machine, told_copies, *ordered), partial(judged_copies, by_machine, ordered, told_copies)
    )
    groups = group_reports(ordered, by_id, judgements, memory=memory)
    speakers = judged_speakers(by_id, judgements)
    heard_as = speakers.readings(by_id, memory=memory)
    leaning = {
        report: found for group in groups for report, found in _leaning(group.reports, by_id, copies, memory).items()
    }
    heard = with_expected_silence(
        [event_of(group, heard_as, copies, judgements, memory=memory) for group in groups], ordered
    )
    told = renumbered(heard)
    about = {report: event.id for event, _ in told for report in event.reports}
    mentioned = mentioned_events(ordered, by_id, told, memory=memory)
    lines = {report: event.lines for event, _ in told for report in event.reports}
    statements = speakers.statements(linked_statements(ordered, heard_as, lines, memory=memory), by_id)
    likeness = partial(alike_in_time_order, ordered, by_id, memory=memory)
    given = mentions or {}
    under = compared_under(groups, about, given, likeness, judgements=judgements, most=COMPARED_MOST)
    chains = chain(ordered, by_id, given, under)
    linked = [
        LinkedReport(
            id=report.id,
            event=about.get(report.id),
            events=(*_one(about.get(report.id)), *mentioned.get(report.id, ())),
            parents=tuple(
                dict.fromkeys(each.parent for each in _parents(by_id[report.id], report.id, copies, leaning))
            ),
            share=round(min(1.0, sum(each.share for each in copies.get(report.id, ()))), 4),
            root=_root(report.id, by_id, copies, leaning),
            upstream=tuple(upstream.name for upstream in by_id[report.id].upstream),
            own_reporting=by_id[report.id].own_reporting,
            statements=tell_read_speakers(statements.get(report.id, ()), read[report.id], judgements),
            mentions=chains.get(report.id, ()),
            links=(*copies.get(report.id, ()), *leaning.get(report.id, ())),
        )
        for report in reports
    ]
    events = (_with_mentions(replace(event, lines=tuple(speakers.lines(event.lines))), mentioned) for event, _ in told)
    return Linked(reports=tuple(linked), events=tuple(events))


def _fitting(reports: Sequence[Report], readings: Sequence[Reading]) -> dict[ReportId, Reading]:
    by_id = {reading.id: reading for reading in readings}
    ids = [report.id for report in reports]
    if len(set(ids)) != len(ids) or set(ids) != by_id.keys():
        twice = sorted({name for name in ids if ids.count(name) > 1})
        unread = sorted(set(ids) - by_id.keys())
        strange = sorted(by_id.keys() - set(ids))
        raise ReadingsDoNotFit(
            f"{len(ids)} reports were to be linked with {len(readings)} readings. Reports with one id: {twice}; "
            f"without reading: {unread}; readings without report: {strange}. Give one reading for each report."
        )
    return by_id


def _leaning(
    reports: Sequence[Report], readings: Mapping[ReportId, Reading], copies: Links, memory: Memory
) -> dict[ReportId, tuple[CopyLink, ...]]:
    # Whether one may lean on another is asked of all copies, wherever they lead.
    rests_on = (copies, *reports, *(readings[report.id] for report in reports))
    return memory.get("leaning", rests_on, partial(attributed, reports, readings, copies))


def _one(event: EventId | None) -> tuple[EventId, ...]:
    return () if event is None else (event,)


def _parents(reading: Reading, report: ReportId, copies: Links, leaning: Links) -> Sequence[CopyLink]:
    """Return the links that make a report a copy: words or a credit, or a naming where it has nothing of its own."""
    found = copies.get(report, ())
    return found if found or reading.own_reporting else leaning.get(report, ())


def _root(report: ReportId, readings: Mapping[ReportId, Reading], copies: Links, leaning: Links) -> ReportId:
    seen = {report}
    at = report
    while parents := _parents(readings[at], at, copies, leaning):
        if parents[0].parent in seen:
            break
        at = parents[0].parent
        seen.add(at)
    return at


def _with_mentions(event: Event, mentioned: Mapping[ReportId, Sequence[EventId]]) -> Event:
    return replace(event, mentioned_in=tuple(report for report, found in mentioned.items() if event.id in found))
