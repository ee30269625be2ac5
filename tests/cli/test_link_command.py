import json
import shutil
from pathlib import Path

import pytest

from secondsource.linking import kept_file
from tests.cli.conftest import Type
from tests.cli.test_read_command import json_lines

REPORT = {"id", "event", "events", "parents", "share", "root", "upstream", "own_reporting", "statements"}
STATEMENT = {"speaker", "organisation", "content", "start", "end", "kind", "stance", "line"}
EVENT = {
    "id",
    "label",
    "edtf",
    "places",
    "actors",
    "recipients",
    "type",
    "reports",
    "lines",
    "status",
    "admiralty",
    "silent",
    "contradictions",
}
FIRST = (
    "RURITANIA, July 3 - A convoy of eleven trucks crossed the bridge at Streslau shortly before dawn on Tuesday, "
    'the interior ministry said. "The bridge will stay closed until further notice," spokesman Rudolf Hentzau said.'
)


def test_a_program_gets_one_line_a_report_with_every_field_of_the_contract(type_in: Type):
    reports = json_lines(
        {"id": "a", "text": FIRST, "published": "2024-07-03", "outlet": "Streslau Post"},
        {"id": "b", "text": f"(Streslau Post) {FIRST}", "published": "2024-07-04", "outlet": "Daily Echo"},
    )

    ran = type_in("link", "-", "--json", stdin=reports)

    assert ran.code == 0
    first, second = ran.lines
    assert [first["id"], second["id"]] == ["a", "b"]
    assert first.keys() >= REPORT
    assert "mentions" not in first
    assert all(statement.keys() >= STATEMENT for statement in first["statements"])
    assert (second["parents"], second["root"]) == (["a"], "a")
    assert second["share"] > 0.7


def test_mentions_that_a_report_brings_are_answered(type_in: Type):
    start = FIRST.index("crossed")
    brought = {"id": "a", "text": FIRST, "mentions": [{"id": "m1", "spans": [[start, start + 7]]}]}

    [line] = type_in("link", "-", "--json", stdin=json_lines(brought)).lines

    assert [mention["id"] for mention in line["mentions"]] == ["m1"]
    assert line["mentions"][0]["event"]


def test_events_go_into_the_file_named(type_in: Type, tmp_path: Path):
    out = tmp_path / "events.jsonl"

    ran = type_in("link", "-", "--json", "--events", str(out), stdin=json_lines({"id": "a", "text": FIRST}))

    assert ran.code == 0
    events = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert events
    assert all(event.keys() >= EVENT for event in events)
    evidence = [each for event in events for line in event["lines"] for each in line["evidence"]]
    assert evidence
    assert all(each.keys() >= {"report", "start", "end"} for each in evidence)


def test_the_same_report_twice_is_answered_twice_and_counted_once(type_in: Type):
    ran = type_in("link", "-", "--json", stdin=json_lines({"id": "a", "text": FIRST}) * 2)

    assert ran.code == 0
    first, second = ran.lines
    assert first == second
    assert first["parents"] == []


def test_one_id_for_two_texts_is_a_failure_of_the_second(type_in: Type):
    reports = json_lines({"id": "a", "text": FIRST}, {"id": "a", "text": "Something else happened."})

    ran = type_in("link", "-", "--json", stdin=reports)

    assert ran.code == 1
    assert ran.lines[0]["root"] == "a"
    assert ran.lines[1]["error"]["code"] == "SS-905"


def test_a_person_sees_lines_and_who_repeats_whom(type_in: Type):
    reports = json_lines(
        {"id": "a", "text": FIRST, "published": "2024-07-03"}, {"id": "b", "text": FIRST, "published": "2024-07-04"}
    )

    ran = type_in("link", "-", stdin=reports)

    assert ran.code == 0
    assert "origin" in ran.out
    assert "repeats" in ran.out


@pytest.mark.parametrize("events", ["nowhere/events.jsonl"])
def test_a_file_that_cannot_be_written_is_named(type_in: Type, elsewhere: Path, events: str):
    ran = type_in("link", "-", "--json", "--events", events, stdin=json_lines({"id": "a", "text": FIRST}))

    assert ran.code == 2
    assert ran.error_code == "SS-904"
    assert not (elsewhere / "nowhere").exists()


def test_a_ledger_is_linked_by_what_was_kept_of_it_as_if_by_all_anew(
    type_in: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(kept_file, "KEPT_FROM", 1)
    path, index = tmp_path / "ledger.sqlite", tmp_path / "ledger.sqlite.copies"
    asked = ("link", "--ledger", str(path), "--json")

    def take_in(n: int) -> None:
        text = FIRST if n % 2 else FIRST.replace("bridge", f"road {n}")
        line = json_lines({"id": f"r{n}", "text": text, "published": f"2024-07-{n + 3:02}", "outlet": f"Daily {n}"})
        assert type_in("collect", "-", "--ledger", str(path), "--no-progress", stdin=line).code == 0

    for n in range(6):
        take_in(n)
        grown = type_in(*asked).out

    assert index.is_dir()
    then = type_in(*asked, "--as-of", "2999-01-01").out
    shutil.rmtree(index)
    assert type_in(*asked).out == grown == then
