"""The edge of land in a grid: closed lines, with all land on one side and all water on the other."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from outlining.tracing import trace

from tests.publishing.around import is_inside

GRID = st.integers(1, 7).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from([0.0, 0.2, 0.4, 0.6, 0.9, 1.0]), min_size=width, max_size=width),
        min_size=1,
        max_size=7,
    )
)


@given(GRID)
def test_the_middle_of_a_cell_is_inside_where_most_of_it_is_land_and_nowhere_else(rows: list[list[float]]):
    shares = np.array(rows)
    rings = trace(shares)

    for row, column in np.ndindex(*shares.shape):
        assert is_inside(rings, column, row) is bool(shares[row, column] >= 0.5), (row, column)


@given(GRID)
def test_no_point_of_a_ring_is_farther_than_a_cell_from_the_next(rows: list[list[float]]):
    for ring in trace(np.array(rows)):
        for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
            assert max(abs(x1 - x0), abs(y1 - y0)) <= 1


def test_a_lake_is_a_ring_within_the_ring_of_its_island():
    island = np.ones((5, 5))
    island[2, 2] = 0

    assert len(trace(island)) == 2


def test_where_all_is_water_there_is_no_line():
    assert trace(np.zeros((4, 6))) == []
