"""The lines of reporting: what each goes back to, and which reports only repeat it."""

from secondsource.dossier.compose import Piece, compose, name, one_line, words
from secondsource.dossier.material import Material
from secondsource.dossier.origins import canonical
from secondsource.dossier.wording import ORIGIN_WORDS, counted
from secondsource.model.dossier import LineAccount, LineReport, Passage, Sentence
from secondsource.model.evidence import Evidence, Span
from secondsource.model.ids import ReportId
from secondsource.model.linked import CopyBasis, CopyLink, Event, Line, OriginKind
from secondsource.text.normalise import fold

_LANDS_WITH_ARTICLE = (
    "United ",
    "Netherlands",
    "Philippines",
    "Maldives",
    "Bahamas",
    "Gambia",
    "Comoros",
    "Seychelles",
)
_LONGEST_CREDIT = 120
_LEAST_WORDS = 3
_TELLING_SHARE = 0.15
"""Least share shown beside a report that says itself from whom it has it; names and titles alone make up as much."""
"""Shorter evidence ("KCNA") is shown within its sentence, or a reader could not tell why it is shown."""


def tell_lines(material: Material, event: Event) -> tuple[LineAccount, ...]:
    """Return the event's lines of reporting in linking's order."""
    told: set[ReportId] = set()
    accounts: list[LineAccount] = []
    for line in event.lines:
        accounts.append(_account(material, line, told))
        told.update(line.reports)
    return tuple(accounts)


def _account(material: Material, line: Line, told: set[ReportId]) -> LineAccount:
    return LineAccount(
        id=line.id,
        origin="Origin not known" if line.origin_kind is OriginKind.UNKNOWN else line.origin,
        origin_kind=line.origin_kind,
        controller=line.controller,
        sentence=_sentence(material, line),
        because=line.because,
        reports=tuple(_line_report(material, line, report_id, told) for report_id in line.reports),
    )


def _sentence(material: Material, line: Line) -> Sentence:
    n_reports = len(line.reports)
    cited = line.evidence or tuple(material.headline(report_id) for report_id in line.reports)
    if line.origin_kind is OriginKind.UNKNOWN:
        does = "does" if n_reports == 1 else "do"
        where = "it" if n_reports == 1 else "they"
        return compose(f"{counted(n_reports, 'report')} {does} not say where {where} had it from.", citing=cited)
    rest = "rests" if n_reports == 1 else "rest"
    what = ORIGIN_WORDS[line.origin_kind]
    parts: list[str | Piece] = [f"{counted(n_reports, 'report')} {rest} on ", name(line.origin), f", {what}"]
    if line.controller is not None and fold(line.controller) != fold(line.origin):
        parts += [_under(line.origin_kind), name(_with_article(line.controller))]
    end = "; the data themselves were not seen here." if line.origin_kind is OriginKind.SENSOR else "."
    return compose(*parts, end, citing=cited)


def _line_report(material: Material, line: Line, report_id: ReportId, told: set[ReportId]) -> LineReport:
    link = material.link(report_id)
    copies = [] if link is None else [copy for copy in link.links if copy.parent in line.reports]
    return LineReport(
        report_id=report_id,
        sentence=_hangs_on(material, line, report_id, copies),
        origin=is_origin(material, line, report_id),
        own_reporting=link is not None and link.own_reporting and report_id not in told,
        passages=tuple(passage for copy in copies if (passage := _passage(copy)) is not None),
    )


def _hangs_on(material: Material, line: Line, report_id: ReportId, copies: list[CopyLink]) -> Sentence:
    teller = material.teller(report_id)
    shown = next((each for each in line.evidence if each.report_id == report_id), None)
    if is_origin(material, line, report_id):
        return compose(teller, " is the origin itself.", citing=[shown or material.headline(report_id)])
    credit = next((copy for copy in copies if copy.basis is CopyBasis.CREDIT and copy.child_evidence is not None), None)
    if credit is not None and credit.child_evidence is not None:
        return _credits(material, credit, credit.child_evidence)
    if shown is not None and line.origin_kind is not OriginKind.UNKNOWN:
        telling = _telling(material, shown)
        quoted = words(telling, language=material.language(report_id))
        return compose(teller, " points to it: ", quoted, citing=[telling, shown])
    passage = next((copy for copy in copies if copy.child_evidence is not None), None)
    if passage is not None and passage.child_evidence is not None:
        parent = material.teller(passage.parent, opening=False)
        return compose(teller, " shares a passage with ", parent, ".", citing=[passage.child_evidence])
    return compose(teller, " tells it without saying from whom.", citing=[material.headline(report_id)])


def _credits(material: Material, credit: CopyLink, evidence: Evidence) -> Sentence:
    teller, parent = material.teller(credit.child), material.teller(credit.parent, opening=False)
    # A whole passage proves the copy, but shows no credit; it stands beside the other in the list of passages.
    if len(evidence.exact) > _LONGEST_CREDIT:
        return compose(teller, " credits ", parent, ".", citing=[evidence])
    quoted = words(evidence, language=material.language(credit.child))
    return compose(teller, " credits ", parent, ": ", quoted, ".", citing=[evidence])


def _telling(material: Material, shown: Evidence) -> Evidence:
    """Return words long enough to show that the report repeats: "KCNA" alone does not, "KCNA said on Tuesday" does."""
    if len(shown.exact.split()) >= _LEAST_WORDS:
        return shown
    span = Span(shown.start, shown.end)
    reading = material.reading(shown.report_id)
    text = material.report(shown.report_id).text
    for statement in () if reading is None else reading.statements:
        # A colon may be a cue ("…: state media"), but shows nothing.
        said = sorted(part for part in (*statement.source, *statement.cue) if any(map(str.isalnum, part.of(text))))
        reach = Span(said[0].start, said[-1].end) if said else None
        if reach is not None and reach.covers(span) and len(one_line(reach.of(text)).split()) > 1:
            return material.cite(shown.report_id, reach)
    return material.sentence(shown.report_id, span)


def is_origin(material: Material, line: Line, report_id: ReportId) -> bool:
    """Return whether the report is the origin's own publication."""
    outlet = material.report(report_id).outlet
    return outlet is not None and canonical(outlet) == canonical(line.origin)


def _passage(copy: CopyLink) -> Passage | None:
    if copy.child_evidence is None or copy.parent_evidence is None:
        return None
    if copy.basis is not CopyBasis.PASSAGE and copy.share < _TELLING_SHARE:
        return None
    return Passage(
        parent_id=copy.parent,
        share=copy.share,
        directed=copy.directed,
        child=copy.child_evidence,
        parent=copy.parent_evidence,
    )


def _under(kind: OriginKind) -> str:
    """Return how control is said: an outlet is controlled, a person answers to somebody."""
    if kind is OriginKind.OUTLET:
        return " controlled by "
    return ", answering to " if kind in (OriginKind.SPEAKER, OriginKind.WITNESS) else ", controlled by "


def _with_article(controller: str) -> str:
    """Return "the government of the United States": bodies take an article, and so do some lands."""
    head, of, land = controller.partition(" of ")
    article = "the " if land.startswith(_LANDS_WITH_ARTICLE) else ""
    return f"the {head}{of}{article}{land}" if of else controller
