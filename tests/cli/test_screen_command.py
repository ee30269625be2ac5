import json
from pathlib import Path
from typing import Any

import pytest

from secondsource.screening.store import ListStore
from tests.cli.conftest import Type
from tests.screening.makers import ftm_line, write_format


@pytest.fixture
def ru(tmp_path: Path) -> Path:
    """A list with a person and a ship."""
    return write_format(tmp_path, "ftm")


def lines(*values: Any) -> bytes:
    return "".join(json.dumps(value) + "\n" for value in values).encode()


def asked(key: str, name: str, **more: Any) -> dict[str, Any]:
    return {"id": key, "query": {"schema": "Person", "properties": {"name": [name]}}, **more}


def test_a_program_gets_one_line_a_question_with_every_field_of_the_contract(type_in: Type, ru: Path):
    ran = type_in(
        "screen", "-", "--list", str(ru), "--json", stdin=lines(asked("a", "Rupert Hentzau"), asked("b", "Nobody"))
    )

    assert ran.code == 0
    first, second = ran.lines
    assert first["id"] == "a"
    assert {"id", "list", "name", "score", "because"} <= first["hits"][0].keys()
    assert first["hits"][0]["list"] == "ru-2024-07-09"
    assert second == {"id": "b", "hits": []}


def test_order_out_is_order_in_and_a_line_that_asks_nothing_is_told_in_its_place(type_in: Type, ru: Path):
    stdin = lines(asked("a", "Rudolf Hentzau"), {"id": "b"}) + b'{"id": "c", broken\n' + lines(asked("d", "Nobody"))

    ran = type_in("screen", "-", "--list", str(ru), "--json", stdin=stdin)

    assert ran.code == 1
    assert [line["id"] for line in ran.lines] == ["a", "b", "c", "d"]
    assert [line.get("error", {}).get("code") for line in ran.lines] == [None, "SS-605", "SS-110", None]


def test_a_name_is_hidden_where_a_test_asks_for_it(type_in: Type, ru: Path):
    hide = {"id": "ru-1", "name": "rupert of HENTZAU"}

    shown = type_in("screen", "-", "--list", str(ru), "--json", stdin=lines(asked("a", "Rupert of Hentzau")))
    ran = type_in("screen", "-", "--list", str(ru), "--json", stdin=lines(asked("a", "Rupert of Hentzau", remove=hide)))

    assert shown.lines[0]["hits"][0]["name"] == "Rupert of Hentzau"
    assert all(hit["name"] != "Rupert of Hentzau" for hit in ran.lines[0]["hits"])


def test_pairs_need_no_list(type_in: Type):
    pair = asked("p", "Rudolf Hentzau", candidate={"schema": "Person", "properties": {"name": ["Rudolph Hentzau"]}})

    ran = type_in("screen", "-", "--json", stdin=lines(pair))

    assert ran.lines[0]["score"] > 0.9
    assert ran.lines[0]["because"]


def test_a_person_reads_the_reasons_of_a_name_typed_in(type_in: Type, ru: Path):
    ran = type_in("screen", "Rudolf Hentzau", "--list", str(ru), "--event-on", "2020-01-01")

    assert ran.code == 0
    assert "ru-1 on ru-2024-07-09 of 2024-07-09" in ran.out
    assert "whether it was listed on 2020-01-01 is not known" in ran.out


def test_a_person_reads_on_which_lists_nothing_was_found_and_how_a_pair_compares(type_in: Type, ru: Path):
    pair = asked("p", "Rudolf Hentzau", candidate={"schema": "Person", "properties": {"name": ["Rudolph Hentzau"]}})

    assert "No name or number like it on ru-2024-07-09" in type_in("screen", "Nobody", "--list", str(ru)).out
    assert "p: 0.9" in type_in("screen", "-", stdin=lines(pair)).out


def test_a_file_of_questions_is_read_and_further_names_are_lists(type_in: Type, ru: Path, tmp_path: Path):
    (tmp_path / "asked.jsonl").write_bytes(lines(asked("a", "Rudolf Hentzau")))
    other = write_format(tmp_path, "un-xml")

    ran = type_in("screen", str(tmp_path / "asked.jsonl"), "--list", str(ru), str(other), "--json")

    assert {hit["list"] for hit in ran.lines[0]["hits"]} == {"ru-2024-07-09", "un-2026-02-27"}


def test_a_question_that_names_a_list_which_was_not_given_is_wrong_use(type_in: Type, ru: Path):
    ran = type_in("screen", "-", "--list", str(ru), stdin=lines(asked("a", "Rudolf", list="un")))

    assert (ran.code, ran.error_code) == (2, "SS-901")


def test_two_lists_of_one_name_are_refused(type_in: Type, ru: Path, tmp_path: Path):
    (tmp_path / "again").mkdir()
    other = tmp_path / "again" / ru.name
    other.write_bytes(ru.read_bytes())

    assert type_in("screen", "Rudolf", "--list", str(ru), "--list", str(other)).error_code == "SS-608"


