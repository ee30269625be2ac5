"""Flightradar24's export as CSV: the place in one cell, pressure altitude, and 0 feet for an aircraft on the ground."""

from secondsource.model.track import Fix, TrackFormat
from secondsource.sensors.errors import TrackMalformed
from secondsource.sensors.formats.flight import Flight, first_said, number
from secondsource.sensors.formats.moments import seconds_of
from secondsource.sensors.formats.tables import read_rows

_NEEDED = ("timestamp", "position")


def is_flightradar(header: str) -> bool:
    """Return whether the first line of a table is that of such an export."""
    names = header.lower()
    return "timestamp" in names and "position" in names and "callsign" in names


def read_flightradar(text: str) -> list[Flight]:
    """Return the one flight of the export; it names no aircraft, only a call sign.

    Raises:
        TrackMalformed: The columns of time and place are not there.
        TrackTooLarge: There are too many rows.
    """
    header, rows = read_rows(text)
    place = {name.strip().lower(): index for index, name in enumerate(header)}
    if any(name not in place for name in _NEEDED):
        raise TrackMalformed(
            "an export of Flightradar24 was to be read; it lacks the column Timestamp or Position.\n"
            "Export the flight again as CSV, or as KML."
        )
    fixes = [fix for row in rows if (fix := _fix(row, place)) is not None]
    callsigns = [_cell(row, place, "callsign").strip() for row in rows]
    return [
        Flight(
            format=TrackFormat.FLIGHTRADAR24_CSV,
            fixes=fixes,
            callsign=first_said(callsigns),
            n_unread=sum(1 for row in rows if row) - len(fixes),
        )
    ]


def _fix(row: list[str], place: dict[str, int]) -> Fix | None:
    # The timestamp counts seconds from 1970; older exports lack the column UTC, so that one is not needed.
    at_s = seconds_of(_cell(row, place, "timestamp").strip())
    lat, _, lon = _cell(row, place, "position").partition(",")
    where = number(lat), number(lon)
    if at_s is None or where[0] is None or where[1] is None:
        return None
    altitude_ft, speed_kt = number(_cell(row, place, "altitude")), number(_cell(row, place, "speed"))
    return Fix(
        at_s=at_s,
        lat=where[0],
        lon=where[1],
        altitude_ft=altitude_ft,
        speed_kt=speed_kt,
        heading_deg=number(_cell(row, place, "direction")),
    )


def _cell(row: list[str], place: dict[str, int], name: str) -> str:
    index = place.get(name)
    return row[index] if index is not None and index < len(row) else ""
