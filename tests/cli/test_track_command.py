import json
from pathlib import Path

import pytest

from secondsource.ledger.ledger import Ledger
from tests.cli.conftest import Type
from tests.sensors.makers import arrival, as_csv, as_flightradar, as_kml, as_readsb, cruise

CONTRACT = {
    "id",
    "icao24",
    "callsign",
    "verdict",
    "airport",
    "time",
    "p",
    "observed",
    "evidence",
    "gaps",
}
REPORT = "Aircraft lands in Pyongyang\n\nA Russian military aircraft landed in Pyongyang on 9 July 2024.\n"


@pytest.fixture
def tracks(tmp_path: Path) -> Path:
    """A folder with a landing, an overflight and a file that is no track."""
    folder = tmp_path / "tracks"
    folder.mkdir()
    (folder / "a-landing.json").write_bytes(as_readsb(arrival("ZKPY")))
    (folder / "b-broken.csv").write_bytes(b"latitude,longitude\n1,2\n")
    (folder / "c-over.csv").write_bytes(as_csv(cruise()))
    return folder


def test_a_program_gets_one_line_a_track_with_every_field_of_the_contract(type_in: Type, tracks: Path):
    ran = type_in("track", str(tracks), "--json")

    assert ran.code == 1
    landing, broken, over = ran.lines
    assert landing.keys() >= CONTRACT
    assert (landing["id"], landing["icao24"], landing["callsign"]) == ("a-landing", "14fabc", "RFF7081")
    assert (landing["verdict"], landing["airport"], landing["observed"]) == ("landed", "ZKPY", True)
    assert landing["time"].startswith("2024-07-09T03:")
    assert (broken["id"], broken["error"]["code"]) == ("b-broken", "SS-702")
    assert (over["verdict"], over["airport"], over["time"], over["gaps"]) == ("not_landed", None, None, [])


def test_a_person_sees_what_the_track_shows_apart_from_what_follows(type_in: Type, tracks: Path):
    ran = type_in("track", str(tracks))

    assert ran.code == 1
    assert ran.error_code == "SS-702"
    assert "b-broken.csv" in ran.err
    assert "landed, observed" in " ".join(ran.out.split())
    assert ran.out.index("shows: First fix on the ground") < ran.out.index("hence: On the ground at Pyongyang")


def test_a_track_may_come_by_a_pipe(type_in: Type):
    ran = type_in("track", "-", "--json", stdin=as_kml(arrival("RKSI", down_to_ft=400)))

    assert ran.code == 0
    [line] = ran.lines
    assert (line["id"], line["verdict"], line["airport"], line["observed"]) == ("-", "landed", "RKSI", False)
    assert sum(candidate["p"] for candidate in line["candidates"]) <= line["p"]


def test_a_name_that_is_no_file_is_told_and_the_rest_is_done(type_in: Type, tracks: Path):
    ran = type_in("track", "nowhere.csv", str(tracks / "c-over.csv"), "--json")

    assert ran.code == 1
    assert [line.get("error", {}).get("code") for line in ran.lines] == ["SS-101", None]


@pytest.fixture
def told(tmp_path: Path) -> Path:
    path = tmp_path / "told.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_a_track_beside_the_reports_stands_in_the_dossier_and_on_its_page(type_in: Type, told: Path, tracks: Path):
    page = told.with_name("dossier.html")
    landing = str(tracks / "a-landing.json")

    made = json.loads(type_in("dossier", str(told), "--track", landing, "--json", "--html", str(page)).out)

    [account] = made["tracks"]
    assert account["landing"]["airport"]["icao"] == "ZKPY"
    assert "confirms" in {bearing["kind"] for bearing in account["bearings"]}
    html = page.read_text(encoding="utf-8")
    assert "<polyline" in html
    assert "http" not in html.replace("http-equiv", "")


def test_a_track_that_is_no_track_is_named_and_the_dossier_is_made(type_in: Type, told: Path, tracks: Path):
    ran = type_in("dossier", str(told), "--track", str(tracks / "b-broken.csv"))

    assert ran.code == 1
    assert ran.error_code == "SS-702"
    assert "What happened" in ran.out


def test_with_a_ledger_the_track_is_kept_and_used_again(type_in: Type, told: Path, tmp_path: Path):
    ledger, track = tmp_path / "desk.sqlite", tmp_path / "t.csv"
    track.write_bytes(as_flightradar(arrival("ZKPY")))

    assert type_in("dossier", str(told), "--track", str(track), "--ledger", str(ledger)).code == 0
    data = track.read_bytes()
    track.unlink()
    again = json.loads(type_in("dossier", "--ledger", str(ledger), "--json").out)

    assert [account["track_id"] for account in again["tracks"]] == ["t"]
    with Ledger.open(ledger, create=False, read_only=True) as opened:
        [capture] = opened.captures("application/x-flight-track")
        assert capture.data == data
        assert opened.verify() == []
    assert type_in("verify", "--ledger", str(ledger)).code == 0


def test_the_same_track_named_twice_is_looked_at_once(type_in: Type, told: Path, tracks: Path):
    landing = str(tracks / "a-landing.json")

    made = json.loads(type_in("dossier", str(told), "--track", landing, "--track", landing, "--json").out)

    assert len(made["tracks"]) == 1


def test_a_track_beside_a_past_moment_is_wrong_use(type_in: Type, tracks: Path, tmp_path: Path):
    ran = type_in("dossier", "--as-of", "2024-07-09", "--track", str(tracks), "--ledger", str(tmp_path / "l.sqlite"))

    assert (ran.code, ran.error_code) == (2, "SS-901")
