"""The arguments and options that several commands share, each with one meaning everywhere."""

from pathlib import Path
from typing import Annotated

import typer

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT", help="Files, folders, globs, or - for standard input.", show_default=False),
]
MaybeInputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT",
        help="Files, folders, globs, or - for standard input.",
        show_default=False,
    ),
]
Tracks = Annotated[
    list[str],
    typer.Argument(metavar="FILE", help="Flight tracks: files, folders, globs, or -.", show_default=False),
]
MoreTracks = Annotated[
    list[str] | None,
    typer.Option(
        "--track",
        metavar="FILE",
        help="A flight track, or a folder of them, to lay beside what the reports say; may be given again.",
        show_default=False,
    ),
]
LedgerFile = Annotated[
    Path | None,
    typer.Option(
        "--ledger",
        metavar="FILE",
        help="The ledger to use. Without it: $SECOND_SOURCE_LEDGER, else the user's data folder.",
        show_default=False,
    ),
]
PublishedOn = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="EDTF",
        help="When the reports were published, for those that do not say (2024-07-09).",
        show_default=False,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="TIME",
        help="What the ledger held at that day or moment, UTC (2024-07-09 or 2024-07-09T12:00Z).",
        show_default=False,
    ),
]
Who = Annotated[
    str | None,
    typer.Option(
        "--who", metavar="NAME", help="Who does this, for the ledger's log; else the login name.", show_default=False
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="JSON lines for programs instead of tables for people.")]
ShowProgress = Annotated[
    bool | None,
    typer.Option(
        "--progress/--no-progress",
        help="A progress bar on standard error, or none; else a bar on a terminal and now and then a line.",
        show_default=False,
    ),
]
NamedLists = Annotated[
    list[str] | None,
    typer.Option(
        "--list", metavar="FILE", help="A sanctions list: a file, or the name of a kept one.", show_default=False
    ),
]
ListsFolder = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="FOLDER",
        help="Where lists are kept. Without it: $SECOND_SOURCE_LISTS, else the user's data folder.",
        show_default=False,
    ),
]
