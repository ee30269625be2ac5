"""The United States' Consolidated Screening List, one CSV of the lists of three departments."""

import re
from collections.abc import Iterator
from pathlib import Path

from secondsource.model.listed import Identifier, IdentifierKind, ListedEntry, ListedName, NameKind, Schema
from secondsource.screening.lists.body import ListBody
from secondsource.screening.lists.csv_rows import UTF_8, Row, headed_rows, with_lines
from secondsource.screening.lists.source import broken
from secondsource.screening.lists.values import day_of, distinct, given_first, schema_of, whole_day

_PARTED = re.compile(r";\s*(?:and\s+)?")
_ABBREVIATION = re.compile(r"\(([A-Z-]{2,8})(?: List)?\)")
_IMO = re.compile(r"\bIMO (\d{7})\b")
_KINDS = {
    "aircraft tail number": IdentifierKind.REGISTRATION,
    "aircraft manufacturer's serial number (msn)": IdentifierKind.SERIAL,
}


def read_us_csl(path: Path) -> ListBody:
    """Return what stands on the list; ids are ``csl-`` and the row's own id. The file bears no day."""
    entries = with_lines(
        path, lambda lines: [_entry(path.name, line, row) for line, row in headed_rows(path.name, lines)], UTF_8
    )
    return ListBody(None, entries)


def _entry(name: str, line: int, row: Row) -> ListedEntry:
    key, listed = row.get("_id") or row.get("entity_number", ""), row.get("name", "")
    if not key or not listed:
        raise broken(name, f"at line {line}", "the row has no id or no name")
    schema = schema_of(row.get("type", "")) or Schema.THING
    names = [ListedName(listed, NameKind.MAIN)]
    names += [ListedName(alias, NameKind.ALIAS) for alias in _PARTED.split(row.get("alt_names", "")) if alias.strip()]
    return ListedEntry(
        id=f"csl-{key}",
        schema=schema,
        names=tuple(
            ListedName(given_first(each.text), each.kind) if schema is Schema.PERSON else each for each in names
        ),
        identifiers=tuple(_identifiers(row, schema)),
        birth_dates=distinct(day_of(text) or "" for text in _PARTED.split(row.get("dates_of_birth", ""))),
        countries=distinct(
            [
                *_PARTED.split(row.get("nationalities", "")),
                *_PARTED.split(row.get("citizenships", "")),
                row.get("vessel_flag", ""),
            ]
        ),
        offices=distinct([row.get("title", "")]),
        programmes=distinct([*_PARTED.split(row.get("programs", "")), *_source(row.get("source", ""))]),
        listed_on=whole_day(row.get("start_date", "")),
        remarks=row.get("remarks", ""),
    )


def _source(source: str) -> list[str]:
    match = _ABBREVIATION.search(source)
    return [source if match is None else match[1]]


def _identifiers(row: Row, schema: Schema) -> Iterator[Identifier]:
    if schema is Schema.AIRCRAFT:
        yield Identifier(IdentifierKind.REGISTRATION, row["name"])
    if row.get("call_sign"):
        yield Identifier(IdentifierKind.CALL_SIGN, row["call_sign"])
    for piece in _PARTED.split(row.get("ids", "")):
        imo = _IMO.search(piece)
        if imo is not None:
            yield Identifier(IdentifierKind.IMO, imo[1])
            continue
        # "country, number, kind" or "number, kind".
        *before, kind = (field.strip() for field in piece.split(","))
        if before and any(character.isdigit() for character in before[-1]) and "Sanctions" not in piece:
            yield Identifier(_KINDS.get(kind.casefold(), IdentifierKind.DOCUMENT), before[-1])