def test_without_any_list_it_is_told_how_to_name_one(type_in: Type, tmp_path: Path):
    ran = type_in("screen", "Rudolf", "--store", str(tmp_path / "none"))

    assert (ran.code, ran.error_code) == (1, "SS-606")
    assert "second-source lists add" in ran.err


@pytest.mark.parametrize("option", ["--as-of", "--event-on"])
def test_a_day_that_is_none_is_told(type_in: Type, ru: Path, option: str):
    assert type_in("screen", "Rudolf", "--list", str(ru), option, "yesterday").error_code == "SS-903"


def test_a_blank_name_asks_nothing(type_in: Type, ru: Path):
    assert type_in("screen", " ", "--list", str(ru)).error_code == "SS-605"


def test_lists_are_kept_updated_shown_compared_and_screened(
    type_in: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SECOND_SOURCE_LISTS", str(tmp_path / "lists"))
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    first.write_text(ftm_line("a", "Rudolf Hentzau") + ftm_line("b", "Black Michael"))
    second.write_text(ftm_line("a", "Rudolf Hentzau", notes=["at large"]) + ftm_line("c", "Rupert Tarlenheim"))

    assert type_in("lists", "show").out.startswith("No list is kept")
    assert type_in("lists", "add", str(first), "--name", "ru", "--list-on", "2024-01-01", "--who", "desk").code == 0
    assert type_in("lists", "update", "ru", str(second), "--list-on", "2024-02-01").code == 0

    shown = type_in("lists", "show", "ru", "--json").lines
    assert [(each["list_on"], each["n_entries"]) for each in shown] == [("2024-01-01", 2), ("2024-02-01", 2)]
    assert "2024-02-01" in type_in("lists", "show").out
    changes = type_in("lists", "diff", "ru", "--json").lines
    assert {(each["change"], each["id"]) for each in changes} == {("added", "c"), ("removed", "b"), ("changed", "a")}
    assert "1 went" in type_in("lists", "diff", "ru", "--since", "2024-01-15").out
    then = type_in("screen", "Black Michael", "--as-of", "2024-01-15", "--json").lines
    assert then[0]["hits"][0]["delisted_on"] is None
    now = type_in("screen", "Black Michael", "--json").lines
    assert now[0]["hits"][0]["delisted_on"] == "2024-02-01"


def test_the_change_that_has_no_earlier_snapshot_is_told(type_in: Type, ru: Path, tmp_path: Path):
    store = str(tmp_path / "lists")
    type_in("lists", "add", str(ru), "--store", store)

    assert type_in("lists", "diff", "ru-2024-07-09", "--store", store).error_code == "SS-606"


def test_a_clearance_is_kept_and_shown_with_the_hit(type_in: Type, ru: Path, tmp_path: Path):
    store = str(tmp_path / "lists")
    type_in("lists", "add", str(ru), "--name", "ru", "--store", store)

    cleared = type_in(
        "lists", "clear", "Rudolf Hentzau", "ru", "ru-1", "--why", "a baker", "--who", "desk", "--store", store
    )

    assert cleared.code == 0
    assert "cleared: not the same, because a baker (desk" in type_in("screen", "Rudolf Hentzau", "--store", store).out
    unknown = type_in("lists", "clear", "Rudolf", "ru", "ru-9", "--why", "x", "--store", store)
    assert unknown.error_code == "SS-606"


def test_a_changed_entry_opens_the_question_again_on_the_terminal(type_in: Type, ru: Path, tmp_path: Path):
    store = str(tmp_path / "lists")
    type_in("lists", "add", str(ru), "--name", "ru", "--store", store)
    type_in("lists", "clear", "Rudolf Hentzau", "ru", "ru-1", "--why", "a baker", "--store", store)
    newer = tmp_path / "ru-2024-08-01.jsonl"
    newer.write_text(ftm_line("ru-1", "Rudolf Hentzau", birthDate=["1957-04-15"]))
    type_in("lists", "update", "ru", str(newer), "--store", store)

    assert "open again: cleared because a baker" in type_in("screen", "Rudolf Hentzau", "--store", store).out


def test_a_broken_update_is_refused_and_the_last_good_one_stays(type_in: Type, ru: Path, tmp_path: Path):
    store = tmp_path / "lists"
    type_in("lists", "add", str(ru), "--name", "ru", "--store", str(store))
    (tmp_path / "bad.jsonl").write_text('{"id": "a", "schema": "Person", "properties": {"name": ["x"]}}\n{"schema')

    ran = type_in("lists", "update", "ru", str(tmp_path / "bad.jsonl"), "--store", str(store))

    assert (ran.code, ran.error_code) == (1, "SS-603")
    assert "line 2" in ran.err
    assert len(ListStore(store).snapshots("ru")) == 1


def test_a_list_is_not_called_by_a_path(type_in: Type, ru: Path):
    assert type_in("lists", "add", str(ru), "--name", "../elsewhere").error_code == "SS-901"
