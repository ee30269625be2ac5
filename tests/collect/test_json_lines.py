"""JSON lines: each line a report or a failure in its place."""

import hashlib
import json
from pathlib import Path

import pytest

from secondsource.model.evidence import Span
from secondsource.model.intake import Failure, Intake
from secondsource.model.published import PublishedBasis
from tests.collect.makers import NEWS, line, outcome, take, take_failure, take_report


def take_lines(*lines: str) -> list[Intake | Failure]:
    return take("-", stdin="\n".join(lines).encode())


def test_all_fields_of_a_line_come_through():
    report = take_report(
        "-",
        stdin=line(
            id="a1",
            published="2023-03-05",
            outlet="Harbour News",
            title="Pier",
            url="https://example.org/a",
            language="en-GB",
        ).encode(),
    )

    assert (report.id, report.text, report.outlet, report.title) == ("a1", NEWS, "Harbour News", "Pier")
    assert (report.url, report.language) == ("https://example.org/a", "en")
    assert (report.published.edtf, report.published.basis) == ("2023-03-05", PublishedBasis.GIVEN)


def test_a_number_as_id_is_kept_as_its_digits():
    assert outcome(take_lines(line(id=7), line(id=7.5))) == ["7", "7.5"]


def test_one_file_is_one_capture_and_positions_count_its_lines(tmp_path: Path):
    data = f"{line(id='a')}\n\n{line(id='b')}\n".encode()
    (tmp_path / "set.jsonl").write_bytes(data)

    first, second = (item for item in take(tmp_path / "set.jsonl") if isinstance(item, Intake))

    assert first.capture is second.capture
    assert first.capture.sha256 == hashlib.sha256(data).hexdigest()
    assert first.capture.media_type == "application/x-ndjson"
    assert (first.report.position, second.report.position) == (1, 3)


def test_a_report_without_id_is_named_by_its_line_wherever_it_stands():
    alone = outcome(take_lines(line()))
    later = outcome(take_lines(line(id="x"), line()))

    assert alone == later[1:]
    assert alone[0].startswith("r-")
    assert len(alone[0]) == 14


def test_questions_and_mentions_come_through_as_spans():
    (item,) = take_lines(
        line(
            id="a",
            pairs=[{"actor": [[0, 8]], "recipient": [[24, 32]]}],
            predicates=[{"start": 12, "end": 18, "note": "left out"}],
            mentions=[{"id": 3, "spans": [[12, 18]]}],
        )
    )

    assert isinstance(item, Intake)
    assert item.questions.pairs[0].recipient == (Span(24, 32),)
    assert item.questions.predicates == (Span(12, 18),)
    assert (item.mentions[0].id, item.mentions[0].spans) == ("3", (Span(12, 18),))


@pytest.mark.parametrize(
    ("broken", "code", "named"),
    [
        ('{"id": "b", "text": "The pier', "SS-110", "b"),
        ('{"id": 9, "text": }', "SS-110", "9"),
        ("[1, 2]", "SS-110", "-:2"),
        ("[" * 100_000, "SS-110", "-:2"),
        ('{"id": "b", "text": 5}', "SS-111", "b"),
        ('{"id": "b"}', "SS-111", "b"),
        ('{"id": ["b"], "text": "x"}', "SS-111", "-:2"),
        ('{"id": "b", "text": "x", "predicates": [{"start": 0, "end": 2}]}', "SS-111", "b"),
        ('{"id": "b", "text": "x", "predicates": [{"start": 1, "end": 1}]}', "SS-111", "b"),
        ('{"id": "b", "text": "x", "pairs": [{"actor": [[-1, 1]], "recipient": []}]}', "SS-111", "b"),
        ('{"id": "b", "text": "half \\ud800 pair"}', "SS-111", "b"),
        ('{"id": "b", "text": "  "}', "SS-105", "b"),
    ],
)
def test_a_broken_line_fails_in_its_place_and_the_run_goes_on(broken: str, code: str, named: str):
    before, failure, after = take_lines(line(id="a"), broken, line(id="c"))

    assert outcome([before, after]) == ["a", "c"]
    assert isinstance(failure, Failure)
    assert (failure.code, failure.id, failure.origin) == (code, named, "-:2")


def test_a_line_that_is_not_utf_8_fails_in_its_place():
    data = line(id="a").encode() + b'\n{"id": "b", "text": "\xff\xfe"}\n' + line(id="c").encode()

    assert outcome(take("-", stdin=data)) == ["a", "SS-107", "c"]


def test_no_message_repeats_the_words_of_the_report():
    (failure,) = take_lines(json.dumps({"id": "b", "text": {"secret": "words"}}))

    assert isinstance(failure, Failure)
    assert failure.code == "SS-111"
    assert "secret" not in failure.message


def test_a_line_that_is_too_long_is_refused_and_the_next_one_read(monkeypatch: pytest.MonkeyPatch):
    for module in ("json_lines", "line_reports"):
        monkeypatch.setattr(f"secondsource.collect.{module}.LINE_MOST", 1_000)
    long = json.dumps({"id": "b", "text": "word " * 1_000})

    items = take_lines(line(id="a"), long, line(id="c"))

    assert outcome(items) == ["a", "SS-109", "c"]
    assert isinstance(items[1], Failure)
    assert items[1].id == "b"


def test_a_text_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("secondsource.collect.given.TEXT_MOST", 50)

    assert outcome(take_lines(line(id="a"), line(id="b", text="The pier is closed."))) == ["SS-108", "b"]


def test_beyond_the_size_of_a_file_each_line_is_a_capture_of_its_own(monkeypatch: pytest.MonkeyPatch):
    for module in ("collect", "line_reports"):
        monkeypatch.setattr(f"secondsource.collect.{module}.FILE_MOST", 100)

    items = [item for item in take_lines(line(id="a"), line(id="b"), line(id="c")) if isinstance(item, Intake)]

    assert [item.capture.data for item in items] == [line(id=name).encode() for name in "abc"]
    assert [item.report.position for item in items] == [1, 2, 3]


def test_utf_16_with_its_mark_is_converted(tmp_path: Path):
    (tmp_path / "a.jsonl").write_bytes(f"{line(id='a', text='부두가 닫혔다.')}\n{line(id='b')}".encode("utf-16"))

    assert outcome(take(tmp_path / "a.jsonl")) == ["a", "b"]


def test_one_object_over_many_lines_is_one_report(tmp_path: Path):
    (tmp_path / "a.json").write_text(json.dumps({"id": "a", "text": NEWS}, indent=2))

    assert outcome(take(tmp_path / "a.json")) == ["a"]


def test_json_lines_on_standard_input_are_known_by_any_of_the_first_lines():
    assert outcome(take("-", stdin=f"not json\n{line(id='a')}".encode())) == ["SS-110", "a"]


def test_a_json_file_without_lines_fails(tmp_path: Path):
    (tmp_path / "a.jsonl").write_text("\n \n")

    assert take_failure(tmp_path / "a.jsonl").code == "SS-105"


def test_an_archive_called_jsonl_fails(tmp_path: Path):
    (tmp_path / "a.jsonl").write_bytes(b"PK\x03\x04" + bytes(100))

    assert take_failure(tmp_path / "a.jsonl").code == "SS-106"
