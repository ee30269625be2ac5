"""Dates of publication and of events as stretches of time that can be compared."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

_DAY = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$")
_MOMENT = re.compile(r"^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?[?~%]?$")
_MINUTES_A_DAY = 1440
_ZONES_SPREAD = 14 * 60
"""Minutes by which a clock without its zone can differ from UTC."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time that holds a moment not known more closely.

    Attributes:
        earliest: Minutes since the year 1, UTC.
        latest: Likewise; the same as ``earliest`` for a moment.
        zoned: Whether the zone is known; clocks without zone are compared with one another as they are.
    """

    earliest: int
    latest: int
    zoned: bool = True

    def before(self, other: "Stretch") -> bool:
        """Return whether this is surely earlier than ``other``."""
        slack = 0 if self.zoned == other.zoned else _ZONES_SPREAD
        return self.latest + slack < other.earliest

    def days_from(self, other: "Stretch") -> float:
        """Return the least number of days between the two, 0 where they overlap."""
        gap = max(self.earliest - other.latest, other.earliest - self.latest, 0)
        return gap / _MINUTES_A_DAY

    @property
    def days(self) -> float:
        """How many days it lasts."""
        return (self.latest - self.earliest) / _MINUTES_A_DAY


@lru_cache(maxsize=65_536)
def stretch_of(edtf: str | None) -> Stretch | None:
    """Return the stretch that an EDTF date, moment or interval stands for; None if it is open or no date.

    A day, month or year lasts from its first minute to its last; an interval must be closed. Days and longer are
    compared as they are written, since their zone seldom matters and is seldom known.
    """
    if edtf is None:
        return None
    first, slash, last = edtf.partition("/")
    one = _single(first)
    if not slash or one is None:
        return one
    other = _single(last)
    if other is None:
        return None
    return Stretch(min(one.earliest, other.earliest), max(one.latest, other.latest), one.zoned and other.zoned)


def _single(edtf: str) -> Stretch | None:
    try:
        return _day(edtf) or _moment(edtf)
    except (ValueError, OverflowError):
        # A month 13 or an hour 25: whoever wrote it did not name a time.
        return None


def _day(edtf: str) -> Stretch | None:
    match = _DAY.match(edtf)
    if match is None:
        return None
    # 0 stands for a part that is left open.
    year, month, day = (int(part or 0) for part in match.groups())
    start = datetime(year, month or 1, day or 1)
    end = datetime(year, month or 12, day or monthrange(year, month or 12)[1])
    return Stretch(_minutes(start), _minutes(end) + _MINUTES_A_DAY - 1)


def _moment(edtf: str) -> Stretch | None:
    match = _MOMENT.match(edtf)
    if match is None:
        return None
    *parts, zone = match.groups()
    year, month, day, hour, minute, second = (int(part or 0) for part in parts)
    moment = datetime(year, month, day, hour, minute, second, tzinfo=_zone(zone)).astimezone(UTC)
    minutes = _minutes(moment.replace(tzinfo=None))
    return Stretch(minutes, minutes, zone is not None)


def _zone(words: str | None) -> timezone:
    if words is None or words == "Z":
        return UTC
    sign = -1 if words[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(words[1:3]), minutes=int(words[-2:])))


def _minutes(moment: datetime) -> int:
    return moment.toordinal() * _MINUTES_A_DAY + moment.hour * 60 + moment.minute
