"""A dossier made from what the ledger holds, with what people decided."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from secondsource.dossier.assemble import assemble
from secondsource.dossier.screened import screen_names
from secondsource.ledger.errors import UnknownReport
from secondsource.linking.link import link
from secondsource.model.dossier import Dossier
from secondsource.model.encoding import encode
from secondsource.model.ids import ReportId
from secondsource.publishing.page import render_page
from secondsource.screening.clearances import Clearances
from secondsource.screening.index import Index
from secondsource.screening.judged_hits import clearances_of
from secondsource.web.analyst.state import State


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


def build(state: State, *, chosen: Sequence[str], title: str, made_at: datetime, lists: Index | None = None) -> Built:
    """Return the dossier of the chosen reports, all without a choice, its page, and its JSON; its citations hold.

    Raises:
        UnknownReport: The ledger does not hold one of them.
        NothingToTell: There are none.
        CitationsFailed: A citation is not true to its report.
    """
    _require_known(state, chosen)
    reports = [report for report in state.held.reports if not chosen or report.id in chosen]
    readings = [state.readings[report.id] for report in reports]
    judgements = state.held.judgements
    # All were linked already; of a choice the lines and counts are others.
    linked = link(reports, readings, judgements=judgements) if chosen else state.plain
    dossier = assemble(
        linked, reports, readings, made_at=made_at, title=title or None, tracks=() if chosen else state.held.tracks
    )
    if lists is not None:
        texts = {report.id: report.text for report in reports}
        cleared = Clearances(clearances_of(judgements))
        dossier = replace(dossier, screening=screen_names(dossier, readings, texts, lists, clearances=cleared))
    return Built(dossier, render_page(dossier, reports), json.dumps(encode(dossier), ensure_ascii=False))


def _require_known(state: State, chosen: Sequence[str]) -> None:
    unknown = next((each for each in chosen if ReportId(each) not in state.reports), None)
    if unknown is not None:
        raise UnknownReport(
            f"A dossier of the report {unknown} was asked for; the ledger holds none of that id.\n"
            "See those it holds: /desk/search"
        )
