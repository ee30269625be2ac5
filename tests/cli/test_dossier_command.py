import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Type
from tests.cli.test_read_command import json_lines
from tests.screening.makers import ftm_line
from tests.support import SHARED, needs_shared


def test_a_path_of_reports_works_without_any_set_up_and_leaves_nothing_behind(type_in: Type, elsewhere: Path):
    (elsewhere / "a.txt").write_text("The ministry said the port is closed.\n", encoding="utf-8")

    ran = type_in("dossier", "a.txt")

    assert ran.code == 0
    assert "the port is closed" in ran.out
    assert [path.name for path in elsewhere.iterdir()] == ["a.txt"]


def test_the_dossier_as_data_cites_the_words_of_the_report(type_in: Type, notice: Path):
    made = json.loads(type_in("dossier", str(notice), "--title", "A trip", "--json").out)
    text = notice.read_text(encoding="utf-8")

    assert made["title"] == "A trip"
    assert made["n_reports"] == 1
    cited = [words for speaker in made["speakers"] for said in speaker["statements"] for words in said["words"]]
    assert cited
    assert all(text[words["start"] : words["end"]] == words["exact"] for words in cited)


def test_the_page_is_written_where_it_is_asked_for(type_in: Type, notice: Path, tmp_path: Path):
    page = tmp_path / "dossier.html"

    ran = type_in("dossier", str(notice), "--html", str(page))

    assert ran.code == 0
    assert "Ana Kovac" in page.read_text(encoding="utf-8")
    assert str(page) in ran.err


def test_with_a_ledger_reports_and_readings_are_kept_and_used_again(type_in: Type, notice: Path, tmp_path: Path):
    ledger = tmp_path / "desk.sqlite"

    for _ in range(2):
        assert type_in("dossier", str(notice), "--ledger", str(ledger)).code == 0

    connection = sqlite3.connect(ledger)
    counts = [connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("reports", "readings")]
    connection.close()
    assert counts == [1, 1]


def test_a_date_learnt_later_makes_a_new_reading(type_in: Type, tmp_path: Path):
    ledger = str(tmp_path / "desk.sqlite")
    report = json_lines({"id": "a", "text": "The ministry said on Monday that the port is closed."})

    type_in("dossier", "-", "--ledger", ledger, stdin=report)
    type_in("dossier", "-", "--ledger", ledger, "--published", "2024-07-03", stdin=report)

    info = json.loads(type_in("info", "--ledger", ledger, "--json").out)
    assert (info["ledger"]["n_reports"], info["ledger"]["n_readings"]) == (1, 2)


def test_without_inputs_the_ledger_is_told(type_in: Type, notice: Path, tmp_path: Path):
    ledger = str(tmp_path / "desk.sqlite")
    type_in("collect", str(notice), "--ledger", ledger)

    ran = type_in("dossier", "--ledger", ledger)

    assert ran.code == 0
    assert "The talks may cover shipping" in ran.out
    assert type_in("dossier", "--ledger", ledger, "--as-of", "2001-01-01").error_code == "SS-501"


def test_a_page_made_of_a_ledger_is_recorded_there(type_in: Type, notice: Path, tmp_path: Path):
    ledger = str(tmp_path / "desk.sqlite")
    type_in("dossier", str(notice), "--ledger", ledger, "--html", str(tmp_path / "dossier.html"))

    info = json.loads(type_in("info", "--ledger", ledger, "--json").out)
    assert info["ledger"]["n_publications"] == 1
    assert type_in("verify", "--ledger", ledger).code == 0


def test_a_time_beside_inputs_is_wrong_use(type_in: Type, notice: Path):
    ran = type_in("dossier", str(notice), "--as-of", "2024-07-09")

    assert ran.code == 2
    assert ran.error_code == "SS-901"


def test_what_could_not_be_read_is_told_and_the_rest_is_told_all_the_same(type_in: Type, notice: Path, tmp_path: Path):
    ran = type_in("dossier", str(notice), str(tmp_path / "missing.txt"))

    assert ran.code == 1
    assert ran.error_code == "SS-101"
    assert "The talks may cover shipping" in ran.out


def test_nothing_that_can_be_read_is_an_error(type_in: Type, tmp_path: Path):
    ran = type_in("dossier", str(tmp_path / "missing.txt"))

    assert ran.code == 1
    assert "SS-501" in ran.err


