"""Days and intervals in the words of a British newsroom."""

import re
from datetime import date, datetime

from babel.dates import format_date, format_skeleton

_LOCALE = "en_GB"
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})\Z")


def date_words(edtf: str, *, weekday: bool = False) -> str:
    """Return an EDTF date, moment or interval in words: "Monday 8 July 2024", "July 2024", "between … and …".

    What is not understood, such as a season, is returned as it stands: better a bare value than a wrong day.

    Args:
        edtf: Extended Date/Time Format, levels 0 and 1.
        weekday: Whether days carry the name of their weekday.
    """
    if "/" in edtf:
        return _interval(*edtf.split("/", 1), weekday=weekday)
    doubt = next((word for sign, word in _DOUBT.items() if edtf.endswith(sign)), "")
    return doubt + _point(edtf.rstrip("?~%"), weekday=weekday)


_DOUBT = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}


def day_of(edtf: str | None) -> str | None:
    """Return the last day an EDTF value can mean as ``YYYY-MM-DD``, None where it names no day."""
    days = [] if edtf is None else _DAY.findall(edtf)
    return "-".join(days[-1]) if days else None


def moment_words(moment: datetime) -> str:
    """Return a UTC moment to the minute, "9 July 2024, 14:05 UTC"."""
    return f"{format_date(moment, 'd MMMM y', locale=_LOCALE)}, {moment:%H:%M} UTC"


def _interval(start: str, end: str, *, weekday: bool) -> str:
    if start in ("", ".."):
        return f"no later than {date_words(end, weekday=weekday)}" if end not in ("", "..") else "at a time left open"
    if end in ("", ".."):
        return f"no earlier than {date_words(start, weekday=weekday)}"
    return f"between {date_words(start, weekday=weekday)} and {date_words(end, weekday=weekday)}"


def _point(edtf: str, *, weekday: bool) -> str:
    if match := _DAY.match(edtf):
        day = _date(match[1], match[2], match[3])
        if day is not None:
            words: str = format_date(day, "EEEE d MMMM y" if weekday else "d MMMM y", locale=_LOCALE)
            return words + _clock(edtf)
    if match := _MONTH.match(edtf):
        first = _date(match[1], match[2], "01")
        if first is not None:
            month: str = format_skeleton("yMMMM", datetime(first.year, first.month, 1), locale=_LOCALE)
            return month
    return edtf


def _clock(edtf: str) -> str:
    match = re.match(r"\d{4}-\d{2}-\d{2}T(\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?", edtf)
    if match is None:
        return ""
    zone = match.group(2)
    return f", {match.group(1)}" + ("" if zone is None else " UTC" if zone in ("Z", "+00:00") else f" (UTC{zone})")


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
