"""What a page of the analysts is asked for, checked once."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Concatenate, ParamSpec, TypeVar

from secondsource.model.days import last_moment
from secondsource.web.analyst.states import States
from secondsource.web.errors import BadRequest
from secondsource.web.routing import Asked

P = ParamSpec("P")
T = TypeVar("T")


async def study(asked: Asked, do: Callable[Concatenate[States, P], T], *args: P.args, **kwargs: P.kwargs) -> T | None:
    """Do something with the ledger's states, beside everything else; None where no ledger was given."""
    states = asked.site.states
    return None if states is None else await asked.site.study(do, states, *args, **kwargs)


def moment_asked(text: str) -> datetime | None:
    """Return the last moment that ``text`` names, aware UTC; a day counts to its end, nothing is None.

    Raises:
        BadRequest: It is neither a day nor a moment.
    """
    if not text.strip():
        return None
    try:
        return last_moment(text)
    except (ValueError, OverflowError) as error:
        raise BadRequest(
            "A page was asked for as of a time that is neither a day nor a moment.\n"
            "Write it as 2024-07-09 or 2024-07-09T12:00Z."
        ) from error


def day_asked(text: str) -> str | None:
    """Return the day that ``text`` names, ISO 8601; None for nothing.

    Raises:
        BadRequest: It is no day.
    """
    try:
        return date.fromisoformat(text).isoformat() if text.strip() else None
    except ValueError as error:
        raise BadRequest("A day was asked for that is none.\nWrite it as 2024-07-09.") from error


def page_asked(text: str) -> int:
    """Return the number of the page that ``text`` names, from 1; the first for nothing.

    Raises:
        BadRequest: It is none.
    """
    if not text:
        return 1
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:7]) <= 100_000 and len(text) < 7):
        raise BadRequest("A page was asked for by a number that is none.\nGo back to the first.")
    return int(text)
