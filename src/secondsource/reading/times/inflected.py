"""Dates in languages that put the day before the month: what German and Russian share."""

import re
from collections.abc import Mapping

from secondsource.model.timeplace import TimeType
from secondsource.reading.times.anchor import nearest_year, weekday_value, year_value
from secondsource.reading.times.english import day_of
from secondsource.reading.times.rules import Resolve, TimeContext, TimeValue, date_value, lettered, numbered, period
from secondsource.reading.times.tense import direction


def day_month(language: str) -> Resolve:
    """Return the meaning of a day and month with or without a year (groups day, month, year, hour, minute)."""

    def resolve(match: re.Match[str], context: TimeContext) -> TimeValue | None:
        month, day = numbered(language, "months")[match["month"].lower()], int(match["day"])
        year = int(match["year"]) if match["year"] else _near(match, context, month, day)
        value = day_of(year, month, day)
        return None if value is None else date_value(value + _clock(match.groupdict()))

    return resolve


def month_alone(language: str) -> Resolve:
    """Return the meaning of a month with or without a year (groups month, year)."""

    def resolve(match: re.Match[str], context: TimeContext) -> TimeValue | None:
        month = numbered(language, "months")[match["month"].lower()]
        year = int(match["year"]) if match["year"] else _near(match, context, month, None)
        return date_value(f"{'XXXX' if year is None else year_value(year)}-{month:02d}")

    return resolve


def weekday_alone(language: str, *, ahead: frozenset[str], back: frozenset[str]) -> Resolve:
    """Return the meaning of a weekday (groups weekday, which); ``ahead`` and ``back`` are words such as "next"."""

    def resolve(match: re.Match[str], context: TimeContext) -> TimeValue | None:
        which = (match["which"] or "").lower()
        future = which in ahead or (
            not which and direction(context.text, context.sentence, match.start(), match.end()) > 0
        )
        weekday = numbered(language, "weekdays")[match["weekday"].lower()]
        distance = 1 if which in ahead or which in back else 0
        return date_value(weekday_value(context.anchor, weekday, future=future, distance=distance))

    return resolve


def deictic_day(language: str) -> Resolve:
    """Return the meaning of a word such as "yesterday" (group word)."""

    def resolve(match: re.Match[str], context: TimeContext) -> TimeValue | None:
        return date_value(context.anchor.day_shifted(numbered(language, "days")[match["word"].lower()]))

    return resolve


def counted(language: str) -> Resolve:
    """Return the meaning of a number and a unit (groups number, unit; way where it tells from when)."""

    def resolve(match: re.Match[str], context: TimeContext) -> TimeValue | None:
        words = match["number"].lower()
        number = int(words) if words.isdigit() else numbered(language, "numbers").get(words)
        letter = lettered(language, "units")[match["unit"].lower()]
        if number is None:
            return None
        if "way" in match.re.groupindex and match["way"]:
            anchor = context.anchor
            makers = {
                "Y": anchor.year_shifted,
                "M": anchor.month_shifted,
                "W": anchor.week_shifted,
                "D": anchor.day_shifted,
            }
            return date_value(makers[letter](-number)) if letter in makers and number < 5_000 else None
        return TimeValue(TimeType.DURATION, period(str(number), letter))

    return resolve


def shifted_unit(shifts: Mapping[str, int], units: Mapping[str, str]) -> Resolve:
    """Return the meaning of "last year" and the like (groups which, unit); keys are lower-case beginnings of words."""

    def resolve(match: re.Match[str], context: TimeContext) -> TimeValue | None:
        which, unit = match["which"].lower(), match["unit"].lower()
        shift = next(shift for word, shift in shifts.items() if which.startswith(word))
        letter = next(letter for word, letter in units.items() if unit.startswith(word))
        anchor = context.anchor
        makers = {"Y": anchor.year_shifted, "M": anchor.month_shifted, "W": anchor.week_shifted}
        return date_value(makers[letter](shift))

    return resolve


def plain_year(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    """Return the meaning of a year in digits (group year)."""
    return date_value(match["year"])


def clock_time(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    """Return the meaning of a clock time alone (groups hour, minute)."""
    return TimeValue(TimeType.TIME, _clock(match.groupdict()))


def numeric_day(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    """Return the meaning of a date in digits with the day first (groups day, number, year)."""
    value = day_of(int(match["year"]), int(match["number"]), int(match["day"]))
    return None if value is None else date_value(value)


def _near(match: re.Match[str], context: TimeContext, month: int, day: int | None) -> int | None:
    way = direction(context.text, context.sentence, match.start(), match.end())
    return nearest_year(context.anchor, month, day, direction=way)


def _clock(groups: Mapping[str, str | None]) -> str:
    hour = groups.get("hour")
    return f"T{int(hour):02d}:{int(groups.get('minute') or 0):02d}" if hour else ""
