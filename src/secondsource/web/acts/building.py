"""A dossier made from what the ledger holds, with what people decided."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from secondsource.dossier.assemble import assemble
from secondsource.dossier.screened import screen_names
from secondsource.ledger.ledger import Ledger
from secondsource.linking.link import link
from secondsource.model.dossier import Dossier
from secondsource.model.encoding import encode
from secondsource.model.ids import ReportId
from secondsource.model.judgement import Judgement
from secondsource.model.linked import Linked
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from secondsource.publishing.page import render_page
from secondsource.reading.read import read
from secondsource.screening.clearances import Clearances
from secondsource.screening.index import Index
from secondsource.screening.judged_hits import clearances_of


@dataclass(frozen=True, slots=True)
class Held:
    """Reports of a ledger with their readings and what people decided.

    Attributes:
        reports: The reports, in the order in which they came.
        readings: One for each.
        judgements: The answers that stand.
    """

    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    judgements: tuple[Judgement, ...]

    def linked(self) -> Linked:
        """Return them linked, people's answers above the machine's."""
        return link(self.reports, self.readings, judgements=self.judgements)

    def unjudged(self) -> Linked:
        """Return them linked as the machine alone would."""
        return link(self.reports, self.readings)


@dataclass(frozen=True, slots=True)
class Built:
    """A dossier ready to be prepared for publication.

    Attributes:
        dossier: The dossier.
        html: Its page.
        told: The dossier as JSON.
    """

    dossier: Dossier
    html: str
    told: str


def held(ledger: Ledger, chosen: Sequence[str] = ()) -> Held:
    """Return the chosen reports of the ledger, all without a choice; a report that nobody has read is read now.

    Raises:
        UnknownReport: The ledger does not hold one of them.
    """
    for report_id in chosen:
        ledger.report(ReportId(report_id))
    reports = [report for report in ledger.reports() if not chosen or report.id in chosen]
    readings = [ledger.reading(report.id) or read(report) for report in reports]
    return Held(tuple(reports), tuple(readings), tuple(kept.judgement for kept in ledger.judgements()))


def build(ledger: Ledger, *, chosen: Sequence[str], title: str, made_at: datetime, lists: Index | None = None) -> Built:
    """Return the dossier of the chosen reports, its page, and its JSON; every citation of it is checked.

    Raises:
        UnknownReport: The ledger does not hold one of them.
        NothingToTell: There are none.
        CitationsFailed: A citation is not true to its report.
    """
    found = held(ledger, chosen)
    dossier = assemble(found.linked(), found.reports, found.readings, made_at=made_at, title=title or None)
    if lists is not None:
        texts = {report.id: report.text for report in found.reports}
        cleared = Clearances(clearances_of(found.judgements))
        named = screen_names(dossier, found.readings, texts, lists, clearances=cleared)
        dossier = replace(dossier, screening=named)
    return Built(dossier, render_page(dossier, found.reports), json.dumps(encode(dossier), ensure_ascii=False))
