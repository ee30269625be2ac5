import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.publishing.languages import language_name


def test_a_language_is_called_by_its_english_name():
    assert language_name("ko") == "Korean"


@pytest.mark.parametrize("code", ["", "xx", "zz-zz", "ko\0"])
def test_a_code_that_names_no_language_is_shown_as_it_stands(code: str):
    assert language_name(code) == code


@given(st.text(max_size=12))
def test_no_code_makes_it_fail(code: str):
    assert isinstance(language_name(code), str)
