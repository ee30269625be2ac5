"""Names in a report and the persons, bodies and places they stand for."""

from dataclasses import dataclass
from enum import StrEnum

from secondsource.model.ids import EntityId


class NameType(StrEnum):
    """What kind of thing a name stands for."""

    PERSON = "PERSON"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    FACILITY = "FACILITY"
    NORP = "NORP"
    PLATFORM = "PLATFORM"
    WEAPON = "WEAPON"
    LAW = "LAW"
    EVENT = "EVENT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One mention by name.

    Attributes:
        start: First character.
        end: One past the last character.
        type: Kind of thing.
        entity: The entity of the same reading that the name stands for.
    """

    start: int
    end: int
    type: NameType
    entity: EntityId


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A distinct person, body, place or thing of one report.

    Attributes:
        id: Within the reading.
        name: Its fullest name in the report, or the table's canonical name where it is a known outlet or country.
        type: Kind of thing.
        titles: Offices and titles the report gives it, as written ("vice president", "spokesperson").
        affiliation: Entity that the office belongs to ("Center for Asia Pacific Strategy"), None if not said.
        country: ISO 3166-1 alpha-3, None if not known.
        code: PLOVER actor code (country and sector, such as ``PRKMIL``), None if not known.
        mentions: How many names of the report stand for it, at least 1.
    """

    id: EntityId
    name: str
    type: NameType
    titles: tuple[str, ...] = ()
    affiliation: EntityId | None = None
    country: str | None = None
    code: str | None = None
    mentions: int = 1
