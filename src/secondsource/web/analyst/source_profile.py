"""What the ledger shows of one source: its reports, from whom it has things, who has them from it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from secondsource.dossier.origins import canonical
from secondsource.model.ids import ReportId
from secondsource.model.judgement import Judgement
from secondsource.model.linked import Event, LinkedReport
from secondsource.model.outlets import Outlet, find_outlet
from secondsource.model.report import Report
from secondsource.web.analyst.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Another source that this one repeats, or that repeats it.

    Attributes:
        name: Its name.
        n_reports: In how many reports.
        report_ids: Which.
    """

    name: str
    n_reports: int
    report_ids: tuple[ReportId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceProfile:
    """A source as this ledger shows it.

    Attributes:
        name: Its canonical name where the table of outlets knows it, else as asked.
        outlet: What the table says of it; None where it is not in it.
        reports: Its own reports, the last come first.
        n_own_reporting: How many of them have a first-hand source of their own.
        repeats: Whom it repeats.
        repeated_by: Who repeats it.
        origin_of: Events of which a line of reporting goes back to it.
        alone: Of those, the ones that rest on it alone.
        told: Events that its own reports are about.
        judgements: What people decided about it.
    """

    name: str
    outlet: Outlet | None
    reports: tuple[Report, ...]
    n_own_reporting: int
    repeats: tuple[Neighbour, ...]
    repeated_by: tuple[Neighbour, ...]
    origin_of: tuple[Event, ...]
    alone: tuple[Event, ...]
    told: tuple[Event, ...]
    judgements: tuple[Judgement, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether the table or the ledger knows it at all."""
        return bool(self.outlet is not None or self.reports or self.repeated_by or self.origin_of)


def source_profile(state: State, name: str) -> SourceProfile:
    """Return the profile of the source of that name, any of its names."""
    outlet = find_outlet(name)
    key = canonical(name)
    reports = [report for report in state.held.reports if report.outlet and canonical(report.outlet) == key]
    mine = {report.id for report in reports}
    events = state.linked.events
    origin_of = [event for event in events if any(canonical(line.origin) == key for line in event.lines)]
    return SourceProfile(
        name=name if outlet is None else outlet.name,
        outlet=outlet,
        reports=tuple(reversed(reports)),
        n_own_reporting=sum(state.links[report.id].own_reporting for report in reports),
        repeats=_counted(_repeats(state, reports, key)),
        repeated_by=_counted(_repeated_by(state, mine, key)),
        origin_of=tuple(origin_of),
        alone=tuple(e for e in origin_of if all(canonical(line.origin) == key for line in e.lines)),
        told=tuple(event for event in events if mine.intersection(event.reports)),
        judgements=tuple(each for each in state.held.judgements if key in {canonical(part) for part in each.subject}),
    )


def all_sources(state: State) -> list[tuple[str, int]]:
    """Return every outlet with the number of its reports, the most first."""
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for report in state.held.reports:
        if report.outlet:
            outlet = find_outlet(report.outlet)
            key = canonical(report.outlet)
            names.setdefault(key, report.outlet if outlet is None else outlet.name)
            counts[key] += 1
    return [(names[key], n_reports) for key, n_reports in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


def _repeats(state: State, reports: Iterable[Report], key: str) -> Iterator[tuple[str, ReportId]]:
    for report in reports:
        linked = state.links[report.id]
        yield from ((name, report.id) for name in _upstream(state, linked) if canonical(name) != key)


def _repeated_by(state: State, mine: set[ReportId], key: str) -> Iterator[tuple[str, ReportId]]:
    for linked in state.linked.reports:
        if linked.id in mine:
            continue
        named = any(canonical(name) == key for name in linked.upstream)
        if named or mine.intersection(linked.parents):
            yield state.reports[linked.id].outlet or "Outlet not known", linked.id


def _upstream(state: State, linked: LinkedReport) -> Sequence[str]:
    parents = [state.reports[parent].outlet or "Outlet not known" for parent in linked.parents]
    return list(dict.fromkeys((*linked.upstream, *parents)))


def _counted(found: Iterable[tuple[str, ReportId]]) -> tuple[Neighbour, ...]:
    reports: dict[str, list[ReportId]] = {}
    names: dict[str, str] = {}
    for name, report_id in found:
        key = canonical(name)
        outlet = find_outlet(name)
        names.setdefault(key, name if outlet is None else outlet.name)
        held = reports.setdefault(key, [])
        held += [] if report_id in held else [report_id]
    told = [Neighbour(name=names[key], n_reports=len(ids), report_ids=tuple(ids)) for key, ids in reports.items()]
    return tuple(sorted(told, key=lambda each: (-each.n_reports, each.name)))
