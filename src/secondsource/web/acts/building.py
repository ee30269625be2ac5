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
from secondsource.model.judgement import Judgement
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


def build(
    state: State,
    *,
    judgements: Sequence[Judgement],
    chosen: Sequence[str],
    title: str,
    made_at: datetime,
    lists: Index | None = None,
) -> Built:
    """Return the dossier of the chosen reports, all without a choice, its page, and its JSON; its citations hold.

    Args:
        state: What the ledger holds.
        judgements: Those of the state, signed as readers are to see them.
        chosen: The ids of the reports.
        title: Its headline; else the main event's own words.
        made_at: When.
        lists: Sanctions lists to look for the names on; None screens nothing.

    Raises:
        UnknownReport: The ledger does not hold one of them.
        NothingToTell: There are none.
        CitationsFailed: A citation is not true to its report.
    """
    _require_known(state, chosen)
    reports = [report for report in state.held.reports if not chosen or report.id in chosen]
    readings = [state.readings[report.id] for report in reports]
    # All were linked already, with the names of those who decided; of a choice the lines and counts are others too.
    linked_so = not chosen and tuple(judgements) == state.held.judgements
    linked = state.plain if linked_so else link(reports, readings, judgements=judgements)
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
