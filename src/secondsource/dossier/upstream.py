"""Whom the reports lean on beside the origins of the lines that are told."""

from secondsource.dossier.compose import Piece, compose, listed, name
from secondsource.dossier.material import Material
from secondsource.dossier.origins import canonical
from secondsource.dossier.wording import UPSTREAM_WORDS
from secondsource.model.dossier import Sentence
from secondsource.model.evidence import Evidence
from secondsource.model.ids import ReportId
from secondsource.model.linked import OriginKind
from secondsource.model.reading import Upstream, UpstreamKind


def tell_upstream(material: Material) -> tuple[Sentence, ...]:
    """Return one sentence for each source that reports name and no line of reporting goes back to.

    Sensors and outlets whose own report is here have their own places; what has no name is told with its line.
    """
    told = {
        canonical(line.origin)
        for event in material.linked.events
        for line in event.lines
        if line.origin_kind is not OriginKind.UNKNOWN
    }
    # An outlet whose own report is here stands with that report.
    told |= {canonical(report.outlet) for report in material.reports if report.outlet is not None}
    found: dict[str, list[tuple[ReportId, Upstream]]] = {}
    for reading in material.readings:
        for upstream in reading.upstream:
            key = canonical(upstream.name)
            if key not in told and upstream.kind not in (UpstreamKind.SENSOR, UpstreamKind.ANONYMOUS):
                found.setdefault(key, []).append((reading.id, upstream))
    return tuple(_sentence(material, each) for each in found.values())


def _sentence(material: Material, found: list[tuple[ReportId, Upstream]]) -> Sentence:
    upstream = found[0][1]
    cited: list[Evidence] = [
        evidence for report_id, each in found for evidence in material.cite_all(report_id, each.spans)
    ]
    tellers = dict.fromkeys(material.teller(report_id, opening=False) for report_id, _ in found)
    by: list[str | Piece] = listed(each if isinstance(each, Piece) else name(each) for each in tellers)
    named = f", {UPSTREAM_WORDS[upstream.kind]}, is named as a source by "
    return compose(name(upstream.name), named, *by, ".", citing=cited)
