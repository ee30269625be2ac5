"""TIMEX3 values and the EDTF dates and intervals they stand for."""

import re
from calendar import monthrange
from datetime import date, timedelta

_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?\Z")
_DAYPART = re.compile(r"(\d{4}-\d\d-\d\d)T[A-Z]{2}\Z")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE))?\Z")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])\Z")
_HALF = re.compile(r"(\d{4})-H([12])\Z")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)\Z")
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_PLAIN = re.compile(r"\d{4}(?:-\d\d)?\Z|\d{3}X\Z|\d\dXX\Z")


def edtf_of(value: str) -> str | None:
    """Return a TIMEX3 date as an EDTF date or interval, None where the value is open or no point in time.

    Weeks, quarters and halves become intervals, since EDTF level 1 has no words for them; a part of a day becomes its
    day.
    """
    if _PLAIN.match(value):
        return value
    if _DAY.match(value):
        return value if _exists(value) else None
    moment = _MOMENT.match(value)
    if moment is not None:
        return f"{moment[1]}T{moment[2]}:{moment[3]}:{moment[4] or '00'}{moment[5] or ''}"
    daypart = _DAYPART.match(value)
    if daypart is not None:
        return daypart[1]
    season = _SEASON.match(value)
    if season is not None:
        return f"{season[1]}-{_SEASONS[season[2]]}"
    return _interval(value)


def shifted_interval(end: date, letter: str, n: int) -> str | None:
    """Return the stretch of ``n`` units before ``end`` (after it where ``n`` is negative) as an EDTF interval.

    Days and weeks give days, months months, years months too, so that nothing finer than was said is claimed.
    None for other units.
    """
    try:
        if letter in ("D", "W"):
            other = end - timedelta(days=n * (7 if letter == "W" else 1))
            first, last = sorted((end, other))
            return f"{first.isoformat()}/{last.isoformat()}"
        if letter in ("M", "Y"):
            months = end.year * 12 + end.month - 1 - n * (12 if letter == "Y" else 1)
            ends = sorted((months, end.year * 12 + end.month - 1))
            return "/".join(f"{count // 12:04d}-{count % 12 + 1:02d}" for count in ends)
    except (OverflowError, ValueError):
        return None
    return None


def valid_day(year: int, month: int, day: int) -> bool:
    """Return whether the calendar has that day."""
    return 1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= monthrange(year, month)[1]


def _exists(value: str) -> bool:
    return valid_day(int(value[:4]), int(value[5:7]), int(value[8:]))


def _interval(value: str) -> str | None:
    week = _WEEK.match(value)
    if week is not None:
        try:
            first = date.fromisocalendar(int(week[1]), int(week[2]), 6 if week[3] else 1)
            last = date.fromisocalendar(int(week[1]), int(week[2]), 7)
        except ValueError:
            return None
        return f"{first.isoformat()}/{last.isoformat()}"
    quarter = _QUARTER.match(value)
    if quarter is not None:
        month = 3 * int(quarter[2])
        return f"{quarter[1]}-{month - 2:02d}/{quarter[1]}-{month:02d}"
    half = _HALF.match(value)
    if half is not None:
        month = 6 * int(half[2])
        return f"{half[1]}-{month - 5:02d}/{half[1]}-{month:02d}"
    return None
