import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.reading.sources.not_reported import find_not_reported
from tests.reading.statement_makers import body, laid_out, words


def silences(text: str, language: str = "en") -> list[tuple[str, list[str]]]:
    found = find_not_reported(*laid_out(body(text, language=language))[:2])
    return [(silence.who, words(text, silence.what)) for silence in found]


def test_what_a_report_leaves_out_is_laid_to_the_agency_that_made_it():
    text = "The delegation left on Monday, KCNA said. The report did not mention the purpose of the trip."

    assert silences(text) == [("KCNA", ["the purpose of the trip"])]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Moscow has not said why the plane came.", "why the plane came"),
        ("Moscow declined to comment on the flight.", "the flight"),
        ("Moscow kept silent about the flight.", "the flight"),
        ("Moscow has yet to report the landing.", "the landing"),
        ("Moscow neither confirmed nor denied the sale.", "the sale"),
        ("Moscow did not disclose who was on board.", "who was on board"),
    ],
)
def test_a_silence_has_the_words_that_are_missing(text, what):
    assert silences(text) == [("Moscow", [what])]


def test_a_silence_of_nobody_in_particular_says_so():
    assert silences("There is no word on why they went.") == [("nobody", ["why they went"])]


def test_a_plain_saying_is_no_silence():
    assert silences("Moscow said that the plane had landed.") == []


def test_silence_within_a_quotation_is_the_speakers_and_not_the_reports():
    assert silences("“Moscow did not mention the sale,” the envoy said.") == []


def test_korean_and_russian_silences_are_found():
    assert silences("통신은 방문 목적을 밝히지 않았다.", "ko")[0][1] == ["방문 목적"]
    assert silences("Цель визита не раскрывается.", "ru") == [("nobody", ["Цель визита"])]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120), st.sampled_from(["en", "ko", "ru", "de", "es"]))
def test_any_text_gives_silences_that_lie_inside_it(text, language):
    for silence in find_not_reported(*laid_out(body(text, language=language))[:2]):
        assert all(0 <= span.start < span.end <= len(text) for span in silence.what)


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("Asked about the cargo, Moscow declined to comment.", "Moscow", "the cargo"),
        ("When asked whether the ship had sailed, Moscow would not say.", "Moscow", "whether the ship had sailed"),
    ],
)
def test_who_is_silent_is_silent_on_what_was_asked(text, who, what):
    assert silences(text) == [(who, [what])]
