from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.text.quotes import quoted_spans


def quotes(text: str) -> list[str]:
    return [span.of(text) for span in quoted_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "He said “we go” today.",
        'He said "we go" today.',
        "Он сказал: «we go».",
        "Er sagte: „we go“.",
        "Er sagte: »we go«.",
        "He said ''we go'' today.",
        "그는 「we go」라고 말했다.",
        "그는 ‘we go’라고 말했다.",
        "He said 'we go' today.",
        "``we go'' he said",
    ],
)
def test_each_kind_of_mark_is_a_quotation(text: str) -> None:
    assert quotes(text) == ["we go"]


@pytest.mark.parametrize(
    "text",
    [
        "It's the allies' turn; it wasn't ours.",
        "Rock 'n' roll of the '90s",
        'A 5" gun stood there.',
        "the ministry’s plan",
    ],
)
def test_an_apostrophe_or_an_inch_opens_nothing(text: str) -> None:
    assert quotes(text) == []


def test_a_possessive_inside_single_marks_does_not_close_them() -> None:
    assert quotes("They wrote 'our allies' help is late' on Monday.") == ["our allies' help is late"]


def test_only_the_outer_of_nested_quotations_is_given() -> None:
    assert quotes("“He said ‘no’ twice,” she said.") == ["He said ‘no’ twice,"]


def test_a_quotation_goes_on_in_a_paragraph_that_opens_with_a_mark() -> None:
    assert quotes("“We came.\n\n“We left,” he said.") == ["We came.", "We left,"]


def test_a_mark_left_open_closes_with_its_paragraph() -> None:
    assert quotes("He said “we go.\n\nNobody went.") == ["we go."]


@settings(max_examples=50)
@given(st.text(alphabet="ab s.,'\"“”‘’„«»\n「」", max_size=120))
def test_quotations_never_overlap_and_stay_inside_the_text(text: str) -> None:
    spans = quoted_spans(text)

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@settings(max_examples=50)
@given(st.text(max_size=200))
def test_any_text_can_be_searched_for_quotations(text: str) -> None:
    assert all(span.of(text).strip() for span in quoted_spans(text))


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('"He was known as the "bagman" who paid," she said.', ['He was known as the "bagman" who paid,']),
        ('""Patches" are programs to be installed," she said.', ['"Patches" are programs to be installed,']),
        ('""He was badly hurt," the chief said.', ["He was badly hurt,"]),
        ('"We went," he said. "We came back," she said.', ["We went,", "We came back,"]),
        ('"We went, he said. "We came back," she said.', ["We went, he said. "]),
        ('The string "" is empty.', []),
    ],
)
def test_straight_marks_inside_straight_marks_are_paired_where_they_can_be(text: str, inside: list[str]) -> None:
    assert quotes(text) == inside


def test_a_lone_grave_accent_is_no_mark() -> None:
    assert quotes("the ` sign, and ``we go'' he said") == ["we go"]


@pytest.mark.parametrize("text", ['"’', '"” the port', '"» the port'])
def test_a_mark_that_only_closes_doubles_none(text: str) -> None:
    assert [span.of(text) for span in quoted_spans(text)] == [text[1:]]
