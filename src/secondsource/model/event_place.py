"""Where an event was on a map, and how sure that is."""

from dataclasses import dataclass
from enum import StrEnum

from secondsource.model.evidence import Evidence


class PlaceBasis(StrEnum):
    """What puts a place of an event where it is drawn."""

    GAZETTEER = "gazetteer"
    TRACK = "track"


class PlaceReach(StrEnum):
    """What a single pair of coordinates stands for."""

    SPOT = "spot"
    AREA = "area"
    STATE = "state"


class PlaceDoubt(StrEnum):
    """Why it is not sure where a place is."""

    IN_NO_TABLE = "in-no-table"
    SHARED_NAME = "shared-name"
    ONLY_FITS = "only-fits"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace:
    """A place that the reports of an event name, or an aerodrome that a flight track bearing on it is judged by.

    Attributes:
        name: Its common English name where it is known, else the words; of an aerodrome its name and code.
        basis: Whether our own tables put it there by its name alone, or a flight track does.
        with_event: Whether it is named with the event itself, and not only elsewhere in its reports; always of an
            aerodrome.
        cited: Where each report first names it; of an aerodrome the words that its tracks bear on.
        lat: Latitude in degrees, -90 to 90; None where it is not known.
        lon: Longitude in degrees, -180 to 180; None with the latitude.
        reach: Whether that is the place itself, or the middle of an area or of a state; None without coordinates.
        country: ISO 3166-1 alpha-3; None if not known, in dispute, or of an aerodrome.
        doubt: Why it is not sure where it is: no table has it, several places share its name, or it is an
            aerodrome that only fits a track, whose touchdown was not received. None where nothing speaks against it.
        tracks: The flight tracks that were judged by it; none for a place that is only named.
    """

    name: str
    basis: PlaceBasis
    with_event: bool
    cited: tuple[Evidence, ...]
    lat: float | None = None
    lon: float | None = None
    reach: PlaceReach | None = None
    country: str | None = None
    doubt: PlaceDoubt | None = None
    tracks: tuple[str, ...] = ()
