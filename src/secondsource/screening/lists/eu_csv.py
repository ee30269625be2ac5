"""The European Union's consolidated list of financial sanctions, CSV 1.0 and 1.1: a row for each fact of an entry."""

import re
from collections.abc import Iterator
from pathlib import Path

from secondsource.model.listed import IdentifierKind, ListedName, NameKind, Schema
from secondsource.screening.lists.body import ListBody
from secondsource.screening.lists.csv_rows import Row, headed_rows, unwrapped, with_lines
from secondsource.screening.lists.grouped import Gathered
from secondsource.screening.lists.source import broken
from secondsource.screening.lists.values import day_of, schema_of, whole_day

_UN_DAY = re.compile(r"UN designation:?\s*(\d{4}-\d{2}-\d{2})")
# What a fact is called in either layout.
_DAY = ("date_filexxxx", "date_file", "filegenerationdate")
_REFERENCE = ("eu_ref_num", "entity_eu_referencenumber")
_NUMBER = ("entity_logical_id", "entity_logicalid")
_KIND = ("subject_type", "entity_subjecttype_classificationcode", "entity_subjecttype")
_PROGRAMME = ("programme", "entity_regulation_programme")
_REMARK = ("entity_remark",)
_WHOLE = ("naal_wholename", "namealias_wholename")
_PARTS = (
    ("naal_firstname", "namealias_firstname"),
    ("naal_middlename", "namealias_middlename"),
    ("naal_lastname", "namealias_lastname"),
)
_OFFICE = ("naal_function", "namealias_function")
_BIRTH = ("birt_date", "birthdate_birthdate")
_DOCUMENT = ("iden_number", "identification_number")
_CITIZEN = ("citi_country", "citizenship_countryiso2code")
_DESIGNATED = ("entity_designationdate",)


def read_eu_csv(path: Path) -> ListBody:
    """Return what stands on the list; ids are ``eu-`` and the EU reference number, else the logical id."""
    gathered: dict[str, Gathered] = {}
    days: set[str] = set()

    def gather(lines: Iterator[str]) -> None:
        gathered.clear()
        for line, row in headed_rows(path.name, unwrapped(lines), delimiter=";"):
            _add(path.name, line, row, gathered)
            days.add(whole_day(_get(row, _DAY)) or "")

    with_lines(path, gather)
    for key, entry in gathered.items():
        if not entry.names:
            raise broken(path.name, f"at entity {key}", "none of its rows gives a name")
    return ListBody(max(days, default="") or None, [entry.entry() for entry in gathered.values()])


def _get(row: Row, names: tuple[str, ...]) -> str:
    return next((row[name] for name in names if row.get(name)), "")


def _add(name: str, line: int, row: Row, gathered: dict[str, Gathered]) -> None:
    key = _get(row, _NUMBER)
    if not key:
        raise broken(name, f"at line {line}", "the row names no entity")
    entry = gathered.get(key)
    if entry is None:
        reference = _get(row, _REFERENCE)
        schema = schema_of(_get(row, _KIND)) or Schema.THING
        entry = gathered[key] = Gathered(f"eu-{reference or key}", schema, remarks=_get(row, _REMARK))
    whole = _get(row, _WHOLE) or " ".join(part for part in (_get(row, names) for names in _PARTS) if part)
    if whole:
        entry.names.append(ListedName(whole, NameKind.ALIAS if entry.names else NameKind.MAIN))
    entry.births.append(day_of(_get(row, _BIRTH)) or "")
    entry.countries.append(_get(row, _CITIZEN))
    entry.offices.append(_get(row, _OFFICE))
    entry.programmes.append(_get(row, _PROGRAMME))
    entry.number(IdentifierKind.DOCUMENT, _get(row, _DOCUMENT).partition(" (")[0])
    day = whole_day(_get(row, _DESIGNATED)) or (_UN_DAY.search(entry.remarks) or [None, None])[1]
    entry.listed += [day] if day is not None else []
