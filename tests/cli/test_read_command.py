import json
from collections.abc import Mapping
from pathlib import Path

import pytest

import secondsource.reading.read as reader
from tests.cli.conftest import NOTICE, Type

CONTRACT = {
    "id",
    "language",
    "published",
    "published_basis",
    "model",
    "sections",
    "credits",
    "names",
    "entities",
    "times",
    "places",
    "statements",
    "events",
    "upstream",
    "own_reporting",
    "not_reported",
    "pairs",
    "predicates",
}
STATEMENT = {
    "id",
    "source",
    "cue",
    "content",
    "speaker",
    "speaker_name",
    "organisation",
    "kind",
    "stance",
    "hedges",
    "addressee",
    "within",
}


def json_lines(*reports: Mapping[str, object]) -> bytes:
    return "".join(json.dumps(report) + "\n" for report in reports).encode()


def test_a_program_gets_one_reading_a_line_with_every_field_of_the_contract(type_in: Type):
    ran = type_in("read", "-", "--json", stdin=json_lines({"id": "a", "text": NOTICE, "published": "2024-07-03"}))

    assert ran.code == 0
    [reading] = ran.lines
    assert reading.keys() >= CONTRACT
    assert reading["model"].keys() == {"name", "version", "sha256"}
    assert (reading["id"], reading["published"], reading["published_basis"]) == ("a", "2024-07-03", "given")
    assert reading["statements"]
    assert all(statement.keys() >= STATEMENT for statement in reading["statements"])


def test_offsets_point_into_the_callers_own_copy(type_in: Type):
    [reading] = type_in("read", "-", "--json", stdin=json_lines({"id": "a", "text": NOTICE})).lines

    said = [" ".join(NOTICE[start:end] for start, end in each["content"]) for each in reading["statements"]]
    assert any("The talks may cover shipping" in words for words in said)


def test_a_line_that_cannot_be_read_is_answered_in_its_place_and_the_run_goes_on(type_in: Type):
    lines = (
        json_lines({"id": "a", "text": NOTICE}) + b'{"id": "b", "text": \n' + json_lines({"id": "c", "text": NOTICE})
    )

    ran = type_in("read", "-", "--json", stdin=lines)

    assert ran.code == 1
    first, second, third = ran.lines
    assert first["id"] == "a"
    assert second["error"].keys() == {"code", "message"}
    assert second["error"]["code"].startswith("SS-1")
    assert third["id"] == "c"


def test_what_is_asked_of_a_report_is_answered(type_in: Type):
    text = "Ruritania condemned Borduria on Monday."
    asked = {
        "id": "a",
        "text": text,
        "pairs": [{"actor": [[0, 9]], "recipient": [[20, 28]]}],
        "predicates": [{"start": 10, "end": 19}],
    }

    [reading] = type_in("read", "-", "--json", stdin=json_lines(asked)).lines

    assert [pair.keys() >= {"type", "quad", "binary", "p"} for pair in reading["pairs"]] == [True]
    assert [-3 <= answer["certainty"] <= 3 for answer in reading["predicates"]] == [True]


def test_a_person_sees_who_says_what_and_how_surely(type_in: Type, notice: Path):
    ran = type_in("read", str(notice))

    assert ran.code == 0
    assert "Ana Kovac" in ran.out
    assert "The talks may cover shipping" in ran.out
    assert "possible" in ran.out


def test_a_person_is_told_on_standard_error_what_could_not_be_read(type_in: Type, notice: Path, tmp_path: Path):
    empty = tmp_path / "empty.txt"
    empty.touch()

    ran = type_in("read", str(empty), str(notice))

    assert ran.code == 1
    assert ran.err.startswith("SS-1")
    assert "Ana Kovac" in ran.out


def test_with_nothing_to_read_it_says_what_to_type(type_in: Type):
    ran = type_in("read")

    assert ran.code == 2
    assert ran.error_code == "SS-902"
    assert "second-source demo" in ran.err


def test_the_same_input_gives_the_same_bytes(type_in: Type, notice: Path):
    assert type_in("read", str(notice), "--json").out == type_in("read", str(notice), "--json").out


def test_a_report_that_our_reader_breaks_on_is_named_and_the_others_are_read(
    type_in: Type, monkeypatch: pytest.MonkeyPatch
):
    whole = reader.read

    def brittle(report, questions):
        if report.id == "b":
            raise IndexError("tuple index out of range")
        return whole(report, questions)

    monkeypatch.setattr(reader, "read", brittle)
    lines = [json.dumps({"id": name, "text": "The ministry said the port is closed."}) for name in "abc"]

    ran = type_in("read", "-", "--json", stdin="\n".join(lines).encode())

    assert ran.code == 1
    assert [line["id"] for line in ran.lines] == ["a", "b", "c"]
    assert ran.lines[1]["error"]["code"] == "SS-302"
    assert "second-source info" in ran.lines[1]["error"]["message"]
