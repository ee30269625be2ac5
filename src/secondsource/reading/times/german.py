"""Dates in German."""

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
_SHIFTS = {"letzt": -1, "vergangen": -1, "vorig": -1, "dies": 0, "nächst": 1, "kommend": 1}
_UNITS = {"jahr": "Y", "monat": "M", "woche": "W"}


@cache
def german_rules() -> tuple[TimeRule, ...]:
    """Return the rules for German dates, weekdays, months, years and durations."""
    months = either(numbered("german", "months"))
    weekdays = either(numbered("german", "weekdays"))
    units = either(lettered("german", "units"))
    numbers = either(numbered("german", "numbers"))
    return (
        TimeRule(
            re.compile(
                rf"\b(?:(?:{weekdays}),?\s(?:den\s|dem\s)?)?(?P<day>[12]\d|3[01]|[1-9])\.\s?(?P<month>{months})\b(?:\s{_YEAR})?(?:,?\s(?:um\s|gegen\s)(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d))?\sUhr)?",
                re.IGNORECASE,
            ),
            day_month("german"),
        ),
        TimeRule(
            re.compile(rf"\b(?:(?:Anfang|Mitte|Ende)\s)?(?P<month>{months})\b(?:\s{_YEAR})?", re.IGNORECASE),
            month_alone("german"),
            _month_said,
        ),
        TimeRule(
            re.compile(
                rf"\b(?:(?P<which>letzten|vergangenen|vorigen|nächsten|kommenden|diesen)\s)?(?P<weekday>{weekdays})\b",
                re.IGNORECASE,
            ),
            weekday_alone(
                "german",
                ahead=frozenset({"nächsten", "kommenden"}),
                back=frozenset({"letzten", "vergangenen", "vorigen"}),
            ),
        ),
        TimeRule(
            re.compile(rf"\b(?P<word>{either(numbered('german', 'days'))})\b", re.IGNORECASE),
            deictic_day("german"),
            _day_said,
        ),
        TimeRule(re.compile(rf"(?<![\d.,/-]){_YEAR}(?![\d/-]|[.,]\d)"), plain_year),
        TimeRule(
            re.compile(
                r"\b(?P<which>letzt|vergangen|vorig|dies|nächst|kommend)e[nmsr]?\s(?P<unit>jahr|monat|woche)\w{0,2}\b",
                re.IGNORECASE,
            ),
            shifted_unit(_SHIFTS, _UNITS),
        ),
        TimeRule(
            re.compile(
                rf"\b(?:(?P<way>vor)\s)?(?P<number>\d{{1,3}}|{numbers})\s(?P<unit>{units})(?:e|en|n)?\b", re.IGNORECASE
            ),
            counted("german"),
        ),
        TimeRule(
            re.compile(r"(?<![\d.:])(?P<day>[0-3]?\d)\.(?P<number>0?[1-9]|1[0-2])\.(?P<year>(?:19|20)\d\d)(?!\d|\.\d)"),
            numeric_day,
        ),
        TimeRule(
            re.compile(r"\b(?:um|gegen|ab|bis)\s(?P<span>(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d))?\sUhr)\b"),
            clock_time,
        ),
    )


def _month_said(_: str, match: re.Match[str]) -> bool:
    return match["month"][0].isupper()


def _day_said(text: str, match: re.Match[str]) -> bool:
    """Return whether the word is a day: "Morgen" in capitals is the morning."""
    return match["word"].lower() != "morgen" or (
        match["word"][0].islower() and text[max(0, match.start() - 4) : match.start()].lower() != "am "
    )
