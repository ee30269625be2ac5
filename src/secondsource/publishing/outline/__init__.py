"""The outline of the world's land, without any borders: packaged, so that a map asks no other machine for anything.

``world.bin`` is computed by ``outlining`` of the repository from facts in the public domain: NOAA's
elevation model GLOBE for land and sea, Natural Earth for the Caspian Sea. Lakes other than that are land in it, and so
is ice. Islands below 60 km² are left out. Places are good to about a twentieth of a degree.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """A closed line where land meets water; a place is on land where an odd number of them lies around it.

    Attributes:
        points: Longitude, -180 to 180, and latitude, -90 to 90, in degrees; the last is joined to the first.
        west: The least longitude.
        east: The greatest longitude.
        south: The least latitude.
        north: The greatest latitude.
    """

    points: tuple[Point, ...]
    west: float
    east: float
    south: float
    north: float


@cache
def fine() -> tuple[Ring, ...]:
    """Return the outline for maps of regions, the largest land first."""
    return unpack(_packed())[0]


@cache
def coarse() -> tuple[Ring, ...]:
    """Return the outline for maps of half of the world."""
    return unpack(_packed())[1]


def unpack(packed: bytes) -> tuple[tuple[Ring, ...], ...]:
    """Return the levels of detail that :mod:`outlining.packing` packed, in their order."""
    numbers = _numbers(zlib.decompress(packed))
    return tuple(_level(numbers) for _ in range(next(numbers)))


def _level(numbers: Iterator[int]) -> tuple[Ring, ...]:
    per_degree, n_rings = next(numbers), next(numbers)
    return tuple(_ring(numbers, next(numbers), per_degree) for _ in range(n_rings))


def _ring(numbers: Iterator[int], n_points: int, per_degree: int) -> Ring:
    x = y = 0
    points = []
    for _ in range(n_points):
        x, y = x + _signed(next(numbers)), y + _signed(next(numbers))
        points.append((x / per_degree, y / per_degree))
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return Ring(points=tuple(points), west=min(lons), east=max(lons), south=min(lats), north=max(lats))


def _numbers(data: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in data:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield number
            number = shift = 0


def _signed(number: int) -> int:
    return number >> 1 if number % 2 == 0 else -(number + 1 >> 1)


@cache
def _packed() -> bytes:
    return (files(__package__) / "world.bin").read_bytes()
