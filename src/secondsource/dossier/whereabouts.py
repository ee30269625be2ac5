"""Where our own tables put a name, and what the coordinates they give stand for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from secondsource.model.event_place import PlaceReach
from secondsource.model.territories import find_capital, find_territory
from secondsource.reading.places.gazetteer import find_place
from secondsource.text.normalise import fold

_STEM = 3
"""Letters that a name keeps in every case of a language that bends it ("Москва", "в Москве")."""
_AREAS = frozenset({"region", "area", "sea", "strait"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """Where a name is put.

    Attributes:
        lat: Latitude in degrees.
        lon: Longitude in degrees.
        reach: Whether that is the place itself, or the middle of an area or of a state.
        country: ISO 3166-1 alpha-3; None where no single state holds it or who does is in dispute.
    """

    lat: float
    lon: float
    reach: PlaceReach
    country: str | None


def whereabouts(name: str) -> Whereabouts | None:
    """Return where the place of that name is, None where no table has it.

    The tables are looked through in the order in which a reading does: places, then capitals, then states.
    """
    place = find_place(name)
    if place is not None:
        reach = PlaceReach.AREA if place.kind in _AREAS else PlaceReach.SPOT
        return Whereabouts(lat=place.lat, lon=place.lon, reach=reach, country=place.country)
    territory = find_capital(name)
    if territory is not None and territory.capital_lat is not None and territory.capital_lon is not None:
        lat, lon = territory.capital_lat, territory.capital_lon
        return Whereabouts(lat=lat, lon=lon, reach=PlaceReach.SPOT, country=territory.alpha3)
    territory = find_territory(name)
    if territory is None:
        return None
    return Whereabouts(lat=territory.lat, lon=territory.lon, reach=PlaceReach.STATE, country=territory.alpha3)


def is_named_by(name: str, words: str) -> bool:
    """Return whether the words of a report name the place: by one of its names, or the bent form of one.

    Whether this place is meant is not told by it; that the words speak of some other thing altogether is.
    """
    said = _folded(words)
    return any(_is_said(known, said) for known in _folded_names(name) if known)


def _is_said(known: str, said: str) -> bool:
    # A short name must stand alone: "US" is no part of "Russia".
    inside = known in said if len(known) > _STEM else known in said.split()
    return inside or known[:_STEM] == said[:_STEM]


@lru_cache(maxsize=2048)
def _folded_names(name: str) -> tuple[str, ...]:
    """Return the place's names; kept, because a set of reports names the same places again and again."""
    return tuple(dict.fromkeys(_folded(each) for each in _names(name)))


def _folded(name: str) -> str:
    return fold(name).removeprefix("the ")


def _names(name: str) -> Iterator[str]:
    yield name
    place, seat, state = find_place(name), find_capital(name), find_territory(name)
    if place is not None:
        yield from (place.name, *place.aliases)
    elif seat is not None:
        yield from (seat.capital or name, *seat.capital_aliases)
    elif state is not None:
        yield from (state.name, *state.aliases, *state.demonyms)
