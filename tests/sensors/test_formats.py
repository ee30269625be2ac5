import gzip
import json
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.errors import SecondSourceError
from secondsource.model.track import Fix, Track, TrackFormat
from secondsource.sensors.open_track import open_track, track_id
from tests.sensors import makers
from tests.sensors.makers import CALLSIGN, ICAO24, arrival, cruise, fix
from tests.support import raises_code

Writer = Callable[[Sequence[Fix]], bytes]
WRITERS: dict[str, tuple[Writer, TrackFormat]] = {
    "plain table": (makers.as_csv, TrackFormat.CSV),
    "OpenSky table": (makers.as_opensky_csv, TrackFormat.OPENSKY),
    "OpenSky states": (makers.as_opensky_states, TrackFormat.OPENSKY),
    "OpenSky track": (makers.as_opensky_track, TrackFormat.OPENSKY),
    "readsb": (makers.as_readsb, TrackFormat.READSB),
    "Flightradar24 CSV": (makers.as_flightradar, TrackFormat.FLIGHTRADAR24_CSV),
    "Flightradar24 KML": (makers.as_kml, TrackFormat.KML),
    "KML track": (makers.as_kml_track, TrackFormat.KML),
    "SBS-1": (makers.as_sbs, TrackFormat.SBS),
}
every_shape = pytest.mark.parametrize(("write", "shape"), WRITERS.values(), ids=WRITERS)

flights = st.lists(
    st.builds(
        fix,
        st.integers(0, 86_000).map(float),
        lat=st.floats(44.99, 45.01),
        lon=st.floats(9.99, 10.01),
        altitude_ft=st.integers(1_000, 1_900).map(float),
        speed_kt=st.integers(60, 400).map(float),
        heading_deg=st.integers(0, 359).map(float),
    ),
    min_size=1,
    max_size=20,
    unique_by=lambda each: each.at_s,
).map(lambda fixes: sorted(fixes, key=lambda each: each.at_s))


@every_shape
@settings(max_examples=25)
@given(fixes=flights)
def test_what_is_written_in_a_shape_is_read_from_it(write: Writer, shape: TrackFormat, fixes: list[Fix]):
    [read] = open_track(write(fixes), origin="flight.csv")

    assert read.format is shape
    assert [each.at_s for each in read.fixes] == pytest.approx([each.at_s for each in fixes], abs=0.01)
    for name, within in (("lat", 1e-6), ("lon", 1e-6), ("altitude_ft", 1.0)):
        told = [getattr(each, name) for each in read.fixes]
        assert told == pytest.approx([getattr(each, name) for each in fixes], abs=within), name


@every_shape
def test_a_landing_is_read_with_what_the_shape_can_carry(write: Writer, shape: TrackFormat):
    fixes = arrival("RKSI", from_nm=20)

    [read] = open_track(write(fixes), origin="a/b/flight.csv.gz")

    assert read.id == "flight"
    assert len(read.fixes) == len(fixes)
    assert read.n_unread == 0
    if shape is not TrackFormat.KML:
        assert read.callsign == CALLSIGN
    if shape in {TrackFormat.CSV, TrackFormat.OPENSKY, TrackFormat.READSB, TrackFormat.SBS}:
        assert read.icao24 == ICAO24
        assert [each.on_ground for each in read.fixes] == [each.on_ground for each in fixes]


@every_shape
def test_a_packed_file_is_read_as_the_plain_one(write: Writer, shape: TrackFormat):
    data = write(cruise(seconds=100))

    assert open_track(gzip.compress(data), origin="f") == open_track(data, origin="f")


def test_a_file_with_several_aircraft_holds_a_track_for_each():
    data = makers.as_opensky_states(cruise(seconds=100), beside="4B1234")

    tracks = open_track(data, origin="states.jsonl")

    assert [track.id for track in tracks] == ["states#14fabc", "states#4b1234"]
    assert all(len(track.fixes) == 10 for track in tracks)


def test_a_table_is_read_by_the_names_and_units_of_its_columns():
    table = "time;Lat;Lng;altitude_m;speed_kmh\n1720494000000;39.0;125.0;1000;185.2\n"

    [read] = open_track(table.encode(), origin="t.csv")

    [only] = read.fixes
    assert only.at_s == 1_720_494_000
    assert only.altitude_ft == pytest.approx(3280.84, abs=0.01)
    assert only.speed_kt == pytest.approx(100)


def test_times_without_a_zone_are_taken_as_utc_and_that_is_noted():
    [read] = open_track(b"timestamp,latitude,longitude\n2024-07-09 03:00:00,39,125\n", origin="t.csv")

    assert read.fixes[0].at_s == makers.START_S
    assert any("UTC" in note for note in read.notes)


def test_a_position_that_was_carried_on_by_the_receiver_is_no_fix():
    data = json.loads(makers.as_readsb(cruise(seconds=100)))
    data["trace"][3][6] = 1

    [read] = open_track(json.dumps(data).encode(), origin="t.json")

    assert len(read.fixes) == 9


