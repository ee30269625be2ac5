"""``second-source verify``: does every quotation still stand in the bytes that were captured?"""

import re
from typing import Annotated

import typer

from secondsource.cli.errors import WrongUse
from secondsource.cli.json_lines import print_line
from secondsource.cli.ledger_file import ledger_file
from secondsource.cli.options import AsJson, LedgerFile
from secondsource.cli.plain import plain
from secondsource.model.custody import Fault, Head, LedgerInfo
from secondsource.model.ids import Digest, ReportId

_HASH = re.compile("[0-9a-f]{64}")

OneReport = Annotated[
    str | None, typer.Argument(metavar="ID", help="One report; without it, the whole ledger.", show_default=False)
]


ExpectedHead = Annotated[
    str | None,
    typer.Option(
        "--head",
        metavar="N:HASH",
        help="The end of the log as it was noted earlier; a log that no longer holds it was cut or written anew.",
        show_default=False,
    ),
]


def verify(
    report_id: OneReport = None, *, ledger: LedgerFile = None, head: ExpectedHead = None, as_json: AsJson = False
) -> int:
    """Check every quotation against the captured bytes.

    The log is walked too. Exit code 1 if something does not hold; nothing is mended.
    With --json one line for each fault, and none if all is well.
    """
    from secondsource.ledger.ledger import Ledger

    expected = None if head is None else noted_head(head)
    with Ledger.open(ledger_file(ledger), create=False, read_only=True) as opened:
        faults = opened.verify(None if report_id is None else ReportId(report_id), expected_head=expected)
        if as_json:
            for fault in faults:
                print_line(fault)
        else:
            _show(list(faults), report_id, opened.info())
    return 1 if faults else 0


def noted_head(noted: str) -> Head:
    """Return the end of a log as it was noted, ``N:HASH``.

    Raises:
        WrongUse: It is none.
    """
    seq, _, digest = noted.partition(":")
    if not (seq.isdecimal() and _HASH.fullmatch(digest)):
        raise WrongUse(
            f"--head was given {noted!r}, which is not a number, a colon and 64 hex digits.\n"
            'Give it as it was printed after "End of the log" by: second-source verify'
        )
    return Head(seq=int(seq), hash=Digest(digest))


def _show(faults: list[Fault], report_id: str | None, info: LedgerInfo) -> None:
    from secondsource.cli.console import console, words

    out = console()
    for fault in faults:
        out.print(words(f"{fault.code}: {fault.subject}", style="bold"))
        for line in plain(fault.message, keep_lines=True).splitlines():
            out.print(words(f"        {line.strip()}"), soft_wrap=True)
    if faults:
        out.print(words(f"{len(faults)} faults. The ledger is left as it is."))
    elif report_id is not None:
        out.print(words(f"{report_id}: every quotation stands in the captured bytes."))
    else:
        out.print(words(f"Everything holds: {_checked(info)}."))
        out.print(words(f"End of the log: {info.head.seq}:{info.head.hash}"), soft_wrap=True)


def _checked(info: LedgerInfo) -> str:
    return (
        f"{info.n_captures} captures, {info.n_reports} reports, {info.n_readings} readings "
        f"with {info.n_statements} statements, {info.head.seq} entries of the log"
    )
