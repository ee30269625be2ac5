"""The key under which names are compared."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.text.normalise import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Park Min-soo", "PARK MIN SOO"),
        ("U.N.", "UN"),
        ("U.S.-based", "us based"),
        ("O’Hara", "O'Hara"),
        ("Ｒadio  Harbour", "radio harbour"),
        ("Straße", "STRASSE"),
    ],
)
def test_ways_to_write_one_name_have_one_key(one: str, other: str):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Müller", "Muller"), ("2.5", "25"), ("Flight 24", "Flight 25")])
def test_different_names_keep_different_keys(one: str, other: str):
    assert fold(one) != fold(other)


def test_punctuation_alone_has_an_empty_key():
    assert fold(" -–— … !") == ""


@settings(max_examples=50)
@given(st.text(max_size=40))
def test_the_key_of_a_key_is_itself(name: str):
    assert fold(fold(name)) == fold(name)
