"""From the bytes of a file to the tracks in it."""

from pathlib import PurePath

from secondsource.model.ids import Digest
from secondsource.model.track import Track
from secondsource.sensors.errors import TrackWithoutFixes
from secondsource.sensors.formats.flight import Flight, words
from secondsource.sensors.formats.sniff import read_flights
from secondsource.sensors.tidy import tidy

_ENDINGS = frozenset({".gz", ".csv", ".json", ".jsonl", ".kml", ".txt", ".log", ".tsv", ".sbs"})
_ADDRESS_LENGTH = 6


def open_track(data: bytes, *, origin: str, capture_sha256: Digest | None = None) -> list[Track]:
    """Return the tracks that the bytes of a file hold, one for each aircraft.

    Raises:
        TrackUnknown: It is a track in no shape that is known here.
        TrackMalformed: It has the shape of one and breaks it.
        TrackTooLarge: It is larger than is taken in.
        TrackWithoutFixes: No position in it can be true.
    """
    flights = read_flights(data)
    tracks = [
        track
        for flight in flights
        if (track := _track(flight, origin=origin, alone=len(flights) == 1, sha256=capture_sha256)) is not None
    ]
    if not tracks:
        n_unread = sum(flight.n_unread + len(flight.fixes) for flight in flights)
        raise TrackWithoutFixes(
            f"a flight track was to be read; none of its {n_unread} rows gives a place and a time that can be true.\n"
            "Look at the file; a track needs a time, a latitude and a longitude in each row."
        )
    return tracks


def track_id(origin: str) -> str:
    """Return the file's name without its endings."""
    path = PurePath(origin)
    while path.suffix.lower() in _ENDINGS and path.stem:
        path = path.with_suffix("")
    return path.name


def _track(flight: Flight, *, origin: str, alone: bool, sha256: Digest | None) -> Track | None:
    fixes, n_dropped = tidy(flight.fixes)
    if not fixes:
        return None
    icao24 = _address(flight.icao24)
    return Track(
        id=track_id(origin) if alone else f"{track_id(origin)}#{icao24 or 'unknown'}",
        origin=origin,
        format=flight.format,
        fixes=fixes,
        icao24=icao24,
        callsign=words(flight.callsign),
        registration=words(flight.registration),
        n_unread=flight.n_unread + n_dropped,
        capture_sha256=sha256,
        notes=flight.notes,
    )


def _address(given: str | None) -> str | None:
    # Addresses that are not ICAO's (TIS-B, anonymous) carry a tilde; they say nothing of the aircraft.
    if given is None or given.startswith("~"):
        return None
    address = given.strip().lower()
    return address.zfill(_ADDRESS_LENGTH) if address and _is_hex(address) else None


def _is_hex(address: str) -> bool:
    return len(address) <= _ADDRESS_LENGTH and all(each in "0123456789abcdef" for each in address)
