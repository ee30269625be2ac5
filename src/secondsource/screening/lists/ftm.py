"""FollowTheMoney JSON lines, as OpenSanctions and others publish them: one entity a line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from secondsource.model.listed import Identifier, IdentifierKind, ListedEntry, ListedName, NameKind, Schema
from secondsource.screening.lists.body import ListBody
from secondsource.screening.lists.source import NoText, broken, guarded, text_lines
from secondsource.screening.lists.values import distinct, schema_of, whole_day

LINE_MOST = 4 * 1024 * 1024
"""Characters of one entity."""
NUMBER_PROPERTIES = {
    "imoNumber": IdentifierKind.IMO,
    "registrationNumber": IdentifierKind.REGISTRATION,
    "serialNumber": IdentifierKind.SERIAL,
    "callSign": IdentifierKind.CALL_SIGN,
    "idNumber": IdentifierKind.DOCUMENT,
    "passportNumber": IdentifierKind.DOCUMENT,
    "taxNumber": IdentifierKind.DOCUMENT,
}
_NAMES = (
    ("name", NameKind.MAIN),
    ("alias", NameKind.ALIAS),
    ("previousName", NameKind.ALIAS),
    ("weakAlias", NameKind.WEAK),
)
_COUNTRIES = ("nationality", "citizenship", "country", "flag", "jurisdiction")
_PROGRAMMES = ("program", "programId", "topics")


def read_ftm(path: Path) -> ListBody:
    """Return what stands on the list; ids are the entities' own. Addresses and the like are left out."""
    return ListBody(None, guarded(path, lambda stream: list(_entries(path.name, text_lines(stream, "utf-8")))))


def _entries(name: str, lines: Iterator[str]) -> Iterator[ListedEntry]:
    try:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            if len(line) > LINE_MOST:
                raise broken(name, f"at line {number}", f"the line is longer than {LINE_MOST:,} characters")
            entry = _entry(name, number, line)
            if entry is not None:
                yield entry
    except NoText as error:
        raise broken(name, f"at line {error.line}", error.what) from error


def _entry(name: str, number: int, line: str) -> ListedEntry | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise broken(name, f"at line {number}", f"the line is no JSON ({error})") from error
    properties = found.get("properties") if isinstance(found, dict) else None
    if not isinstance(properties, dict) or not isinstance(found.get("id"), str):
        raise broken(name, f"at line {number}", "the line is no entity with an id and properties")
    schema = schema_of(str(found.get("schema", "")))
    names = [ListedName(text, kind) for key, kind in _NAMES for text in strings(properties, key)]
    if schema is None or not names:
        return None
    return ListedEntry(
        id=found["id"],
        schema=schema,
        names=tuple(names),
        identifiers=tuple(numbers(properties, schema)),
        birth_dates=distinct(strings(properties, "birthDate")),
        countries=distinct(text for key in _COUNTRIES for text in strings(properties, key)),
        offices=distinct(strings(properties, "position")),
        programmes=distinct(
            [*_loose(found.get("program")), *(p for key in _PROGRAMMES for p in strings(properties, key))]
        ),
        listed_on=whole_day(next(iter([*_loose(found.get("listed")), *strings(properties, "createdAt")]), "")),
        remarks=" ".join(strings(properties, "notes")),
    )


def strings(properties: dict[str, Any], key: str) -> list[str]:
    """Return the values of a property that are text and not blank; a single value counts as a list of one."""
    return [value.strip() for value in _loose(properties.get(key)) if value.strip()]


def numbers(properties: dict[str, Any], schema: Schema) -> Iterator[Identifier]:
    """Yield the identifiers that the properties give."""
    for key, kind in NUMBER_PROPERTIES.items():
        # A body's registration number is that of a register of companies.
        of_craft = kind is not IdentifierKind.REGISTRATION or schema in (Schema.AIRCRAFT, Schema.VESSEL, Schema.THING)
        for value in strings(properties, key):
            yield Identifier(kind if of_craft else IdentifierKind.DOCUMENT, value)


def _loose(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, str)]
