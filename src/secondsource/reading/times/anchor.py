"""The report's date as far as it is known, and moves from it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from secondsource.model.published import Published

_SURELY_AHEAD_MONTHS = 2
_SURELY_AHEAD_DAYS = 100
_SURELY_BACK_DAYS = 14

_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T[\d:.Z+-]*)?)?)?\Z")


@dataclass(frozen=True, slots=True)
class Anchor:
    """When the report speaks.

    Attributes:
        year: Year, None if unknown.
        month: Month 1 to 12, None if unknown.
        day: The day, None if it is not known to the day.
    """

    year: int | None = None
    month: int | None = None
    day: date | None = None

    def month_shifted(self, n: int) -> str:
        """Return the month ``n`` months on as a TIMEX3 value, ``XXXX-XX`` if the report's month is unknown."""
        if self.year is None or self.month is None:
            return "XXXX-XX"
        return month_value(self.year, self.month, n)

    def year_shifted(self, n: int) -> str:
        """Return the year ``n`` years on, ``XXXX`` if the report's year is unknown."""
        return "XXXX" if self.year is None else year_value(self.year + n)

    def day_shifted(self, n: int) -> str:
        """Return the day ``n`` days on, ``XXXX-XX-XX`` if the report's day is unknown."""
        return "XXXX-XX-XX" if self.day is None else day_value(self.day, n)

    def week_shifted(self, n: int) -> str:
        """Return the week ``n`` weeks on, ``XXXX-WXX`` if the report's day is unknown."""
        return "XXXX-WXX" if self.day is None else week_value(self.day, n)


def anchor_of(published: Published) -> Anchor:
    """Return what ``published`` tells of the report's date; an interval or an approximate date tells nothing."""
    match = _EDTF.match(published.edtf or "")
    if match is None:
        return Anchor()
    year = int(match[1])
    month = int(match[2]) if match[2] else None
    if month is None or not 1 <= month <= 12:
        return Anchor(year=year)
    try:
        return Anchor(year=year, month=month, day=date(year, month, int(match[3])) if match[3] else None)
    except ValueError:
        return Anchor(year=year, month=month)


def month_value(year: int, month: int, shift: int = 0) -> str:
    """Return a month as ``YYYY-MM``, ``shift`` months on."""
    years, rest = divmod(month - 1 + shift, 12)
    return f"{year + years:04d}-{rest + 1:02d}"


def year_value(year: int) -> str:
    """Return a year as four digits."""
    return f"{max(0, min(year, 9999)):04d}"


def day_value(day: date, shift: int = 0) -> str:
    """Return a day as ``YYYY-MM-DD``, ``shift`` days on; beyond the calendar's ends, open."""
    try:
        return (day + timedelta(days=shift)).isoformat()
    except OverflowError:
        return "XXXX-XX-XX"


def week_value(day: date, shift: int = 0) -> str:
    """Return the ISO week of a day as ``YYYY-Www``, ``shift`` weeks on."""
    try:
        year, week, _ = (day + timedelta(weeks=shift)).isocalendar()
    except OverflowError:
        return "XXXX-WXX"
    return f"{year:04d}-W{week:02d}"


def weekday_value(anchor: Anchor, weekday: int, *, future: bool, distance: int = 0) -> str:
    """Return the day that a weekday's name means.

    Args:
        anchor: The report's date.
        weekday: ISO number, Monday 1.
        future: Whether the next such day is meant; else the last one on or before the report's day.
        distance: 1 leaves out the report's own day ("last Tuesday", "next Tuesday").
    """
    if anchor.day is None:
        return f"XXXX-WXX-{weekday}"
    if future:
        ahead = (weekday - anchor.day.isoweekday()) % 7
        return day_value(anchor.day, ahead or 7 * distance)
    back = (anchor.day.isoweekday() - weekday) % 7
    return day_value(anchor.day, -(back or 7 * distance))


def nearest_year(anchor: Anchor, month: int, day: int | None, *, direction: int) -> int | None:
    """Return the year that a month or day without a year means, None if the report's date does not tell.

    Reports leave the year out only where it is plain, so the nearest such month or day is meant; the words decide
    where it would lie some months off.

    Args:
        anchor: The report's date, known to the month at least.
        month: Month named.
        day: Day of the month named, None for the month alone.
        direction: -1 beside words that look back, 1 beside words that look ahead, 0 where there are neither.
    """
    if anchor.year is None or anchor.month is None:
        return None
    if day is not None and anchor.day is not None:
        return _nearest_by_day(anchor.day, month, day, direction)
    ahead = (month - anchor.month) % 12
    if ahead == 0:
        return anchor.year
    next_one = anchor.year if month > anchor.month else anchor.year + 1
    is_next = direction > 0 or ahead <= _SURELY_AHEAD_MONTHS or (direction == 0 and ahead == _SURELY_AHEAD_MONTHS + 1)
    return next_one if is_next else next_one - 1


def _nearest_by_day(anchor: date, month: int, day: int, direction: int) -> int:
    distances = {
        year: _days_between(anchor, year, month, day) for year in (anchor.year - 1, anchor.year, anchor.year + 1)
    }
    nearest = min(distances, key=lambda year: (abs(distances[year]), year))
    if direction > 0 and distances[nearest] < -_SURELY_BACK_DAYS:
        return nearest + 1
    if direction < 0 and distances[nearest] > _SURELY_AHEAD_DAYS:
        return nearest - 1
    return nearest


def _days_between(anchor: date, year: int, month: int, day: int) -> int:
    # The 29th of February counts as the 28th in years that lack it; only the distance matters here.
    return (date(max(1, min(year, 9999)), month, min(day, 28)) - anchor).days
