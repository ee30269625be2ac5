"""Trace files of readsb and tar1090: one aircraft, a row for each fix, the word "ground" in place of an altitude."""

from typing import Any

from secondsource.model.track import Fix, TrackFormat
from secondsource.sensors.errors import TrackMalformed
from secondsource.sensors.formats.flight import Flight, number, require_few, words

_GROUND = "ground"
_STALE = 1
"""Bit of a row's flags: the position was not received then but carried on; it is no evidence of a place."""


def read_readsb(data: dict[str, Any]) -> list[Flight]:
    """Return the one flight of a trace.

    Raises:
        TrackMalformed: The trace is no list, or it does not say when it begins.
        TrackTooLarge: It has too many rows.
    """
    rows, start_s = data.get("trace"), number(data.get("timestamp"))
    if not isinstance(rows, list) or start_s is None:
        raise TrackMalformed(
            'a trace of readsb was to be read; "trace" is no list of rows, or "timestamp" is no number.\n'
            "Save the trace_full file of the aircraft again, whole."
        )
    require_few(len(rows))
    read = [_fix(row, start_s) if isinstance(row, list) and len(row) >= 4 else None for row in rows]
    return [
        Flight(
            format=TrackFormat.READSB,
            fixes=[fix for fix in read if fix is not None],
            icao24=words(data.get("icao")),
            registration=words(data.get("r")),
            callsign=_callsign(rows),
            n_unread=read.count(None),
        )
    ]


def _fix(row: list[Any], start_s: float) -> Fix | None:
    after_s, lat, lon, altitude = number(row[0]), number(row[1]), number(row[2]), row[3]
    flags = row[6] if len(row) > 6 and isinstance(row[6], int) else 0
    if after_s is None or lat is None or lon is None or flags & _STALE:
        return None
    on_ground = altitude == _GROUND
    return Fix(
        at_s=start_s + after_s,
        lat=lat,
        lon=lon,
        altitude_ft=None if on_ground else number(altitude),
        speed_kt=number(row[4]) if len(row) > 4 else None,
        heading_deg=number(row[5]) if len(row) > 5 else None,
        climb_fpm=number(row[7]) if len(row) > 7 else None,
        on_ground=on_ground if altitude is not None else None,
    )


def _callsign(rows: list[Any]) -> str | None:
    for row in rows:
        if isinstance(row, list) and len(row) > 8 and isinstance(row[8], dict):
            found = words(row[8].get("flight"))
            if found is not None:
                return found
    return None
