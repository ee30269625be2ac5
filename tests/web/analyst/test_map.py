"""The map's frame: wherever places lie, they are drawn inside it; and the whole drawing in words."""

import gzip
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from secondsource.web.analyst.event_map import HEIGHTS, WIDTH, frame_of
from tests.web.analyst.makers import small_ledger
from tests.web.client import Browser, Server

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


MOST_BYTES = 150_000
"""Of an event's page with its map, stylesheets and scripts, as they go over the wire."""


def test_an_events_page_says_its_map_in_words_and_is_light(tmp_path: Path):
    with Server(tmp_path, ledger=small_ledger(tmp_path)) as server:
        analyst = Browser(server)
        analyst.sign_in("analyst")
        links = [str(link.attributes["href"]) for link in analyst.get("/desk/events").page.all("a")]
        pages = [analyst.get(link) for link in links if link.startswith("/desk/events/ev-")]
        told = [
            desc.words() for page in pages for desc in page.page.all("desc") if desc.attributes["id"] == "chart-desc"
        ]
        files = ["site.css", "analyst.css", "desk.js", "slider.js"]
        weight = sum(len(gzip.compress(analyst.get(f"/static/{name}").body)) for name in files)

    assert told
    assert all(each.startswith("North up, from ") and "The list below has every place." in each for each in told)
    assert any("Named with the event: " in each or "Also named: " in each for each in told)
    assert all(len(gzip.compress(page.body)) + weight <= MOST_BYTES for page in pages)
    assert not any(name in page.text for page in pages for name in ("<image", "url(", 'src="http', "xlink"))
