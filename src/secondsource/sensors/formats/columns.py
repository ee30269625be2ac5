"""The columns of a table of fixes: by which names they go, and in which unit."""

from collections.abc import Sequence

from secondsource.sensors.formats.flight import FPM_PER_M_S, FT_PER_M, KT_PER_KM_H, KT_PER_M_S

# Without a unit in its name a column is taken in the units of aviation: feet, knots, feet a minute.
_NAMES: dict[str, dict[str, float]] = {
    "at": dict.fromkeys(("timestamp", "time", "utc", "datetime", "date_time", "time_utc", "at", "ts"), 1.0),
    "lat": dict.fromkeys(("latitude", "lat"), 1.0),
    "lon": dict.fromkeys(("longitude", "lon", "lng", "long"), 1.0),
    "altitude_ft": {
        **dict.fromkeys(("altitude_ft", "altitude", "alt", "alt_ft", "alt_baro", "pressure_altitude"), 1.0),
        **dict.fromkeys(("baro_altitude_ft", "altitude_baro"), 1.0),
        **dict.fromkeys(("altitude_m", "alt_m", "baroaltitude", "baro_altitude", "baro_altitude_m"), FT_PER_M),
    },
    "speed_kt": {
        **dict.fromkeys(("groundspeed_kt", "groundspeed", "ground_speed", "gs", "speed", "speed_kt"), 1.0),
        **dict.fromkeys(("velocity", "speed_ms", "speed_mps", "velocity_ms"), KT_PER_M_S),
        **dict.fromkeys(("speed_kmh", "groundspeed_kmh"), KT_PER_KM_H),
    },
    "heading_deg": dict.fromkeys(
        ("track_deg", "track", "heading", "heading_deg", "direction", "true_track", "bearing", "course"), 1.0
    ),
    "climb_fpm": {
        **dict.fromkeys(("vertical_rate_fpm", "vertical_rate", "vert_rate", "baro_rate", "vrate", "climb_fpm"), 1.0),
        **dict.fromkeys(("vertrate", "vertical_rate_ms"), FPM_PER_M_S),
    },
    "on_ground": dict.fromkeys(("onground", "on_ground", "is_on_ground", "ground"), 1.0),
    "icao24": dict.fromkeys(("icao24", "icao", "hex", "icao_24", "mode_s", "transponder"), 1.0),
    "callsign": dict.fromkeys(("callsign", "call_sign", "flight", "ident"), 1.0),
    "registration": dict.fromkeys(("registration", "reg", "tail"), 1.0),
}
NEEDED = ("at", "lat", "lon")

Columns = dict[str, tuple[int, float]]
"""For each part of a fix its place in a row and the factor to our unit."""


def find_columns(header: Sequence[str]) -> Columns:
    """Return where the parts of a fix stand in the rows below ``header``; where two would do, the first counts."""
    names = [name.strip().strip('"').lower().replace(" ", "_").replace("-", "_") for name in header]
    found: Columns = {}
    for part, known in _NAMES.items():
        # The better name of a part comes first in the table: "altitude_ft" before "alt".
        place = next((names.index(name) for name in known if name in names), None)
        if place is not None:
            found[part] = (place, known[names[place]])
    return found
