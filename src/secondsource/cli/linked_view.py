"""A set of linked reports as a person sees it on a terminal."""

from rich.table import Table

from secondsource.cli.console import console, table, words
from secondsource.model.linked import Event, Linked


def show_linked(linked: Linked) -> None:
    """Draw each event with its lines of reporting, then each report with what it repeats."""
    out = console()
    for event in linked.events:
        out.print(words(event.label, style="bold"))
        out.print(words(_about(event)))
        out.print(_lines(event))
    out.print(_reports(linked))


def _about(event: Event) -> str:
    reports = f"{len(event.reports)} reports" if len(event.reports) != 1 else "1 report"
    n_origins = event.n_origins or 0
    origins = f"{n_origins} origins" if n_origins != 1 else "1 origin"
    added_up = "no known origin" if event.without_origin else f"{origins}, {event.status}"
    return f"{event.id}: {event.edtf or 'date unknown'}, {reports}, {added_up}"


def _lines(event: Event) -> Table:
    drawn = table("line", "origin", "kind", "controlled by", "reports")
    for line in event.lines:
        drawn.add_row(
            words(line.id),
            words(line.origin),
            words(line.origin_kind),
            words(line.controller),
            words(", ".join(line.reports)),
        )
    return drawn


def _reports(linked: Linked) -> Table:
    drawn = table("report", "event", "first-hand", "repeats", "share", "goes back to")
    for report in linked.reports:
        drawn.add_row(
            words(report.id),
            words(report.event or "-"),
            words("yes" if report.own_reporting else "no"),
            words(", ".join(report.parents) or "-"),
            words(f"{report.share:.0%}"),
            words(report.root),
        )
    return drawn
