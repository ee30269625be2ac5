"""The map's frame: wherever places lie, they are drawn inside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.publishing.map_frame import HEIGHTS, WIDTH, Frame, degrees, where_words

LAT = st.floats(min_value=-85, max_value=85)
LON = st.floats(min_value=-180, max_value=180)


@given(st.lists(st.tuples(LAT, LON), min_size=1, max_size=8))
def test_every_place_is_inside_whatever_the_places_are(places: list[tuple[float, float]]):
    frame = Frame(places)
    for lat, lon in places:
        x, y = frame.at(lat, lon)
        assert 0 <= x <= WIDTH
        assert 0 <= y <= frame.height
    assert HEIGHTS[0] <= frame.height <= HEIGHTS[1]


def test_places_on_both_sides_of_the_day_line_lie_side_by_side():
    frame = Frame([(10.0, 179.0), (10.0, -179.0)])
    west, east = frame.at(10.0, 179.0)[0], frame.at(10.0, -179.0)[0]

    assert 0 < east - west < WIDTH


def test_a_track_alone_is_enough_for_a_frame():
    frame = Frame([], [[(55.7, 37.6), (39.0, 125.7)]])

    assert frame.holds(55.7, 37.6)
    assert frame.holds(39.0, 125.7)


def test_the_graticule_is_named_by_degrees():
    labels = [label for _, label, _, _ in Frame([(39.0, 125.7), (55.7, 37.6)]).graticule()]

    assert "60° N" in labels
    assert "90° E" in labels


@given(st.lists(st.tuples(LAT, LON), min_size=1, max_size=8))
def test_no_label_of_the_graticule_runs_off_the_map(places: list[tuple[float, float]]):
    frame = Frame(places)
    labels = [(x, y) for _, label, x, y in frame.graticule() if label]

    assert all(0 <= x <= WIDTH - 36 and 10 <= y <= frame.height for x, y in labels)


@pytest.mark.parametrize(("value", "told"), [(0, "0°"), (180, "180°"), (-180, "180°"), (39.1, "39.1° E"), (-5, "5° W")])
def test_degrees_are_told_with_their_half_of_the_earth(value: float, told: str):
    assert degrees(value, "E", "W") == told


def test_a_place_is_told_to_a_tenth_of_a_degree():
    assert where_words(39.034, -190.0) == "39° N 170° E"
