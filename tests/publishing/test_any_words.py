"""Whatever outlets, titles and reports hold, it is text on the page and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.dossier.assemble import assemble
from secondsource.model.report import Section, SectionKind
from secondsource.publishing.page import render_page
from tests.dossier.makers import MADE_AT, alone
from tests.publishing.elements import Element, parse

WORDS = st.text(min_size=1, max_size=60).filter(lambda words: any(char.isalnum() for char in words))
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style></textarea><b>",
    "{{ 7 * 7 }} {% raw %}",
    "a\u202eb<i>",
    "&lt;b&gt; &amp; &#60;",
    "a\x00b\x1b[31m\ud800",
    "]]><![CDATA[x<!-- -->",
    "' onload='x",
]


def page(words: str, *, title: str | None = None) -> Element:
    whole = (Section(kind=SectionKind.TITLE, start=0, end=len(words)),)
    linked, reports, readings = alone(words, outlet=words, title=words, url=words, sections=whole)
    made = assemble(linked, reports, readings, made_at=MADE_AT, title=title or words)
    html = render_page(made, reports)
    html.encode("utf-8")
    return parse(html)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_give_the_same_elements_as_plain_ones(words: str):
    assert page(words).shape() == page("x").shape()


@given(WORDS)
@settings(max_examples=40)
def test_any_words_give_the_same_elements_as_plain_ones(words: str):
    assert page(words).shape() == page("x").shape()


def test_words_are_escaped_once_and_read_as_they_were_written():
    assert page("Fish & <Chips>").all("h1")[0].words() == "Fish & <Chips>"


def test_a_character_no_page_can_carry_is_shown_and_not_sent():
    assert page("a\x00b\ud800c").all("h1")[0].words() == "a␀b\ufffdc"
