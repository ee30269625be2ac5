from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.dossier.date_words import date_words, day_of, moment_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-07-08", "Monday 8 July 2024"),
        ("2024-07", "July 2024"),
        ("2024", "2024"),
        ("2024-07-08/2024-07-10", "between Monday 8 July 2024 and Wednesday 10 July 2024"),
        ("../2024-07-01", "no later than Monday 1 July 2024"),
        ("2024-07-01/..", "no earlier than Monday 1 July 2024"),
        ("2024-07-08~", "about Monday 8 July 2024"),
        ("2024-07-08?", "perhaps Monday 8 July 2024"),
        ("2024-07-09T10:00:00+09:00", "Tuesday 9 July 2024, 10:00 (UTC+09:00)"),
        ("2024-07-09T10:00:00Z", "Tuesday 9 July 2024, 10:00 UTC"),
    ],
)
def test_a_date_is_told_in_words_with_its_weekday(edtf: str, words: str):
    assert date_words(edtf, weekday=True) == words


@pytest.mark.parametrize("edtf", ["2024-21", "2024-02-31", "Y170000002", "soon"])
def test_a_value_that_is_no_day_of_the_calendar_is_shown_as_it_stands(edtf: str):
    assert date_words(edtf) == edtf


def test_the_last_day_an_interval_can_mean_is_its_day():
    assert day_of("2024-07-08/2024-07-10") == "2024-07-10"
    assert day_of("2024") is None
    assert day_of(None) is None


def test_a_moment_is_told_to_the_minute():
    assert moment_words(datetime(2024, 7, 9, 4, 5, 59, tzinfo=UTC)) == "9 July 2024, 04:05 UTC"


@given(st.text(alphabet="0123456789-/T:.XYZ~?%+ ", max_size=40))
def test_no_value_makes_it_fail(edtf: str):
    assert isinstance(date_words(edtf, weekday=True), str)
