"""Marked text is the text: whatever is marked where, nothing is lost, added or moved."""

from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.evidence import Span
from secondsource.publishing.printable import printable
from secondsource.web.analyst.highlights import MarkedKind, stretches
from secondsource.web.pages import render
from tests.publishing.elements import parse

PLACES = st.integers(min_value=-5, max_value=60)
SPANS = st.builds(Span, PLACES, PLACES)
MARKED = st.lists(st.tuples(st.sampled_from(MarkedKind), SPANS), max_size=12)
TEXTS = st.text(max_size=50)


@given(TEXTS, MARKED, st.lists(SPANS, max_size=3))
def test_the_stretches_are_the_text_for_any_spans(text: str, marked: list[tuple[MarkedKind, Span]], chosen: list[Span]):
    assert "".join(stretch.text for stretch in stretches(text, marked, chosen)) == text


@given(TEXTS, MARKED, st.lists(SPANS, max_size=3))
def test_every_character_is_marked_as_exactly_what_covers_it(
    text: str, marked: list[tuple[MarkedKind, Span]], chosen: list[Span]
):
    place = 0
    for stretch in stretches(text, marked, chosen):
        for _ in stretch.text:
            covering = {kind for kind, span in marked if span.start <= place < span.end}
            assert set(stretch.kinds) == covering
            assert stretch.chosen == any(span.start <= place < span.end for span in chosen)
            place += 1


@given(TEXTS.filter(lambda text: "\r" not in text), MARKED, st.lists(SPANS, max_size=2))
def test_the_page_shows_the_text_character_for_character(
    text: str, marked: list[tuple[MarkedKind, Span]], chosen: list[Span]
):
    shown = parse(render("desk/analyst/marked.html.j2", stretches=stretches(text, marked, chosen)))

    assert shown.words() == printable(text)
    assert {element.tag for element in shown.all()} <= {"root", "span", "mark"}
    assert sum("id" in element.attributes for element in shown.all()) <= 1


def test_what_is_asked_for_can_be_jumped_to_at_its_first_piece():
    found = stretches("A ship left port.", [(MarkedKind.NAME, Span(2, 6))], [Span(2, 6), Span(12, 16)])

    assert [(stretch.text, stretch.first) for stretch in found if stretch.chosen] == [("ship", True), ("port", False)]


def test_spans_that_cross_are_both_marked_where_they_meet():
    found = stretches("abcdef", [(MarkedKind.STATEMENT, Span(0, 4)), (MarkedKind.NAME, Span(2, 6))])

    assert [(stretch.text, stretch.kinds) for stretch in found] == [
        ("ab", (MarkedKind.STATEMENT,)),
        ("cd", (MarkedKind.STATEMENT, MarkedKind.NAME)),
        ("ef", (MarkedKind.NAME,)),
    ]
