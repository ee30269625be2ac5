"""Dates as pages and metadata write them, as EDTF; an unclear one is no date."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

from babel.dates import get_day_names, get_month_names

DATE_MOST = 80
"""Characters that a date in metadata has at most."""

LOCALES = (
    "en",
    "ko",
    "ru",
    "uk",
    "be",
    "bg",
    "de",
    "es",
    "fr",
    "it",
    "pt",
    "pl",
    "nl",
    "ja",
    "zh",
    "ar",
    "fa",
    "tr",
    "vi",
)
"""Languages whose names of months and days are known."""

_EDTF_DAY = r"\d{4}(?:-\d{2}(?:-\d{2})?)?[?~%]?"
_EDTF = re.compile(rf"^(?:{_EDTF_DAY}|\.\.)?(?:/(?:{_EDTF_DAY}|\.\.)?)?$")
_EDTF_OPEN = re.compile(r"^\d{2}(?:\d{2}-(?:\d{2}|XX)-XX|\d{2}-XX|\dX|XX)$")
_ISO_MOMENT = re.compile(
    r"^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d{1,9})?[ ]?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$",
    re.IGNORECASE,
)
_EDTF_MOMENT = re.compile(r"^.{10}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$")
_BASIC_DAY = re.compile(r"^(\d{4})(\d{2})(\d{2})$")

_YEAR = r"(?P<year>(?:1[89]|20)\d{2})"
_WORD = r"[^\W\d_]{1,12}"
_CORES = tuple(
    re.compile(form)
    for form in (
        rf"(?<!\d){_YEAR}[ ]?(?:년|年)[ ]?(?P<month>\d{{1,2}})[ ]?(?:월|月)(?:[ ]?(?P<day>\d{{1,2}})[ ]?(?:일|日))?",
        rf"(?<!\d){_YEAR}(?P<sep>[./-])[ ]?(?P<month>\d{{1,2}})(?P=sep)[ ]?(?P<day>\d{{1,2}})(?!\d)\.?",
        rf"(?<!\d)(?P<day>\d{{1,2}})\.[ ]?(?P<month>\d{{1,2}})\.[ ]?{_YEAR}(?!\d)",
        rf"(?<!\d)(?P<one>\d{{1,2}})(?P<sep>[/-])(?P<two>\d{{1,2}})(?P=sep){_YEAR}(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|º|er|-е|-го)?[.]?[ -](?:de "
        rf"|of )?(?P<name>{_WORD})\.?,?[ -](?:de |del )?{_YEAR}(?!\d)",
        rf"(?P<name>{_WORD})\.?[ ](?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?[ ]{_YEAR}(?!\d)",
        rf"(?P<name>{_WORD})\.?,?[ ](?:de )?{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}(?!\d)",
    )
)
_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})(?::|시[ ]?|h)(?P<minute>\d{2})분?(?::(?P<second>\d{2}))?(?:\.\d{1,6})?(?!\d)"
    r"|(?<!\d)(?P<hour_alone>\d{1,2})(?=[ ]?[ap]\.?m\b)"
)
_HALF = re.compile(
    r"(?<![^\W\d_])(?P<am>a\.?m\.?|오전|午前|上午)(?!\w)|(?<![^\W\d_])(?P<pm>p\.?m\.?|오후|午後|下午)(?!\w)",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:(?:UTC|GMT)[ ]?)?(?P<sign>[+-])(?P<hours>\d{2}):?(?P<minutes>\d{2})\b")
_ZONES = {
    # Names that mean one offset only; CST, IST and BST mean several and leave the moment unknown.
    "utc": 0, "gmt": 0, "z": 0, "edt": -240, "est": -300, "pdt": -420, "pst": -480, "kst": 540, "jst": 540,
    "msk": 180, "мск": 180, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
}  # fmt: skip
_FILLERS = frozenset(
    {
        "at", "on", "of", "the", "de", "del", "um", "uhr", "в", "с", "г", "г.", "года", "год", "ж", "am", "i", "om",
        "local", "time", "o", "clock", "ч",
    }
)  # fmt: skip
_MONTH_EXTRAS = {"sept": 9, "june": 6, "july": 7, "сент": 9, "нояб": 11, "май": 5}


def parse_date(words: str) -> str | None:
    """Return the EDTF date that ``words`` say, None where they say none, leave the year open or can be read two ways.

    EDTF itself stays as it is. Otherwise the answer is a year, a month, a day, or a moment; a clock time without an
    offset is kept as local time ("2024-07-09T10:08:00"), for the place it counts in is not known.
    All of ``words`` must belong to the date: this reads metadata, never prose.

    Source: ISO 8601-2 level 1; names of months and days from Unicode CLDR.
    """
    words = " ".join(words.replace("\u200e", "").replace("\u200f", "").split())
    if not words or len(words) > DATE_MOST:
        return None
    if _is_edtf(words):
        return words
    return _iso_moment(words) or _basic_day(words) or _written(words)


def _is_edtf(words: str) -> bool:
    if _EDTF_OPEN.match(words):
        return True
    if _EDTF.match(words) is None or not any(char.isdigit() for char in words):
        return False
    return all(_is_calendar(part.rstrip("?~%")) for part in words.split("/") if part not in ("", ".."))


def _is_calendar(part: str) -> bool:
    year, month, day = (*(int(piece) for piece in part.split("-")), 1, 1)[:3]
    seasons = range(21, 25) if len(part) == 7 else ()
    return month in seasons or _day(year, month, day) is not None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso_moment(words: str) -> str | None:
    match = _ISO_MOMENT.match(words)
    if match is None:
        return None
    day, clock, seconds, zone = match.groups()
    if _EDTF_MOMENT.match(words) and _is_calendar(day):
        return words
    offset = "" if zone is None else "+00:00" if zone.upper() in ("Z", "UTC", "GMT") else _full_offset(zone)
    try:
        return datetime.fromisoformat(f"{day}T{clock}{seconds or ':00'}{offset}").isoformat()
    except ValueError:
        return None


def _full_offset(zone: str) -> str:
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _basic_day(words: str) -> str | None:
    match = _BASIC_DAY.match(words)
    return "-".join(match.groups()) if match and _day(*map(int, match.groups())) else None


def _written(words: str) -> str | None:
    # A word such as "Sept" must be a month before its form counts, so each form is tried in turn.
    for core in _CORES:
        match = core.search(words)
        edtf = None if match is None else _from_core(match)
        if match is not None and edtf is not None:
            rest = f"{words[: match.start()]} {words[match.end() :]}"
            return _with_clock(edtf, rest)
    return None


def _from_core(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if parts.get("one") is not None:
        return _from_two_numbers(year, int(parts["one"]), int(parts["two"]))
    month = _month(parts["name"]) if parts.get("name") is not None else parts.get("month")
    if month is None:
        return f"{year}" if parts.get("name") is None and "month" not in parts else None
    if parts.get("day") is None:
        return f"{year}-{int(month):02d}" if _day(year, int(month), 1) else None
    day = _day(year, int(month), int(parts["day"]))
    return None if day is None else day.isoformat()


def _from_two_numbers(year: int, one: int, two: int) -> str | None:
    """Return the day of "one/two/year" where only one order of day and month is possible."""
    readings = {day for day in (_day(year, one, two), _day(year, two, one)) if day is not None}
    return readings.pop().isoformat() if len(readings) == 1 else None


def _with_clock(edtf: str, rest: str) -> str | None:
    """Return the date with the clock time of ``rest``; None if other words remain."""
    clock, rest = _cut(_CLOCK, rest)
    half, rest = _cut(_HALF, rest)
    offset, rest = _cut(_OFFSET, rest) if clock is not None else (None, rest)
    left = re.findall(r"\w+", rest.casefold())
    zones = [word for word in left if word in _ZONES]
    if any(word not in _ZONES and word not in _FILLERS and not _is_day_name(word) for word in left):
        return None if _letters_left(left, clock) else edtf
    minutes = _offset_minutes(offset, zones)
    unclear = offset is None and len(zones) > 1
    return edtf if clock is None or unclear or len(edtf) != 10 else _moment(edtf, clock, half, minutes)


def _letters_left(left: list[str], clock: re.Match[str] | None) -> bool:
    # An abbreviation beside a clock time is a zone that we do not know; anything else is prose.
    unknown = [w for w in left if w not in _ZONES and w not in _FILLERS and not _is_day_name(w)]
    return clock is None or len(unknown) > 1 or not re.fullmatch(r"[^\W\d_]{2,5}", unknown[0])


def _cut(pattern: re.Pattern[str], words: str) -> tuple[re.Match[str] | None, str]:
    match = pattern.search(words)
    return (None, words) if match is None else (match, f"{words[: match.start()]} {words[match.end() :]}")


def _offset_minutes(offset: re.Match[str] | None, zones: list[str]) -> int | None:
    if offset is not None:
        return int(f"{offset['sign']}1") * (int(offset["hours"]) * 60 + int(offset["minutes"]))
    return _ZONES[zones[0]] if len(zones) == 1 else None


def _moment(edtf: str, clock: re.Match[str], half: re.Match[str] | None, minutes: int | None) -> str:
    hour = int(clock["hour"] or clock["hour_alone"])
    if half is not None and hour <= 12:
        hour = hour % 12 + (12 if half["pm"] else 0)
    try:
        zone = None if minutes is None else timezone(timedelta(minutes=minutes)) if minutes else UTC
        moment = datetime.fromisoformat(edtf).replace(
            hour=hour, minute=int(clock["minute"] or 0), second=int(clock["second"] or 0), tzinfo=zone
        )
    except ValueError:
        return edtf
    return moment.isoformat()


@cache
def _month_names() -> dict[str, int]:
    names = dict(_MONTH_EXTRAS)
    for locale in LOCALES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale).items():
                    names.setdefault(name.casefold().rstrip("."), number)
    return names


@cache
def _day_names() -> frozenset[str]:
    names: set[str] = set()
    for locale in LOCALES:
        for width in ("wide", "abbreviated"):
            for name in get_day_names(width, "format", locale).values():
                names.update(re.findall(r"\w+", name.casefold()))
    return frozenset(names)


def _month(name: str) -> int | None:
    return _month_names().get(name.casefold())


def _is_day_name(word: str) -> bool:
    return word in _day_names()
