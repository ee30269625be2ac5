"""The lines of reporting of an event: what each goes back to, and which reports only repeat it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from secondsource.linking.kernel import Kernel
from secondsource.linking.offices import offices_of, person_key
from secondsource.linking.origins import control_key
from secondsource.linking.sources import Source, all_named, is_first_hand, own_source, relays, sources_of
from secondsource.model.evidence import Evidence
from secondsource.model.ids import LineId, ReportId
from secondsource.model.linked import CopyLink, Line, OriginKind
from secondsource.model.outlets import OutletKind, find_outlet
from secondsource.model.reading import Reading
from secondsource.model.report import Report

NOT_SAID = "not said"
"""Name of the line of the reports that do not say where they had it from."""

COPIED_LEAST = 0.5
"""Share of a report's words from which it has no origin but its parent's, unless it names one."""

_RANK = {
    OriginKind.SENSOR: 0,
    OriginKind.DOCUMENT: 1,
    OriginKind.SPEAKER: 2,
    OriginKind.WITNESS: 2,
    OriginKind.OUTLET: 3,
    OriginKind.ANONYMOUS: 4,
    OriginKind.UNKNOWN: 5,
}
_VAGUE = frozenset(
    {"state media", "state-run media", "official media", "state television", "flight tracking platforms"}
)
"""Origins that are named by their sort alone."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A report drawn to an origin.

    Attributes:
        report_id: The report.
        source: The origin.
        because: How that is known, one line.
    """

    report_id: ReportId
    source: Source
    because: str


@dataclass(slots=True)
class _Gathered:
    names: Counter[tuple[str, OriginKind]] = field(default_factory=Counter)
    controllers: list[str] = field(default_factory=list)
    drawn: list[Drawn] = field(default_factory=list)


def lines_of(
    reports: Sequence[Report],
    readings: Mapping[ReportId, Reading],
    links: Mapping[ReportId, Sequence[CopyLink]],
    kernel: Kernel,
) -> list[Line]:
    """Return the lines of reporting of one event, the one with most reports first, unknown origins last.

    Args:
        reports: The event's reports, earliest first.
        readings: Their readings.
        links: Who copies from whom.
        kernel: What the event is.

    Returns:
        Lines with ids ``l1``, ``l2``, …; one for each control, so that desks of one state are one line. Every report
        stands on at least one.
    """
    drawn = _settled(_drawn(reports, readings, links, kernel))
    order = {report.id: at for at, report in enumerate(reports)}
    gathered: dict[str, _Gathered] = {}
    for item in drawn:
        group = gathered.setdefault(_key(item.source), _Gathered())
        group.names[item.source.name, item.source.kind] += 1
        group.drawn.append(item)
        if item.source.controller is not None:
            group.controllers.append(item.source.controller)
    lines = [_line(group, order) for group in gathered.values()]
    lines.sort(key=_telling)
    return [replace(line, id=LineId(f"l{n}")) for n, line in enumerate(lines, 1)]


def _telling(line: Line) -> tuple[bool, int, int, str]:
    return line.origin_kind is OriginKind.UNKNOWN, -len(line.reports), _RANK[line.origin_kind], line.origin


def _key(source: Source) -> str:
    if source.kind in {OriginKind.UNKNOWN, OriginKind.ANONYMOUS}:
        return source.kind.value
    return control_key(source.name, source.controller)


def _drawn(
    reports: Sequence[Report],
    readings: Mapping[ReportId, Reading],
    links: Mapping[ReportId, Sequence[CopyLink]],
    kernel: Kernel,
) -> list[Drawn]:
    named = {
        report.id: [(report.id, source) for source in all_named(report, readings[report.id], kernel)]
        for report in reports
        if report.id in readings
    }
    relayed = relays(named.values())
    offices = offices_of(readings[report.id] for report in reports if report.id in readings)
    found = {report.id: _draw(report, readings.get(report.id), kernel, relayed, offices) for report in reports}
    for report in reports:
        for link in links.get(report.id, ())[:1]:
            if link.parent in found and (not found[report.id] or _only_copies(link, found[report.id], report)):
                found[report.id] = _inherited(report, link, found)
    return [item for report in reports for item in found[report.id] or [_not_said(report)]]


def _not_said(report: Report) -> Drawn:
    silent = Source(NOT_SAID, OriginKind.UNKNOWN, None, None)
    return Drawn(report.id, silent, f"{_teller(report)} does not say where it has it from")


def _draw(
    report: Report,
    reading: Reading | None,
    kernel: Kernel,
    relayed: Mapping[str, tuple[ReportId, Source]],
    offices: Mapping[str, str],
) -> list[Drawn]:
    if reading is None:
        return []
    drawn: list[Drawn] = []
    for named in sources_of(report, reading, kernel):
        words = "" if named.evidence is None else f": “{named.evidence.exact}”"
        because = f"{_teller(report)} names {named.name}{words}"
        source = _in_office(named, offices)
        if named.is_relay and named.name in relayed:
            told_by, origin = relayed[named.name]
            because += f", which has it from {origin.name} ({told_by})"
            source = replace(origin, evidence=named.evidence)
        drawn.append(Drawn(report.id, source, because))
    own = own_source(report)
    if not drawn and reading.own_reporting and own is not None:
        drawn.append(Drawn(report.id, own, f"{_teller(report)} has it at first hand"))
    return drawn


def _in_office(source: Source, offices: Mapping[str, str]) -> Source:
    """Return the body for which a person speaks, as another report of the event may tell, else the source."""
    body = offices.get(person_key(source.name)) if source.kind is OriginKind.SPEAKER else None
    outlet = None if body is None else find_outlet(body)
    if outlet is None or find_outlet(source.name) is not None:
        return source
    return replace(source, name=outlet.name, controller=outlet.controller)


def _only_copies(link: CopyLink, drawn: Sequence[Drawn], report: Report) -> bool:
    """Return whether the report has nothing of its own on the event: mostly copied, and it names nobody else."""
    own = own_source(report)
    at_first_hand = own is not None and all(item.source.name == own.name for item in drawn)
    return link.share >= COPIED_LEAST and (at_first_hand or all(item.source.is_relay for item in drawn))


def _inherited(report: Report, link: CopyLink, found: Mapping[ReportId, Sequence[Drawn]]) -> list[Drawn]:
    because = f"{_teller(report)} repeats {link.parent}: {link.because}"
    return [
        Drawn(report.id, replace(item.source, evidence=link.child_evidence), because) for item in found[link.parent]
    ]


def _settled(drawn: list[Drawn]) -> list[Drawn]:
    """Return the same with what is vague settled by what other reports of the event say.

    "State media" are those of the one state whose media are named, "flight trackers" the one tracker named. Where
    somebody is said to tell of the event itself, an outlet that repeats, and a source whose words are on something
    else, is no origin beside them.
    """
    named = [_by_name(item, drawn) for item in drawn]
    known = [item for item in named if item.source.kind is not OriginKind.UNKNOWN]
    first_hand = [item for item in known if is_first_hand(item.source)]
    origins = _telling_origins(first_hand or known)
    return [item if item not in known or _key(item.source) in origins else _no_origin(item) for item in named]


def _telling_origins(drawn: Sequence[Drawn]) -> set[str]:
    """Return the keys of the origins said to tell of the event; where none is, of the one named most.

    Two sources that are both named and neither known to speak of the event itself would make a corroboration out of
    a reaction.
    """
    telling = {_key(item.source) for item in drawn if item.source.tells_of_it}
    if telling or not drawn:
        return telling
    n_named = Counter(_key(item.source) for item in drawn)
    # Of equals the one named by the earliest report stands first.
    return {max(n_named, key=lambda key: n_named[key])}


def _by_name(item: Drawn, drawn: Sequence[Drawn]) -> Drawn:
    source = item.source
    if source.name.casefold() not in _VAGUE:
        return item
    same = [other.source for other in drawn if other.source.kind is source.kind]
    if source.kind is OriginKind.SENSOR:
        sensors = sorted({other.name for other in same} - _VAGUE)
        return replace(item, source=replace(source, name=sensors[0])) if len(sensors) == 1 else item
    states = sorted({other.controller for other in same if other.controller is not None})
    if len(states) != 1:
        return item
    return replace(item, source=replace(source, controller=states[0], is_relay=False))


def _no_origin(item: Drawn) -> Drawn:
    why = "does not say from whom it has it" if item.source.is_relay else "is not said to speak of this"
    source = Source(NOT_SAID, OriginKind.UNKNOWN, None, item.source.evidence)
    return Drawn(item.report_id, source, f"{item.because}; {item.source.name} {why}")


def _line(group: _Gathered, order: Mapping[ReportId, int]) -> Line:
    name, kind = min(
        group.names, key=lambda found: (_is_vague(found[0]), -group.names[found], _RANK[found[1]], found[0])
    )
    reports = sorted({item.report_id for item in group.drawn}, key=order.__getitem__)
    return Line(
        id=LineId(""),
        origin=name,
        origin_kind=kind,
        controller=group.controllers[0] if group.controllers else None,
        reports=tuple(reports),
        evidence=tuple(_evidence(group.drawn)),
        because=(*_merged(group, name), *(item.because for item in group.drawn)),
    )


def _is_vague(name: str) -> bool:
    outlet = find_outlet(name)
    return name.casefold() in _VAGUE or (outlet is not None and outlet.kind is OutletKind.GROUP)


def _merged(group: _Gathered, name: str) -> list[str]:
    others = sorted({other for other, _ in group.names if other != name})
    if not others or not group.controllers:
        return []
    return [f"{name} and {', '.join(others)} are under one control: {group.controllers[0]}"]


def _evidence(drawn: Iterable[Drawn]) -> list[Evidence]:
    return list(dict.fromkeys(item.source.evidence for item in drawn if item.source.evidence is not None))


def _teller(report: Report) -> str:
    return report.id if report.outlet is None else f"{report.outlet} ({report.id})"