def test_an_address_that_is_not_icaos_names_no_aircraft():
    data = json.loads(makers.as_readsb(cruise(seconds=20)))
    data["icao"] = "~2a3f01"

    assert open_track(json.dumps(data).encode(), origin="t.json")[0].icao24 is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a/b.csv.gz", "b"),
        ("trace_full_43c6f4.json", "trace_full_43c6f4"),
        ("v1.2.csv", "v1.2"),
        ("x", "x"),
        ("-", "-"),
    ],
)
def test_a_track_is_called_as_its_file_without_endings(name: str, expected: str):
    assert track_id(name) == expected


@pytest.mark.parametrize("data", [b"", b"   ", b"hello\n", b"\x00\x01\x02", b"{}", b"[]", b"a,b\n1,2\n", b"null"])
def test_what_is_no_track_is_refused(data: bytes):
    with raises_code("SS-701"):
        open_track(data, origin="x")


BOMB = b'<?xml version="1.0"?><!DOCTYPE k [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><kml><name>&b;</name></kml>'
BROKEN: dict[str, bytes] = {
    "KML that defines entities": BOMB,
    "KML that asks for a file": b'<!DOCTYPE k SYSTEM "file:///etc/passwd"><kml/>',
    "KML that breaks off": makers.as_kml(cruise(seconds=50))[:-40],
    "KML that nests deep": b"<a>" * 5_000,
    "JSON that breaks off": makers.as_readsb(cruise(seconds=50))[:-40],
    "JSON that nests deep": b'{"trace": ' + b"[" * 100_000,
    "a trace that is no list": b'{"trace": {"a": 1}, "timestamp": 1}',
    "a trace without its beginning": b'{"trace": [[0, 1, 2, 3]]}',
    "a table without times": b"latitude,longitude\n1,2\n",
    "a table whose cell never ends": b'latitude,longitude,time\n"' + b"x" * 200_000,
    "Flightradar24 without places": b"Timestamp,UTC,Callsign,Position2,Altitude\n1,2,3,4,5\n",
    "packed bytes that break off": gzip.compress(makers.as_csv(cruise(seconds=500)))[:-40],
    "packed bytes that are damaged": b"\x1f\x8b" + b"\x00" * 40,
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_broken_track_is_refused_with_what_to_do(data: bytes):
    with raises_code("SS-702"):
        open_track(data, origin="x")


def test_a_packed_file_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("secondsource.sensors.formats.sniff.UNPACKED_MOST", 10_000)

    with raises_code("SS-703"):
        open_track(gzip.compress(b"0" * 10_001), origin="x")


@pytest.mark.parametrize("write", [writer for writer, _ in WRITERS.values()], ids=WRITERS)
def test_a_file_with_too_many_rows_is_refused(write: Writer, monkeypatch: pytest.MonkeyPatch):
    for module in ("flight", "tables", "kml"):
        monkeypatch.setattr(f"secondsource.sensors.formats.{module}.FIXES_MOST", 20)

    with raises_code("SS-703"):
        open_track(write(cruise(seconds=1_000)), origin="x")


SWOLLEN: dict[str, bytes] = {
    "JSON of brackets": b'{"trace": [' + b"[]," * 200 + b"[]]}",
    "KML of elements": b"<kml>" + b"<a/>" * 200 + b"</kml>",
    "lines of SBS-1": b"MSG,\n" * 200,
    "cells of a row": b"latitude,longitude,time\n" + b"," * 2_000,
}


@pytest.mark.parametrize("data", SWOLLEN.values(), ids=SWOLLEN)
def test_a_file_that_would_swell_in_memory_is_refused_before_it_is_parsed(data: bytes, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("secondsource.sensors.formats.flight.FIXES_MOST", 20)

    with raises_code("SS-703"):
        open_track(data, origin="x")


@pytest.mark.parametrize(
    "row", ["nan,39,125", "1e300,39,125", "1720494000,91,125", "1720494000,39,nan", "0,39,125", "x,y,z", "1720494000,,"]
)
def test_a_track_in_which_nothing_can_be_true_is_refused(row: str):
    with raises_code("SS-704"):
        open_track(f"time,latitude,longitude\n{row}\n".encode(), origin="x")


def tracks_or_code(data: bytes) -> list[Track] | str:
    """What is read, else the code of the error of ours; any other error goes through."""
    try:
        return open_track(data, origin="x")
    except SecondSourceError as error:
        return error.code


@given(st.binary(max_size=400))
def test_whatever_the_bytes_are_they_are_a_track_or_an_error_of_ours(data: bytes):
    read = tracks_or_code(data)

    assert read
    assert not isinstance(read, str) or read in {"SS-701", "SS-702", "SS-703", "SS-704"}


WHOLE = [write(arrival("RKSI", from_nm=3, roll_s=30)) for write, _ in WRITERS.values()]


@given(st.sampled_from(WHOLE), st.data())
def test_a_file_that_was_damaged_anywhere_gives_only_fixes_that_can_be_true(whole: bytes, data: st.DataObject):
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))

    read = tracks_or_code(whole[:start] + data.draw(st.binary(max_size=20)) + whole[end:])

    fixes = [] if isinstance(read, str) else [track.fixes for track in read]
    assert all(-90 <= each.lat <= 90 and -180 <= each.lon <= 180 for track in fixes for each in track)
    assert all(one.at_s < other.at_s for track in fixes for one, other in pairwise(track))
