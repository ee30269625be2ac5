"""The entry of every command: what is typed goes in, an exit code comes out."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from secondsource import __version__
from secondsource.cli import desk, ledger_search, lists
from secondsource.cli.collect import collect
from secondsource.cli.demo import demo
from secondsource.cli.dossier import dossier
from secondsource.cli.errors import WrongUse
from secondsource.cli.info import info
from secondsource.cli.judge import judge
from secondsource.cli.judged import judged
from secondsource.cli.link import link
from secondsource.cli.plain import plain
from secondsource.cli.read import read
from secondsource.cli.screen import screen
from secondsource.cli.seen import seen
from secondsource.cli.serve import serve
from secondsource.cli.track import track
from secondsource.cli.verify import verify
from secondsource.model.errors import SecondSourceError

DONE, FOUND_PROBLEMS, WRONG_USE, INTERRUPTED = 0, 1, 2, 130

app = typer.Typer(
    name="second-source",
    help="Who says so, in which words, how surely, and from whom they have it.",
    # Rich would have to be imported to draw the help; plain text is quicker and can be searched.
    rich_markup_mode=None,
    add_completion=False,
    # A traceback with the values of variables would put page text into logs.
    pretty_exceptions_enable=False,
)
app.command()(collect)
app.command()(read)
app.command()(link)
app.command()(seen)
app.command()(track)
app.command()(dossier)
app.command()(screen)
app.add_typer(lists.app, name="lists")
app.add_typer(ledger_search.app, name="ledger")
app.command()(judge)
app.command()(judged)
app.command()(verify)
app.command()(serve)
app.add_typer(desk.app, name="desk")
app.command()(demo)
app.command()(info)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"second-source {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(WRONG_USE)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Args:
        argv: What follows the program's name; None takes it from the process.

    Returns:
        0 done, 1 found problems, 2 wrong use, 130 interrupted; errors are told on stderr, never as a traceback.
    """
    _speak_utf8()
    try:
        _use_own_outlets()
        code = app(args=argv, prog_name="second-source", standalone_mode=False)
    except SecondSourceError as error:
        _tell(error)
        return WRONG_USE if error.code.startswith("SS-9") else FOUND_PROBLEMS
    except typer.TyperException as wrong:
        _tell(WrongUse(f"{wrong.format_message()}\nSee what there is: second-source --help"))
        return WRONG_USE
    except BrokenPipeError:
        # Whoever read our output has had enough; point stdout elsewhere so that closing it stays quiet too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND_PROBLEMS
    if code == INTERRUPTED:
        sys.stderr.write("\nStopped. What was done so far is kept.\n")
    return int(code or DONE)


def _use_own_outlets() -> None:
    path = os.environ.get("SECOND_SOURCE_OUTLETS")
    # Without the variable nothing is imported, so that help stays quick.
    if path:
        from secondsource.model.outlets import use_outlets

        use_outlets(Path(path))


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _tell(error: SecondSourceError) -> None:
    first, *rest = plain(str(error), keep_lines=True).splitlines()
    # House form: what follows the first line stands under the words, past the code.
    sys.stderr.write("\n".join([first, *(" " * len("SS-000: ") + line.strip() for line in rest)]) + "\n")
