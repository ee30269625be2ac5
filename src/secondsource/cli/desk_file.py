"""Which desk a command means, and opening it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.clock import now

if TYPE_CHECKING:
    from secondsource.comments.desk import Desk

DeskFile = Annotated[
    Path | None,
    typer.Option(
        "--desk",
        metavar="FILE",
        help="The desk to use. Without it: $SECOND_SOURCE_DESK, else the user's data folder.",
        show_default=False,
    ),
]


def desk_file(given: Path | None) -> Path:
    """Return the desk that is named, else that of the environment, else the user's own."""
    if given is not None:
        return given
    from_environment = os.environ.get("SECOND_SOURCE_DESK")
    if from_environment:
        return Path(from_environment)
    from platformdirs import user_data_path

    return user_data_path("second-source", appauthor=False) / "desk.sqlite"


def open_desk(given: Path | None, *, create: bool = False) -> "Desk":
    """Return the desk that is named, opened.

    Raises:
        DeskNotFound: There is none, and none is to be made.
    """
    from secondsource.comments.desk import Desk

    return Desk.open(desk_file(given), at=now(), create=create)
