"""What is known beside the name: days of birth, countries, offices, identifiers that are not the same."""

import re
from collections.abc import Sequence

from secondsource.model.listed import IdentifierKind, ListedEntry
from secondsource.model.screening import Subject
from secondsource.model.territories import find_territory
from secondsource.screening.identifiers import identifier_key
from secondsource.screening.offices import office_reasons

_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_NEAR_YEARS = 1
_SAME_DAY, _SAME_YEAR, _OTHER_YEAR = 3.0, 1.0, -3.0
_SAME_COUNTRY, _OTHER_COUNTRY = 0.5, -1.0
_OTHER_NUMBER = -6.0
"""Points (log odds) for or against. A year apart says nothing: lists often give estimates."""

Reason = tuple[float, str]


def context(subject: Subject, entry: ListedEntry) -> list[Reason]:
    """Return what agrees and what speaks against beside the names: points and words for each."""
    return [
        *_birth(subject, entry),
        *_countries(subject, entry),
        *office_reasons(subject, entry),
        *_numbers(subject, entry),
    ]


def _birth(subject: Subject, entry: ListedEntry) -> list[Reason]:
    if not subject.birth_dates or not entry.birth_dates:
        return []
    days = {day for day in subject.birth_dates if len(day) == len("1970-01-01")} & set(entry.birth_dates)
    if days:
        return [(_SAME_DAY, f"same day of birth: {min(days)}")]
    mine, theirs = _years(subject.birth_dates), _years(entry.birth_dates)
    if not mine or not theirs:
        return []
    apart = min(abs(one - other) for one in mine for other in theirs)
    listed = " or ".join(sorted(entry.birth_dates))
    if apart == 0:
        return [(_SAME_YEAR, f"same year of birth: {min(mine & theirs)}")]
    if apart <= _NEAR_YEARS:
        return []
    return [(_OTHER_YEAR, f"against it: born {' or '.join(sorted(subject.birth_dates))}, the list says {listed}")]


def _years(dates: Sequence[str]) -> set[int]:
    return {int(year) for date in dates for year in _YEAR.findall(date)}


def _countries(subject: Subject, entry: ListedEntry) -> list[Reason]:
    mine = {_country(name) for name in subject.countries}
    theirs = {_country(name): name for name in entry.countries}
    if not mine or not theirs:
        return []
    shared = sorted(mine & theirs.keys())
    if shared:
        return [(_SAME_COUNTRY, f"same country: {theirs[shared[0]]}")]
    said = ", ".join(sorted(subject.countries))
    return [(_OTHER_COUNTRY, f"against it: country is {said}, the list says {', '.join(entry.countries)}")]


def _country(name: str) -> str:
    # OFAC writes "Korea, North".
    last, comma, first = name.partition(", ")
    name = f"{first} {last}" if comma else name
    found = find_territory(name) or (find_territory(name.upper()) if len(name) <= 3 else None)
    return name.casefold() if found is None else found.alpha3


def _numbers(subject: Subject, entry: ListedEntry) -> list[Reason]:
    reasons: list[Reason] = []
    for kind in (IdentifierKind.IMO, IdentifierKind.REGISTRATION):
        mine = {identifier_key(number) for number in subject.identifiers if number.kind is kind} - {None}
        theirs = {identifier_key(number) for number in entry.identifiers if number.kind is kind} - {None}
        if mine and theirs and not mine & theirs:
            listed = ", ".join(number.value for number in entry.identifiers if number.kind is kind)
            reasons.append((_OTHER_NUMBER, f"against it: another {_KIND_WORDS[kind]}, the list says {listed}"))
    return reasons


_KIND_WORDS = {IdentifierKind.IMO: "IMO number", IdentifierKind.REGISTRATION: "registration"}
