"""Who is named as not having reported or answered."""

from collections.abc import Iterator, Mapping, Sequence

from secondsource.model.evidence import Evidence, Span
from secondsource.model.ids import ReportId
from secondsource.model.linked import Silence
from secondsource.model.outlet_phrases import fold_name
from secondsource.model.reading import NotReported, Reading
from secondsource.model.report import Report

NOBODY = "nobody"
"""Whom a reading gives where a report says that something is not known without saying who does not tell it."""


def silences_of(reports: Sequence[Report], readings: Mapping[ReportId, Reading]) -> list[Silence]:
    """Return the silences that the reports of an event name, each once, in the order of the reports."""
    named: dict[tuple[str, str], Silence] = {}
    for report in reports:
        reading = readings.get(report.id)
        for silence in () if reading is None else _named(report, reading):
            exact = "" if silence.evidence is None else fold_name(silence.evidence.exact)
            named.setdefault((fold_name(silence.who), exact), silence)
    return list(named.values())


def _named(report: Report, reading: Reading) -> Iterator[Silence]:
    teller = report.outlet or report.id
    for missing in reading.not_reported:
        # "It was not said why": nobody is silent there.
        if missing.what and fold_name(missing.who) != NOBODY:
            yield Silence(who=missing.who, because=f"{teller} says so", evidence=_evidence(report, missing))


def _evidence(report: Report, missing: NotReported) -> Evidence:
    span = Span(missing.what[0].start, missing.what[-1].end)
    return Evidence(report_id=report.id, exact=span.of(report.text), start=span.start, end=span.end)
