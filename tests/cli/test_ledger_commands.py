import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Type
from tests.cli.test_read_command import json_lines


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    return str(tmp_path / "desk.sqlite")


def test_the_same_report_twice_changes_nothing(type_in: Type, notice: Path, ledger: str):
    first = type_in("collect", str(notice), "--ledger", ledger, "--json")
    second = type_in("collect", str(notice), "--ledger", ledger, "--json")

    assert (first.code, second.code) == (0, 0)
    [new], [known] = first.lines, second.lines
    assert (new["new"], known["new"]) == (True, False)
    assert new["id"] == known["id"]
    assert len(new["sha256"]) == 64


def test_a_person_is_told_how_many_are_new_and_what_to_type_next(
    type_in: Type, notice: Path, ledger: str, tmp_path: Path
):
    empty = tmp_path / "empty.txt"
    empty.touch()

    ran = type_in("collect", str(notice), str(empty), "--ledger", ledger)

    assert ran.code == 1
    assert "1 new, 0 already there, 1 could not be taken in." in ran.out
    assert "second-source dossier" in ran.out
    assert ran.error_code.startswith("SS-1")


def test_what_is_collected_is_read_and_its_quotations_are_checked(type_in: Type, notice: Path, ledger: str):
    type_in("collect", str(notice), "--ledger", ledger)
    told = type_in("info", "--ledger", ledger, "--json").lines[0]["ledger"]

    assert (told["n_reports"], told["n_readings"]) == (1, 1)
    assert told["n_statements"] > 0
    assert type_in("verify", "--ledger", ledger).code == 0


def test_without_a_name_the_ledger_of_the_environment_is_used(
    type_in: Type, notice: Path, ledger: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SECOND_SOURCE_LEDGER", ledger)

    assert type_in("collect", str(notice)).code == 0
    assert Path(ledger).is_file()


def test_who_did_it_stands_in_the_log(type_in: Type, notice: Path, ledger: str):
    type_in("collect", str(notice), "--ledger", ledger, "--who", "night desk")

    with sqlite3.connect(ledger) as connection:
        assert {who for (who,) in connection.execute("SELECT who FROM log")} == {"night desk"}
    connection.close()


def test_a_text_that_no_ledger_can_keep_is_a_failure_and_the_run_goes_on(type_in: Type, ledger: str):
    lines = b'{"id": "a", "text": "half \\ud83d"}\n' + json_lines({"id": "b", "text": "The port is closed."})

    ran = type_in("collect", "-", "--ledger", ledger, "--json", stdin=lines)

    assert ran.code == 1
    assert "error" in ran.lines[0]
    assert ran.lines[1]["new"]


def test_a_search_finds_the_report_that_holds_all_words(type_in: Type, ledger: str):
    reports = json_lines({"id": "a", "text": "The port is closed."}, {"id": "b", "text": "The bridge is closed."})
    type_in("collect", "-", "--ledger", ledger, stdin=reports)

    ran = type_in("ledger", "search", "closed", "port", "--ledger", ledger, "--json")

    assert ran.code == 0
    assert [hit["report_id"] for hit in ran.lines] == ["a"]
    assert "The port is" in type_in("ledger", "search", "port", "--ledger", ledger).out
    assert "No report holds" in type_in("ledger", "search", "harbour", "--ledger", ledger).out


def test_a_search_can_ask_what_was_known_before(type_in: Type, notice: Path, ledger: str):
    type_in("collect", str(notice), "--ledger", ledger)

    assert type_in("ledger", "search", "Moscow", "--ledger", ledger, "--as-of", "2001-01-01", "--json").lines == []
    assert (
        len(type_in("ledger", "search", "Moscow", "--ledger", ledger, "--as-of", "2999-01-01T00:00Z", "--json").lines)
        == 1
    )


@pytest.mark.parametrize("as_of", ["yesterday", "2024-13-01", "0001-01-01T00:00+14:00"])
def test_a_time_that_is_none_is_wrong_use(type_in: Type, ledger: str, notice: Path, as_of: str):
    type_in("collect", str(notice), "--ledger", ledger)

    ran = type_in("ledger", "search", "Moscow", "--ledger", ledger, "--as-of", as_of)

    assert ran.code == 2
    assert ran.error_code == "SS-903"


def test_a_date_of_publication_that_is_none_is_wrong_use(type_in: Type, notice: Path):
    ran = type_in("read", str(notice), "--published", "the other day")

    assert ran.code == 2
    assert ran.error_code == "SS-903"


def test_a_sound_ledger_is_said_to_hold(type_in: Type, notice: Path, ledger: str):
    type_in("dossier", str(notice), "--ledger", ledger)

    ran = type_in("verify", "--ledger", ledger)

    assert ran.code == 0
    assert "Everything holds: 1 captures, 1 reports, 1 readings" in ran.out
    assert type_in("verify", "--ledger", ledger, "--json").out == ""


def test_a_changed_text_is_found_and_named(type_in: Type, notice: Path, ledger: str):
    type_in("dossier", str(notice), "--ledger", ledger)
    connection = sqlite3.connect(ledger)
    for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute("UPDATE texts SET text = replace(text, 'may cover', 'will cover')")
    connection.commit()
    connection.close()

    told = type_in("verify", "--ledger", ledger)
    faults = type_in("verify", "--ledger", ledger, "--json")

    assert (told.code, faults.code) == (1, 1)
    assert "SS-2" in told.out
    assert {"code", "subject", "message"} <= faults.lines[0].keys()


def test_one_report_can_be_checked_alone(type_in: Type, ledger: str):
    type_in("collect", "-", "--ledger", ledger, stdin=json_lines({"id": "a", "text": "The port is closed."}))

    assert "a: every quotation stands" in type_in("verify", "a", "--ledger", ledger).out
    assert type_in("verify", "b", "--ledger", ledger).error_code == "SS-209"


def test_an_end_of_the_log_noted_elsewhere_shows_that_it_was_written_anew(type_in: Type, notice: Path, ledger: str):
    type_in("collect", str(notice), "--ledger", ledger)
    head = type_in("verify", "--ledger", ledger).out.split("End of the log: ")[1].strip()

    assert type_in("verify", "--ledger", ledger, "--head", head).code == 0
    assert type_in("verify", "--ledger", ledger, "--head", f"{head[:-1]}{'0' if head[-1] != '0' else '1'}").code == 1
    assert type_in("verify", "--ledger", ledger, "--head", "the last one").code == 2


def test_a_ledger_that_is_not_there_is_named_and_not_made(type_in: Type, ledger: str):
    for argv in (["verify"], ["ledger", "search", "port"], ["dossier"]):
        ran = type_in(*argv, "--ledger", ledger)

        assert ran.code == 1
        assert ran.error_code == "SS-203"
    assert not Path(ledger).exists()


def test_the_info_can_be_pasted_into_an_issue(type_in: Type, notice: Path, ledger: str):
    before = json.loads(type_in("info", "--ledger", ledger, "--json").out)
    type_in("dossier", str(notice), "--ledger", ledger)
    after = json.loads(type_in("info", "--ledger", ledger, "--json").out)
    told = type_in("info", "--ledger", ledger).out

    assert before["ledger"] == {"path": ledger, "there": False}
    assert after["ledger"]["n_reports"] == 1
    assert "FTS5" in after["sqlite"]
    assert after["reader"].keys() == {"name", "version", "sha256"}
    assert after["reader"]["sha256"] in told
    assert "Kovac" not in told
