"""Dates in Russian."""

import re
from functools import cache

from secondsource.reading.times.inflected import (
    clock_time,
    counted,
    day_month,
    deictic_day,
    month_alone,
    numeric_day,
    plain_year,
    shifted_unit,
    weekday_alone,
)
from secondsource.reading.times.rules import TimeRule, either, lettered, numbered

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SHIFTS = {"прошл": -1, "минувш": -1, "эт": 0, "нынешн": 0, "текущ": 0, "следующ": 1, "будущ": 1}
_UNITS = {"год": "Y", "месяц": "M", "недел": "W"}


@cache
def russian_rules() -> tuple[TimeRule, ...]:
    """Return the rules for Russian dates, weekdays, months, years and durations."""
    months = either(numbered("russian", "months"))
    flags = re.IGNORECASE
    return (
        TimeRule(
            re.compile(
                rf"\b(?P<day>[12]\d|3[01]|0?[1-9])(?:-го)?\s(?P<month>{months})\b(?:\s{_YEAR}(?:\s(?:года|г\.))?)?(?:,?\s(?:в\s|около\s)?(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d))?",
                flags,
            ),
            day_month("russian"),
        ),
        TimeRule(
            re.compile(rf"\b(?P<month>{months})\b(?:\s{_YEAR}(?:\s(?:года|г\.))?)?", flags), month_alone("russian")
        ),
        TimeRule(
            re.compile(
                r"\b(?:(?P<which>прошл\w{2}|следующ\w{2}|будущ\w{2}|минувш\w{2}|эт\w{1,2})\s)?"
                rf"(?P<weekday>{either(numbered('russian', 'weekdays'))})\b",
                flags,
            ),
            weekday_alone(
                "russian",
                ahead=frozenset({"следующую", "следующий", "следующее", "будущую", "будущий"}),
                back=frozenset({"прошлую", "прошлый", "прошлое", "минувшую", "минувший"}),
            ),
        ),
        TimeRule(re.compile(rf"\b(?P<word>{either(numbered('russian', 'days'))})\b", flags), deictic_day("russian")),
        TimeRule(
            re.compile(rf"(?<![\d.,])\b{_YEAR}(?:\s?(?:год(?:а|у|ом|е)?\b|г\.)|(?=[\s).,;]))", flags),
            plain_year,
            _year_said,
        ),
        TimeRule(
            re.compile(
                r"\b(?P<which>прошл|минувш|эт|нынешн|текущ|следующ|будущ)\w{1,3}\s(?P<unit>год|месяц|недел)\w{0,2}\b",
                flags,
            ),
            shifted_unit(_SHIFTS, _UNITS),
        ),
        TimeRule(
            re.compile(
                rf"\b(?P<number>\d{{1,3}}|{either(numbered('russian', 'numbers'))})\s"
                rf"(?P<unit>{either(lettered('russian', 'units'))})\b(?:\s(?P<way>назад))?",
                flags,
            ),
            counted("russian"),
        ),
        TimeRule(
            re.compile(r"(?<![\d.:])(?P<day>[0-3]\d)\.(?P<number>0[1-9]|1[0-2])\.(?P<year>(?:19|20)\d\d)(?!\d|\.\d)"),
            numeric_day,
        ),
        TimeRule(
            re.compile(r"\b(?:в|около|до|после)\s(?P<span>(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d))(?!\d)", flags),
            clock_time,
        ),
    )


def _year_said(text: str, match: re.Match[str]) -> bool:
    """Return whether four digits are a year: the word for it stands after them, or a preposition before."""
    return (
        len(match.group()) > 4
        or re.search(r"\b(?:в|с|до|после|от|к)\s\Z", text[max(0, match.start() - 6) : match.start()]) is not None
    )
