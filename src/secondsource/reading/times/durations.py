"""English stretches of time and times that come again."""

import re
from functools import cache

from secondsource.model.timeplace import TimeType
from secondsource.reading.times.numbers import english_number, english_number_pattern
from secondsource.reading.times.rules import (
    TimeContext,
    TimeRule,
    TimeValue,
    any_of,
    either,
    lettered,
    numbered,
    period,
)

_ABOUT = (
    r"(?:(?:about|around|some|nearly|almost|roughly|approximately|more\sthan|less\sthan|over|at\sleast|up\sto|as\slong\sas|"
    r"the\sfirst|the\sfinal|the)\s)?"
)
_BARE_BEFORE = re.compile(
    r"\b(?:for|in|within|after|of|over|took|take|takes|last|lasted|by|during|through|many)\s\Z", re.IGNORECASE
)


@cache
def english_duration_rules() -> tuple[TimeRule, ...]:
    """Return the rules for durations ("about two days") and sets ("every Tuesday")."""
    units = either(lettered("english", "units"))
    number = english_number_pattern()
    weekdays = either(day for day in numbered("english", "weekdays") if len(day) > 5)
    parts = either([part for part in lettered("english", "dayparts") if part != "noon"])
    flags = re.IGNORECASE
    unit = any_of(lettered("english", "units"), "s")
    return (
        TimeRule(
            re.compile(
                rf"\b{_ABOUT}(?P<number>{number})(?:\s|-)(?:(?:consecutive|straight|trading|business|working|calendar|full|whole|more|long|short|solid)\s)?(?P<unit>{units})s?\b(?P<half>\sand\sa\shalf)?(?!-old\b|\sold\b|s?-olds?\b)",
                flags,
            ),
            _duration,
            _not_counted,
            needs=(unit,),
        ),
        TimeRule(
            re.compile(
                r"\b(?:years|months|weeks|days|hours|decades|centuries)\b(?!\s(?:ago|earlier|later|old|before))", flags
            ),
            _bare,
            _is_bare,
            needs=(any_of(["years", "months", "weeks", "days", "hours", "decades", "centuries"]),),
        ),
        TimeRule(
            re.compile(r"\b(?:the\s(?:entire|whole|full)\s)(?P<unit>day|week|month|year|decade|century)\b", flags),
            _whole,
            needs=(any_of(["day", "week", "month", "year", "decade", "century"]),),
        ),
        TimeRule(
            re.compile(rf"\b(?:every|each)\s(?:other\s)?(?P<weekday>{weekdays})\b(?:\s(?P<part>{parts})\b)?", flags),
            _weekly,
            needs=(any_of(["every", "each"]),),
        ),
        TimeRule(
            re.compile(rf"\b(?P<weekday>{weekdays})s\b|\b(?P<weekday2>{weekdays})\s(?P<part>{parts})s\b", flags),
            _weekly,
        ),
        TimeRule(
            re.compile(rf"\bevery\s(?:(?P<number>{number})\s)(?P<unit>{units})s?\b", flags),
            _every,
            needs=(any_of(["every"]),),
        ),
        TimeRule(
            re.compile(
                rf"\b(?:{either(lettered('english', 'sets'))})\b"
                r"(?![\s-](?:ago|earlier|later|or|before|after|old|when|that|early|NK|Mail|News|Beast|Telegraph))",
                flags,
            ),
            _set,
            _set_sure,
        ),
        TimeRule(
            re.compile(
                r"\b(?:once|twice|(?:two|three|four|five|several|many|\d{1,2})\stimes)\s(?:a|per|each|every)\s(?P<unit>day|week|month|year|hour)\b",
                flags,
            ),
            _rate,
        ),
        TimeRule(
            re.compile(
                r"(?<=[\w%])\sa\s(?P<unit>day|week|month|year)\b(?!\s(?:ago|earlier|later|before|or\stwo|and|after|of)\b|-)"
            ),
            _rate,
            _per,
            needs=(any_of(["day", "week", "month", "year"]),),
        ),
    )


