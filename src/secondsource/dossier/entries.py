"""The reports behind a dossier, numbered for citing."""

from secondsource.dossier.compose import one_line
from secondsource.dossier.date_words import date_words
from secondsource.dossier.digests import digest_of
from secondsource.dossier.material import Material
from secondsource.model.dossier import ReportEntry
from secondsource.model.published import PublishedBasis
from secondsource.model.report import Report


def list_reports(material: Material) -> tuple[ReportEntry, ...]:
    """Return an entry for each report, in the order given."""
    return tuple(_entry(material, report) for report in material.reports)


def _entry(material: Material, report: Report) -> ReportEntry:
    reading = material.reading(report.id)
    published = report.published
    return ReportEntry(
        number=material.number(report.id),
        report_id=report.id,
        outlet=report.outlet,
        title=_title(material, report),
        published=published.edtf,
        published_basis=published.basis,
        language=report.language or (None if reading is None else reading.language),
        url=report.url,
        capture_sha256=report.capture_sha256,
        text_sha256=digest_of(report.text),
        n_characters=len(report.text),
        summary=_summary(material, report),
        sections=material.sections(report.id),
    )


def _title(material: Material, report: Report) -> str | None:
    if report.title is not None and report.title.strip():
        return one_line(report.title)
    return one_line(material.headline(report.id).exact) or None if material.sections(report.id) else None


def _summary(material: Material, report: Report) -> str:
    outlet = report.outlet or "Outlet not known"
    edtf = report.published.edtf
    day = "date not known" if edtf is None else date_words(edtf)
    if report.published.basis is PublishedBasis.INFERRED:
        day += " (inferred)"
    title = _title(material, report)
    return ", ".join([one_line(outlet), day] + ([] if title is None else [title]))
