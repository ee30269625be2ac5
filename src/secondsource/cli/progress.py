"""How far a command has come, told on standard error."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from secondsource.cli.plain import plain

if TYPE_CHECKING:
    from rich.progress import Progress

LINE_EVERY_S = 10.0
"""Where there is no terminal, a log should not fill up; a person who looks should still see that it moves."""


class Advance(Protocol):
    """Called with the name of each file that is taken up."""

    def __call__(self, name: str, /) -> None:
        """Note that ``name`` is taken up."""


@contextmanager
def progress(doing: str, *, total: int | None = None, shown: bool | None = None) -> Iterator[Advance]:
    """Tell on stderr how far the block has come, and clear the bar at its end.

    Args:
        doing: The work in a word ("Reading").
        total: How many files there are, None if not known before the end.
        shown: True for a bar, False for nothing, None for a bar on a terminal and now and then a line elsewhere.
    """
    if shown is False:
        yield _silent
    elif shown or sys.stderr.isatty():
        with _bar() as bar:
            task = bar.add_task(doing, total=total, name="")
            yield lambda name: bar.update(task, advance=1, name=plain(name)[-40:])
    else:
        yield _Lines(doing, total)


def _silent(name: str) -> None:
    del name


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[name]}", markup=False),
        console=Console(stderr=True),
        transient=True,
        # Rich would otherwise draw what goes to stdout above the bar, on stderr, and the results would be gone.
        redirect_stdout=False,
    )


class _Lines:
    def __init__(self, doing: str, total: int | None) -> None:
        self._doing = doing
        self._of = "" if total is None else f" of {total}"
        self._n = 0
        self._last_s = time.monotonic()

    def __call__(self, name: str) -> None:
        self._n += 1
        now_s = time.monotonic()
        if now_s - self._last_s >= LINE_EVERY_S:
            self._last_s = now_s
            sys.stderr.write(f"{self._doing}: {self._n}{self._of}, now {plain(name)}\n")
            sys.stderr.flush()
