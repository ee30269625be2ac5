"""The United Kingdom's lists, CSV: OFSI's consolidated list, and the UK Sanctions List in its place since 2026."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from secondsource.model.listed import IdentifierKind, ListedName, NameKind, Schema
from secondsource.screening.lists.body import ListBody
from secondsource.screening.lists.csv_rows import Row, headed_rows, with_lines
from secondsource.screening.lists.grouped import Gathered
from secondsource.screening.lists.source import broken
from secondsource.screening.lists.values import day_of, schema_of, whole_day

_FIRST_LINE = re.compile(r'\A"?(?:last updated|report date:?)[",:]*\s*(.+?)[\s",]*\Z', re.IGNORECASE)
_NUMBERED = re.compile(r"\s*\(?\d+\)\s+")
_PASSPORT = re.compile(r"\b(?=\w*\d)\w{5,20}\b")
_IMO = re.compile(r"\bIMO(?: number)?:?\s*(\d{7})\b", re.IGNORECASE)
_MAIN = frozenset({"prime alias", "primary name", "primary name variation"})
_WEAK = frozenset({"low quality aka", "low"})
# What a fact is called in either layout.
_GROUP = ("group id", "unique id", "ofsi group id")
_KIND = ("group type", "designation type", "individual, entity, ship")
_ALIAS = ("alias type", "name type")
_STRENGTH = ("alias quality", "alias strength")
_BIRTH = ("dob", "d.o.b")
_NATION = ("nationality", "nationality(/ies)", "country")
_PASSPORTS = ("passport details", "passport number")
_ID_NUMBERS = ("ni number", "national identifier number", "business registration number (s)")
_OFFICE = ("position",)
_REGIME = ("regime", "regime name")
_LISTED = ("listed on", "date designated")
_REMARK = ("other information",)
_NON_LATIN = ("name non-latin script",)
_IMO_NUMBER = ("imo number",)


def read_uk_csv(path: Path) -> ListBody:
    """Return what stands on the list; ids are ``uk-`` and the group's number. The day stands in the first line."""
    gathered: dict[str, Gathered] = {}
    days: list[str] = []

    def gather(lines: Iterator[str]) -> None:
        gathered.clear()
        first = next(lines, "")
        found = _FIRST_LINE.match(first)
        if found is not None:
            days.append(whole_day(found[1]) or "")
        rest = lines if found is not None else chain([first], lines)
        for line, row in headed_rows(path.name, rest, n_before=int(found is not None)):
            _add(path.name, line, row, gathered)

    with_lines(path, gather)
    for key, entry in gathered.items():
        if not entry.names:
            raise broken(path.name, f"at group {key}", "none of its rows gives a name")
    return ListBody(next((day for day in reversed(days) if day), None), [entry.entry() for entry in gathered.values()])


def _get(row: Row, names: tuple[str, ...]) -> str:
    return next((row[name] for name in names if row.get(name)), "")


def _add(name: str, line: int, row: Row, gathered: dict[str, Gathered]) -> None:
    key = _get(row, _GROUP)
    if not key:
        raise broken(name, f"at line {line}", "the row names no group")
    entry = gathered.get(key)
    if entry is None:
        schema = schema_of(_get(row, _KIND)) or Schema.THING
        entry = gathered[key] = Gathered(f"uk-{key}", schema, remarks=_get(row, _REMARK))
    # Name 6 is the family name or the whole name of a body; names 1 to 5 are given names.
    text = " ".join(part for part in (row.get(f"name {at}", "") for at in (1, 2, 3, 4, 5, 6)) if part)
    if text:
        entry.names.append(ListedName(text, _kind_of(row)))
    if _get(row, _NON_LATIN):
        entry.names.append(ListedName(_get(row, _NON_LATIN), NameKind.ALIAS))
    entry.births.append(day_of(_get(row, _BIRTH).replace("dd/mm/", "00/00/")) or "")
    entry.countries += _NUMBERED.split(_get(row, _NATION))
    entry.offices += _NUMBERED.split(_get(row, _OFFICE))
    entry.programmes.append(_get(row, _REGIME))
    day = whole_day(_get(row, _LISTED))
    entry.listed += [day] if day is not None else []
    _numbers(row, entry)


def _numbers(row: Row, entry: Gathered) -> None:
    if entry.schema is Schema.VESSEL:
        entry.number(IdentifierKind.IMO, _get(row, _IMO_NUMBER))
        for number in _IMO.findall(entry.remarks):
            entry.number(IdentifierKind.IMO, number)
    for field in (_PASSPORTS, _ID_NUMBERS):
        for number in _PASSPORT.findall(_get(row, field)):
            # A year within the words about a passport is not its number.
            if len(number) > len("2011") or not number.isdigit():
                entry.number(IdentifierKind.DOCUMENT, number)


def _kind_of(row: Row) -> NameKind:
    kind, strength = _get(row, _ALIAS).casefold(), _get(row, _STRENGTH).casefold()
    if kind in _MAIN:
        return NameKind.MAIN
    return NameKind.WEAK if kind in _WEAK or strength in _WEAK else NameKind.ALIAS
