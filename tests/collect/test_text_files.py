"""Plain text comes in character for character."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.intake import Intake
from tests.collect.makers import NEWS, NOON, outcome, take, take_failure, take_report


def test_text_keeps_every_character_and_its_line_ends(tmp_path: Path):
    words = " Two\r\nlines\rand\ttabs\u00a0…\n\n" + NEWS + " \n"
    (tmp_path / "a.txt").write_bytes(words.encode())

    assert take_report(tmp_path / "a.txt").text == words


def test_only_a_byte_order_mark_is_no_text(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + NEWS.encode())

    assert take_report(tmp_path / "a.txt").text == NEWS


def test_the_capture_keeps_the_bytes_and_their_digest(tmp_path: Path):
    data = b"\xef\xbb\xbf" + NEWS.encode() + b"\r\n"
    (tmp_path / "a.txt").write_bytes(data)

    (item,) = take(tmp_path / "a.txt")

    assert isinstance(item, Intake)
    assert item.capture.data == data
    assert item.capture.sha256 == hashlib.sha256(data).hexdigest() == item.report.capture_sha256
    assert (item.capture.media_type, item.capture.captured_at) == ("text/plain", NOON)
    assert item.capture.origin == str(tmp_path / "a.txt")


def test_the_same_bytes_have_the_same_id_whatever_the_file_is_called(tmp_path: Path):
    for name in ("a.txt", "b.md", "c"):
        (tmp_path / name).write_text(NEWS)

    ids = set(outcome(take(tmp_path)))

    assert ids == {f"r-{hashlib.sha256(NEWS.encode()).hexdigest()[:12]}"}


def test_a_text_file_that_shows_html_stays_text(tmp_path: Path):
    (tmp_path / "a.txt").write_text(f"<html><p>{NEWS}</p></html>")

    assert take_report(tmp_path / "a.txt").text == f"<html><p>{NEWS}</p></html>"


def test_text_on_standard_input_is_a_report():
    report = take_report("-", stdin=f"Pier closed\n\n{NEWS}".encode())

    assert (report.title, report.language, report.position) == ("Pier closed", "en", 1)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u00a0\u3000".encode()])
def test_blank_input_fails(tmp_path: Path, data: bytes):
    (tmp_path / "a.txt").write_bytes(data)

    failure = take_failure(tmp_path / "a.txt")

    assert failure.code == "SS-105"
    assert failure.id == failure.origin == str(tmp_path / "a.txt")


def test_a_text_of_too_many_characters_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("secondsource.collect.make_report.TEXT_MOST", 50)
    (tmp_path / "a.txt").write_text(NEWS)

    assert take_failure(tmp_path / "a.txt").code == "SS-108"


def test_a_file_of_too_many_bytes_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("secondsource.collect.collect.FILE_MOST", 50)
    (tmp_path / "a.txt").write_text(NEWS)

    assert take_failure(tmp_path / "a.txt").code == "SS-108"


@settings(max_examples=40)
@given(st.text(min_size=1, max_size=80).filter(lambda words: words.strip() and "\x00" not in words))
def test_any_text_in_a_json_line_comes_out_as_it_went_in(words: str):
    (item,) = take("-", stdin=json.dumps({"id": "a", "text": words}).encode())

    assert isinstance(item, Intake)
    assert item.report.text == words
    assert item.report.id == "a"


@settings(max_examples=40)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_report_or_a_failure_with_a_code(data: bytes):
    for item in take("-", stdin=data):
        assert item.report.text.strip() if isinstance(item, Intake) else item.code.startswith("SS-1")


def test_the_outlet_that_a_byline_writes_for_is_the_reports_outlet(tmp_path: Path):
    (tmp_path / "a.txt").write_text(f"Pier closed\n\nBy Ann Poe for the Lantern Review\n\n{NEWS}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"Pier closed\n\nBy Ann Poe\n\n{NEWS}", encoding="utf-8")

    assert [take_report(tmp_path / name).outlet for name in ("a.txt", "b.txt")] == ["Lantern Review", None]
