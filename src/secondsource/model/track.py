"""The flight of one aircraft as receivers recorded it, and what can be said of a landing."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from secondsource.model.evidence import Evidence
from secondsource.model.ids import Digest, EventId


class Fix(NamedTuple):
    """One position of an aircraft; a tuple, because a folder of tracks holds millions of them.

    Attributes:
        at_s: When, seconds since 1970-01-01 UTC.
        lat: Latitude in degrees.
        lon: Longitude in degrees.
        altitude_ft: Pressure altitude above 1013 hPa, not height; None if not given.
        speed_kt: Over ground; None if not given.
        heading_deg: Of the way over ground, true; None if not given.
        climb_fpm: Vertical rate; None if not given.
        on_ground: What the aircraft says of itself; None where the format or the message does not say.
    """

    at_s: float
    lat: float
    lon: float
    altitude_ft: float | None = None
    speed_kt: float | None = None
    heading_deg: float | None = None
    climb_fpm: float | None = None
    on_ground: bool | None = None


class TrackFormat(StrEnum):
    """The shape a track came in."""

    READSB = "readsb"
    OPENSKY = "opensky"
    FLIGHTRADAR24_CSV = "flightradar24-csv"
    KML = "kml"
    SBS = "sbs-1"
    CSV = "csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """The fixes of one aircraft, earliest first, no two at one moment.

    Attributes:
        id: The file's name without endings, with the aircraft's address behind ``#`` where a file holds several.
        origin: The file, as the user named it.
        format: The shape it came in.
        icao24: The aircraft's 24-bit address, six lower-case hex digits; None if not given.
        callsign: The flight's call sign as sent; None if not given.
        registration: The aircraft's registration; None if not given.
        fixes: At least one.
        n_unread: Rows or messages of the file that could not be read or cannot be true.
        capture_sha256: Digest of the bytes it was taken from; None for a track made in memory.
        notes: What of the format leaves something open ("times carry no zone; taken as UTC").
    """

    id: str
    origin: str
    format: TrackFormat
    fixes: tuple[Fix, ...]
    icao24: str | None = None
    callsign: str | None = None
    registration: str | None = None
    n_unread: int = 0
    capture_sha256: Digest | None = None
    notes: tuple[str, ...] = ()


class Verdict(StrEnum):
    """Whether the aircraft landed, as far as the record goes."""

    LANDED = "landed"
    NOT_LANDED = "not_landed"
    INDETERMINATE = "indeterminate"


class Rule(StrEnum):
    """Why a verdict is what it is."""

    TOUCHDOWN_RECEIVED = "touchdown-received"
    SEEN_ON_GROUND = "seen-on-ground"
    LATER_DEPARTURE = "later-departure"
    FINAL_APPROACH = "final-approach"
    DESCENT = "descent"
    LOW_LEVEL = "low-level"
    AIRBORNE_THROUGHOUT = "airborne-throughout"
    NO_HEIGHT = "no-height"


@dataclass(frozen=True, slots=True, kw_only=True)
class Airport:
    """An aerodrome.

    Attributes:
        icao: Four-letter location indicator.
        iata: Three-letter code of airlines; None for most fields without scheduled flights.
        name: Its name.
        city: The city it serves; None if not known.
        country: ISO 3166-1 alpha-2.
        lat: Latitude of the reference point, degrees.
        lon: Longitude of the reference point, degrees.
        elevation_ft: Height of the field above the sea.
    """

    icao: str
    iata: str | None
    name: str
    city: str | None
    country: str
    lat: float
    lon: float
    elevation_ft: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A field where the aircraft may have landed.

    Attributes:
        airport: The field.
        p: Probability that it landed there; those of all candidates add up to that of a landing at most.
        distance_nm: From the last fix to the field's reference point.
        height_ft: Of the last fix above the field, by pressure altitude; None if no altitude was given.
    """

    airport: Airport
    p: float
    distance_nm: float
    height_ft: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A stretch of the flight that no receiver recorded.

    Attributes:
        start_at: The last fix before it.
        end_at: The first fix after it.
        seconds: How long it is.
        room_for_landing: Whether a landing and a new start would fit into it.
    """

    start_at: datetime
    end_at: datetime
    seconds: int
    room_for_landing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """What one stretch of a track, or its end, says about a landing.

    Attributes:
        verdict: Landed, not landed, or not to be told.
        p: Probability that the aircraft landed in the record or right after its end.
        observed: Whether the touchdown itself is in the data.
        rule: Why.
        airport: Where it landed or most likely did; None if no field fits.
        at: When it touched down, or would have, aware UTC; None if not known.
        candidates: The fields that fit, likeliest first; only where the touchdown was not received.
        shows: What the data show, one plain sentence each; no inference.
        because: What follows from that, and by which rule.
    """

    verdict: Verdict
    p: float
    observed: bool
    rule: Rule
    airport: Airport | None = None
    at: datetime | None = None
    candidates: tuple[Candidate, ...] = ()
    shows: tuple[str, ...] = ()
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackAnswer:
    """What a track shows and what may be inferred from it.

    Attributes:
        track: The track.
        landing: The answer: the last landing of the record, else what its end says.
        landings: One for each stretch of the record that ends on the ground or out of sight, in order.
        gaps: Every gap.
    """

    track: Track
    landing: Landing
    landings: tuple[Landing, ...]
    gaps: tuple[Gap, ...]


class BearingKind(StrEnum):
    """What a track does to a claim that an aircraft landed."""

    CONFIRMS = "confirms"
    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackBearing:
    """How a track bears on what a report says.

    Attributes:
        track_id: The track.
        event_id: The event that the words tell of; None where they only mention it.
        kind: Whether it confirms, supports, contradicts, or cannot tell.
        words: The report's words.
        because: Reasons that a person can check, one a line.
        speaker: Whose statement the words are or hold, None where the report says it in its own voice.
    """

    track_id: str
    event_id: EventId | None
    kind: BearingKind
    words: Evidence
    because: tuple[str, ...]
    speaker: str | None = None
