"""Events as several reports tell them, put together from the reports of a group."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import TypeVar

from secondsource.linking.contradictions import contradictions_of
from secondsource.linking.groups import Group
from secondsource.linking.judged_contradictions import judged_contradictions
from secondsource.linking.judged_days import with_judged_day
from secondsource.linking.judged_groups import told_judgements
from secondsource.linking.kernel import Kernel, head_sentences, kernel_of
from secondsource.linking.leaders import LEAST_SHARE, leaders_of
from secondsource.linking.lines import lines_of
from secondsource.linking.memory import Memory
from secondsource.linking.origins import count_origins
from secondsource.linking.profile import lead_end
from secondsource.linking.rating import rate, status_of
from secondsource.linking.reliability import Reliabilities
from secondsource.linking.silences import silences_of
from secondsource.linking.whereabouts import contradictions_of_time_and_place
from secondsource.model.evidence import Evidence, Span, words_of
from secondsource.model.ids import EventId, ReportId
from secondsource.model.judgement import Judgement
from secondsource.model.linked import CopyLink, Event
from secondsource.model.mention import EventMention, EventType, Participant
from secondsource.model.outlet_phrases import fold_name
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from secondsource.model.statement import Stance

LABEL_MOST = 200
"""Characters of the longest label."""

T = TypeVar("T", str, EventType)

_HAPPENED = frozenset({Stance.ASSERTED, Stance.LIKELY})
_NAMED_MOST = 6


def event_of(
    group: Group,
    readings: Mapping[ReportId, Reading],
    links: Mapping[ReportId, Sequence[CopyLink]],
    judgements: Sequence[Judgement] = (),
    *,
    memory: Memory | None = None,
) -> tuple[Event, Kernel]:
    """Return the event of a group of reports, and what tells it apart.

    Its label is the headline or first sentence of the report most like the others. Date, places, actors and
    recipients are those that most reports' main mentions give; what they leave open stays open.
    """
    memory = memory or Memory()
    # All that the machine's part rests on: the words, what was read in them, and who has them from whom.
    rests_on = (
        *group.reports,
        group.middle,
        *(readings.get(report.id) for report in group.reports),
        memory.same(tuple(tuple(links.get(report.id, ())) for report in group.reports)),
    )
    event, kernel = memory.get("event", rests_on, partial(_by_machine, group, readings, links))
    return _as_judged(event, group, judgements), kernel


def _as_judged(event: Event, group: Group, judgements: Sequence[Judgement]) -> Event:
    """Return the event with what people decided put above what the machine found."""
    if not judgements:
        return event
    contradictions = judged_contradictions(event.contradictions, judgements, group.reports)
    status = status_of(event.lines, contradictions.standing)
    judged = replace(
        event,
        status=status,
        admiralty=rate(event.lines, status, Reliabilities(judgements)),
        contradictions=contradictions.standing,
        judged=tuple(told_judgements(judgements, {report.id for report in group.reports})),
        set_aside=contradictions.set_aside,
    )
    return with_judged_day(judged, judgements)


def _by_machine(
    group: Group, readings: Mapping[ReportId, Reading], links: Mapping[ReportId, Sequence[CopyLink]]
) -> tuple[Event, Kernel]:
    kernel = kernel_of(group.reports, readings)
    lines = lines_of(group.reports, readings, links, kernel)
    main = [
        (report, mention) for report in group.reports if (mention := _main(report, readings.get(report.id), kernel))
    ]
    found = [*contradictions_of(group.reports, readings, kernel), *contradictions_of_time_and_place(main, readings)]
    status = status_of(lines, found)
    label, evidence = _label(group, readings)
    event = Event(
        id=_id(group.reports[0], label),
        label=label,
        edtf=_most_common(mention.edtf for _, mention in main),
        places=tuple(_places(main, readings)),
        actors=(
            *_people(((report, mention.actors) for report, mention in main), readings),
            *leaders_of(group.reports, readings),
        ),
        recipients=tuple(_people(((report, mention.recipients) for report, mention in main), readings)),
        type=_most_common(mention.type for _, mention in main),
        reports=tuple(report.id for report in group.reports),
        lines=tuple(lines),
        status=status,
        admiralty=rate(lines, status),
        silent=tuple(silences_of(group.reports, readings)),
        contradictions=tuple(found),
        label_evidence=evidence,
        mentions=tuple((report.id, mention.id) for report, mention in main),
        n_origins=count_origins(lines),
    )
    return event, kernel


def _id(first: Report, label: str) -> EventId:
    return EventId("ev-" + sha256(f"{first.id}\0{label}".encode()).hexdigest()[:12])


def _label(group: Group, readings: Mapping[ReportId, Reading]) -> tuple[str, Evidence | None]:
    """Return the label and where it stands; English before other languages, since the desk reads it."""
    english = [report for report in group.reports if _language(report, readings) in {"en", None}]
    report = group.middle if group.middle in english or not english else english[0]
    spans = head_sentences(report, readings.get(report.id))
    if report.title is not None and report.title.strip():
        start = report.text.find(report.title.strip())
        words = report.title.strip()
        return _cut(words), None if start < 0 else _evidence(report, Span(start, start + len(_cut(words))))
    if not spans:
        return report.id, None
    end = spans[0].start + len(_cut(spans[0].of(report.text)))
    found = _evidence(report, Span(spans[0].start, end))
    return found.exact, found


def _language(report: Report, readings: Mapping[ReportId, Reading]) -> str | None:
    reading = readings.get(report.id)
    return report.language or (None if reading is None else reading.language)


def _cut(words: str) -> str:
    if len(words) <= LABEL_MOST:
        return words
    return words[:LABEL_MOST].rsplit(None, 1)[0]


def _evidence(report: Report, span: Span) -> Evidence:
    return Evidence(report_id=report.id, exact=span.of(report.text), start=span.start, end=span.end)


def _main(report: Report, reading: Reading | None, kernel: Kernel) -> EventMention | None:
    """Return the report's main event mention: the first in headline and lead that is said to have happened."""
    if reading is None:
        return None
    lead = lead_end(report, reading)
    early = [mention for mention in reading.events if mention.trigger and mention.trigger[0].start < lead]
    happened = [mention for mention in early if mention.stance in _HAPPENED]
    with_parties = [mention for mention in happened if _lands(mention.actors, reading) & kernel.lands]
    return next(iter(with_parties or happened or early), None)


