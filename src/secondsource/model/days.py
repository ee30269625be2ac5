"""The days that an EDTF value can mean, and the moments that people write."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time

_POINT = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_FIRST, _LAST = "0001-01-01", "9999-12-31"


def day_range(edtf: str | None) -> tuple[str, str] | None:
    """Return the first and the last day the value can mean, ISO 8601; None where it names none.

    A moment counts with the day it is written with; an open end of an interval reaches to the end of the calendar.
    """
    if edtf is None:
        return None
    start, slash, end = edtf.partition("/")
    first, last = _days(start), _days(end if slash else start)
    if first is None and last is None:
        return None
    return (_FIRST if first is None else first[0], _LAST if last is None else last[1])


def last_moment(text: str) -> datetime:
    """Return the last moment that ``text`` names, aware UTC: a day counts to its end, a moment without a zone is UTC.

    Raises:
        ValueError: It is neither a day nor a moment.
        OverflowError: It lies outside the calendar.
    """
    if len(text) == len("2024-07-09"):
        return datetime.combine(date.fromisoformat(text), time.max, tzinfo=UTC)
    at = datetime.fromisoformat(text)
    return at.astimezone(UTC) if at.tzinfo is not None else at.replace(tzinfo=UTC)


def _days(point: str) -> tuple[str, str] | None:
    match = _POINT.match(point)
    if match is None:
        return None
    year, month, day = match[1], match[2], match[3]
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    # Months beyond 12 are EDTF's seasons: the year is what is sure of them.
    if not 1 <= int(month) <= 12 or int(year) < 1:
        return f"{year}-01-01", f"{year}-12-31"
    if day is None:
        return f"{year}-{month}-01", f"{year}-{month}-{monthrange(int(year), int(month))[1]:02}"
    return f"{year}-{month}-{day}", f"{year}-{month}-{day}"