def test_the_demo_shows_copies_counted_as_one_origin_and_says_what_to_type_next(type_in: Type, elsewhere: Path):
    ran = type_in("demo", "--out", "page")

    assert ran.code == 0
    page = elsewhere / "page" / "dossier.html"
    assert page.stat().st_size > 10_000
    assert str(page) in ran.out
    assert "KCNA" in ran.out
    assert "second-source dossier FOLDER" in ran.out
    assert "<script" not in page.read_text(encoding="utf-8").lower()


@pytest.fixture
def seed(type_in: Type) -> dict[str, object]:
    path = str(SHARED / "data" / "case" / "seed-report.txt")
    made: dict[str, object] = json.loads(type_in("dossier", path, "--published", "2024-07-09", "--json").out)
    return made


@needs_shared
def test_the_seed_report_is_told_as_the_desk_needs_it(seed: dict[str, object]):
    told = json.dumps(seed, ensure_ascii=False)

    for name in ("Matthew Miller", "Maxwell", "Bennett", "NK News", "KCNA"):
        assert name in told
    conditional = [each for each in seed["unsure"] if each["stance"] == "conditional"]  # type: ignore[attr-defined]
    assert conditional
    assert seed["silence"]
    assert seed["credits"]
    assert seed["unread"]


@needs_shared
def test_without_a_date_the_seed_reports_weekdays_stay_open(type_in: Type):
    path = str(SHARED / "data" / "case" / "seed-report.txt")

    [reading] = type_in("read", path, "--json").lines

    weekdays = [time for time in reading["times"] if time["value"].startswith("XXXX-WXX-")]
    assert weekdays
    assert all(time["edtf"] is None for time in weekdays)


def test_names_of_the_reports_are_looked_for_on_a_list(type_in: Type, tmp_path: Path):
    (tmp_path / "notice.txt").write_text(
        "MOSCOW, July 3 (Harbour Post) - Defence minister Rudolf Hentzau arrived on Tuesday.\n", encoding="utf-8"
    )
    (tmp_path / "ru.jsonl").write_text(ftm_line("ru-1", "HENTZAU, Rudolf"), encoding="utf-8")
    named = ("--list", str(tmp_path / "ru.jsonl"))

    shown = type_in("dossier", str(tmp_path / "notice.txt"), *named, "--html", str(tmp_path / "page.html"))
    told = type_in("dossier", str(tmp_path / "notice.txt"), *named, "--json")
    without = type_in("dossier", str(tmp_path / "notice.txt"), "--json")

    assert "looked for on ru of unknown day" in shown.out
    assert "ru-1 on ru of unknown day" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert told.lines[0]["screening"]["found"][0]["hits"][0]["id"] == "ru-1"
    assert without.lines[0]["screening"] is None


def test_a_cleared_hit_is_told_with_its_reason_and_who_until_the_entry_changes(
    type_in: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "notice.txt").write_text(
        "MOSCOW, July 3 (Harbour Post) - Defence minister Rudolf Hentzau arrived on Tuesday.\n", encoding="utf-8"
    )
    lists, page = tmp_path / "ru.jsonl", tmp_path / "page.html"
    lists.write_text(ftm_line("ru-1", "HENTZAU, Rudolf"), encoding="utf-8")
    monkeypatch.setenv("SECOND_SOURCE_LISTS", str(tmp_path / "store"))
    asked = ("dossier", str(tmp_path / "notice.txt"), "--list", "ru")
    assert type_in("lists", "add", str(lists), "--list-on", "2024-01-01").code == 0
    assert type_in("lists", "clear", "Rudolf Hentzau", "ru", "ru-1", "--why", "a vintner", "--who", "desk").code == 0

    shown = type_in(*asked, "--html", str(page))
    [found] = type_in(*asked, "--json").lines[0]["screening"]["found"]
    lists.write_text(ftm_line("ru-1", "HENTZAU, Rudolf", position=["Defence minister"]), encoding="utf-8")
    assert type_in("lists", "update", "ru", str(lists), "--list-on", "2024-02-01").code == 0
    changed = type_in(*asked, "--html", str(tmp_path / "later.html"))

    assert "cleared: not the same, because a vintner (desk, " in " ".join(shown.out.split())
    assert "Cleared by an analyst:" in page.read_text(encoding="utf-8")
    assert found["hits"][0]["cleared"].startswith("a vintner (desk, ")
    assert "open again: cleared because a vintner (desk, " in " ".join(changed.out.split())
    assert "Open again:" in (tmp_path / "later.html").read_text(encoding="utf-8")
    assert "office agrees:" in changed.out
