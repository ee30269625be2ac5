"""What the dossier does not know, so that nobody takes a gap for an answer."""

from secondsource.dossier.compose import compose
from secondsource.dossier.material import Material
from secondsource.model.dossier import Sentence
from secondsource.model.published import PublishedBasis
from secondsource.model.report import Report


def tell_unknown(material: Material) -> tuple[Sentence, ...]:
    """Return a sentence for each thing that stays open: reports without a date, without an outlet, in nobody's view."""
    return (
        *_about(material, [r for r in material.reports if r.published.basis is PublishedBasis.UNKNOWN], _NO_DATE),
        *_about(material, [r for r in material.reports if r.published.basis is PublishedBasis.INFERRED], _INFERRED),
        *_about(material, [r for r in material.reports if not r.outlet], _NO_OUTLET),
    )


_NO_DATE = "the date of publication is not known, so days such as “Monday” stay open."
_INFERRED = "the date of publication is inferred, not stated."
_NO_OUTLET = "the outlet is not known, so nobody’s control over it could be looked up."


def _about(material: Material, reports: list[Report], what: str) -> list[Sentence]:
    if not reports:
        return []
    numbers = [str(material.number(report.id)) for report in reports]
    if len(material.reports) == 1:
        opening = "The report"
    elif len(numbers) == 1:
        opening = f"Report {numbers[0]}"
    else:
        opening = f"Reports {', '.join(numbers[:-1])} and {numbers[-1]}"
    return [compose(f"{opening}: {what}", citing=[material.headline(report.id) for report in reports])]
