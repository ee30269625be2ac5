"""Distances and directions on a round earth."""

from math import atan2, cos, degrees, hypot, radians, sin

EARTH_RADIUS_NM = 3440.065
KT_TO_NM_S = 1 / 3600


def distance_nm(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Return the way between two places in nautical miles, as if the earth were flat between them.

    Within 100 NM, where landings are judged, the error is under a hundredth; over oceans it is for comparison only.
    """
    east = radians(_turn(to_lon - lon)) * cos(radians((lat + to_lat) / 2))
    return hypot(east, radians(to_lat - lat)) * EARTH_RADIUS_NM


def bearing_deg(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Return the direction from the first place to the second, 0 north to 360, clockwise."""
    phi, to_phi, turn = radians(lat), radians(to_lat), radians(_turn(to_lon - lon))
    east = sin(turn) * cos(to_phi)
    north = cos(phi) * sin(to_phi) - sin(phi) * cos(to_phi) * cos(turn)
    return degrees(atan2(east, north)) % 360


def angle_between_deg(one: float, other: float) -> float:
    """Return by how much two directions differ, 0 to 180."""
    return abs((one - other + 180) % 360 - 180)


def _turn(lon_deg: float) -> float:
    return (lon_deg + 180) % 360 - 180
