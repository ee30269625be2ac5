"""Which name of a report stands for which origin, as linking found it."""

from secondsource.dossier.material import Material
from secondsource.model.evidence import Span, Spans
from secondsource.model.ids import ReportId
from secondsource.model.linked import OriginKind
from secondsource.model.outlets import find_outlet
from secondsource.text.normalise import fold

_NEARLY = 20
"""Characters by which linking's evidence may outrun the words that name a source and still be about it alone."""


def canonical(name: str) -> str:
    """Return the key of an outlet: the same for all names that the table of outlets knows it by."""
    outlet = find_outlet(name)
    return fold(name if outlet is None else outlet.name)


def origin_named(material: Material, report_id: ReportId, source: Spans, cue: Spans = ()) -> str | None:
    """Return the outlet that linking takes the source's words for ("its state media" for KCNA), None if none.

    Args:
        material: What the dossier is made from.
        report_id: The report.
        source: The words that name a source.
        cue: The words that say that it said something.
    """
    if not source:
        return None
    named = sorted((*source, *cue))
    reach = Span(named[0].start, max(span.end for span in named))
    for event in material.linked.events:
        for line in event.lines:
            if line.origin_kind is OriginKind.OUTLET and any(
                evidence.report_id == report_id and _about(reach, source, Span(evidence.start, evidence.end))
                for evidence in line.evidence
            ):
                return line.origin
    return None


def _about(reach: Span, source: Spans, evidence: Span) -> bool:
    close = evidence.end - evidence.start <= reach.end - reach.start + _NEARLY
    return close and any(span.meets(evidence) for span in source)
