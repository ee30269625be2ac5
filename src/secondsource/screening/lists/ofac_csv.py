"""OFAC's list of Specially Designated Nationals, the set of CSV files: names, aliases, addresses, long remarks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from secondsource.model.listed import Identifier, IdentifierKind, ListedEntry, ListedName, NameKind, Schema
from secondsource.screening.lists.body import ListBody
from secondsource.screening.lists.csv_rows import plain_rows, with_lines
from secondsource.screening.lists.ofac_remarks import read_remarks
from secondsource.screening.lists.source import broken
from secondsource.screening.lists.values import distinct, given_first, schema_of

_NONE = "-0-"
_SDN_COLUMNS, _ALT_COLUMNS, _ADD_COLUMNS, _COMMENT_COLUMNS = 12, 5, 6, 2
_STEM = re.compile(r"sdn(?=(?:\.\w+)*\Z)", re.IGNORECASE)
_PROGRAMMES = re.compile(r"\]\s*\[|\]|\[|;")


@dataclass(slots=True)
class _Beside:
    aliases: dict[str, list[ListedName]] = field(default_factory=dict)
    countries: dict[str, list[str]] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)


def set_of(path: Path) -> list[Path]:
    """Return the files of the set that lie beside the main one, the main one first."""
    beside = [path.with_name(_beside_name(path.name, stem)) for stem in ("alt", "add", "sdn_comments")]
    return [path, *(other for other in beside if other != path and other.exists())]


def _beside_name(name: str, stem: str) -> str:
    return _STEM.sub(lambda match: stem.upper() if match[0].isupper() else stem, name, count=1)


def read_ofac_csv(path: Path) -> ListBody:
    """Return what stands on the list; ids are ``ofac-`` and the entry number. The files bear no day."""
    beside = _Beside()
    for other in set_of(path)[1:]:
        _read_beside(other, beside)
    entries = with_lines(
        path,
        lambda lines: [
            _entry(path.name, _cleaned(row), beside) for row in plain_rows(path.name, lines, n_columns=_SDN_COLUMNS)
        ],
    )
    return ListBody(None, entries)


def _cleaned(row: list[str]) -> list[str]:
    return ["" if value.strip() == _NONE else value.strip() for value in row]


def _read_beside(path: Path, beside: _Beside) -> None:
    stem = path.name.casefold()
    if "comments" in stem:
        for number, comment in _rows(path, _COMMENT_COLUMNS):
            beside.comments[number] = comment
    elif "alt" in stem:
        for number, _, kind, name, _ in _rows(path, _ALT_COLUMNS):
            beside.aliases.setdefault(number, []).append(ListedName(name, _kind_of(kind)))
    else:
        for number, _, _, _, country, _ in _rows(path, _ADD_COLUMNS):
            beside.countries.setdefault(number, []).append(country)


def _rows(path: Path, n_columns: int) -> Iterator[list[str]]:
    yield from with_lines(
        path, lambda lines: [_cleaned(row) for row in plain_rows(path.name, lines, n_columns=n_columns)]
    )


def _kind_of(word: str) -> NameKind:
    return NameKind.ALIAS if word in ("aka", "fka", "nka") else NameKind.WEAK


def _entry(name: str, row: list[str], beside: _Beside) -> ListedEntry:
    number, listed_name, kind, programmes, title, call_sign, _, _, _, flag, _, remarks = row
    schema = Schema.BODY if not kind else schema_of(kind)
    if not number.isdigit() or not listed_name or schema is None:
        raise broken(name, f"at entry {number or 'without number'}", "it has no number, no name or an unknown type")
    said = read_remarks(remarks + beside.comments.get(number, ""))
    identifiers = list(said.identifiers)
    if schema is Schema.AIRCRAFT:
        identifiers.append(Identifier(IdentifierKind.REGISTRATION, listed_name))
    if call_sign:
        identifiers.append(Identifier(IdentifierKind.CALL_SIGN, call_sign))
    names = [ListedName(listed_name, NameKind.MAIN), *beside.aliases.get(number, ()), *said.aliases]
    return ListedEntry(
        id=f"ofac-{number}",
        schema=schema,
        names=tuple(
            ListedName(given_first(each.text), each.kind) if schema is Schema.PERSON else each for each in names
        ),
        identifiers=tuple(identifiers),
        birth_dates=distinct(said.births),
        countries=distinct([*said.countries, flag, *beside.countries.get(number, ())]),
        offices=distinct([title]),
        programmes=distinct(_PROGRAMMES.split(programmes)),
        remarks=remarks,
    )
