"""The outline of the world's land that maps of events are drawn on, from public facts.

What goes in are two facts that anybody may use. The first is which places are land: a mask of half minutes of arc, as
the package ``global-land-mask`` carries it, taken from NOAA's elevation model GLOBE 1.0, which is open without any
restriction. It counts as sea only what joins the ocean. The second is where the Caspian Sea lies, from the hole that
the states of Natural Earth (public domain) leave, as the package ``geopandas`` 0.14 carries them; see
:mod:`outlining.caspian`. No file of either is kept.

From them it computes the share of land in cells of five minutes of arc, the line along which that share is one half,
without islands and lakes below a size, with fewer points by the rule of Douglas and Peucker, and rounded to a minute of
arc (three for the coarse one).

There are no borders of states in it, on purpose: many are contested, and a map of events has to take no side.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from outlining.caspian import water
from outlining.packing import Grid
from outlining.simplifying import Point, area_km2, simplify
from outlining.tracing import trace

_MASK_PER_DEGREE = 120
_CELLS_PER_DEGREE = 12
_CORNERS_LEAST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """How finely the land is drawn.

    Attributes:
        tolerance_deg: How far a point may lie off the line to be left out.
        least_km2: Islands and lakes below it are left out.
        per_degree: Steps of a degree that places are rounded to.
    """

    tolerance_deg: float
    least_km2: float
    per_degree: int


DETAILS = (
    Detail(tolerance_deg=0.04, least_km2=60, per_degree=60),
    Detail(tolerance_deg=0.2, least_km2=800, per_degree=20),
)
"""The finer for maps of regions: a unit of such a map is about 0.05 degrees. The coarser for half of the world."""


def land_shares(mask: Path, states: Path) -> NDArray[np.float64]:
    """Return the share of land in each cell, from 90° N and 180° W, with the Caspian as water."""
    with np.load(mask) as stored:
        sea = stored["mask"]
    n = _MASK_PER_DEGREE // _CELLS_PER_DEGREE
    caspian, rows, columns = water(states, cells_per_degree=_MASK_PER_DEGREE)
    sea[rows, columns] |= caspian
    shares: NDArray[np.float64] = 1 - sea.reshape(len(sea) // n, n, -1, n).mean(axis=(1, 3))
    return shares


def land_rings(shares: NDArray[np.float64]) -> list[list[Point]]:
    """Return the edges of land as rings of longitude and latitude in degrees, within the earth."""
    per_degree = shares.shape[1] / 360
    return [
        [
            (min(max((x + 0.5) / per_degree - 180, -180.0), 180.0), min(max(90 - (y + 0.5) / per_degree, -90.0), 90.0))
            for x, y in ring
        ]
        for ring in trace(shares)
    ]


def draw(rings: Iterable[Sequence[Point]], detail: Detail) -> list[Grid]:
    """Return the rings that are large enough, with as few points as the detail allows, the largest first."""
    drawn = []
    for area, ring in sorted(((area_km2(ring), ring) for ring in rings), reverse=True, key=lambda each: each[0]):
        if area < detail.least_km2:
            break
        steps = [
            (round(lon * detail.per_degree), round(lat * detail.per_degree))
            for lon, lat in simplify(ring, detail.tolerance_deg)
        ]
        grid = tuple(step for step, before in zip(steps, [steps[-1], *steps], strict=False) if step != before)
        if len(grid) >= _CORNERS_LEAST:
            drawn.append(grid)
    return drawn
