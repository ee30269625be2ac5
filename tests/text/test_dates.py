"""Dates as metadata writes them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.text.date_lines import is_date_line, labelled_date, published_in_line
from secondsource.text.dates import parse_date


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2023-03-05", "2023-03-05"),
        ("2023-03", "2023-03"),
        ("2023", "2023"),
        ("2023-03-05/2023-03-07", "2023-03-05/2023-03-07"),
        ("2023-03-XX", "2023-03-XX"),
        ("2023-03-05T09:30:00Z", "2023-03-05T09:30:00Z"),
        ("2023-03-05T09:30:00.123+0900", "2023-03-05T09:30:00+09:00"),
        ("09:30 March 5, 2023", "2023-03-05T09:30:00"),
        ("March 5, 2023 9:30:15 PM", "2023-03-05T21:30:15"),
        ("Sunday, March 5, 2023", "2023-03-05"),
        ("9:30 PM EDT, March 5, 2023", "2023-03-05T21:30:00-04:00"),
        ("12:05 a.m. EST March 5, 2023", "2023-03-05T00:05:00-05:00"),
        ("5 Mar, 2023 09:30pm", "2023-03-05T21:30:00"),
        ("Sept. 5, 2023 - 20:10", "2023-09-05T20:10:00"),
        ("Sun, 05 Mar 2023 10:11:12 +0000", "2023-03-05T10:11:12+00:00"),
        ("2023.03.05 오후 03:37", "2023-03-05T15:37:00"),
        ("2023. 3. 5. 17:29", "2023-03-05T17:29:00"),
        ("2023년 3월 5일", "2023-03-05"),
        ("5 марта 2023, 12:17", "2023-03-05T12:17:00"),
        ("5 март 2023 г.", "2023-03-05"),
        ("5. März 2023, 14:30 Uhr", "2023-03-05T14:30:00"),
        ("5 de marzo de 2023", "2023-03-05"),
        ("05.03.2023 12:30 МСК", "2023-03-05T12:30:00+03:00"),
        ("25/03/2023", "2023-03-25"),
        ("20230305", "2023-03-05"),
    ],
)
def test_a_date_in_metadata_is_read(words: str, edtf: str):
    assert parse_date(words) == edtf


@pytest.mark.parametrize(
    "words",
    [
        "March 5",
        "05/03/2023",
        "2023-02-30",
        "yesterday",
        "",
        "the report of March 5, 2023 says",
        "3 of 2023 people",
        "5",
    ],
)
def test_what_is_no_date_or_can_be_read_two_ways_is_none(words: str):
    assert parse_date(words) is None


def test_a_clock_time_in_an_ambiguous_zone_leaves_the_day():
    assert parse_date("12:30 CST March 5, 2023") == "2023-03-05"


def test_a_line_that_only_tells_of_a_change_is_a_date_line_and_states_no_publication():
    assert is_date_line("Updated: 5 March 2023")
    assert published_in_line("Updated: 5 March 2023") is None
    assert published_in_line("Published: 5 March 2023") == "2023-03-05"
    assert published_in_line("2023.03.05 15:37") == "2023-03-05T15:37:00"
    assert labelled_date("2023.03.05 15:37") is None
    assert labelled_date("입력 2023.03.05 15:37") == "2023-03-05T15:37:00"


@settings(max_examples=50)
@given(st.dates())
def test_a_day_written_out_reads_as_itself(day):
    edtf = day.isoformat()

    assert parse_date(edtf) == edtf
    if day.year >= 1800 and day.year < 2100:
        assert parse_date(f"{day:%B} {day.day}, {day.year}") == edtf
        assert parse_date(f"{day.day}.{day.month}.{day.year}") == edtf


@settings(max_examples=50)
@given(st.one_of(st.text(max_size=60), st.text(alphabet="0123456789 -:/.T년월일Mar,+Z", max_size=40)))
def test_any_words_are_read_or_refused(words: str):
    edtf = parse_date(words)

    assert edtf is None or edtf[0].isdigit() or edtf.startswith((".", "/"))
