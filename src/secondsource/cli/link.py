"""``second-source link``: how the reports of a set hang together; no ledger, no network."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.contract import event_line, report_line
from secondsource.cli.errors import WrongUse
from secondsource.cli.json_lines import failure_line, print_line, write_lines
from secondsource.cli.options import AsJson, AsOf, MaybeInputs, PublishedOn, ShowProgress
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
LinkedLedger = Annotated[
    Path | None,
    typer.Option(
        "--ledger", metavar="FILE", help="Link what this ledger holds, in the place of inputs.", show_default=False
    ),
]


def link(
    inputs: MaybeInputs = None,
    *,
    ledger: LinkedLedger = None,
    as_of: AsOf = None,
    events: EventsFile = None,
    published: PublishedOn = None,
    as_json: AsJson = False,
    progress: ShowProgress = None,
) -> int:
    """Tell who repeats whom, and count origins.

    Groups the reports of one event. Nothing is stored but, for a ledger of many reports, an index beside it.
    A report may bring event mentions of its own, which are linked as given.
    With a ledger in the place of inputs, what it held is linked, and what people decided stands above what is found.
    """
    read_set = _read_set(inputs, ledger=ledger, as_of=as_of, published=published, shown=progress)
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


def _read_set(
    inputs: list[str] | None, *, ledger: Path | None, as_of: str | None, published: str | None, shown: bool | None
) -> ReadSet:
    from secondsource.cli.kept import kept_set

    if ledger is not None and not inputs:
        return kept_set(ledger, as_of=as_of)
    if ledger is not None or as_of is not None:
        raise WrongUse(
            "--ledger or --as-of was given beside inputs; they ask what a ledger held, and inputs are read as they "
            "are now.\nLeave the inputs out: second-source link --ledger FILE --as-of TIME"
        )
    return gather(read_each(inputs_or_stdin(inputs), published=published, shown=shown))


def _print_lines(read_set: ReadSet, linked: "Linked") -> None:
    by_id = {report.id: report for report in linked.reports}
    for item in read_set.order:
        print_line(failure_line(item) if isinstance(item, Failure) else report_line(by_id[item]))
