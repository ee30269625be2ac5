"""Decisions as they are typed, and answers that stay what they were."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.ledger.ledger import Ledger
from secondsource.model.outlets import find_outlet, use_outlets
from tests.cli.conftest import Type

PORT = "The port of Eastmere is closed since two ferries hit each other on Sunday night, the harbour master said."
REPORTS = [
    {"id": "a", "text": PORT, "published": "2024-07-09", "outlet": "Daily A"},
    {"id": "b", "text": f"{PORT} Nobody was hurt.", "published": "2024-07-10", "outlet": "Daily B"},
]


@pytest.fixture
def ledger(tmp_path: Path, type_in: Type) -> str:
    """A ledger with two reports of one event."""
    path = str(tmp_path / "ledger.sqlite")
    given = "\n".join(json.dumps(each) for each in REPORTS).encode()
    assert type_in("collect", "-", "--ledger", path, "--no-progress", stdin=given).code == 0
    return path


def judged(type_in: Type, ledger: str, answer: str, *ids: str, kind: str = "same-event") -> str:
    return type_in("judge", kind, answer, *ids, "--why", "other ferries", "--who", "Ann", "--ledger", ledger).error_code


def test_a_decision_stands_above_the_machine_until_the_next(type_in: Type, ledger: str):
    asked = ("link", "--ledger", ledger, "--json")
    [a, b] = type_in(*asked).lines
    assert a["event"] == b["event"]

    judged(type_in, ledger, "negative", "b", "a")
    [a, b] = type_in(*asked).lines
    assert a["event"] != b["event"]

    judged(type_in, ledger, "positive", "a", "b")
    [a, b] = type_in(*asked).lines
    assert a["event"] == b["event"]


def test_what_was_known_at_a_moment_is_told_byte_for_byte_the_same_later(type_in: Type, ledger: str):
    asked_at = "2999-01-01T00:00Z"
    # A moment between the reports and what comes after: the log's own clock tells it.
    with Ledger.open(Path(ledger), create=False, read_only=True) as opened:
        then = opened.log()[-1].at.isoformat()
    first = [type_in(command, "--ledger", ledger, "--as-of", then, "--json").out for command in ("link", "dossier")]

    judged(type_in, ledger, "negative", "a", "b")
    judged(type_in, ledger, "positive", "harbour master", "Ann Lowe", kind="same-speaker")
    judged(type_in, ledger, "positive", "a:0-8", "b:0-8", kind="contradicts")
    rated(type_in, ledger, "A", "harbour master")
    more = json.dumps({"id": "c", "text": PORT, "published": "2024-07-08", "outlet": "Daily C"}).encode()
    assert type_in("collect", "-", "--ledger", ledger, "--no-progress", stdin=more).code == 0
    again = [type_in(command, "--ledger", ledger, "--as-of", then, "--json").out for command in ("link", "dossier")]

    assert again == first
    assert len(type_in("link", "--ledger", ledger, "--as-of", asked_at, "--json").lines) == 3


def test_a_decision_on_a_report_that_the_ledger_does_not_hold_is_refused(type_in: Type, ledger: str):
    assert judged(type_in, ledger, "negative", "a", "nowhere").startswith("SS-")


def test_a_decision_on_one_report_alone_is_wrong_use(type_in: Type, ledger: str):
    assert judged(type_in, ledger, "negative", "a", "a") == "SS-901"
    assert judged(type_in, ledger, "positive", "Ann Lowe", "Ann Lowe", kind="same-speaker") == "SS-901"
    assert judged(type_in, ledger, "positive", "a", kind="copies") == "SS-901"


def test_a_decision_on_a_passage_or_a_speaker_of_no_report_is_refused(type_in: Type, ledger: str):
    assert judged(type_in, ledger, "positive", "a:0-8", "b:5-99999", kind="contradicts") == "SS-901"
    assert judged(type_in, ledger, "positive", "a:0-8", "nowhere:0-8", kind="contradicts").startswith("SS-")
    assert judged(type_in, ledger, "positive", "a", "b", kind="contradicts").startswith("SS-")
    assert judged(type_in, ledger, "positive", "Ann@a", "Ann@nowhere", kind="same-speaker").startswith("SS-")


def test_a_contradiction_that_a_person_sees_is_shown_with_the_reason(type_in: Type, ledger: str):
    judged(type_in, ledger, "positive", "a:0-18", "b:0-18", kind="contradicts")

    told = type_in("dossier", "--ledger", ledger, "--json").lines[0]["events"][0]

    assert [(each["about"], each["judged"]) for each in told["contradictions"]] == [
        ("judgement", "Ann on whether they contradict each other: positive; other ferries")
    ]
    assert told["status"] == "disputed"
    shown = type_in("dossier", "--ledger", ledger).out
    assert "As a person decided" in shown

    judged(type_in, ledger, "negative", "b:0-18", "a:0-18", kind="contradicts")
    told = type_in("dossier", "--ledger", ledger, "--json").lines[0]["events"][0]
    assert (told["contradictions"], told["set_aside"]) == ([], [])


def test_speakers_that_a_person_joins_are_one_in_the_dossier(type_in: Type, ledger: str):
    more = json.dumps({"id": "c", "text": PORT.replace("harbour master", "coast guard"), "published": "2024-07-10"})
    assert type_in("collect", "-", "--ledger", ledger, "--no-progress", stdin=more.encode()).code == 0
    before = type_in("dossier", "--ledger", ledger, "--json").lines[0]["speakers"]
    names = sorted({each["name"] for each in before})

    judged(type_in, ledger, "positive", *names, kind="same-speaker")

    [speaker] = type_in("dossier", "--ledger", ledger, "--json").lines[0]["speakers"]
    assert len(names) == 2
    assert speaker["name"] in names
    assert speaker["judged"] == [f"Ann on whether {' and '.join(names)} are one speaker: positive; other ferries"]


def test_a_page_for_all_to_read_numbers_who_decided_unless_names_are_asked_for(
    type_in: Type, ledger: str, tmp_path: Path
):
    judged(type_in, ledger, "unsure", "a", "b")
    page = tmp_path / "page.html"

    told = type_in("dossier", "--ledger", ledger, "--html", str(page), "--json").lines[0]["events"][0]["judged"]
    assert told == ["person no. 1 on whether a and b are of one event: unsure; other ferries"]
    assert told[0] in page.read_text("utf-8")
    assert "Ann on" not in page.read_text("utf-8")

    assert type_in("dossier", "--ledger", ledger, "--html", str(page), "--names").code == 0
    assert "Ann on whether a and b" in page.read_text("utf-8")


def rated(type_in: Type, ledger: str, letter: str, source: str, *more: str, why: str = "its notices hold") -> str:
    given = ("judge", "reliability", letter, source, *more, "--why", why, "--who", "Ann", "--ledger", ledger)
    return type_in(*given).error_code


def reliability(type_in: Type, ledger: str, tmp_path: Path, *more: str) -> tuple[str, list[str]]:
    events = tmp_path / "events.jsonl"
    type_in("link", "--ledger", ledger, "--json", "--events", str(events), *more)
    admiralty = json.loads(events.read_text(encoding="utf-8").splitlines()[0])["admiralty"]
    return admiralty["reliability"], admiralty["because"]


ON_RECORD = [
    {"id": "k", "text": f"{PORT[:-1]}, KCNA reported on Tuesday.", "published": "2024-07-09", "outlet": "Daily A"}
]


@pytest.fixture
def from_kcna(tmp_path: Path, type_in: Type) -> str:
    """A ledger with one report that names its source."""
    path = str(tmp_path / "kcna.sqlite")
    given = "\n".join(json.dumps(each) for each in ON_RECORD).encode()
    assert type_in("collect", "-", "--ledger", path, "--no-progress", stdin=given).code == 0
    return path


def test_a_source_has_the_letter_that_a_person_gave_it_and_its_history_stays(
    type_in: Type, from_kcna: str, tmp_path: Path
):
    by_rule, _ = reliability(type_in, from_kcna, tmp_path)
    rated(type_in, from_kcna, "E", "Korean Central News Agency")
    rated(type_in, from_kcna, "c", "KCNA", why="this one was right")

    letter, because = reliability(type_in, from_kcna, tmp_path)

    assert (by_rule, letter) == ("D", "C")
    assert any("Ann rated KCNA C on" in each and "it would be D" in each for each in because)
    history = type_in("judged", "KCNA", "--history", "--ledger", from_kcna, "--json").lines
    assert [each["judgement"]["value"] for each in history] == ["E", "C"]
    standing = type_in("judged", "--ledger", from_kcna, "--json").lines
    assert [each["judgement"]["why"] for each in standing] == ["this one was right"]
    assert "this one was right" in type_in("judged", "--ledger", from_kcna).out


def test_a_letter_of_today_changes_nothing_that_was_known_before(type_in: Type, from_kcna: str, tmp_path: Path):
    with Ledger.open(Path(from_kcna), create=False, read_only=True) as opened:
        then = opened.log()[-1].at.isoformat()
    before = reliability(type_in, from_kcna, tmp_path, "--as-of", then)

    rated(type_in, from_kcna, "A", "KCNA")

    assert reliability(type_in, from_kcna, tmp_path, "--as-of", then) == before
    assert reliability(type_in, from_kcna, tmp_path)[0] == "A"


def test_an_answer_that_the_question_does_not_take_is_wrong_use(type_in: Type, ledger: str):
    assert rated(type_in, ledger, "positive", "KCNA") == "SS-901"
    assert rated(type_in, ledger, "B", "KCNA", "Yonhap") == "SS-901"
    assert judged(type_in, ledger, "B", "a", "b") == "SS-901"


def test_a_list_of_decisions_is_empty_where_there_are_none(type_in: Type, ledger: str):
    assert type_in("judged", "--ledger", ledger, "--json").lines == []
    assert "Nobody has decided" in type_in("judged", "--ledger", ledger).out


def test_a_ledger_beside_inputs_is_wrong_use_for_link(type_in: Type, ledger: str, notice: Path):
    assert type_in("link", str(notice), "--ledger", ledger).error_code == "SS-901"
    assert type_in("link", str(notice), "--as-of", "2024-07-09").error_code == "SS-901"


@pytest.fixture
def own_outlets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A user's table of outlets, named in the environment; taken away afterwards."""
    path = tmp_path / "outlets.toml"
    path.write_text(
        'outlets = [ { name = "Eastmere Post", state = "Freedonia", '
        'aliases = ["Истмирская почта", "이스트미어 포스트"] } ]',
        encoding="utf-8",
    )
    monkeypatch.setenv("SECOND_SOURCE_OUTLETS", str(path))
    yield path
    use_outlets(None)


@pytest.mark.usefixtures("own_outlets")
@pytest.mark.parametrize("name", ["Eastmere Post", "Истмирская почта", "이스트미어 포스트"])
def test_a_users_own_outlets_are_known_to_every_command(type_in: Type, name: str):
    type_in("info")

    found = find_outlet(name)

    assert found is not None
    assert (found.name, found.controller) == ("Eastmere Post", "government of Freedonia")


def test_a_users_broken_table_stops_the_command_and_changes_nothing(type_in: Type, own_outlets: Path):
    own_outlets.write_text("outlets = 3", encoding="utf-8")

    assert type_in("info").error_code == "SS-401"
    assert find_outlet("Eastmere Post") is None
