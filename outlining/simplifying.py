"""Fewer points for the same line, by the rule of Douglas and Peucker, and the size of what a line holds."""

from collections.abc import Sequence
from math import cos, radians

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
KM_PER_DEGREE = 111.2
_LEAST_NARROWING = 0.2
"""Nearer to the poles a degree of longitude is counted longer than it is; no map is drawn there in detail."""


def simplify(ring: Sequence[Point], tolerance_deg: float) -> list[Point]:
    """Return the ring's points without those that lie no farther than the tolerance from the line without them.

    Args:
        ring: Longitude and latitude in degrees, closed by its first point.
        tolerance_deg: In degrees of latitude.

    Returns:
        Some of its points in their order; two or fewer where it is smaller than the tolerance.
    """
    lons, lats = np.array(ring).T
    points = np.column_stack([lons * _narrowing(lats), lats])
    far = int(np.hypot(*(points - points[0]).T).argmax())
    # Cut where it is widest: a closed line has no ends to start from.
    out, back = points[: far + 1], np.concatenate([points[far:], points[:1]])
    kept = [*_kept(out, tolerance_deg)[:-1], *(far + each for each in _kept(back, tolerance_deg)[:-1])]
    return [ring[each] for each in kept]


def area_km2(ring: Sequence[Point]) -> float:
    """Return about how large the ring is, as if the earth were flat around it."""
    lons, lats = np.array(ring).T
    twice = np.dot(lons, np.roll(lats, -1)) - np.dot(lats, np.roll(lons, -1))
    return float(abs(twice) / 2 * cos(radians(float(lats.mean()))) * KM_PER_DEGREE**2)


def _narrowing(lats: NDArray[np.float64]) -> float:
    return max(cos(radians(float(lats.mean()))), _LEAST_NARROWING)


def _kept(points: NDArray[np.float64], tolerance: float) -> list[int]:
    """Return the places of the points that stay; the ends are among them."""
    kept = {0, len(points) - 1}
    open_spans = [(0, len(points) - 1)]
    while open_spans:
        start, end = open_spans.pop()
        if end - start < 2:
            continue
        away = _away(points[start + 1 : end], points[start], points[end])
        farthest = int(away.argmax())
        if away[farthest] > tolerance:
            middle = start + 1 + farthest
            kept.add(middle)
            open_spans += [(start, middle), (middle, end)]
    return sorted(kept)


def _away(points: NDArray[np.float64], start: NDArray[np.float64], end: NDArray[np.float64]) -> NDArray[np.float64]:
    way = end - start
    length = float(way @ way)
    shares = np.zeros(len(points)) if length == 0 else np.clip((points - start) @ way / length, 0, 1)
    distances: NDArray[np.float64] = np.hypot(*(points - start - shares[:, None] * way).T)
    return distances
