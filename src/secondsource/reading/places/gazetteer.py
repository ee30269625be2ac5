"""Places important to security news that are no states or capitals: cities, regions, seas, straits, bases, airports."""

from dataclasses import dataclass
from functools import cache

from secondsource.model.entity import NameType
from secondsource.reading.vocabulary import read_rows
from secondsource.text.normalise import fold

_TYPES = {
    "city": NameType.GPE,
    "region": NameType.GPE,
    "area": NameType.LOC,
    "sea": NameType.LOC,
    "strait": NameType.LOC,
    "island": NameType.LOC,
    "mountain": NameType.LOC,
    "base": NameType.FACILITY,
    "airport": NameType.FACILITY,
    "port": NameType.FACILITY,
    "site": NameType.FACILITY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the table.

    Attributes:
        name: Its common English name.
        aliases: Other names in English, Korean, Russian and German.
        type: GPE, LOC or FACILITY.
        kind: city, region, area, sea, strait, island, mountain, base, airport, port or site.
        country: ISO 3166-1 alpha-3, None where no single state holds it or who does is in dispute between two.
        lat: Latitude of its middle in degrees, good to about a tenth for cities and to a few degrees for seas.
        lon: Longitude likewise.
    """

    name: str
    aliases: tuple[str, ...]
    type: NameType
    kind: str
    country: str | None
    lat: float
    lon: float


@cache
def gazetteer() -> tuple[Place, ...]:
    """Return all places in the order of the table."""
    return tuple(
        Place(
            name=row["name"],
            aliases=tuple(part for part in row["aliases"].split("|") if part),
            type=_TYPES[row["kind"]],
            kind=row["kind"],
            country=row["country"] or None,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
        )
        for row in read_rows("places")
    )


def find_place(name: str) -> Place | None:
    """Return the place of the table that has exactly that name or alias, None if none has."""
    return _by_name().get(fold(name))


@cache
def _by_name() -> dict[str, Place]:
    return {fold(name): place for place in gazetteer() for name in (place.name, *place.aliases)}
