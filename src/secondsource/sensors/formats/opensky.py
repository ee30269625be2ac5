"""OpenSky's answers as JSON: state vectors of many aircraft at a time, and the track of one; both in metres."""

from collections.abc import Iterable
from typing import Any

from secondsource.model.track import Fix, TrackFormat
from secondsource.sensors.formats.flight import (
    FPM_PER_M_S,
    FT_PER_M,
    KT_PER_M_S,
    Flight,
    number,
    require_few,
    scaled,
    words,
)

_STATE_LENGTH, _POINT_LENGTH = 12, 6


def is_opensky(data: Any) -> bool:
    """Return whether the parsed JSON is such an answer, or a list of them."""
    first = data[0] if isinstance(data, list) and data else data
    return isinstance(first, dict) and (isinstance(first.get("states"), list) or isinstance(first.get("path"), list))


def read_opensky(data: Any) -> list[Flight]:
    """Return one flight for each aircraft in the answer or answers.

    Raises:
        TrackTooLarge: There are too many rows or aircraft.
    """
    flights: dict[str, Flight] = {}
    n_rows = 0
    for answer in data if isinstance(data, list) else [data]:
        if not isinstance(answer, dict):
            continue
        states, path = answer.get("states"), answer.get("path")
        n_rows += sum(len(rows) for rows in (states, path) if isinstance(rows, list))
        require_few(n_rows, len(flights))
        if isinstance(states, list):
            _take_states(flights, states, answer.get("time"))
        if isinstance(path, list):
            _take_path(flights, path, answer)
    return list(flights.values())


def _take_states(flights: dict[str, Flight], states: Iterable[Any], time: Any) -> None:
    for state in states:
        if not isinstance(state, list) or len(state) < _STATE_LENGTH:
            continue
        icao24 = words(state[0])
        if icao24 is None:
            continue
        flight = _flight(flights, icao24, state[1])
        # The time of the position; the answer's own time is later by as much as nothing was heard.
        at_s, lon, lat = number(state[3]), number(state[5]), number(state[6])
        at_s = number(time) if at_s is None else at_s
        if at_s is None or lat is None or lon is None:
            flight.n_unread += 1
            continue
        flight.fixes.append(
            Fix(
                at_s=at_s,
                lat=lat,
                lon=lon,
                altitude_ft=scaled(state[7], FT_PER_M),
                speed_kt=scaled(state[9], KT_PER_M_S),
                heading_deg=number(state[10]),
                climb_fpm=scaled(state[11], FPM_PER_M_S),
                on_ground=state[8] if isinstance(state[8], bool) else None,
            )
        )


def _take_path(flights: dict[str, Flight], path: Iterable[Any], answer: dict[str, Any]) -> None:
    # The misspelling is OpenSky's own.
    flight = _flight(flights, words(answer.get("icao24")) or "", answer.get("callsign") or answer.get("calllsign"))
    for point in path:
        if not isinstance(point, list) or len(point) < _POINT_LENGTH:
            flight.n_unread += 1
            continue
        at_s, lat, lon = number(point[0]), number(point[1]), number(point[2])
        if at_s is None or lat is None or lon is None:
            flight.n_unread += 1
            continue
        flight.fixes.append(
            Fix(
                at_s=at_s,
                lat=lat,
                lon=lon,
                altitude_ft=scaled(point[3], FT_PER_M),
                heading_deg=number(point[4]),
                on_ground=point[5] if isinstance(point[5], bool) else None,
            )
        )


def _flight(flights: dict[str, Flight], icao24: str, callsign: Any) -> Flight:
    flight = flights.setdefault(icao24, Flight(format=TrackFormat.OPENSKY, icao24=icao24 or None))
    flight.callsign = flight.callsign or words(callsign)
    return flight
