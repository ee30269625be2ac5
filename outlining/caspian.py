"""The Caspian Sea: the hole that the states around it leave.

The land mask counts as sea only what joins the ocean. The lowlands and the water of the Caspian lie both below the
level of the ocean, so nothing in it tells them apart; the outlines of the states around it do, since they leave the
water out. Only the hole between them is used, and none of their borders.
"""

import struct
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_WINDOW = (46.0, 36.0, 55.0, 47.6)
"""West, south, east and north of it in degrees; no other water without an outlet lies in there on so coarse a map."""
_INSIDE = (51.0, 42.0)
"""Longitude and latitude of a place in the middle of it."""
_POLYGON = 5
_HEADER, _RECORD_HEADER = 100, 8


def water(path: Path, *, cells_per_degree: int) -> tuple[NDArray[np.bool_], slice, slice]:
    """Return where the Caspian is, on a grid of the whole earth from 180° W and 90° N.

    Args:
        path: A shapefile of the states of the world as polygons of longitude and latitude.
        cells_per_degree: Of the grid.

    Returns:
        Whether each cell of a part of the grid is water, and which rows and columns that part is.

    Raises:
        ValueError: The states leave no hole there.
    """
    west, south, east, north = _WINDOW
    rows = slice(round((90 - north) * cells_per_degree), round((90 - south) * cells_per_degree))
    columns = slice(round((180 + west) * cells_per_degree), round((180 + east) * cells_per_degree))
    lats = 90 - (np.arange(rows.start, rows.stop) + 0.5) / cells_per_degree
    lons = (np.arange(columns.start, columns.stop) + 0.5) / cells_per_degree - 180
    empty = ~np.logical_or.reduce([_inside(ring, lons, lats) for ring in _rings(path)])
    start = int(np.abs(lats - _INSIDE[1]).argmin()), int(np.abs(lons - _INSIDE[0]).argmin())
    if not empty[start]:
        raise ValueError(f"the states of {path} leave no water at {_INSIDE[1]} N {_INSIDE[0]} E")
    return _joined(empty, start), rows, columns


def _rings(path: Path) -> Iterator[NDArray[np.float64]]:
    """Yield the rings of every polygon that reaches into the window."""
    west, south, east, north = _WINDOW
    data, at = path.read_bytes(), _HEADER
    while at < len(data):
        (words,) = struct.unpack_from(">i", data, at + 4)
        body = at + _RECORD_HEADER
        (kind,) = struct.unpack_from("<i", data, body)
        if kind == _POLYGON:
            left, low, right, high = struct.unpack_from("<4d", data, body + 4)
            if left <= east and right >= west and low <= north and high >= south:
                yield from _parts(data, body)
        at = body + 2 * words


def _parts(data: bytes, body: int) -> Iterator[NDArray[np.float64]]:
    n_parts, n_points = struct.unpack_from("<2i", data, body + 36)
    starts = [*struct.unpack_from(f"<{n_parts}i", data, body + 44), n_points]
    points = np.frombuffer(data, "<f8", 2 * n_points, body + 44 + 4 * n_parts).reshape(-1, 2)
    for start, end in pairwise(starts):
        yield points[start:end]


def _inside(ring: NDArray[np.float64], lons: NDArray[np.float64], lats: NDArray[np.float64]) -> NDArray[np.bool_]:
    inside = np.zeros((len(lats), len(lons)), bool)
    for (x0, y0), (x1, y1) in pairwise(ring):
        crossed = (lats >= min(y0, y1)) & (lats < max(y0, y1))
        if crossed.any():
            meets = x0 + (lats[crossed] - y0) * (x1 - x0) / (y1 - y0)
            inside[crossed] ^= lons[None, :] < meets[:, None]
    return inside


def _joined(free: NDArray[np.bool_], start: tuple[int, int]) -> NDArray[np.bool_]:
    """Return the cells that can be reached from ``start`` over free ones, side by side."""
    found = np.zeros_like(free)
    found[start] = True
    while True:
        grown = found.copy()
        grown[1:] |= found[:-1]
        grown[:-1] |= found[1:]
        grown[:, 1:] |= found[:, :-1]
        grown[:, :-1] |= found[:, 1:]
        grown &= free
        if (grown == found).all():
            return found
        found = grown
