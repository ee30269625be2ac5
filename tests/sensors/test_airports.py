import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.sensors.address_blocks import state_of_address
from secondsource.sensors.airports import airports, airports_within, busy_airports, nearest_airport
from secondsource.sensors.earth import angle_between_deg, bearing_deg, distance_nm


def test_wonsan_is_there_though_the_package_lacks_it():
    found = nearest_airport(39.17, 127.49, 3)

    assert found is not None
    assert found[1].icao == "ZKWS"


def test_every_busy_airport_is_an_airport_with_an_airline_code():
    assert sorted(code for code in busy_airports() if code not in airports() or airports()[code].iata is None) == []


@given(st.sampled_from(sorted(airports())), st.floats(1, 60))
def test_a_field_is_found_around_itself_and_what_is_found_is_no_farther_than_asked(code: str, radius_nm: float):
    field = airports()[code]

    found = airports_within(field.lat, field.lon, radius_nm)

    assert code in [airport.icao for _, airport in found]
    assert all(way_nm <= radius_nm for way_nm, _ in found)
    assert [way_nm for way_nm, _ in found] == sorted(way_nm for way_nm, _ in found)


def test_fields_beyond_the_date_line_are_found():
    codes = [airport.icao for _, airport in airports_within(-16.69, 179.99, 60)]

    assert "NFNM" in codes


@pytest.mark.parametrize(
    ("icao24", "state"), [("14fabc", "RUS"), ("720001", "PRK"), ("a00001", "USA"), ("000001", None), ("71be05", "KOR")]
)
def test_an_address_belongs_to_the_state_of_its_block(icao24: str, state: str | None):
    assert state_of_address(icao24) == state


def test_distances_and_directions_are_those_of_a_chart():
    assert distance_nm(50, 0, 51, 0) == pytest.approx(60, abs=0.1)
    assert distance_nm(0, 179.5, 0, -179.5) == pytest.approx(60, abs=0.1)
    assert bearing_deg(0, 0, 0, 1) == pytest.approx(90)
    assert angle_between_deg(350, 10) == 20
