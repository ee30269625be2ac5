"""The map's frame: wherever places lie, they are drawn inside it."""

from hypothesis import given
from hypothesis import strategies as st

from secondsource.web.analyst.event_map import HEIGHTS, WIDTH, frame_of

LAT = st.floats(min_value=-85, max_value=85)
LON = st.floats(min_value=-180, max_value=180)


@given(st.lists(st.tuples(LAT, LON), min_size=1, max_size=8))
def test_every_place_is_inside_whatever_the_places_are(places: list[tuple[float, float]]):
    frame = frame_of(places)
    for lat, lon in places:
        x, y = frame.at(lat, lon)
        assert 0 <= x <= WIDTH
        assert 0 <= y <= frame.height
    assert HEIGHTS[0] <= frame.height <= HEIGHTS[1]


def test_places_on_both_sides_of_the_day_line_lie_side_by_side():
    frame = frame_of([(10.0, 179.0), (10.0, -179.0)])
    west, east = frame.at(10.0, 179.0)[0], frame.at(10.0, -179.0)[0]

    assert 0 < east - west < WIDTH


def test_the_graticule_is_named_by_degrees():
    labels = [label for _, label, _, _ in frame_of([(39.0, 125.7), (55.7, 37.6)]).graticule()]

    assert "60°N" in labels
    assert "90°E" in labels
