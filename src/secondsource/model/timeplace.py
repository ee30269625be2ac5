"""Times and places as a report gives them."""

from dataclasses import dataclass
from enum import StrEnum


class TimeType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A time expression and its value.

    Attributes:
        start: First character.
        end: One past the last character.
        type: TIMEX3 type.
        value: TIMEX3 value; what cannot be known stays open (``XXXX-WXX-1``), never guessed.
        edtf: The same as an EDTF date or interval, None where the value is open or not a point in time.
    """

    start: int
    end: int
    type: TimeType
    value: str
    edtf: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place that a report names.

    Attributes:
        start: First character.
        end: One past the last character.
        name: The place's common English name where it is known, else the words.
        lat: Latitude in degrees, -90 to 90; None if unresolved.
        lon: Longitude in degrees, -180 to 180; None if unresolved.
        country: ISO 3166-1 alpha-3; None if unresolved.
        geonameid: GeoNames number; None if not known.
    """

    start: int
    end: int
    name: str
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    geonameid: int | None = None
