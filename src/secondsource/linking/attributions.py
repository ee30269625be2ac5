"""Who has it from whom where no words are shared: a report names the outlet of an earlier report of the event."""

from collections.abc import Mapping, Sequence

from secondsource.linking.copies import order_key
from secondsource.linking.naming import NamedOutlet, OutletNamer
from secondsource.linking.outlet_names import publisher_key
from secondsource.linking.when import stretch_of
from secondsource.model.evidence import Evidence
from secondsource.model.ids import ReportId
from secondsource.model.linked import CopyBasis, CopyLink
from secondsource.model.reading import Reading
from secondsource.model.report import Report


def attributed(
    reports: Sequence[Report],
    readings: Mapping[ReportId, Reading],
    links: Mapping[ReportId, Sequence[CopyLink]],
) -> dict[ReportId, tuple[CopyLink, ...]]:
    """Return links from each report to the earliest reports of this event by the outlets that it names.

    Only outlets that it is not linked to already; never to a report that is surely later, and never so that two
    reports lean on each other.

    Args:
        reports: The reports of one event.
        readings: Their readings.
        links: The copies found already.
    """
    ordered = sorted(reports, key=order_key)
    namer = OutletNamer(ordered)
    first_of: dict[str, Report] = {}
    for report in ordered:
        key = publisher_key(report)
        if key is not None:
            first_of.setdefault(key, report)
    found: dict[ReportId, tuple[CopyLink, ...]] = {}
    for report in ordered:
        known = {link.parent for link in links.get(report.id, ())}
        new = [
            _link(report, first_of[named.key], named)
            for named in namer.named_in(report, readings.get(report.id))
            if named.key in first_of
            and first_of[named.key].id not in known
            and _may_lean(report, first_of[named.key], links, found)
        ]
        if new:
            found[report.id] = tuple(new)
    return found


def _may_lean(
    report: Report,
    parent: Report,
    links: Mapping[ReportId, Sequence[CopyLink]],
    found: Mapping[ReportId, Sequence[CopyLink]],
) -> bool:
    when, parent_when = stretch_of(report.published.edtf), stretch_of(parent.published.edtf)
    if parent.id == report.id or (when is not None and parent_when is not None and when.before(parent_when)):
        return False
    leaned_on = {report.id}
    waiting = [parent.id]
    while waiting:
        at = waiting.pop()
        if at in leaned_on:
            return False
        waiting += [link.parent for link in (*links.get(at, ()), *found.get(at, ()))]
        if len(waiting) > len(links) + len(found) + 1:
            return False
    return True


def _link(report: Report, parent: Report, named: NamedOutlet) -> CopyLink:
    words = named.span.of(report.text)
    does = "credits" if named.basis is CopyBasis.CREDIT else "cites"
    return CopyLink(
        child=report.id,
        parent=parent.id,
        basis=CopyBasis.ATTRIBUTION if named.basis is CopyBasis.ATTRIBUTION else CopyBasis.CREDIT,
        share=0.0,
        child_evidence=Evidence(report_id=report.id, exact=words, start=named.span.start, end=named.span.end),
        because=f"it {does} “{words}” and shares no passage with {parent.outlet or parent.id}",
    )
