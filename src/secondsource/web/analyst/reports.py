"""A report: its captured text with all that was read in it marked, and the capture beside it."""

from dataclasses import dataclass
from datetime import datetime

from starlette.responses import Response

from secondsource.model.evidence import Span
from secondsource.model.ids import ReportId
from secondsource.model.linked import LinkedReport
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from secondsource.web.analyst.asking import moment_asked, study
from secondsource.web.analyst.highlights import Finding, MarkedKind, Stretch, findings, marks, stretches
from secondsource.web.analyst.original import Original, original_of
from secondsource.web.analyst.state import State
from secondsource.web.analyst.states import States
from secondsource.web.errors import NoSuchPage
from secondsource.web.forms import whole_number
from secondsource.web.routing import Asked

KIND_HEADINGS: dict[MarkedKind, str] = {
    MarkedKind.STATEMENT: "Statements",
    MarkedKind.EVENT: "Events",
    MarkedKind.TIME: "Times",
    MarkedKind.PLACE: "Places",
    MarkedKind.NAME: "Names",
}
"""Headings of what was found, in the order of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """A report as its page shows it.

    Attributes:
        state: The ledger at the moment asked about.
        report: The report.
        reading: What was read in it.
        linked: How it hangs together with the others.
        found: Everything that was read in it.
        text: Its text in marked stretches; together they are the text.
        chosen: The finding that was asked for, None for none or for a bare place.
        original: The capture it was taken from; None where there is none.
        came_at: When it came into the ledger.
    """

    state: State
    report: Report
    reading: Reading
    linked: LinkedReport
    found: tuple[Finding, ...]
    text: tuple[Stretch, ...]
    chosen: Finding | None
    original: Original | None
    came_at: datetime


async def show_report(asked: Asked) -> Response:
    """Show the captured text with all that was read in it marked, and the original capture beside it."""
    as_of = moment_asked(asked.query.get("as_of", ""))
    place = {name: _number(asked, name) for name in ("from", "to", "show")}
    found = await study(asked, _look, asked.path["report_id"], as_of, place)
    if found is None:
        return asked.show("desk/analyst/no_ledger.html.j2", heading="Report")
    return asked.show("desk/analyst/report.html.j2", page=found, as_of=as_of, headings=KIND_HEADINGS)


def _look(states: States, report_id: str, as_of: datetime | None, place: dict[str, int | None]) -> ReportPage:
    state = states.get(as_of)
    report = state.reports.get(ReportId(report_id))
    if report is None:
        raise NoSuchPage(
            "A report was asked for; the ledger holds none of that id at that moment.\nFind it: /desk/search"
        )
    reading = state.readings[report.id]
    found = findings(report.text, reading)
    number, start, end = place["show"], place["from"], place["to"]
    chosen = next((each for each in found if each.number == number), None)
    picked = chosen.spans if chosen is not None else () if start is None or end is None else (Span(start, end),)
    return ReportPage(
        state=state,
        report=report,
        reading=reading,
        linked=state.links[report.id],
        found=tuple(found),
        text=tuple(stretches(report.text, marks(found, reading), picked)),
        chosen=chosen,
        original=original_of(states.place, report),
        came_at=state.held.came_at[report.id],
    )


def _number(asked: Asked, name: str) -> int | None:
    return whole_number(asked.query[name], name) if asked.query.get(name) else None
