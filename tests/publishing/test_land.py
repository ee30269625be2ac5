"""The land on a map: cut to its frame, and the same land as in the outline."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.publishing.land import TENTHS, land_path
from secondsource.publishing.map_frame import WIDTH, Frame
from tests.publishing.around import is_inside
from tests.publishing.test_outline import LAND, SEA

LAT = st.floats(min_value=-80, max_value=80)
LON = st.floats(min_value=-180, max_value=180)
RIM = 4


def rings(path: str) -> list[list[tuple[float, float]]]:
    """Return the path's closed lines in units."""
    found = []
    assert re.fullmatch(r"(?:M-?\d+ -?\d+l[-\d ]*z)*", path)
    for start, steps in re.findall(r"M([-\d ]+)l([-\d ]*)z", path):
        x, y = (int(number) for number in start.split())
        ring = [(x / TENTHS, y / TENTHS)]
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x / TENTHS, y / TENTHS))
        found.append(ring)
    return found


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(LAT, LON), min_size=1, max_size=4))
def test_no_land_is_drawn_outside_the_frame_and_its_rim(places: list[tuple[float, float]]):
    frame = Frame(places)
    for ring in rings(land_path(frame)):
        assert all(-RIM <= x <= WIDTH + RIM and -RIM <= y <= frame.height + RIM for x, y in ring)


def test_land_is_land_and_sea_is_sea_on_the_map_of_each_place():
    for places, land in ((LAND, True), (SEA, False)):
        for name, (lat, lon) in places.items():
            frame = Frame([(lat, lon)])
            assert is_inside(rings(land_path(frame)), *frame.at(lat, lon)) is land, name


def test_a_map_across_the_day_line_has_land_on_both_sides():
    frame = Frame([(66.5, 175.0), (66.5, -175.0), (64.5, -165.4)])
    drawn = rings(land_path(frame))

    assert is_inside(drawn, *frame.at(66.5, 177.0))
    assert is_inside(drawn, *frame.at(66.5, -175.0))
    assert not is_inside(drawn, *frame.at(60.0, -178.0))


def test_a_map_of_the_world_holds_every_known_land():
    frame = Frame([(60.0, 150.0), (-30.0, -70.0), (38.0, -77.0), (55.0, 37.0)])
    drawn = rings(land_path(frame))
    known = [place for place in LAND.values() if frame.holds(*place)]

    assert len(known) >= 8
    assert all(is_inside(drawn, *frame.at(*place)) for place in known)
    assert not any(is_inside(drawn, *frame.at(*place)) for place in SEA.values() if frame.holds(*place))


def test_the_open_sea_has_no_path():
    assert land_path(Frame([(-45.0, -130.0)])) == ""
