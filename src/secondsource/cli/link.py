"""``second-source link``: how the reports of a set hang together; no ledger, no network."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.contract import event_line, report_line
from secondsource.cli.json_lines import failure_line, print_line, write_lines
from secondsource.cli.options import AsJson, MaybeInputs, PublishedOn, ShowProgress
from secondsource.cli.read_set import ReadSet, gather
from secondsource.cli.take_in import inputs_or_stdin, read_each
from secondsource.cli.tell import tell_failures
from secondsource.model.intake import Failure

if TYPE_CHECKING:
    from secondsource.model.linked import Linked

EventsFile = Annotated[
    Path | None,
    typer.Option("--events", metavar="FILE", help="Write one JSON line for each event there.", show_default=False),
]


def link(
    inputs: MaybeInputs = None,
    *,
    events: EventsFile = None,
    published: PublishedOn = None,
    as_json: AsJson = False,
    progress: ShowProgress = None,
) -> int:
    """Tell who repeats whom, and count origins.

    Groups the reports of one event. Nothing is stored.
    A report may bring event mentions of its own, which are linked as given.
    """
    read_set = gather(read_each(inputs_or_stdin(inputs), published=published, shown=progress))
    linked = read_set.linked()
    if events is not None:
        write_lines(events, (event_line(event) for event in linked.events))
    if as_json:
        _print_lines(read_set, linked)
    else:
        from secondsource.cli.linked_view import show_linked

        tell_failures(read_set.failures)
        show_linked(linked)
    return 1 if read_set.failures else 0


def _print_lines(read_set: ReadSet, linked: "Linked") -> None:
    by_id = {report.id: report for report in linked.reports}
    for item in read_set.order:
        print_line(failure_line(item) if isinstance(item, Failure) else report_line(by_id[item]))
