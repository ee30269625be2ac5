"""Values as the lists write them: days, names with the family name first, kinds of things."""

import re
from collections.abc import Iterable

from secondsource.model.listed import Schema

_MONTHS = {
    name: at
    for at, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}
_DAY_MONTH_NAME = re.compile(r"(?:(\d{1,2})[ -])?([A-Za-z]{3})[a-z]*[ -](\d{4})\b")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_SLASHED = re.compile(r"\b(\d{2})/(\d{2})/(\d{4})\b")
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_SCHEMAS = {
    "individual": Schema.PERSON,
    "person": Schema.PERSON,
    "p": Schema.PERSON,
    "entity": Schema.BODY,
    "organization": Schema.BODY,
    "company": Schema.BODY,
    "legalentity": Schema.BODY,
    "publicbody": Schema.BODY,
    "enterprise": Schema.BODY,
    "e": Schema.BODY,
    "vessel": Schema.VESSEL,
    "ship": Schema.VESSEL,
    "aircraft": Schema.AIRCRAFT,
    "airplane": Schema.AIRCRAFT,
    "thing": Schema.THING,
}


def schema_of(word: str) -> Schema | None:
    """Return the kind of thing that a list calls ``word``, None for a word that is none."""
    return _SCHEMAS.get(word.strip().casefold())


def day_of(text: str) -> str | None:
    """Return the day, month or year in ``text`` as EDTF, None where there is none.

    Slashed days are read day first, as the EU and the United Kingdom write them; a zero stands for what is unknown.
    """
    match = _ISO.search(text)
    if match is not None:
        return _date(match[1], match[2], match[3])
    match = _SLASHED.search(text)
    if match is not None:
        return _date(match[3], match[2], match[1])
    match = _DAY_MONTH_NAME.search(text)
    if match is not None and match[2].casefold() in _MONTHS:
        return _date(match[3], str(_MONTHS[match[2].casefold()]), match[1] or "00")
    match = _YEAR.search(text)
    return None if match is None else match[1]


def _date(year: str, month: str, day: str) -> str | None:
    if year == "0000":
        return None
    if not 1 <= int(month) <= 12:
        return year
    return f"{year}-{int(month):02}" if not 1 <= int(day) <= 31 else f"{year}-{int(month):02}-{int(day):02}"


def whole_day(text: str) -> str | None:
    """Return the full day in ``text`` as ISO 8601, None where there is none."""
    day = day_of(text)
    return day if day is not None and len(day) == len("2024-07-09") else None


def given_first(name: str) -> str:
    """Return a person's name written "LAST, First" with the given names first."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() and last.strip() else name.strip()


def distinct(values: Iterable[str]) -> tuple[str, ...]:
    """Return the values that are not blank, each once, in order."""
    return tuple(dict.fromkeys(value.strip() for value in values if value.strip()))
