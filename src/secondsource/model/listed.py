"""What sanctions lists hold: entries with their names, identifiers, days and programmes."""

from dataclasses import dataclass
from enum import StrEnum


class Schema(StrEnum):
    """What kind of thing an entry or a question is about; ``THING`` where it is not said."""

    PERSON = "Person"
    BODY = "Organization"
    VESSEL = "Vessel"
    AIRCRAFT = "Airplane"
    THING = "Thing"


class NameKind(StrEnum):
    """How good a name is: what the list itself says of it."""

    MAIN = "name"
    ALIAS = "alias"
    WEAK = "weak"


class IdentifierKind(StrEnum):
    """What register a number belongs to."""

    IMO = "imo"
    REGISTRATION = "registration"
    SERIAL = "serial"
    DOCUMENT = "document"
    CALL_SIGN = "call-sign"


@dataclass(frozen=True, slots=True)
class ListedName:
    """One name of an entry.

    Attributes:
        text: The name as the list gives it.
        kind: How good the list calls it.
    """

    text: str
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number or mark that is given once.

    Attributes:
        kind: The register.
        value: The number as the list or the question gives it.
    """

    kind: IdentifierKind
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedEntry:
    """One entry of one list.

    Attributes:
        id: The list's own number for it with the list's short name before it ("un-KPi.037").
        schema: What kind of thing it is.
        names: Its names, the main one first; at least one.
        identifiers: Numbers it goes by.
        birth_dates: Days, months or years of birth, EDTF, as many as the list gives.
        countries: Countries of nationality, residence or flag, as the list names them.
        offices: Offices and functions, as the list words them.
        programmes: Programmes it is listed under, as the list names them.
        listed_on: Day it was first listed, ISO 8601, None where neither the list nor successive snapshots say.
        delisted_on: Day of the first snapshot without it, ISO 8601, None while it stands.
        remarks: What else the list says of it.
    """

    id: str
    schema: Schema
    names: tuple[ListedName, ...]
    identifiers: tuple[Identifier, ...] = ()
    birth_dates: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    listed_on: str | None = None
    delisted_on: str | None = None
    remarks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionsList:
    """A list as it stood on one day.

    Attributes:
        name: What it is called here ("ofac-sdn-2021-07").
        format: Which format it was read from.
        list_on: The day the list itself bears, ISO 8601, None where it bears none.
        sha256: Digest of the file's bytes.
        entries: What stands on it.
    """

    name: str
    format: str
    list_on: str | None
    sha256: str
    entries: tuple[ListedEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A list's file as it was kept.

    Attributes:
        list: What the list is called.
        sha256: Digest of the file's bytes; of OFAC's CSV set, of its files one after another.
        list_on: The day the list bears, else the day it was kept, ISO 8601.
        format: Which format it is in.
        files: Names of its files.
        n_entries: How many entries stand on it.
        kept_at: When it was kept, ISO 8601, UTC.
        who: Who kept it.
    """

    list: str
    sha256: str
    list_on: str
    format: str
    files: tuple[str, ...]
    n_entries: int
    kept_at: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListChange:
    """What one snapshot of a list has that the one before it has not.

    Attributes:
        before: The earlier snapshot's day.
        after: The later snapshot's day.
        added: Entries that came.
        removed: Entries that went.
        changed: Entries that read otherwise, as they stand now, each with the names of what changed.
    """

    before: str
    after: str
    added: tuple[ListedEntry, ...]
    removed: tuple[ListedEntry, ...]
    changed: tuple[tuple[ListedEntry, tuple[str, ...]], ...]
