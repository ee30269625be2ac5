"""Fewer points for the same line."""

from itertools import pairwise
from math import cos, pi, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outlining.simplifying import area_km2, simplify

POINT = st.tuples(st.floats(-20, 20), st.floats(-20, 20))


def away(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """Return how far the point lies from the stretch between the two others."""
    way = (end[0] - start[0], end[1] - start[1])
    length = way[0] ** 2 + way[1] ** 2
    along = (point[0] - start[0]) * way[0] + (point[1] - start[1]) * way[1]
    share = 0 if length == 0 else min(max(along / length, 0), 1)
    off = (point[0] - start[0] - share * way[0], point[1] - start[1] - share * way[1])
    return float((off[0] ** 2 + off[1] ** 2) ** 0.5)


@given(st.lists(POINT, min_size=3, max_size=40, unique=True), st.sampled_from([0.1, 1.0, 5.0]))
def test_no_point_that_is_left_out_lies_farther_from_the_line_than_it_may(
    ring: list[tuple[float, float]], tolerance: float
):
    kept = simplify(ring, tolerance)
    closed = [*kept, kept[0]]

    assert kept == [point for point in ring if point in set(kept)]
    for point in ring:
        # A degree of longitude is at most as long as one of latitude, so distances here are the greatest there are.
        assert min(away(point, a, b) for a, b in pairwise(closed)) <= tolerance / cos(radians(20))


def test_a_straight_coast_needs_its_corners_only():
    square = [(x, 0.0) for x in range(10)] + [(10.0, y) for y in range(10)] + [(0.0, 10.0)]

    assert sorted(simplify(square, 0.1)) == [(0.0, 0.0), (0.0, 10.0), (10.0, 0.0), (10.0, 9.0)]


def test_the_area_of_an_island_is_that_of_a_disk_of_its_size():
    disk = [(cos(2 * pi * n / 90) / cos(radians(60)), 60 + sin(2 * pi * n / 90)) for n in range(90)]

    assert area_km2(disk) == pytest.approx(pi * 111.2**2, rel=0.01)
