import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.evidence import Span
from secondsource.model.report import Section, SectionKind
from secondsource.publishing.captured import Captured, lay_out_captured


def anchored(*spans: tuple[int, int]) -> list[tuple[Span, str]]:
    ordered = sorted((Span(*span) for span in set(spans)), key=lambda span: (span.start, -span.end))
    return [(span, f"r1-c{rank}") for rank, span in enumerate(ordered, 1)]


def shown(captured: Captured) -> str:
    return "".join(token.text or "" for part in captured.parts for token in part.tokens)


def words_at(captured: Captured) -> dict[str, str]:
    """Return the words under each anchor, its pieces joined; what is opened must be closed, innermost first."""
    found: dict[str, str] = {}
    for part in captured.parts:
        nested: list[str] = []
        for token in part.tokens:
            if token.opening is not None:
                assert token.opening.first == (token.opening.anchor not in found)
                nested.append(token.opening.anchor)
                found.setdefault(token.opening.anchor, "")
            elif token.text is None:
                nested.pop()
            else:
                for anchor in nested:
                    found[anchor] += token.text
        assert nested == []
    return found


def test_a_cited_place_is_marked_where_it_stands():
    assert words_at(lay_out_captured("Ships left Wonsan.", (), anchored((6, 10)))) == {"r1-c1": "left"}


def test_a_place_inside_another_is_nested():
    laid_out = lay_out_captured("Ships left Wonsan.", (), anchored((0, 10), (6, 10)))

    assert words_at(laid_out) == {"r1-c1": "Ships left", "r1-c2": "left"}
    assert laid_out.cut == ()


def test_a_place_that_crosses_another_is_cut_and_named_so_that_it_lights_up_whole():
    laid_out = lay_out_captured("Ships left Wonsan.", (), anchored((0, 10), (6, 17)))

    assert words_at(laid_out) == {"r1-c1": "Ships left", "r1-c2": "left Wonsan"}
    assert laid_out.cut == ("r1-c2",)


def test_a_place_that_runs_over_two_sections_is_cut_at_the_border():
    sections = (
        Section(kind=SectionKind.TITLE, start=0, end=5),
        Section(kind=SectionKind.BODY, start=7, end=12),
    )
    laid_out = lay_out_captured("Ships\n\nleft.", sections, anchored((0, 12)))

    assert words_at(laid_out) == {"r1-c1": "Shipsleft."}
    assert [part.label for part in laid_out.parts] == ["Title", "Body"]


def test_text_that_no_section_covers_is_shown_as_such():
    sections = (Section(kind=SectionKind.BODY, start=0, end=5),)

    laid_out = lay_out_captured("Ships and more", sections, [])

    assert [part.label for part in laid_out.parts] == ["Body", "Text"]


@pytest.mark.parametrize("text", ["", "   "])
def test_a_blank_text_is_one_empty_part(text: str):
    assert shown(lay_out_captured(text, (), [])) == text


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12))
def test_the_text_stays_as_it_is_and_every_place_keeps_its_words(text: str, places: list[tuple[int, int]]):
    spans = [(start, end) for start, end in places if start < end <= len(text)]
    marked = anchored(*spans)

    laid_out = lay_out_captured(text, (), marked)

    assert shown(laid_out) == text
    assert words_at(laid_out) == {anchor: span.of(text) for span, anchor in marked}
