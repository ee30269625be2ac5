"""English times that are told from the report's date or from a date before: last year, two days ago, the next day."""

import re
from datetime import date
from functools import cache

from secondsource.model.timeplace import TimeType
from secondsource.reading.times.anchor import month_value, week_value, year_value
from secondsource.reading.times.numbers import english_number, english_number_pattern
from secondsource.reading.times.rules import (
    DIGIT,
    TimeContext,
    TimeRule,
    TimeValue,
    any_of,
    date_value,
    either,
    lettered,
    period,
)
from secondsource.reading.times.values import shifted_interval
from secondsource.reading.vocabulary import read_vocabulary

_MOD = r"(?:(?:early|late|mid|later|earlier|sometime|the\s(?:beginning|start|end|middle)\sof)[\s-](?:in\s|on\s)?)?"
_ABOUT = (
    r"(?:(?:about|around|some|nearly|almost|roughly|approximately|more\sthan|less\sthan|over|at\sleast|just|only|up\sto|"
    r"barely|well\sover|just\sover|just\sunder)\s)?"
)
_SHIFTS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


@cache
def english_relative_rules() -> tuple[TimeRule, ...]:
    """Return the rules for times told from another time."""
    units = either(
        unit for unit in lettered("english", "units") if unit not in ("second", "minute", "hour", "centurie")
    )
    all_units = either([*lettered("english", "units"), "trading day", "business day", "working day", "calendar day"])
    number = english_number_pattern()
    seasons = either(lettered("english", "seasons"))
    parts = either(lettered("english", "dayparts"))
    ordinals = "first|second|third|fourth|1st|2nd|3rd|4th"
    flags = re.IGNORECASE
    listed = read_vocabulary("times")["english"]
    unit = any_of(lettered("english", "units"), "s")
    return (
        TimeRule(
            re.compile(
                rf"\b{_MOD}(?P<word>today|tonight|yesterday|tomorrow)\b(?![’']s\s(?:world|youth|society|\w+\sworld))(?:\s(?P<part>{parts})\b)?",
                flags,
            ),
            _deictic,
            needs=(any_of(["today", "tonight", "yesterday", "tomorrow"]),),
        ),
        TimeRule(
            re.compile(r"\b(?:the\s)?day\s(?P<way>before\syesterday|after\stomorrow)\b", flags),
            _two_days,
            needs=(any_of(["day"]),),
        ),
        TimeRule(re.compile(rf"\b(?P<which>this|that|last)\s(?P<part>{parts})\b", flags), _part_of_today),
        TimeRule(
            re.compile(
                rf"\b{_MOD}(?:the\s)?(?P<which>last|this|next|previous|current|following|coming|past)\s(?:(?:fiscal|calendar|full)\s)?(?P<unit>{units})\b(?!-|\sor\stwo)",
                flags,
            ),
            _unit,
            needs=(unit,),
        ),
        TimeRule(
            re.compile(
                r"\b(?:the\s)?(?P<which>same|that|next|following|previous)\s(?P<unit>day|morning|evening|night|week|month|year)\b",
                flags,
            ),
            _from_story,
            _not_next_unit,
            needs=(any_of(["day", "morning", "evening", "night", "week", "month", "year"]),),
        ),
        TimeRule(
            re.compile(
                rf"\b{_ABOUT}(?P<number>{number})(?:\s|-)(?P<unit>{all_units})s?(?:\sor\sso)?\s(?P<way>ago|earlier|later|from\snow|hence|before|after\sthat)\b",
                flags,
            ),
            _ago,
            _before_is_when,
            counts=False,
            needs=(unit, any_of(["ago", "earlier", "later", "now", "hence", "before", "that"])),
        ),
        TimeRule(
            re.compile(
                rf"\b(?:(?:the|these|at\sleast\sthe|each\sof\sthe)\s)?(?P<which>past|last|next|coming|recent|latest)\s(?:(?P<number>{number})\s)?(?P<unit>{all_units})s\b",
                flags,
            ),
            _stretch,
            needs=(unit,),
        ),
        TimeRule(
            re.compile(
                r"\b(?:within\s|over\s|in\s|during\s|for\s|throughout\s)(?P<span>the\s(?P<which>past|last|next|coming)\s(?P<unit>year|month|week|decade|quarter|century))\b",
                flags,
            ),
            _stretch_one,
            needs=(any_of(["year", "month", "week", "decade", "quarter", "century"]),),
        ),
        TimeRule(
            re.compile(
                rf"\b(?:the\s)?(?P<nth>{ordinals}|last)[\s-](?P<unit>quarter|half)(?:\s(?:of|in)\s(?:(?P<year>(?:19|20)\d\d)|(?P<which>last|this|next)\syear|the\syear)|,?\s(?P<bare>(?:19|20)\d\d))?\b",
                flags,
            ),
            _quarter,
            needs=(any_of(["quarter", "half"]),),
        ),
        TimeRule(
            re.compile(r"\b(?:the\s(?:latest\s|most\srecent\s)?quarter)\b(?!\s(?:of|a)\b|-)", flags),
            _that_quarter,
            needs=(any_of(["quarter"]),),
        ),
        TimeRule(
            re.compile(r"\b(?:around\s)?(?:the\s)?(?:year[-\s]end|year[’']s\send|end\sof\sthe\syear)\b", flags),
            _year_end,
            needs=(any_of(["year"]),),
        ),
        TimeRule(
            re.compile(r"\b(?:Q(?P<q>[1-4])|(?P<h>[12])H|H(?P<hh>[12]))(?:\s|\s?FY)?(?P<year>20\d\d|19\d\d)\b"),
            _short_quarter,
            needs=(DIGIT,),
        ),
        TimeRule(
            re.compile(
                rf"\b(?:(?P<mod>early|late|mid)[\s-])?(?:(?P<which>last|this|next|this\spast|the|of|in)\s)?(?P<season>{seasons})\b(?:,?\s(?:of\s)?(?P<year>(?:19|20)\d\d))?",
                flags,
            ),
            _season,
            _season_sure,
            needs=(any_of(lettered("english", "seasons")),),
        ),
        TimeRule(re.compile(r"\b(?:the|this|last|next)\sweekend\b", flags), _weekend, needs=(any_of(["weekend"]),)),
        TimeRule(
            re.compile(rf"\b(?:{either(line for line in listed['present'].strip().splitlines())})\b", flags), _present
        ),
        TimeRule(
            re.compile(rf"\b(?:{either(line for line in listed['past'].strip().splitlines())})\b(?!\s\w+\sof)", flags),
            _past,
        ),
        TimeRule(
            re.compile(rf"\b(?:{either(line for line in listed['future'].strip().splitlines())})\b", flags), _future
        ),
    )


