"""Moments as the tables keep them: text of one width, so that the order of words is the order of time."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache

from secondsource.ledger.errors import Unstorable

_WIDTH = 27
_TICK = timedelta(microseconds=1)


@lru_cache(maxsize=16)
def moment_text(at: datetime) -> str:
    """Return ``at`` in UTC to the microsecond, 27 characters.

    Raises:
        Unstorable: ``at`` does not say its offset from UTC.
    """
    if at.tzinfo is None:
        raise Unstorable(
            f"The moment {at.isoformat()} was to be recorded; it does not say its time zone.\n"
            "Give it with one, such as 2024-07-09T12:00:00+00:00."
        )
    # One step of the log spells the same moment several times over; moments that are equal are spelt alike.
    # Unlike strftime it pads years before 1000, without which the order would break; and it is five times as quick.
    return at.astimezone(UTC).isoformat(timespec="microseconds")[: _WIDTH - 1] + "Z"


def moment_of(text: str) -> datetime:
    """Return the moment that :func:`moment_text` wrote, aware UTC.

    Raises:
        ValueError: It wrote no such text.
    """
    # Reading any form that ISO knows is ten times as quick as following one; that it was ours is seen by the ends.
    if len(text) != _WIDTH or text[-1] != "Z":
        raise ValueError(f"{text!r} is no moment")
    return datetime.fromisoformat(text)


def next_moment(text: str) -> str:
    """Return the moment one microsecond after ``text``."""
    return moment_text(moment_of(text) + _TICK)
