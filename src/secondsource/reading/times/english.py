"""Dates, days and clock times in English."""

import re
from functools import cache

from secondsource.model.timeplace import TimeType
from secondsource.reading.times.anchor import month_value, nearest_year, weekday_value, year_value
from secondsource.reading.times.rules import (
    DIGIT,
    TimeContext,
    TimeRule,
    TimeValue,
    any_of,
    date_value,
    either,
    lettered,
    numbered,
)
from secondsource.reading.times.tense import direction
from secondsource.reading.times.values import valid_day

_YEAR = r"(?P<year>(?:1[0-9]|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_ZONE = r"(?:\s?(?P<zone>Z|UTC|GMT|KST|JST|MSK|EDT|EST|PDT|PST|CET|CEST|BST|local\stime|Moscow\stime|Korean\stime))?"
_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-4])(?:(?::|\.)(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?"
    r"\s?(?P<half>[ap]\.?\s?m\b\.?)" + _ZONE
)
_CLOCK24 = (
    r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?!\d)(?:\s?(?P<half>[ap]\.?m\b\.?))?"
    + _ZONE
)
_MOD = (
    r"(?:(?:early|late|mid|later|earlier|the\s(?:beginning|start|end|middle|first\shalf|second\shalf)\sof)[\s-]"
    r"(?:in\s|on\s)?)"
)
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|of|by|since|until|till|from|to|through|between|and|or|during|before|after|for|late|early|mid|last|next|this|every|each|the|"
    r"around|throughout|on|as|into|ending|ended|til)\s|[(/–—-]|^|,\s)\Z",
    re.IGNORECASE,
)
_SURE_BEFORE = re.compile(
    r"\b(?:in|of|by|since|until|late|early|mid|last|next|this|during|from|through|ending|ended)\s\Z", re.IGNORECASE
)
_TITLE_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Theresa|Minister|Secretary|President|Sir)\.?\s\Z")
_NOT_COUNTED = re.compile(
    r"\s?(?:%|percent|per\scent|troops|soldiers|people|tons|tonnes|miles|km|kilometers|kilometres|feet|metres|meters|dollars|euros|won|rubles|"
    r"shares|points|votes|members|workers|men|women|jobs|homes|cars|units|barrels|acres|pounds|calories|children|students|times|others)\b",
    re.IGNORECASE,
)
_PARTS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}


