"""Dates as stretches of time: only what is sure is before."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.linking.when import Stretch, stretch_of


def before(one: str, other: str) -> bool:
    first, second = stretch_of(one), stretch_of(other)
    assert first is not None
    assert second is not None
    return first.before(second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024-07-08", "2024-07-09"),
        ("2024-07-09T08:10:00Z", "2024-07-09T08:11:00Z"),
        ("2024-07-09T10:00:00+09:00", "2024-07-09T02:00:00Z"),
        ("2024-05-15T22:10", "2024-05-15T22:11"),
        ("2024-07-01/2024-07-03", "2024-07-04"),
        ("2024-06", "2024-07-01"),
        ("2023~", "2024-01-01"),
    ],
)
def test_what_is_surely_earlier_is_before(one: str, other: str) -> None:
    assert before(one, other)
    assert not before(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024-07-09", "2024-07-09T23:00:00Z"),
        ("2024-07-09", "2024-07-09"),
        ("2024-07-01/2024-07-09", "2024-07-09"),
        # A clock without its zone may be fourteen hours off.
        ("2024-07-09T08:00", "2024-07-09T12:00:00Z"),
    ],
)
def test_what_overlaps_has_no_order(one: str, other: str) -> None:
    assert not before(one, other)
    assert not before(other, one)


@pytest.mark.parametrize(
    "edtf", [None, "", "XXXX-07-09", "2024-13-01", "2024-02-30", "2024-07-09/..", "soon", "2024-07-09T25:00Z"]
)
def test_what_is_open_or_no_date_is_no_stretch(edtf: str | None) -> None:
    assert stretch_of(edtf) is None


def test_days_apart_are_counted_from_end_to_start() -> None:
    one, other = stretch_of("2024-07-09"), stretch_of("2024-07-12")
    assert one is not None
    assert other is not None
    assert 2 < one.days_from(other) < 2.1
    assert one.days_from(one) == 0


@given(st.text(max_size=40))
@settings(max_examples=50)
def test_any_words_can_be_asked_for_their_stretch(words: str) -> None:
    found = stretch_of(words)
    assert found is None or isinstance(found, Stretch)
