"""The count in words: how many reports, on which origins, and how many reports repeat each."""

from collections.abc import Iterator, Sequence

from secondsource.dossier.compose import Piece, compose, name
from secondsource.dossier.date_words import date_words
from secondsource.dossier.line_accounts import is_origin
from secondsource.dossier.material import Material
from secondsource.dossier.mentions import label_evidence
from secondsource.dossier.wording import counted
from secondsource.linking.origins import origins
from secondsource.model.dossier import Sentence
from secondsource.model.ids import ReportId
from secondsource.model.linked import Event, Line, OriginKind

ORIGINS_MOST = 12
"""Origins that are told one by one."""


def tell_counted(material: Material, event: Event) -> Sentence:
    """Return "14 reports, 2 origins: (1) KCNA, its own report of 9 July 2024, repeated by 12; (2) …".

    The origins are those that linking counts, in its order; what it does not count is told after them.
    """
    found = origins(event.lines)
    told = {id(line) for lines in found for line in lines}
    parts: list[str | Piece] = [counted(len(event.reports), "report"), ", "]
    parts.append(f"{counted(len(found), 'origin')}: " if found else "no known origin")
    for place, lines in enumerate(found[:ORIGINS_MOST], 1):
        parts += [*(["; "] if place > 1 else []), f"({place}) ", *_origin(material, lines)]
    if len(found) > ORIGINS_MOST:
        parts.append(f"; and {len(found) - ORIGINS_MOST} more")
    for line in event.lines:
        if id(line) not in told:
            parts += ["; not counted: ", *_uncounted(line)]
    first = [evidence for line in event.lines for evidence in line.evidence[:1]]
    return compose(*parts, ".", citing=first or [label_evidence(material, event)])


def _origin(material: Material, lines: Sequence[Line]) -> Iterator[str | Piece]:
    for place, line in enumerate(lines):
        if place:
            yield " with "
        yield name(line.origin)
    reports = list(dict.fromkeys(report_id for line in lines for report_id in line.reports))
    own = next((each for each in reports if any(is_origin(material, line, each) for line in lines)), None)
    if own is not None:
        yield f", its own report{_day(material, own)}"
        if len(reports) > 1:
            yield f", repeated by {len(reports) - 1}"
    elif lines[0].origin_kind is OriginKind.SENSOR:
        yield ", data read by "
        yield material.teller(reports[0], opening=False)
        if len(reports) > 1:
            yield f" and {len(reports) - 1} more"
    else:
        yield f", by way of {counted(len(reports), 'report')}"


def _day(material: Material, report_id: ReportId) -> str:
    edtf = material.report(report_id).published.edtf
    return "" if edtf is None else f" of {date_words(edtf)}"


def _uncounted(line: Line) -> Iterator[str | Piece]:
    n_reports = len(line.reports)
    if line.origin_kind is OriginKind.UNKNOWN:
        yield f"{counted(n_reports, 'report')} that {'does' if n_reports == 1 else 'do'} not say from whom"
        return
    yield name(line.origin)
    yield f" in {counted(n_reports, 'report')}, "
    yield "not named" if line.origin_kind is OriginKind.ANONYMOUS else "of whom too little is known"
