"""The world's airports, to be asked which lie near a place."""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from math import cos, floor, radians

import airportsdata

from secondsource.model.track import Airport
from secondsource.sensors.earth import distance_nm

_VOCAB = files("secondsource.sensors") / "vocab"
_NM_PER_DEGREE = 60.0
_CELL_DEG = 0.5


@cache
def airports() -> dict[str, Airport]:
    """Return every airport by its location indicator: the package's table, and ours of those it lacks.

    An entry of ours stands in the place of the package's, so that a mistake there can be mended here.
    """
    known = {
        code: Airport(
            icao=code,
            iata=entry["iata"] or None,
            name=entry["name"],
            city=entry["city"] or None,
            country=entry["country"],
            lat=entry["lat"],
            lon=entry["lon"],
            elevation_ft=entry["elevation"],
        )
        for code, entry in airportsdata.load("ICAO").items()
    }
    return known | {airport.icao: airport for airport in _ours()}


@cache
def busy_airports() -> frozenset[str]:
    """Return the location indicators of the airports with the most scheduled flights."""
    lines = (_VOCAB / "busy-airports.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(code for line in lines if not line.startswith("#") for code in line.split())


def airports_within(lat: float, lon: float, radius_nm: float) -> list[tuple[float, Airport]]:
    """Return the airports at most ``radius_nm`` away with their distance in nautical miles, nearest first."""
    found = [
        (way_nm, airport)
        for airport in _around(lat, lon, radius_nm)
        if (way_nm := distance_nm(lat, lon, airport.lat, airport.lon)) <= radius_nm
    ]
    return sorted(found, key=lambda each: (each[0], each[1].icao))


def nearest_airport(lat: float, lon: float, radius_nm: float) -> tuple[float, Airport] | None:
    """Return the nearest airport and its distance, None if none is within ``radius_nm``."""
    return next(iter(airports_within(lat, lon, radius_nm)), None)


def _ours() -> Iterator[Airport]:
    for row in csv.DictReader((_VOCAB / "airports.csv").read_text(encoding="utf-8").splitlines()):
        yield Airport(
            icao=row["icao"],
            iata=row["iata"] or None,
            name=row["name"],
            city=row["city"] or None,
            country=row["country"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            elevation_ft=float(row["elevation_ft"]),
        )


def _around(lat: float, lon: float, radius_nm: float) -> Iterable[Airport]:
    """Yield the airports of the cells that a circle touches, and some beyond it."""
    grid = _grid()
    reach_lat = radius_nm / _NM_PER_DEGREE
    reach_lon = reach_lat / max(cos(radians(min(abs(lat) + reach_lat, 89.0))), 0.02)
    n_columns = round(360 / _CELL_DEG)
    columns = range(floor((lon - reach_lon) / _CELL_DEG), floor((lon + reach_lon) / _CELL_DEG) + 1)
    for row in range(floor((lat - reach_lat) / _CELL_DEG), floor((lat + reach_lat) / _CELL_DEG) + 1):
        for column in columns if len(columns) < n_columns else range(n_columns):
            yield from grid.get((row, column % n_columns), ())


@cache
def _grid() -> dict[tuple[int, int], list[Airport]]:
    grid: dict[tuple[int, int], list[Airport]] = {}
    n_columns = round(360 / _CELL_DEG)
    for airport in airports().values():
        cell = floor(airport.lat / _CELL_DEG), floor(airport.lon / _CELL_DEG) % n_columns
        grid.setdefault(cell, []).append(airport)
    return grid