def _duration(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    words = match["number"].lower()
    letter = lettered("english", "units")[match["unit"].lower()]
    number = english_number(words)
    if match["half"] or "and a half" in words:
        whole = english_number(words.replace(" and a half", ""))
        amount = "X" if whole is None else f"{whole}.5"
    elif words in ("half a", "half an", "a half"):
        amount = "0.5"
    elif re.fullmatch(r"\d+\.\d", words):
        amount = words
    else:
        amount = "X" if number is None else str(number)
    if amount == "0.5" and letter == "Y":
        return TimeValue(TimeType.DURATION, "P6M")
    if "." in amount and letter in ("DE", "CE", "FN"):
        return None
    return TimeValue(TimeType.DURATION, period(amount, letter))


def _not_counted(text: str, match: re.Match[str]) -> bool:
    """Return whether the words count time: "a second missile" and "one day" (some day) do not."""
    unit, number = match["unit"].lower(), match["number"].lower()
    rest = text[match.end() : match.end() + 12]
    plural = text[match.end("unit") : match.end("unit") + 1].lower() == "s"
    if (
        unit == "second"
        and not plural
        and not (number.isdigit() and text[match.end("number") : match.end("number") + 1] == "-")
    ):
        return False
    if unit == "quarter" and (number in ("a", "one") or (plural and "-" in match.group())):
        return False
    if number.isdigit() and 1900 <= int(number) <= 2049:
        return False
    if (
        number == "one"
        and unit == "day"
        and _BARE_BEFORE.search(text[max(0, match.start() - 10) : match.start()]) is None
    ):
        return match.start("number") != match.start()
    if number in ("a", "an", "the") and unit in ("day", "night", "second", "minute", "hour", "month", "week", "year"):
        before = text[max(0, match.start() - 12) : match.start()]
        # "$5 a day" is a rate and "a day of mourning" no length.
        if unit == "day" or re.match(r"\s(?:of|when|that|in which)\b", rest) or re.search(r"\d\s\Z|times\s\Z", before):
            return False
    return not re.match(r"\s(?:ago|earlier|later)\b", rest)


def _bare(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    unit = match.group().lower().removesuffix("s")
    letter = lettered("english", "units")[unit]
    return TimeValue(TimeType.DURATION, period("X", letter))


def _is_bare(text: str, match: re.Match[str]) -> bool:
    return _BARE_BEFORE.search(text[max(0, match.start() - 10) : match.start()]) is not None


def _whole(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    return TimeValue(TimeType.DURATION, period("1", lettered("english", "units")[match["unit"].lower()]))


def _weekly(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    groups = match.groupdict()
    word = groups.get("weekday") or groups.get("weekday2") or ""
    if not word[:1].isupper():
        return None
    part = lettered("english", "dayparts").get((groups.get("part") or "").lower())
    return TimeValue(
        TimeType.SET, f"XXXX-WXX-{numbered('english', 'weekdays')[word.lower()]}" + (f"T{part}" if part else "")
    )


def _every(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    number = english_number(match["number"])
    letter = lettered("english", "units")[match["unit"].lower()]
    return TimeValue(TimeType.SET, period("X" if number is None else str(number), letter))


def _set(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    return TimeValue(TimeType.SET, lettered("english", "sets")[" ".join(match.group().lower().split())])


def _set_sure(text: str, match: re.Match[str]) -> bool:
    """Return whether a word like "daily" is a time: in capitals it is part of a newspaper's name."""
    word = match.group()
    if word.lower() == "a day":
        return (
            re.search(
                r"(?:\d|\btimes|\bhours|\bbarrels|\bonce|\btwice)\s\Z", text[max(0, match.start() - 9) : match.start()]
            )
            is not None
        )
    return (
        word[0].islower()
        or match.start() == 0
        or text[match.start() - 1] in '\n"“'
        or text[max(0, match.start() - 2) : match.start()] == ". "
    )


def _per(text: str, match: re.Match[str]) -> bool:
    """Return whether "a year" tells a rate: a number stands a few words before ("700 seats a week")."""
    before = text[max(0, match.start() - 28) : match.start()]
    return (
        re.search(
            r"(?:\d|\b(?:one|two|three|four|five|six|ten|hundred|thousand|million|billion|percent|once|twice|times))(?:\s[\w-]{2,14}){0,2}\Z",
            before,
        )
        is not None
    )


def _rate(match: re.Match[str], _: TimeContext) -> TimeValue | None:
    return TimeValue(TimeType.SET, period("1", lettered("english", "units")[match["unit"].lower()]))
