"""The terminal that results for people are drawn on."""

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from secondsource.cli.plain import plain


def console() -> Console:
    """Return a console on stdout that takes words as words: no markup, no emoji codes, no guessed highlights."""
    return Console(markup=False, emoji=False, highlight=False)


def table(*headings: str, title: str | None = None) -> Table:
    """Return an empty table with these headings; the last column takes what room is left."""
    drawn = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    for heading in headings:
        drawn.add_column(heading, overflow="fold", ratio=1 if heading == headings[-1] else None)
    return drawn


def words(value: object, *, style: str = "") -> Text:
    """Return ``value`` as text that is safe to draw; None is drawn as ``unknown``, for nothing is guessed."""
    return Text("unknown" if value is None else plain(str(value)), style="dim" if value is None else style)
