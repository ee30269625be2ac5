import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from secondsource.cli.plain import plain


def test_a_report_cannot_colour_or_clear_the_terminal():
    assert plain("calm\x1b[2Jstorm\x07") == "calm\ufffd[2Jstorm\ufffd"


def test_a_report_cannot_turn_the_writing_round():
    assert plain("paid \u202e000,1 euro") == "paid \ufffd000,1 euro"


def test_line_breaks_stay_only_where_they_are_asked_for():
    assert plain("one\ntwo\tthree") == "one two three"
    assert plain("one\ntwo", keep_lines=True) == "one\ntwo"


@given(st.text())
def test_places_in_the_text_are_places_on_the_screen(text: str):
    assert len(plain(text)) == len(text)


@given(st.text())
def test_no_control_character_comes_through(text: str):
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in plain(text))
