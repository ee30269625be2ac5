"""Dates in Korean."""

import re
from functools import cache

from secondsource.model.timeplace import TimeType
from secondsource.reading.times.anchor import Anchor, month_value, nearest_year, weekday_value, year_value
from secondsource.reading.times.rules import TimeContext, TimeRule, TimeValue, date_value, either, numbered, period
from secondsource.reading.times.values import valid_day

_PART = r"(?:\s?(?P<part>오전|오후|새벽|아침|저녁|밤|정오))?"
_CLOCK = r"(?:\s?(?P<hour>\d{1,2})시(?:\s?(?P<minute>\d{1,2})분)?)?"
_PARTS = {"오전": "MO", "오후": "AF", "새벽": "MO", "아침": "MO", "저녁": "EV", "밤": "NI", "정오": "MI"}
_YEARS = {"지난해": -1, "작년": -1, "올해": 0, "금년": 0, "내년": 1, "재작년": -2}
_UNITS = {"일": "D", "주": "W", "주일": "W", "개월": "M", "달": "M", "년": "Y", "시간": "TH", "분": "TM", "초": "TS"}
_NUMBERS = {
    "하루": "P1D",
    "이틀": "P2D",
    "사흘": "P3D",
    "나흘": "P4D",
    "닷새": "P5D",
    "엿새": "P6D",
    "이레": "P7D",
    "열흘": "P10D",
}


@cache
def korean_rules() -> tuple[TimeRule, ...]:
    """Return the rules for Korean dates, days, months, years and durations."""
    days = either(numbered("korean", "days"))
    weekdays = either(numbered("korean", "weekdays"))
    return (
        TimeRule(
            re.compile(
                rf"(?:(?P<year>(?:19|20)\d\d)년\s?)?(?:(?P<which>지난해|작년|올해|내년|지난|오는)\s)?(?:(?P<month>1[0-2]|[1-9])월\s?)(?P<day>[12]\d|3[01]|[1-9])일(?!간|째|\w?\s?동안){_PART}{_CLOCK}"
            ),
            _day,
        ),
        TimeRule(
            re.compile(
                rf"(?:(?P<deictic>{days})\s?\(\s?)?(?:(?P<shift>지난달|이달|이번\s?달|다음\s?달|내달)\s)?(?<!\d)(?P<day>[12]\d|3[01]|[1-9])일(?!간|째|\s?동안|\s?전|\s?후|\s?만){_PART}{_CLOCK}"
            ),
            _day_alone,
        ),
        TimeRule(
            re.compile(
                r"(?:(?P<year>(?:19|20)\d\d)년\s?|(?P<which>지난해|작년|올해|내년)\s)?(?<!\d)(?P<month>1[0-2]|[1-9])월(?!\s?\d{1,2}일)(?:\s?(?:초|중순|말|하순))?"
            ),
            _month,
        ),
        TimeRule(re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)년(?!\s?\d{1,2}월|대)"), _year),
        TimeRule(re.compile(rf"(?P<word>{either(_YEARS)})(?!\s?\d{{1,2}}월)"), _year_word),
        TimeRule(re.compile(rf"(?P<deictic>{days})(?=[\s,.(은는이도의])(?!\s?\(\s?\d{{1,2}}일){_PART}"), _deictic),
        TimeRule(
            re.compile(rf"(?:(?P<which>지난|이번|오는|다음)\s?(?:주\s)?)?(?P<weekday>{weekdays}){_PART}"), _weekday
        ),
        TimeRule(re.compile(r"(?P<which>지난달|이달|이번\s?달|다음\s?달|내달)(?!\s?\d{1,2}일)"), _month_word),
        TimeRule(re.compile(r"(?P<which>지난주|이번\s?주|다음\s?주|내주|금주)(?!\s?\w요일)"), _week_word),
        TimeRule(
            re.compile(r"(?<![\d.])(?P<number>\d{1,3})\s?(?P<unit>주일|개월|시간|일|주|년|분)(?:간|\s?동안)"), _duration
        ),
        TimeRule(
            re.compile(r"(?<![\d.])(?P<number>\d{1,3})\s?(?P<unit>주일|개월|시간|일|주|년)\s?전(?![가-힣]{2})"), _ago
        ),
        TimeRule(re.compile(rf"(?P<word>{either(_NUMBERS)})(?=\s|간|만|동안)"), _counted_days),
    )


