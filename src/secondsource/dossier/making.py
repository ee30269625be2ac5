"""Who made the reports, and what on their pages was left unread."""

import re

from secondsource.dossier.compose import Piece, compose, listed, name
from secondsource.dossier.material import Material
from secondsource.dossier.origins import canonical
from secondsource.dossier.wording import ROLE_WORDS, counted
from secondsource.model.dossier import Sentence
from secondsource.model.evidence import Evidence, Span
from secondsource.model.ids import ReportId
from secondsource.model.reading import Credit, CreditRole
from secondsource.model.report import Section, SectionKind
from secondsource.text.normalise import fold

# The first that fits names the notice; the order goes from the particular to the general.
_NOTICES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("comment policy", re.compile(r"\bcomments?\b|댓글|комментари", re.IGNORECASE)),
    ("copyright", re.compile(r"copyright|all rights reserved|©|\(c\)|저작권|무단|права защищены", re.IGNORECASE)),
    ("subscription", re.compile(r"\bsubscri|\bnewsletter|\bsign up|구독|подпис", re.IGNORECASE)),
    ("contact", re.compile(r"\bcontact\b|@|제보|контакт", re.IGNORECASE)),
)
_LOOK_AT = 2_000
"""Characters of a notice that decide its kind."""


def tell_credits(material: Material) -> tuple[Sentence, ...]:
    """Return one sentence for each role and report: who is credited, as makers and not as sources."""
    sentences: list[Sentence] = []
    for reading in material.readings:
        by_role: dict[CreditRole, list[Credit]] = {}
        for credit in reading.credits:
            if not _credits_itself(material, reading.id, credit):
                by_role.setdefault(credit.role, []).append(credit)
        sentences += [_credit(material, reading.id, role, given) for role, given in by_role.items()]
    return tuple(sentences)


def tell_unread(material: Material) -> tuple[Sentence, ...]:
    """Return one sentence for each report with notices that were left unread."""
    sentences: list[Sentence] = []
    for report in material.reports:
        notices = [section for section in material.sections(report.id) if section.kind is SectionKind.NOTICE]
        if notices:
            sentences.append(_unread(material, report.id, notices))
    return tuple(sentences)


def _credit(material: Material, report_id: ReportId, role: CreditRole, given: list[Credit]) -> Sentence:
    # A photographer is credited under every picture, but is one person.
    names = {fold(credit.name): credit.name for credit in given}
    language = material.language(report_id)
    pieces: list[str | Piece] = listed(name(each, language) for each in names.values())
    cited = [material.cite(report_id, Span(credit.start, credit.end)) for credit in given]
    return compose(material.teller(report_id), " credits ", *pieces, f" {ROLE_WORDS[role]}.", citing=cited)


def _credits_itself(material: Material, report_id: ReportId, credit: Credit) -> bool:
    outlet = material.report(report_id).outlet
    return credit.role is CreditRole.AGENCY and outlet is not None and canonical(outlet) == canonical(credit.name)


def _unread(material: Material, report_id: ReportId, notices: list[Section]) -> Sentence:
    cited = [material.cite(report_id, Span(section.start, section.end)) for section in notices]
    kinds = dict.fromkeys(_kind(notice) for notice in cited)
    text = f": {counted(len(notices), 'notice')} left unread ({', '.join(kinds)})."
    return compose(material.teller(report_id), text, citing=cited)


def _kind(notice: Evidence) -> str:
    head = notice.exact[:_LOOK_AT]
    return next((kind for kind, pattern in _NOTICES if pattern.search(head)), "notice of the page")
