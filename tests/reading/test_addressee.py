"""Who was told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.evidence import Span
from secondsource.reading.statements.addressee import find_addressee


def told(marked: str) -> str | None:
    """Return who was told in a sentence whose source stands in <…>, cue in {…} and content in […]."""
    text = ""
    opened: dict[str, int] = {}
    found: dict[str, list[Span]] = {"<": [], "{": [], "[": []}
    pairs = {">": "<", "}": "{", "]": "["}
    for char in marked:
        if char in found:
            opened[char] = len(text)
        elif char in pairs:
            found[pairs[char]].append(Span(opened[pairs[char]], len(text)))
        else:
            text += char
    span = find_addressee(
        text, found["{"][0], sentence_end=len(text), source=tuple(found["<"]), content=tuple(found["["])
    )
    return None if span is None else span.of(text)


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("<Brandt> {told} reporters on Monday [that the port was closed].", "reporters"),
        ("[The port is closed,] <Brandt> {told} RFA Korean.", "RFA Korean"),
        ("[The port is closed,] <he> {told} USA TODAY in March.", "USA TODAY"),
        ("[The port is closed,] <he> {told} a press briefing on Tuesday.", "a press briefing"),
        ("<Brandt> {told} the New York Times [that the port was closed].", "the New York Times"),
        ("<Brandt> {told} CNN’s Mara Ito [the port was closed].", "CNN’s Mara Ito"),
        ("<Brandt> {told} “Harbour Hour” after the vote [that the port was closed].", "“Harbour Hour”"),
        ("<Brandt> {told} voters and officials [that the port was closed].", "voters and officials"),
        ("<Brandt> {assured} Lee [that the port was closed].", "Lee"),
        ("<The ministry> {briefed} lawmakers [on the closure].", "lawmakers"),
        ("<The ministry> {has informed} the Security Council [of the closure].", "the Security Council"),
        ("<Brandt> {was quietly reminding} her [that the port was closed].", "her"),
        ("<Brandt> {reminded} her crew [that the port was closed].", "her crew"),
    ],
)
def test_the_object_of_telling_is_told(marked: str, who: str):
    assert told(marked) == who


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("[The port is closed,] <Brandt> {said} in an interview with CNN on Tuesday.", "CNN"),
        (
            "[The port is closed,] <Brandt> {said} in a long interview on Monday with the Harbour Post.",
            "the Harbour Post",
        ),
        ("[The port is closed,] {said} <Mara Brandt, a pilot>, speaking to reporters.", "reporters"),
        ("<Brandt> {wrote} to the council [that the port was closed].", "the council"),
        ("<Brandt> {sent a letter to} the council [in which the port is called closed].", "the council"),
        ("[The port is closed,] <Brandt> {said} in a statement sent to Yonhap.", "Yonhap"),
        ("<Brandt> {spoke} with investigators for two hours [about the port].", "investigators"),
    ],
)
def test_to_and_with_name_who_was_told(marked: str, who: str):
    assert told(marked) == who


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("[The port is closed,] <Brandt> {said in an interview with CNN}.", "CNN"),
        ("<Brandt> {told reporters in Oslo} [that the port was closed].", "reporters"),
        ("<Brandt> {urged} [Ito not to sail].", "Ito"),
        ("<The court> {ordered} [the company to close the port].", "the company"),
    ],
)
def test_the_hearer_may_stand_in_the_cue_or_at_the_head_of_the_content(marked: str, who: str):
    assert told(marked) == who


@pytest.mark.parametrize(
    "marked",
    [
        "<Brandt> {said} on Tuesday [that the port was closed].",
        "<Brandt> {was told} [that the port was closed].",
        "<Brandt> {promised} [an end to the closure].",
        "<The court> {ordered} [the release of papers that show the closure].",
        "<Brandt> {asked several questions} [about the port].",
        "<Brandt> {told} [a different tale].",
        "{According to} <Brandt>, [the port is closed].",
        "[The port is closed], {according to} <Brandt>.",
        "<Brandt> {refused to say} [whether the port was closed].",
        "[The port is closed,] {asked} <Mara Ito>?",
        "[The port is closed,] <Brandt> {said} before she went to talk to reporters.",
    ],
)
def test_nobody_is_told_where_no_words_say_so(marked: str):
    assert told(marked) is None


@given(
    st.text(alphabet="told him to say in an interview with “Ito”, .'’\n", max_size=80), st.integers(0, 80), st.data()
)
def test_the_words_found_stand_in_the_text(text: str, start: int, data: st.DataObject):
    start = min(start, len(text))
    cue = Span(start, data.draw(st.integers(start, len(text))))

    found = find_addressee(text, cue, sentence_end=len(text), source=(), content=())

    assert found is None or cue.start <= found.start < found.end <= len(text)
