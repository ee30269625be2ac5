"""Who would be expected to have reported an event, since they covered most that are like it, and has not."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.linking.copies import order_key
from secondsource.linking.kernel import Kernel
from secondsource.linking.outlet_names import outlet_name, publisher_key
from secondsource.linking.when import stretch_of
from secondsource.model.ids import EventId, ReportId
from secondsource.model.linked import Event, Silence
from secondsource.model.report import Report

COVERED_LEAST = 0.8
"""Share of the comparable earlier events that an outlet must have covered to be expected at this one."""

COMPARABLE_LEAST = 3
"""Comparable earlier events from which there is a habit; fewer show none."""

COMPARABLE_DAYS = 730
"""Days back to which an event is compared: who covered a thing years ago may have closed its desk."""

WAIT_DAYS = 1.0
"""Days after the first report by which an outlet must have covered an event, and before which none is late."""


@dataclass(frozen=True, slots=True)
class _Coverage:
    day: float
    outlets: dict[str, str]


def with_expected_silence(
    events: Sequence[tuple[Event, Kernel]], reports: Sequence[Report]
) -> list[tuple[Event, Kernel]]:
    """Return the events, each with the outlets that covered most comparable earlier ones and not this one.

    An event is comparable if it is of the same type and shares a land. An outlet is expected only if any of its
    reports, on whatever, came after the event by :data:`WAIT_DAYS`: else its feed may simply have ended, or the day
    is not over yet.
    """
    by_id = {report.id: report for report in reports}
    coverage = {event.id: found for event, _ in events if (found := _coverage(event, by_id)) is not None}
    last = _last_days(reports)
    told: list[tuple[Event, Kernel]] = []
    for event, kernel in events:
        own = coverage.get(event.id)
        before = [] if own is None else [coverage[other] for other in _comparable(event, kernel, events, coverage)]
        missing = [] if own is None or len(before) < COMPARABLE_LEAST else _missing(own, before, last)
        told.append((replace(event, silent=(*event.silent, *missing)) if missing else event, kernel))
    return told


def _coverage(event: Event, reports: Mapping[ReportId, Report]) -> _Coverage | None:
    ordered = sorted((reports[report_id] for report_id in event.reports), key=order_key)
    first = _day(ordered[0])
    if first is None:
        return None
    within = [report for report in ordered if (day := _day(report)) is not None and day - first <= WAIT_DAYS]
    keyed = [(publisher_key(report), report.outlet) for report in within]
    return _Coverage(
        first, {key: outlet_name(outlet) for key, outlet in keyed if key is not None and outlet is not None}
    )


def _day(report: Report) -> float | None:
    when = stretch_of(report.published.edtf)
    return None if when is None else when.earliest / 1440


def _last_days(reports: Sequence[Report]) -> dict[str, float]:
    last: defaultdict[str, float] = defaultdict(float)
    for report in reports:
        key, day = publisher_key(report), _day(report)
        if key is not None and day is not None:
            last[key] = max(last[key], day)
    return dict(last)


def _comparable(
    event: Event, kernel: Kernel, events: Sequence[tuple[Event, Kernel]], coverage: Mapping[EventId, _Coverage]
) -> list[EventId]:
    day = coverage[event.id].day
    return [
        other.id
        for other, other_kernel in events
        if other.id in coverage
        and event.type is not None
        and other.type is event.type
        and kernel.lands & other_kernel.lands
        and WAIT_DAYS < day - coverage[other.id].day <= COMPARABLE_DAYS
    ]


def _missing(own: _Coverage, before: Sequence[_Coverage], last: Mapping[str, float]) -> list[Silence]:
    names = {key: name for each in before for key, name in each.outlets.items()}
    counts = {key: sum(key in each.outlets for each in before) for key in names}
    silent = [
        key
        for key, n in counts.items()
        if n >= COVERED_LEAST * len(before) and key not in own.outlets and last.get(key, 0.0) - own.day > WAIT_DAYS
    ]
    return [
        Silence(
            who=names[key],
            because=(
                f"inferred: it covered {counts[key]} of {len(before)} comparable earlier events within a day of the "
                "first report, and has no report of this one"
            ),
        )
        for key in sorted(silent, key=lambda key: (-counts[key], names[key]))
    ]
