"""``second-source ledger search``: which reports of the ledger hold these words."""

from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.json_lines import print_line
from secondsource.cli.kept import moment
from secondsource.cli.ledger_file import ledger_file
from secondsource.cli.options import AsJson, AsOf, LedgerFile

if TYPE_CHECKING:
    from rich.text import Text

    from secondsource.model.custody import SearchHit

app = typer.Typer(help="Look into a ledger.", rich_markup_mode=None)

Words = Annotated[list[str], typer.Argument(metavar="WORDS", help="Every one of them must stand in a report.")]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="How many reports at most.")]


@app.callback()
def _ledger() -> None:
    """Look into a ledger."""


@app.command()
def search(
    words: Words,
    *,
    ledger: LedgerFile = None,
    limit: Limit = 20,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> int:
    """Find the reports that hold all these words, best first."""
    from secondsource.ledger.ledger import Ledger

    with Ledger.open(ledger_file(ledger), create=False, read_only=True) as opened:
        hits = opened.search(" ".join(words), limit=limit, as_of=moment(as_of))
    if as_json:
        for hit in hits:
            print_line(hit)
    else:
        _show(list(hits))
    return 0


def _show(hits: "list[SearchHit]") -> None:
    from secondsource.cli.console import console, table, words

    out = console()
    if not hits:
        out.print(words("No report holds all these words."))
        return
    drawn = table("report", "published", "outlet", "words")
    for hit in hits:
        drawn.add_row(words(hit.report_id), words(hit.published.edtf), words(hit.outlet), _snippet(hit))
    out.print(drawn)


def _snippet(hit: "SearchHit") -> "Text":
    from secondsource.cli.console import words

    told = words(hit.snippet)
    for span in hit.spans:
        # plain() keeps one character for one, so that places in the report are places on the screen.
        start, end = span.start - hit.start, span.end - hit.start
        if 0 <= start < end <= len(hit.snippet):
            told.stylize("bold", start, end)
    return told