def _day(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    month, day = int(match["month"]), int(match["day"])
    year = int(match["year"]) if match["year"] else _year_of(match["which"], context.anchor, month, day)
    return _dated(year, month, day, match)


def _year_of(which: str | None, anchor: Anchor, month: int, day: int | None) -> int | None:
    if which in _YEARS:
        return None if anchor.year is None else anchor.year + _YEARS[which]
    return nearest_year(anchor, month, day, direction={"지난": -1, "오는": 1}.get(which or "", 0))


def _dated(year: int | None, month: int | None, day: int, match: re.Match[str]) -> TimeValue | None:
    if not valid_day(year or 2000, month or 1, day):
        return None
    months = "XX" if month is None else f"{month:02d}"
    years = "XXXX" if year is None else year_value(year)
    return date_value(f"{years}-{months}-{day:02d}{_suffix(match)}")


def _suffix(match: re.Match[str]) -> str:
    groups = match.groupdict()
    part = groups.get("part")
    if groups.get("hour"):
        hour = int(groups["hour"])
        hour = hour + 12 if part in ("오후", "저녁", "밤") and hour < 12 else hour
        return f"T{hour:02d}:{int(groups.get('minute') or 0):02d}" if hour <= 24 else ""
    return f"T{_PARTS[part]}" if part else ""


def _day_alone(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    """Return "9일": the last such day on or before the report's, if that is known."""
    anchor, day = context.anchor, int(match["day"])
    if anchor.year is None or anchor.month is None:
        return _dated(None, None, day, match)
    shift = {"지난달": -1, "다음달": 1, "내달": 1}.get((match["shift"] or "").replace(" ", ""), 0)
    if match["shift"] is None and match["deictic"] is None and anchor.day is not None and day > anchor.day.day + 1:
        # Korean desks name the month as soon as it is not the report's own; a day far ahead is last month's.
        shift = -1 if _past(context, match) else 0
    year, month = map(int, month_value(anchor.year, anchor.month, shift).split("-"))
    return _dated(year, month, day, match)


def _past(context: TimeContext, match: re.Match[str]) -> bool:
    end = context.text.find(".", match.end())
    return (
        re.search(r"(?:했|었|았|였|됐|졌|났)", context.text[match.end() : end if end > 0 else match.end() + 80])
        is not None
    )


def _month(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    month = int(match["month"])
    year = int(match["year"]) if match["year"] else _year_of(match["which"], context.anchor, month, None)
    return date_value(f"{'XXXX' if year is None else year_value(year)}-{month:02d}")


def _year(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    return date_value(match["year"])


def _year_word(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    return date_value(context.anchor.year_shifted(_YEARS[match["word"]]))


def _deictic(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    return date_value(context.anchor.day_shifted(numbered("korean", "days")[match["deictic"]]) + _suffix(match))


def _weekday(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    ahead = match["which"] in ("오는", "다음")
    weekday = numbered("korean", "weekdays")[match["weekday"]]
    return date_value(
        weekday_value(context.anchor, weekday, future=ahead, distance=int(match["which"] == "지난")) + _suffix(match)
    )


def _month_word(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    word = match["which"].replace(" ", "")
    return date_value(context.anchor.month_shifted({"지난달": -1, "다음달": 1, "내달": 1}.get(word, 0)))


def _week_word(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    word = match["which"].replace(" ", "")
    return date_value(context.anchor.week_shifted({"지난주": -1, "다음주": 1, "내주": 1}.get(word, 0)))


def _duration(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    return TimeValue(TimeType.DURATION, period(match["number"], _UNITS[match["unit"]]))


def _ago(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    number, letter = int(match["number"]), _UNITS[match["unit"]]
    anchor = context.anchor
    makers = {"Y": anchor.year_shifted, "M": anchor.month_shifted, "W": anchor.week_shifted, "D": anchor.day_shifted}
    if letter not in makers:
        return TimeValue(TimeType.DURATION, period(match["number"], letter))
    return date_value(makers[letter](-number))


def _counted_days(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    return TimeValue(TimeType.DURATION, _NUMBERS[match["word"]])