def _lands(participants: Sequence[Participant], reading: Reading) -> frozenset[str]:
    by_id = {entity.id: entity.country for entity in reading.entities}
    lands = (by_id.get(each.entity) for each in participants if each.entity is not None)
    return frozenset(land for land in lands if land is not None)


def _places(main: Sequence[tuple[Report, EventMention]], readings: Mapping[ReportId, Reading]) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for report, mention in main:
        places = readings[report.id].places
        counts.update({places[at].name: 1 for at in mention.places if at < len(places)})
    yield from _first(counts)


def _people(
    found: Iterable[tuple[Report, Sequence[Participant]]], readings: Mapping[ReportId, Reading]
) -> Iterator[str]:
    """Yield the participants, those named in most reports first.

    One name spelled several ways is told once. Participants without a name ("the trainers") are told only where nobody
    is named, since each report puts them in its own words.
    """
    named: dict[str, dict[str, set[ReportId]]] = {}
    nameless: Counter[str] = Counter()
    told = list(found)
    for report, participants in told:
        names: dict[str, str] = {entity.id: entity.name for entity in readings[report.id].entities}
        for each in participants:
            name = names.get(each.entity or "")
            if name is None:
                nameless[words_of(report.text, each.spans)] += 1
            else:
                named.setdefault(fold_name(name), {}).setdefault(name, set()).add(report.id)
    spelled = {
        max(spellings, key=lambda name: (len(spellings[name]), name)): sum(map(len, spellings.values()))
        for spellings in named.values()
    }
    counts = Counter({name: n for name, n in spelled.items() if n >= LEAST_SHARE * len(told)})
    yield from _first(counts or Counter(spelled) or nameless)


def _first(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda name: -counts[name])[:_NAMED_MOST]


def _most_common(values: Iterable[T | None]) -> T | None:
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value), default=None)