def _deictic(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    word = match["word"].lower()
    part = "NI" if word == "tonight" else lettered("english", "dayparts").get((match["part"] or "").lower())
    return date_value(context.anchor.day_shifted(_DAYS[word]) + (f"T{part}" if part else ""))


def _two_days(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    return date_value(context.anchor.day_shifted(-2 if "before" in match["way"].lower() else 2))


def _part_of_today(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    part = lettered("english", "dayparts")[match["part"].lower()]
    which = match["which"].lower()
    if which == "that":
        day = _last_day(context)
        return date_value((day.isoformat() if day else "XXXX-XX-XX") + f"T{part}")
    return date_value(context.anchor.day_shifted(-1 if which == "last" else 0) + f"T{part}")


def _unit(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    which, unit = match["which"].lower(), match["unit"].lower()
    letter = lettered("english", "units")[unit]
    if which == "past" and letter in ("Y", "M", "W", "D", "DE"):
        return _stretch_value(context, "past", "1", letter)
    if letter == "D" and which in ("last", "this"):
        return None
    shift = _SHIFTS[which]
    if which in ("following", "previous") or (which == "next" and letter == "D"):
        value = _story_shifted(context, letter, shift)
        return None if value is None else date_value(value)
    value = _shifted(context, letter, shift)
    return None if value is None else date_value(value)


def _shifted(context: TimeContext, letter: str, shift: int) -> str | None:
    """Return the report's own unit, ``shift`` units on."""
    anchor = context.anchor
    if letter == "WE":
        week = anchor.week_shifted(shift)
        return f"{week}-WE"
    if letter == "Q":
        if anchor.year is None or anchor.month is None:
            return "XXXX-QX"
        month = month_value(anchor.year, anchor.month, 3 * shift)
        return f"{month[:4]}-Q{(int(month[5:]) - 1) // 3 + 1}"
    if letter == "DE":
        return "XXXX" if anchor.year is None else f"{year_value(anchor.year + 10 * shift)[:3]}X"
    if letter == "CE":
        return "XXXX" if anchor.year is None else f"{year_value(anchor.year + 100 * shift)[:2]}XX"
    makers = {"Y": anchor.year_shifted, "M": anchor.month_shifted, "W": anchor.week_shifted, "D": anchor.day_shifted}
    return makers[letter](shift) if letter in makers else None


def _last_day(context: TimeContext) -> date | None:
    try:
        return date.fromisoformat((context.last or "")[:10])
    except ValueError:
        return None


def _story_shifted(context: TimeContext, letter: str, shift: int) -> str | None:
    """Return the unit of the last date named, ``shift`` units on; open where that date does not tell it."""
    last = context.last or ""
    day = _last_day(context)
    if letter in ("D", "W"):
        if day is None:
            return "XXXX-XX-XX" if letter == "D" else "XXXX-WXX"
        return _day_or_week(day, letter, shift)
    if letter == "M":
        known = re.match(r"(\d{4})-(\d\d)(?:-|\Z)", last)
        return "XXXX-XX" if known is None else month_value(int(known[1]), int(known[2]), shift)
    if letter == "Y":
        known = re.match(r"(\d{4})(-Q[1-4]\Z)?", last)
        if known is None:
            return "XXXX"
        return year_value(int(known[1]) + shift) + (known[2] or "")
    return None


def _day_or_week(day: date, letter: str, shift: int) -> str:
    from_last = day.toordinal() + shift * (7 if letter == "W" else 1)
    if not 1 <= from_last <= date.max.toordinal():
        return "XXXX-XX-XX"
    moved = date.fromordinal(from_last)
    return moved.isoformat() if letter == "D" else week_value(moved)


def _from_story(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    unit, which = match["unit"].lower(), match["which"].lower()
    letter = {"day": "D", "week": "W", "month": "M", "year": "Y"}.get(unit, "D")
    shift = {"next": 1, "following": 1, "previous": -1}.get(which, 0)
    value = _story_shifted(context, letter, shift)
    if value is None:
        return None
    part = lettered("english", "dayparts").get(unit)
    return date_value(value[:10] + (f"T{part}" if part else ""))


def _not_next_unit(text: str, match: re.Match[str]) -> bool:
    """Leave "next week" to the rule of the report's date and "that year" with more words after it to none."""
    which, unit = match["which"].lower(), match["unit"].lower()
    if which == "next":
        return (
            unit in ("day", "morning", "evening", "night") and text[match.start() : match.start() + 3].lower() == "the"
        )
    return not (which == "that" and text[max(0, match.start() - 4) : match.start()].lower() == "say ")


def _before_is_when(text: str, match: re.Match[str]) -> bool:
    """Return whether "before" ends the phrase: "two days before the vote" counts from the vote, which is not known."""
    way = match["way"].lower()
    return way != "before" or re.match(r"[.,;)]|\s(?:that|when)\b|\Z", text[match.end() : match.end() + 8]) is not None


def _ago(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    unit = match["unit"].lower().split()[-1]
    letter = lettered("english", "units")[unit]
    number = english_number(match["number"])
    way = match["way"].lower()
    if number is None and way in ("earlier", "later"):
        return TimeValue(TimeType.DURATION, period("X", letter))
    if number is None:
        return date_value("PAST_REF" if way in ("ago", "earlier", "before") else "FUTURE_REF")
    shift = -number if way in ("ago", "earlier", "before") else number
    if letter.startswith("T"):
        return TimeValue(TimeType.DURATION, period(str(number), letter))
    if letter == "DE":
        letter, shift = "Y", 10 * shift
    if letter == "FN":
        letter, shift = "W", 2 * shift
    beside_quarter = re.fullmatch(r"\d{4}-Q\d", context.last or "") and (
        way != "ago" or context.anchor.year is not None
    )
    if letter == "Y" and shift == -1 and beside_quarter:
        # Beside a quarter "a year ago" is the same quarter.
        value = _story_shifted(context, "Y", -1)
    elif way in ("ago", "from now", "hence"):
        value = _shifted(context, letter, shift) if abs(shift) < 10_000 else None
    else:
        value = _story_shifted(context, letter, shift) if abs(shift) < 10_000 else None
    return None if value is None else date_value(value)


def _stretch(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    number = english_number(match["number"]) if match["number"] else None
    letter = lettered("english", "units")[match["unit"].lower().split()[-1]]
    return _stretch_value(context, match["which"].lower(), "X" if number is None else str(number), letter)


def _stretch_one(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    return _stretch_value(context, match["which"].lower(), "1", lettered("english", "units")[match["unit"].lower()])


def _stretch_value(context: TimeContext, which: str, number: str, letter: str) -> TimeValue:
    edtf = None
    if context.anchor.day is not None and number.isdigit() and int(number) < 5_000:
        count = int(number) if which in ("past", "last", "recent", "latest") else -int(number)
        unit, times = ("Y", 10) if letter == "DE" else (letter, 1)
        edtf = shifted_interval(context.anchor.day, unit, count * times)
    return TimeValue(TimeType.DURATION, period(number, letter), edtf)


def _quarter(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    nth = match["nth"].lower()
    half = match["unit"].lower() == "half"
    if half and not (match["year"] or match["which"] or match["bare"] or "the year" in match.group().lower()):
        return None
    number = {"last": 2 if half else 4}.get(nth) or {"f": 1, "s": 2, "t": 3}.get(nth[0]) or int(nth[0])
    number = 4 if nth == "fourth" else number
    sign = f"{'H' if half else 'Q'}{number}"
    if match["year"] or match["bare"]:
        return date_value(f"{match['year'] or match['bare']}-{sign}")
    anchor = context.anchor
    if anchor.year is None or anchor.month is None:
        return date_value(f"XXXX-{sign}")
    if match["which"]:
        return date_value(f"{year_value(anchor.year + _SHIFTS[match['which'].lower()])}-{sign}")
    # A quarter named alone is the last one that has begun.
    begun = number <= (anchor.month - 1) // 3 + 1 if not half else True
    return date_value(f"{year_value(anchor.year if begun else anchor.year - 1)}-{sign}")


def _that_quarter(_: re.Match[str], context: TimeContext) -> TimeValue | None:
    if re.fullmatch(r"\d{4}-Q\d", context.last or ""):
        return date_value(context.last or "")
    value = _shifted(context, "Q", -1)
    return None if value is None else date_value(value)


def _year_end(_: re.Match[str], context: TimeContext) -> TimeValue | None:
    return date_value(context.anchor.year_shifted(0))


def _short_quarter(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    half = match["h"] or match["hh"]
    return date_value(f"{match['year']}-" + (f"Q{match['q']}" if match["q"] else f"H{half}"))


def _season(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    sign = lettered("english", "seasons")[match["season"].lower()]
    if match["year"]:
        return date_value(f"{match['year']}-{sign}")
    anchor = context.anchor
    if anchor.year is None or anchor.month is None:
        return date_value(f"XXXX-{sign}")
    which = (match["which"] or "").lower()
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[sign]
    year = anchor.year
    if which == "next":
        year += 0 if begins > anchor.month else 1
    elif which == "last" or (which != "this" and begins > anchor.month):
        # "Last summer", said in summer or after, is this year's only once that has ended.
        year -= 1 if begins + 3 > anchor.month else 0
    return date_value(f"{year_value(year)}-{sign}")


def _season_sure(text: str, match: re.Match[str]) -> bool:
    """Return whether the word is a season: "fall", "spring" and "the winter" alone are other things too often."""
    word, which = match["season"].lower(), (match["which"] or "").lower()
    if match["year"]:
        return bool(which or match["mod"]) or word != "fall"
    if which in ("last", "this", "next", "this past") or match["mod"]:
        return text[match.end() : match.end() + 1] != "-"
    if which == "in" or (
        which == "the"
        and re.search(r"\b(?:in|since|during|by|until)\s\Z", text[max(0, match.start() - 8) : match.start()])
    ):
        return (
            re.match(r"\s(?:of|in)\s", text[match.end() : match.end() + 4]) is None
            and text[match.end() : match.end() + 1] != "-"
        )
    return False


def _weekend(match: re.Match[str], context: TimeContext) -> TimeValue | None:
    which = match.group().split()[0].lower()
    shift = {"last": -1, "next": 1}.get(which, 0)
    day = context.anchor.day
    if which in ("the", "last") and day is not None:
        # Until the next weekend has begun, "the weekend" of a report is the one just over.
        shift = 0 if day.isoweekday() >= 6 and which == "the" else -1
    value = context.anchor.week_shifted(shift)
    return date_value(f"{value}-WE")


def _present(_: re.Match[str], __: TimeContext) -> TimeValue | None:
    return TimeValue(TimeType.DATE, "PRESENT_REF")


def _past(_: re.Match[str], __: TimeContext) -> TimeValue | None:
    return TimeValue(TimeType.DATE, "PAST_REF")


def _future(_: re.Match[str], __: TimeContext) -> TimeValue | None:
    return TimeValue(TimeType.DATE, "FUTURE_REF")
