"""Questions put to sanctions lists, and hits with their reasons."""

from dataclasses import dataclass

from secondsource.model.listed import Identifier, Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Somebody or something that is looked for on lists.

    Attributes:
        schema: What kind of thing it is.
        names: Its names, as written; may be empty where identifiers are given.
        identifiers: Numbers it goes by.
        birth_dates: Days, months or years of birth, EDTF.
        countries: Countries it is said to belong to.
        offices: Offices it is said to hold.
    """

    schema: Schema
    names: tuple[str, ...]
    identifiers: tuple[Identifier, ...] = ()
    birth_dates: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An entry whose name or number is that of the subject; never a statement that they are the same.

    Attributes:
        id: The entry.
        list: The list it stands on.
        name: The listed name that agrees best.
        score: How strongly the agreement speaks, in [0, 1].
        because: What agreed and by which rule, what speaks against it, and where it stands; one line each.
        schema: What kind of thing the entry is.
        programmes: Programmes it is listed under.
        list_on: Day of the list, ISO 8601, None if unknown.
        listed_on: Day it was listed, ISO 8601, None if unknown.
        delisted_on: Day it was found gone from the list, ISO 8601, None if it stands.
        listed_then: Whether it was listed at the time asked about; None if not asked or not known.
        cleared: An analyst's words for why it is not the same, None without a clearance that stands.
        reopened: The words of a clearance that no longer stands because the entry reads otherwise now, else None.
    """

    id: str
    list: str
    name: str
    score: float
    because: tuple[str, ...]
    schema: Schema
    programmes: tuple[str, ...] = ()
    list_on: str | None = None
    listed_on: str | None = None
    delisted_on: str | None = None
    listed_then: bool | None = None
    cleared: str | None = None
    reopened: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """An analyst's decision that a subject is not the listed one.

    Attributes:
        names: The names of the subject, as they were screened.
        list: The list.
        entry: The entry's id.
        entry_sha256: Digest of the entry as it read then; once it reads otherwise, the question is open again.
        why: The reason, in the analyst's words.
        who: Who decided.
        at: When, ISO 8601, UTC.
    """

    names: tuple[str, ...]
    list: str
    entry: str
    entry_sha256: str
    why: str
    who: str
    at: str
