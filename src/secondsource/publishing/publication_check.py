"""The check at publication: every sentence rests on words that the ledger holds, and the page says just that."""

import json
from collections.abc import Iterator
from itertools import islice

from secondsource.dossier.check import CitationFault, check, evidence_in
from secondsource.ledger.errors import UnknownReport
from secondsource.ledger.ledger import Ledger
from secondsource.model.dossier import Dossier
from secondsource.model.encoding import decode
from secondsource.model.ids import ReportId
from secondsource.model.report import Report
from secondsource.publishing.changes import ChangeKind, changes
from secondsource.publishing.errors import NotADossier, PublicationBlocked
from secondsource.publishing.page import render_page
from secondsource.publishing.shown_sentences import shown_sentences

_NAMED_MOST = 5
_WORDS_MOST = 200


def dossier_of(text: str) -> Dossier:
    """Return the dossier that ``second-source dossier --json`` wrote.

    Raises:
        NotADossier: It is something else.
    """
    try:
        found = json.loads(text)
        if not isinstance(found, dict):
            raise TypeError(type(found).__name__)
        return decode(Dossier, found)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise NotADossier(
            f"A dossier as JSON was asked for; what is there is none ({type(error).__name__}).\n"
            "Make one: second-source dossier --json > dossier.json"
        ) from error


def reports_of(dossier: Dossier, ledger: Ledger) -> list[Report]:
    """Return the reports that the dossier lists, as far as the ledger holds them."""
    return [report for entry in dossier.reports if (report := _report(ledger, entry.report_id)) is not None]


def find_faults(dossier: Dossier, html: str, ledger: Ledger) -> list[CitationFault]:
    """Return what keeps the dossier from being published; an empty list is a pass.

    Every report it lists must be in the ledger, with the words that its captured bytes gave; every sentence must cite,
    and each citation give exactly the words at its place; and the page must be the one that this dossier makes.
    """
    reports = reports_of(dossier, ledger)
    held = {report.id: report.text for report in reports}
    faults = [*_not_held(dossier, set(held)), *_not_sound(dossier, reports, ledger), *check(dossier, held)]
    return faults or list(_page_faults(html, render_page(dossier, reports)))


def require_publishable(dossier: Dossier, html: str, ledger: Ledger) -> None:
    """Raise where :func:`find_faults` finds something.

    Raises:
        PublicationBlocked: A sentence does not rest on the ledger, or the page says something else than the dossier.
    """
    faults = find_faults(dossier, html, ledger)
    if faults:
        more = [f"And {len(faults) - _NAMED_MOST} more."] if len(faults) > _NAMED_MOST else []
        lines = [
            f"“{dossier.title}” was to be published; {len(faults)} of its places do not hold.",
            *(fault_words(fault) for fault in faults[:_NAMED_MOST]),
            *more,
            "Nothing was published. Check the stored words, then make the dossier again: second-source verify",
        ]
        raise PublicationBlocked("\n".join(lines))


def fault_words(fault: CitationFault) -> str:
    """Return the fault in one line that names the sentence."""
    sentence = "" if fault.sentence is None else f" “{_short(fault.sentence)}”"
    return f"{fault.where}{sentence}: {fault.problem}."


def _short(words: str) -> str:
    return words if len(words) <= _WORDS_MOST else words[:_WORDS_MOST] + "…"


def _report(ledger: Ledger, report_id: ReportId) -> Report | None:
    try:
        return ledger.report(report_id)
    except UnknownReport:
        return None


def _not_held(dossier: Dossier, held: set[ReportId]) -> Iterator[CitationFault]:
    for place, entry in enumerate(dossier.reports):
        if entry.report_id not in held:
            yield CitationFault(where=f"reports[{place}]", problem=f"the ledger does not hold report {entry.report_id}")


def _not_sound(dossier: Dossier, reports: list[Report], ledger: Ledger) -> Iterator[CitationFault]:
    """Yield the reports whose words are no longer those that their captured bytes gave."""
    cited = {evidence.report_id for evidence in evidence_in(dossier)}
    for report in reports:
        for fault in islice(ledger.verify(report.id) if report.id in cited else (), 1):
            yield CitationFault(where=f"report {report.id}", problem=f"{fault.code} {fault.message.splitlines()[0]}")


def _page_faults(html: str, made: str) -> Iterator[CitationFault]:
    if html == made:
        return
    differing = changes(shown_sentences(made), shown_sentences(html))
    told = (" ".join(words.text for words in each.words if words.kind is not ChangeKind.GONE) for each in differing)
    yield CitationFault(
        where="page",
        problem="the page is not the one that this dossier makes",
        sentence=next((sentence for sentence in told if sentence), None),
    )
