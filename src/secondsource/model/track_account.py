"""A flight track as a dossier tells it."""

from dataclasses import dataclass

from secondsource.model.ids import Digest
from secondsource.model.track import Gap, Landing, TrackBearing, TrackFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackPoint:
    """A fix of a track as it is drawn.

    Attributes:
        at_s: Seconds since 1970-01-01 UTC.
        lat: Latitude in degrees.
        lon: Longitude in degrees.
        altitude_ft: Pressure altitude; None if not given.
        after_gap: Whether nothing was received for some minutes before it.
    """

    at_s: float
    lat: float
    lon: float
    altitude_ft: float | None
    after_gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackAccount:
    """A flight track that was looked at: what it shows, what follows, and on which words of reports it bears.

    Attributes:
        track_id: The track.
        origin: The file it came in.
        format: The shape it came in.
        icao24: The aircraft's address, None if not given.
        registration: The aircraft's registration, None if not given.
        callsign: Call sign, None if not given.
        capture_sha256: Digest of the file's bytes.
        n_fixes: How many positions it holds.
        n_unread: How many rows could not be read or cannot be true.
        notes: What of the format leaves something open.
        landing: The answer, with what the track shows and what is inferred from it.
        landings: One for each stretch that ends on the ground or out of sight.
        gaps: Where nothing was received.
        bearings: The words of reports it bears on, and how.
        path: Its fixes, thinned for drawing.
    """

    track_id: str
    origin: str
    format: TrackFormat
    icao24: str | None
    registration: str | None
    callsign: str | None
    capture_sha256: Digest | None
    n_fixes: int
    n_unread: int
    notes: tuple[str, ...]
    landing: Landing
    landings: tuple[Landing, ...]
    gaps: tuple[Gap, ...]
    bearings: tuple[TrackBearing, ...]
    path: tuple[TrackPoint, ...]
