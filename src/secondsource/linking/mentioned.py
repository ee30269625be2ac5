"""Events that a report mentions beside the one it is about."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial

from secondsource.linking.features import Features
from secondsource.linking.kernel import Kernel
from secondsource.linking.memory import Memory
from secondsource.linking.profile import sections_of
from secondsource.model.ids import EventId, ReportId
from secondsource.model.linked import Event
from secondsource.model.reading import Reading
from secondsource.model.report import Report, SectionKind
from secondsource.text.segment import sentence_spans

SHARED_LEAST = 4
"""Features that one sentence must share with the head of another event, and with no other head, to mention it.

Chosen on the shared part of the case set: all seven mentions found are right, of thirteen there.
"""

SENTENCES_MOST = 80
"""Sentences of a report that are looked at."""

_READ = frozenset({SectionKind.BODY, SectionKind.STANDFIRST})


def mentioned_events(
    reports: Sequence[Report],
    readings: Mapping[ReportId, Reading],
    events: Sequence[tuple[Event, Kernel]],
    *,
    memory: Memory | None = None,
) -> dict[ReportId, tuple[EventId, ...]]:
    """Return the events that each report mentions and is not about, the most features in one sentence first.

    A sentence mentions an event where it shares with the head of the event's reports what no other event has.
    """
    memory = memory or Memory()
    about = {report: event.id for event, _ in events for report in event.reports}
    # A kernel is of one event; where all are as they were, so is what each report mentions.
    only_in = memory.get("only in", [kernel for _, kernel in events], partial(_only_in, events))
    found: dict[ReportId, tuple[EventId, ...]] = {}
    for report in reports:
        reading, own = readings.get(report.id), about.get(report.id)
        rests_on = (report, reading, only_in, memory.same(own))
        hits = memory.get("mentioned", rests_on, partial(_mentioned, report, reading, only_in, own))
        if hits:
            found[report.id] = hits
    return found


def _only_in(events: Sequence[tuple[Event, Kernel]]) -> dict[str, EventId]:
    """Return the features that the head of one event alone has, and of which."""
    n_with = Counter(key for _, kernel in events for key in kernel.keys)
    return {key: event.id for event, kernel in events for key in kernel.own_keys if n_with[key] == 1}


def _mentioned(
    report: Report, reading: Reading | None, only_in: Mapping[str, EventId], own: EventId | None
) -> tuple[EventId, ...]:
    best: dict[EventId, int] = {}
    for keys in _sentences(report, reading):
        for event, n in Counter(only_in[key] for key in keys if key in only_in).items():
            if event != own:
                best[event] = max(n, best.get(event, 0))
    hits = sorted((-n, event) for event, n in best.items() if n >= SHARED_LEAST)
    return tuple(event for _, event in hits)


def _sentences(report: Report, reading: Reading | None) -> list[frozenset[str]]:
    sections = sections_of(report, reading)
    stretches = [(part.start, part.end) for part in sections if part.kind in _READ] or [(0, len(report.text))]
    spans = [span for start, end in stretches for span in sentence_spans(report.text, start, end)]
    features = Features(report.text, reading)
    return [features.keys(span.start, span.end) for span in spans[:SENTENCES_MOST]]
