"""Whether a place lies within rings, by counting how often a line from it to the west meets them."""

from collections.abc import Iterable, Sequence


def is_inside(rings: Iterable[Sequence[tuple[float, float]]], x: float, y: float) -> bool:
    """Return whether an odd number of the rings lies around the place."""
    met = 0
    for ring in rings:
        for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
                met += 1
    return met % 2 == 1