@cache
def english_date_rules() -> tuple[TimeRule, ...]:
    """Return the rules for calendar dates, weekdays, months, years and clock times."""
    months = either(numbered("english", "months"))
    long_months = either(
        month for month in numbered("english", "months") if len(month) > 4 or month in ("may", "june", "july")
    )
    weekdays = either(numbered("english", "weekdays"))
    full_days = either(day for day in numbered("english", "weekdays") if len(day) > 5)
    parts = either([*lettered("english", "dayparts"), "midnight", "overnight"])
    lead = rf"(?:(?P<weekday>{weekdays})\b\.?,?\s\(?)?"
    tail = rf"(?:,?\s(?:at\s|around\s|about\s)?(?:{_CLOCK})|\s(?P<part>{parts})\b)?"
    flags = re.IGNORECASE
    month, weekday = any_of(numbered("english", "months")), any_of(numbered("english", "weekdays"))
    return (
        TimeRule(
            re.compile(
                rf"\b{lead}{_MOD}?(?P<month>{months})\b\.?\s{_DAY}(?!\d|:\d|%|[.,]\d)(?:,?\s{_YEAR}(?![\d,]\d))?{tail}",
                flags,
            ),
            _calendar,
            needs=(month, DIGIT),
        ),
        TimeRule(
            re.compile(
                rf"\b{lead}(?:the\s)?{_DAY}(?:\s|-)(?:of\s)?(?P<month>{months})\b(?:\.?,?(?:\s|-){_YEAR}(?!\d))?{tail}",
                flags,
            ),
            _calendar,
            _day_first,
            needs=(month, DIGIT),
        ),
        TimeRule(
            re.compile(rf"(?<![\w.,-])(?:{_MOD})?(?P<month>{months})\b\.?,?\s(?:of\s)?{_YEAR}(?![\d:]|,\d)", flags),
            _month_year,
            needs=(month, DIGIT),
        ),
        TimeRule(
            re.compile(
                rf"(?<![\w-])(?:{_MOD})?(?:(?P<which>last|this|this\spast|next|past|coming)\s)?(?P<month>{long_months})\b(?!-?\w)"
                r"(?:\s(?:of\s)?(?P<shift>last|this|next)\syear\b)?",
                flags,
            ),
            _month,
            _month_alone,
            needs=(month,),
        ),
        TimeRule(
            re.compile(
                rf"(?<![\w-])(?:{_MOD}|(?P<clockword>midnight|noon)\s(?:on\s)?|overnight\s)?(?:(?P<which>last|this|this\scoming|this\spast|next|this\s)\s)?"
                rf"(?P<weekday>{full_days})\b(?!s?\s?\(?(?:{months})\b\.?\s\d)(?:[’']s(?=\s(?:{parts})))?(?:\s(?P<part>{parts})\b)?(?:,?\s(?:at\s|around\s)?(?:{_CLOCK}))?",
                flags,
            ),
            _weekday,
            needs=(weekday,),
        ),
        TimeRule(
            re.compile(
                rf"(?<![\w:.-])(?:{_CLOCK})(?:,?\s(?:on\s)?(?:(?P<weekday>{full_days})\b|(?P<deictic>today|yesterday|tomorrow)\b|(?:(?P<month>{months})\b\.?\s{_DAY}(?:,\s{_YEAR})?)))?",
                flags,
            ),
            _clock,
            needs=(DIGIT,),
        ),
        TimeRule(
            re.compile(
                rf"(?<![\w:.,/-])(?:{_CLOCK24})(?:,?\s(?:on\s)?"
                rf"(?:(?P<weekday>{full_days})\b|(?P<month>{months})\b\.?\s{_DAY}(?:,\s{_YEAR})?))?",
                flags,
            ),
            _clock,
            needs=(DIGIT,),
        ),
        TimeRule(
            re.compile(
                r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)(?P<sep>[-./])(?P<number>0?[1-9]|1[0-2])(?P=sep)(?P<day>[0-3]?\d)(?![\w/-]|\.\d)(?:[T\s](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?"
            ),
            _iso,
            needs=(DIGIT,),
        ),
        TimeRule(
            re.compile(
                r"(?<![\w/.-])(?P<day>[0-3]?\d)(?P<sep>[./])(?P<number>0?[1-9]|1[0-2])(?P=sep)(?P<year>(?:19|20)\d\d)(?![\w/-]|\.\d)"
            ),
            _iso,
            _day_sure,
            needs=(DIGIT,),
        ),
        TimeRule(
            re.compile(
                r"(?<![\w$£€#.,/:-])(?P<first>1[5-9]\d\d|20[0-4]\d)\s?[-–—]\s?(?P<last>1[5-9]\d\d|20[0-4]\d|\d\d)(?![\w%/-]|[.,]\d)"
            ),
            _years,
            _years_rise,
            needs=(DIGIT,),
        ),
        TimeRule(
            re.compile(
                rf"\b(?P<month>{months})\b\.?\s(?P<day>[0-3]?\d)\s?[-–—]\s?(?P<until>[0-3]?\d)(?![\d:%]|[.,]\d)(?:,?\s{_YEAR}(?![\d,]\d))?",
                flags,
            ),
            _days,
            needs=(month, DIGIT),
        ),
        TimeRule(
            re.compile(
                rf"(?<!\w)(?P<day>[0-3]?\d)\.?\s?[-–—]\s?(?P<until>[0-3]?\d)\.?\s(?P<month>{months})\b(?:\s{_YEAR})?",
                flags,
            ),
            _days,
            _day_first,
            needs=(month, DIGIT),
        ),
        TimeRule(
            re.compile(
                r"\b(?P<hundreds>nineteen|twenty)\s(?P<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\s](?P<ones>one|two|three|four|five|six|seven|eight|nine))?\b",
                flags,
            ),
            _spoken_year,
            needs=(any_of(["nineteen", "twenty"]),),
        ),
        TimeRule(re.compile(rf"\b(?:{either(lettered('english', 'feasts'))})\b", flags), _feast),
        TimeRule(
            re.compile(
                rf"(?<![\w$£€#.,/:-])(?:{_MOD}|fiscal\s(?:year\s)?|the\syear\s)?{_YEAR}(?![\w:%/–-]|[.,]\d|[’']\d)",
                flags,
            ),
            _year,
            _year_alone,
            needs=(DIGIT,),
        ),
        TimeRule(
            re.compile(
                r"(?<![\w$£€])(?:the\s)?(?:(?:early|late|mid)[\s-])?(?:(?P<four>(?:1[5-9]|20)\d0)[’']?s|[’'](?P<two>[0-9]0)s)\b",
                flags,
            ),
            _decade,
            needs=(DIGIT,),
        ),
        TimeRule(
            re.compile(
                rf"\bthe\s(?:(?:early|late|mid)[\s-])?(?P<word>{either(numbered('english', 'decades'))})\b", flags
            ),
            _decade_word,
            needs=(any_of(numbered("english", "decades")),),
        ),
        TimeRule(
            re.compile(
                rf"\b(?:the\s)?(?:(?:early|late|mid)[\s-])?(?:(?P<number>\d\d?)(?:st|nd|rd|th)"
                rf"|(?P<word>{either(numbered('english', 'ordinals'))}|twenty-first))[\s-]century\b(?!\s(?:BC|B\.C))",
                flags,
            ),
            _century,
            needs=(any_of(["century"]),),
        ),
    )


def _calendar(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    month = numbered("english", "months")[match["month"].lower()]
    day = int(match["day"])
    year = int(match["year"]) if match["year"] else _year_near(match, context, month, day)
    value = day_of(year, month, day)
    return None if value is None else date_value(value + _suffix(match))


def day_of(year: int | None, month: int, day: int) -> str | None:
    """Return a day as a TIMEX3 value with an open year where it is unknown; None if no calendar has the day."""
    if not valid_day(year or 2000, month, day):
        return None
    return f"{'XXXX' if year is None else year_value(year)}-{month:02d}-{day:02d}"


def _year_near(match: re.Match[str], context: TimeContext, month: int, day: int | None) -> int | None:
    way = direction(context.text, context.sentence, match.start(), match.end())
    return nearest_year(context.anchor, month, day, direction=way)


def _suffix(match: re.Match[str]) -> str:
    """Return the time of day that the match names, as the end of a TIMEX3 value."""
    groups = match.groupdict()
    if groups.get("hour"):
        return clock_suffix(groups["hour"], groups.get("minute"), groups.get("second"), groups.get("half"))
    word = (groups.get("clockword") or groups.get("part") or "").lower()
    if not word:
        return ""
    if word == "overnight":
        return "TNI"
    return _PARTS.get(word) or f"T{lettered('english', 'dayparts')[word]}"


def clock_suffix(hour: str, minute: str | None, second: str | None, half: str | None) -> str:
    """Return a clock time as the end of a TIMEX3 value ("T15:30")."""
    hours = int(hour)
    if half:
        hours = hours % 12 + (12 if half.lower().startswith("p") else 0) if hours <= 12 else hours
    return f"T{hours:02d}:{minute or '00'}" + (f":{second}" if second else "")


def _month_year(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    return date_value(month_value(int(match["year"]), numbered("english", "months")[match["month"].lower()]))


def _month(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    month = numbered("english", "months")[match["month"].lower()]
    which = (match["which"] or "").lower()
    anchor = context.anchor
    if match["shift"]:
        year = None if anchor.year is None else anchor.year + {"last": -1, "this": 0, "next": 1}[match["shift"].lower()]
    elif which in ("next", "coming"):
        year = nearest_year(anchor, month, None, direction=1)
        year = year + 1 if year is not None and month == anchor.month else year
    elif which in ("last", "past", "this past"):
        year = nearest_year(anchor, month, None, direction=-1)
        year = year - 1 if year is not None and month == anchor.month else year
    elif which == "this":
        year = anchor.year
    else:
        year = _year_near(match, context, month, None)
    return date_value(f"{'XXXX' if year is None else year_value(year)}-{month:02d}")


def _month_alone(text: str, match: re.Match[str]) -> bool:
    """Return whether a month's name is a month: "may", "March" and "August" are other words too."""
    word = match["month"]
    if not word[0].isupper():
        return False
    if match["which"] or match.start("month") > match.start():
        return True
    before = text[max(0, match.start() - 14) : match.start()]
    if word.lower() in ("may", "march"):
        return (
            _SURE_BEFORE.search(before) is not None
            and _TITLE_BEFORE.search(before) is None
            and not _named(text, match.end())
        )
    if word.lower() in ("april", "june", "august"):
        return _BEFORE_MONTH.search(before) is not None or not _named(text, match.end())
    return True


def _named(text: str, end: int) -> bool:
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _day_first(text: str, match: re.Match[str]) -> bool:
    """Return whether "9 may" is a day: the month must stand in capitals, and "the" goes with "of" or an ordinal."""
    return match["month"][0].isupper() and not (
        match["month"].lower() in ("mar", "sun") and text[match.end("month") : match.end("month") + 1].isalpha()
    )


def _weekday(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    if not match["weekday"][0].isupper():
        return None
    weekday = numbered("english", "weekdays")[match["weekday"].lower()]
    which = (match["which"] or "").lower().strip()
    ahead = which in ("next", "this coming")
    if not which:
        ahead = direction(context.text, context.sentence, match.start(), match.end()) > 0
    elif which == "this":
        ahead = direction(context.text, context.sentence, match.start(), match.end()) >= 0
    value = weekday_value(
        context.anchor, weekday, future=ahead, distance=1 if which in ("last", "next", "this past") else 0
    )
    return date_value(value + _suffix(match))


def _clock(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    groups = match.groupdict()
    suffix = _suffix(match)
    if groups.get("weekday"):
        weekday = numbered("english", "weekdays")[groups["weekday"].lower()]
        ahead = direction(context.text, context.sentence, match.start(), match.end()) > 0
        return date_value(weekday_value(context.anchor, weekday, future=ahead) + suffix)
    if groups.get("month"):
        month, day = numbered("english", "months")[groups["month"].lower()], int(groups["day"])
        year = int(groups["year"]) if groups.get("year") else _year_near(match, context, month, day)
        value = day_of(year, month, day)
        return None if value is None else date_value(value + suffix)
    if groups.get("deictic"):
        shift = {"today": 0, "yesterday": -1, "tomorrow": 1}[groups["deictic"].lower()]
        return date_value(context.anchor.day_shifted(shift) + suffix)
    if context.last_in_sentence and context.last is not None and len(context.last) == len("2000-01-01"):
        return date_value(context.last + suffix)
    return TimeValue(TimeType.TIME, suffix)


def _iso(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    value = day_of(int(match["year"]), int(match["number"]), int(match["day"]))
    return None if value is None else date_value(value + _suffix(match))


def _day_sure(_: str, match: re.Match[str]) -> bool:
    """Return whether the day stands first beyond doubt: with dots it does, with strokes only above 12."""
    return match["sep"] == "." or int(match["day"]) > 12


def _year(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    return date_value(match["year"])


def _year_alone(text: str, match: re.Match[str]) -> bool:
    """Return whether four digits are a year: between 1900 and 2049, or announced by the words before, and no count."""
    if _NOT_COUNTED.match(text, match.end()) or re.search(
        r"(?:No\.?|Resolutions?|Flight|Room|Order|Article|resolution|№)\s\Z",
        text[max(0, match.start() - 12) : match.start()],
    ):
        return False
    if 1900 <= int(match["year"]) <= 2049:
        return True
    return (
        match.start("year") > match.start()
        or re.search(
            r"\b(?:in|since|of|by|until|from|before|after)\s\Z",
            text[max(0, match.start() - 8) : match.start()],
            re.IGNORECASE,
        )
        is not None
    )


def _decade(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    years = match["four"] or f"19{match['two']}"
    return date_value(f"{years[:3]}X")


def _decade_word(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    return date_value(f"19{numbered('english', 'decades')[match['word'].lower()]}X")


def _century(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    word = (match["word"] or "").lower()
    number = (
        int(match["number"])
        if match["number"]
        else 21
        if word == "twenty-first"
        else numbered("english", "ordinals")[word]
    )
    return date_value(f"{number - 1:02d}XX") if 1 <= number <= 40 else None


def _years(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    last = match["last"] if len(match["last"]) == 4 else match["first"][:2] + match["last"]
    return TimeValue(TimeType.DATE, f"{match['first']}/{last}", f"{match['first']}/{last}")


def _years_rise(_: str, match: re.Match[str]) -> bool:
    """Return whether the second number is a later year: "2397-17" and "1999-02" are no stretches of years."""
    last = match["last"] if len(match["last"]) == 4 else match["first"][:2] + match["last"]
    return int(last) > int(match["first"]) and not (len(match["last"]) == 2 and int(match["last"]) <= 12)


def _days(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    month = numbered("english", "months")[match["month"].lower()]
    year = int(match["year"]) if match["year"] else _year_near(match, context, month, int(match["day"]) or 1)
    first, last = day_of(year, month, int(match["day"])), day_of(year, month, int(match["until"]))
    if first is None or last is None or first >= last:
        return None
    return TimeValue(TimeType.DATE, f"{first}/{last}", None if year is None else f"{first}/{last}")


def _spoken_year(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    numbers = numbered("english", "numbers")
    year = numbers[match["hundreds"].lower()] * 100 + numbers[match["tens"].lower()]
    return date_value(year_value(year + (numbers[match["ones"].lower()] if match["ones"] else 0)))


def _feast(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    month, day = map(int, lettered("english", "feasts")[" ".join(match.group().lower().split())].split("-"))
    value = day_of(_year_near(match, context, month, day), month, day)
    return None if value is None else date_value(value)
