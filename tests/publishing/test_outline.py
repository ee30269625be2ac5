"""The packaged outline of the world's land: closed, on the earth, small, and true at places that everybody knows."""

from importlib.resources import files

import pytest

from secondsource.model.territories import territories
from secondsource.publishing.outline import Ring, coarse, fine
from secondsource.reading.places.gazetteer import gazetteer
from tests.publishing.around import is_inside

MOST_BYTES = 60_000
LAND = {
    "Pyongyang": (39.03, 125.75),
    "Moscow": (55.75, 37.62),
    "Nairobi": (-1.29, 36.82),
    "Seoul": (37.57, 126.98),
    "Crimea": (45.2, 34.1),
    "Riyadh": (24.7, 46.7),
    "Tehran": (35.7, 51.4),
    "Denver": (39.7, -105.0),
    "Brasilia": (-15.8, -47.9),
    "Alice Springs": (-23.7, 133.9),
    "Chukotka, east of the day line": (66.5, -175.0),
    "Tokyo's hinterland": (36.4, 139.0),
    "the South Pole": (-89.5, 0.0),
}
SEA = {
    "the middle of the Pacific": (0.0, -150.0),
    "the Sea of Japan": (40.0, 135.0),
    "the Yellow Sea": (36.0, 123.5),
    "the Black Sea": (43.3, 34.0),
    "the Sea of Azov": (46.0, 36.8),
    "the Gulf": (27.0, 51.5),
    "the Red Sea": (20.0, 38.5),
    "the Caspian Sea": (42.0, 51.0),
    "the Baltic Sea": (58.0, 20.0),
    "the middle of the Atlantic": (30.0, -45.0),
    "the Taiwan Strait": (24.5, 119.4),
    "the North Pole": (89.5, 0.0),
}


def is_land(outline: tuple[Ring, ...], lat: float, lon: float) -> bool:
    return is_inside([ring.points for ring in outline], lon, lat)


@pytest.mark.parametrize("outline", [fine, coarse], ids=["fine", "coarse"])
def test_known_land_is_land_and_known_sea_is_sea(outline):
    rings = outline()

    assert [name for name, (lat, lon) in LAND.items() if not is_land(rings, lat, lon)] == []
    assert [name for name, (lat, lon) in SEA.items() if is_land(rings, lat, lon)] == []


@pytest.mark.parametrize("outline", [fine, coarse], ids=["fine", "coarse"])
def test_every_ring_is_a_closed_line_on_the_earth(outline):
    for ring in outline():
        assert len(set(ring.points)) >= 3
        assert ring.points[0] != ring.points[-1]
        assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in ring.points)
        assert all(one != other for one, other in zip(ring.points, ring.points[1:], strict=False))
        assert (ring.west, ring.east) == (min(x for x, _ in ring.points), max(x for x, _ in ring.points))
        assert (ring.south, ring.north) == (min(y for _, y in ring.points), max(y for _, y in ring.points))


def test_the_outline_is_small_and_the_coarse_one_much_smaller():
    assert len((files("secondsource.publishing.outline") / "world.bin").read_bytes()) <= MOST_BYTES
    assert sum(len(ring.points) for ring in coarse()) * 4 < sum(len(ring.points) for ring in fine())


def test_nearly_all_cities_and_capitals_are_on_land_and_the_seas_are_not():
    # Those by the water, and those on islands too small to draw, may fall beside a line that is good to 0.05 degrees.
    cities = [(place.lat, place.lon) for place in gazetteer() if place.kind == "city"]
    capitals = [
        (territory.capital_lat, territory.capital_lon)
        for territory in territories()
        if territory.capital_lat is not None and territory.capital_lon is not None
    ]
    seas = [(place.lat, place.lon) for place in gazetteer() if place.kind == "sea"]

    assert sum(is_land(fine(), lat, lon) for lat, lon in cities) >= 0.95 * len(cities)
    assert sum(is_land(fine(), lat, lon) for lat, lon in capitals) >= 0.85 * len(capitals)
    assert sum(is_land(fine(), lat, lon) for lat, lon in seas) == 0
