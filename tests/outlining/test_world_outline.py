"""The outline from its facts to the file that the package reads."""

import struct
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from outlining.__main__ import TARGET, main
from outlining.caspian import water
from outlining.packing import Grid, pack
from outlining.world_outline import Detail, draw, land_rings

from secondsource.publishing.outline import unpack
from tests.publishing.around import is_inside

STEP = st.tuples(st.integers(-180 * 60, 180 * 60), st.integers(-90 * 60, 90 * 60))
RING = st.lists(STEP, min_size=3, max_size=12).map(tuple)


@given(st.lists(st.lists(RING, max_size=4), max_size=3))
def test_what_is_packed_is_what_is_read(levels: list[list[Grid]]):
    read = unpack(pack([(60, rings) for rings in levels]))

    assert [[ring.points for ring in level] for level in read] == [
        [tuple((x / 60, y / 60) for x, y in ring) for ring in rings] for rings in levels
    ]


def earth(*, land: Sequence[tuple[slice, slice]]) -> np.ndarray:
    """Return shares of land on a grid of whole degrees."""
    shares = np.zeros((180, 360))
    for rows, columns in land:
        shares[rows, columns] = 1
    return shares


def test_an_island_below_the_size_is_left_out_and_the_largest_comes_first():
    detail = Detail(tolerance_deg=0.1, least_km2=100_000, per_degree=10)
    small, large, tiny = (slice(80, 84), slice(10, 14)), (slice(60, 80), slice(100, 140)), (slice(100, 101),) * 2
    drawn = draw(land_rings(earth(land=[small, large, tiny])), detail)

    assert [min(x for x, _ in ring) < -1000 for ring in drawn] == [False, True]


def test_land_at_the_pole_and_at_the_day_line_stays_within_the_earth():
    rings = land_rings(earth(land=[(slice(170, 180), slice(0, 360))]))

    assert {(min(lat for _, lat in ring), max(abs(lon) for lon, _ in ring)) for ring in rings} == {(-90.0, 180.0)}
    assert is_inside(rings, 0, -85)


def shapefile(*polygons: Sequence[tuple[float, float]]) -> bytes:
    """Return the polygons, each closed by its first point, as a shapefile."""
    records = b""
    for number, ring in enumerate(polygons, 1):
        lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
        body = struct.pack("<i4d3i", 5, min(lons), min(lats), max(lons), max(lats), 1, len(ring), 0)
        body += b"".join(struct.pack("<2d", *point) for point in ring)
        records += struct.pack(">2i", number, len(body) // 2) + body
    return bytes(100) + records


def box(west: float, south: float, east: float, north: float) -> list[tuple[float, float]]:
    return [(west, south), (west, north), (east, north), (east, south), (west, south)]


def test_the_water_that_the_states_leave_is_found_and_no_other(tmp_path: Path):
    path = tmp_path / "states.shp"
    around = [box(40, 30, 49, 50), box(53, 30, 60, 50), box(49, 30, 53, 37), box(49, 46, 53, 50)]
    path.write_bytes(shapefile(*around, box(-100, 0, -90, 10)))
    found, rows, columns = water(path, cells_per_degree=4)

    assert found.any()
    lats = 90 - (np.arange(rows.start, rows.stop)[found.any(axis=1)] + 0.5) / 4
    lons = (np.arange(columns.start, columns.stop)[found.any(axis=0)] + 0.5) / 4 - 180
    assert (lats.min(), lats.max()) == (37.125, 45.875)
    assert (lons.min(), lons.max()) == (49.125, 52.875)


def test_states_that_leave_no_water_there_are_refused(tmp_path: Path):
    path = tmp_path / "states.shp"
    path.write_bytes(shapefile(box(40, 30, 60, 50)))

    with pytest.raises(ValueError, match="leave no water"):
        water(path, cells_per_degree=4)


@pytest.mark.slow
@pytest.mark.skipif(
    find_spec("global_land_mask") is None or find_spec("geopandas") is None,
    reason="the land mask and the states are not installed: make outlining",
)
def test_the_packaged_outline_is_the_one_that_the_facts_give(tmp_path: Path):
    assert main(["--to", str(tmp_path / "world.bin")]) == 0

    # Compressed otherwise by another version of zlib, it is still the same outline.
    assert unpack((tmp_path / "world.bin").read_bytes()) == unpack(TARGET.read_bytes())
