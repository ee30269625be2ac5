"""The frame of a map: which part of the world it shows, and where on it a place stands."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, floor, radians

# One unit is one CSS pixel on a screen 320 wide, as in the picture of the lines.
WIDTH = 288
HEIGHTS = (170, 300)
"""Least and greatest height in units."""
_LEAST_SPAN_DEG = 10.0
"""Less of the world than this is shown by no map: the coast around a place is what tells where it is."""
_MARGIN_SHARE = 0.18
_MOST_NARROW = 0.2
_POLAR_LAT = 80.0
_STEPS_DEG = (1, 2, 5, 10, 15, 30, 45, 60)
_MOST_LINES = 5
_LABEL_ROOM = 42
"""Units that the label of a line needs; one that would be cut or stand on another is left out."""
_LINE = 16
"""Height of a line of type in units, with some room."""

Place = tuple[float, float]
"""Latitude and longitude in degrees."""


class Frame:
    """Where on the map a place is: equal degrees, narrowed by the cosine of the middle latitude.

    Attributes:
        height: In units.
        scale: Units to a degree of latitude.
    """

    def __init__(self, places: Sequence[Place], paths: Sequence[Sequence[Place]] = ()) -> None:
        """Frame all of the places and paths; at least one of them."""
        drawn = [*places, *(place for path in paths for place in path)]
        self._middle_lon = _middle_lon([lon for _, lon in drawn])
        lats, lons = [lat for lat, _ in drawn], [self._lon(lon) for _, lon in drawn]
        self._lat, self._mid = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
        self._narrow = max(cos(radians(min(abs(self._lat), _POLAR_LAT))), _MOST_NARROW)
        wide = max(max(lons) - min(lons), _LEAST_SPAN_DEG / self._narrow) * (1 + 2 * _MARGIN_SHARE)
        high = max(max(lats) - min(lats), _LEAST_SPAN_DEG / 2) * (1 + 2 * _MARGIN_SHARE)
        # Wide enough for its height: a map taller than it may be is drawn in a smaller scale.
        self.scale = min(WIDTH / (wide * self._narrow), HEIGHTS[1] / high)
        self.height = round(min(HEIGHTS[1], max(HEIGHTS[0], high * self.scale)))

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Return the point in units, from the left and from the top."""
        x, y = self.unturned(lat, self._lon(lon))
        return round(x, 1), round(y, 1)

    def unturned(self, lat: float, lon: float) -> tuple[float, float]:
        """Return the point of a longitude that is taken as it is, also where it lies off the map."""
        x = WIDTH / 2 + (lon - self._mid) * self._narrow * self.scale
        return x, self.height / 2 - (lat - self._lat) * self.scale

    def holds(self, lat: float, lon: float) -> bool:
        """Return whether the place is on the map."""
        x, y = self.at(lat, lon)
        return 0 <= x <= WIDTH and 0 <= y <= self.height

    def edges(self) -> tuple[float, float, float, float]:
        """Return west, east, south and north in degrees; longitudes may run on past 180, latitudes past a pole."""
        half_lon, half_lat = WIDTH / 2 / self.scale / self._narrow, self.height / 2 / self.scale
        return self._mid - half_lon, self._mid + half_lon, self._lat - half_lat, self._lat + half_lat

    def graticule(self) -> Iterator[tuple[str, str, float, float]]:
        """Yield each line of the graticule as path, label, and where the label stands; some lines have none."""
        west, east, south, north = self.edges()
        step = next((s for s in _STEPS_DEG if (east - west) / s <= _MOST_LINES), _STEPS_DEG[-1])
        for lat in _steps(max(south, -90), min(north, 90), step):
            y = self.at(lat, self._mid)[1]
            fits = _LINE < y < self.height - _LINE
            yield f"M0 {y:g}H{WIDTH}", degrees(lat, "N", "S") if fits else "", 3, round(y - 3, 1)
        for lon in _steps(west, east, step):
            x = round(self.unturned(self._lat, lon)[0], 1)
            label = degrees((lon + 180) % 360 - 180, "E", "W") if x < WIDTH - _LABEL_ROOM else ""
            yield f"M{x:g} 0V{self.height}", label, round(x + 3, 1), self.height - 4

    def _lon(self, lon: float) -> float:
        """Return the longitude that is nearest to the middle, so that no map is cut at 180 degrees."""
        return self._middle_lon + (lon - self._middle_lon + 180) % 360 - 180


def degrees(value: float, positive: str, negative: str) -> str:
    """Return the degrees with the letter of their half of the earth: "39.1° N"; 0 and 180 belong to both."""
    return f"{abs(value):g}°{'' if abs(value) in (0, 180) else f' {positive}' if value > 0 else f' {negative}'}"


def where_words(lat: float, lon: float) -> str:
    """Return a place in words, to a tenth of a degree: "39° N 125.8° E"."""
    east = degrees(round((lon + 180) % 360 - 180, 1), "E", "W")
    return f"{degrees(round(lat, 1), 'N', 'S')} {east}"


def _middle_lon(lons: Sequence[float]) -> float:
    """Return the longitude around which the places lie closest."""
    around = sorted(lons)
    gaps = [(b - a, (a + b) / 2) for a, b in pairwise(around)]
    gaps.append((around[0] + 360 - around[-1], (around[0] + 360 + around[-1]) / 2))
    # The middle lies opposite the widest stretch without any place.
    return (max(gaps)[1] + 180) % 360


def _steps(low: float, high: float, step: int) -> Iterator[int]:
    first = -floor(-low / step) * step
    yield from range(first, floor(high) + 1, step)
