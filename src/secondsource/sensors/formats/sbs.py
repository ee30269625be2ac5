"""SBS-1 (BaseStation) lines: each message carries a part of what is known of an aircraft."""

from dataclasses import dataclass
from datetime import UTC, datetime

from secondsource.model.track import Fix, TrackFormat
from secondsource.sensors.formats.flight import Flight, number, require_few

_N_FIELDS = 22
_KINDS = ("MSG,", "SEL,", "ID,", "AIR,", "STA,", "CLK,")
_STALE_S = 10.0
"""How long a speed that came in a message of its own is put beside later positions; ADS-B sends it twice a second."""
_SURFACE = "2"


def is_sbs(head: str) -> bool:
    """Return whether the text begins as such lines do."""
    return head.startswith(_KINDS)


@dataclass(slots=True)
class _Aircraft:
    flight: Flight
    motion_at_s: float = 0.0
    speed_kt: float | None = None
    heading_deg: float | None = None
    climb_fpm: float | None = None


def read_sbs(text: str) -> list[Flight]:
    """Return one flight for each aircraft that sent a position.

    Raises:
        TrackTooLarge: There are too many lines or aircraft.
    """
    aircraft: dict[str, _Aircraft] = {}
    # A position comes with one message in three or so.
    require_few(text.count("\n") // 3)
    for line in text.splitlines():
        cells = line.split(",")
        if cells[0] == "MSG" and len(cells) >= _N_FIELDS and cells[4]:
            _take(aircraft, cells)
            require_few(0, len(aircraft))
    return [each.flight for each in aircraft.values() if each.flight.fixes or each.flight.n_unread]


def _take(aircraft: dict[str, _Aircraft], cells: list[str]) -> None:
    icao24 = cells[4].strip().lower()
    if icao24 not in aircraft:
        notes = ("SBS-1 names no time zone; its times are taken as UTC",)
        aircraft[icao24] = _Aircraft(Flight(format=TrackFormat.SBS, icao24=icao24, notes=notes))
    one = aircraft[icao24]
    if cells[10].strip():
        one.flight.callsign = one.flight.callsign or cells[10].strip()
    at_s = _moment(cells)
    if at_s is None:
        one.flight.n_unread += 1
        return
    _note_motion(one, cells, at_s)
    lat, lon = number(cells[14]), number(cells[15])
    if lat is not None and lon is not None:
        one.flight.fixes.append(_fix(one, cells, at_s, lat, lon))


def _note_motion(one: _Aircraft, cells: list[str], at_s: float) -> None:
    speed_kt = number(cells[12])
    if speed_kt is not None:
        one.motion_at_s, one.speed_kt = at_s, speed_kt
        one.heading_deg, one.climb_fpm = number(cells[13]), number(cells[16])


def _fix(one: _Aircraft, cells: list[str], at_s: float, lat: float, lon: float) -> Fix:
    fresh = abs(at_s - one.motion_at_s) <= _STALE_S
    return Fix(
        at_s=at_s,
        lat=lat,
        lon=lon,
        altitude_ft=number(cells[11]),
        speed_kt=one.speed_kt if fresh else None,
        heading_deg=one.heading_deg if fresh else None,
        climb_fpm=one.climb_fpm if fresh else None,
        on_ground=_on_ground(cells),
    )


def _on_ground(cells: list[str]) -> bool | None:
    flag = cells[21].strip()
    if cells[1].strip() == _SURFACE or flag in ("-1", "1"):
        return True
    return False if flag == "0" else None


def _moment(cells: list[str]) -> float | None:
    for day, clock in ((cells[6], cells[7]), (cells[8], cells[9])):
        try:
            at = datetime.fromisoformat(f"{day.strip().replace('/', '-')}T{clock.strip()}")
            return at.replace(tzinfo=UTC).timestamp()
        except (ValueError, OverflowError):
            continue
    return None
