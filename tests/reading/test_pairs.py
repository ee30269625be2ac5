"""An asked pair gets the event that joins the two."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.evidence import Span
from secondsource.model.ids import EventId
from secondsource.model.mention import QUAD, EventMention, EventType, Participant
from secondsource.model.reading import AskedPair, PairAnswer
from secondsource.reading.events.pairs import answer_pairs
from tests.reading.event_makers import page_of, span_of
from tests.support import SHARED, needs_shared

PLV = SHARED / "data" / "plover" / "plv_train.jsonl"
LEAST_ROOTS_RIGHT = 0.74
"""Share of PLV's training pairs with the right type; measured 0.773."""


def ask(text: str, actor: str, recipient: str) -> PairAnswer:
    pair = AskedPair(actor=(span_of(text, actor),), recipient=(span_of(text, recipient),))
    return answer_pairs(page_of(text), (), [pair])[0]


@pytest.mark.parametrize(
    ("text", "kind", "quad", "binary"),
    [
        ("Spain criticised Gabon over the vote.", "ACCUSE", 3, "conflict"),
        ("Spain has agreed to provide loans to Gabon.", "AGREE", 1, "cooperation"),
        ("Spain suspended military aid to Gabon.", "SANCTION", 4, "conflict"),
        ("Spain cancelled a planned visit to Gabon.", "REJECT", 3, "conflict"),
        ("Spain has lifted its sanctions against Gabon.", "RETREAT", 2, "cooperation"),
    ],
)
def test_the_trigger_between_the_two_decides(text: str, kind: str, quad: int, binary: str) -> None:
    answer = ask(text, "Spain", "Gabon")

    assert (answer.type, answer.quad, answer.binary) == (EventType(kind), quad, binary)


def test_the_nearest_of_two_events_is_taken() -> None:
    text = "Spain praised Gabon, and Chad accused Mali of fraud."

    assert ask(text, "Spain", "Gabon").type is EventType.SUPPORT
    assert ask(text, "Chad", "Mali").type is EventType.ACCUSE


def test_probabilities_sum_to_at_most_one_and_the_type_has_the_greatest() -> None:
    answer = ask("Spain praised Gabon and threatened to attack Chad.", "Spain", "Gabon")

    assert 0 < sum(answer.p.values()) <= 1
    assert answer.type is not None
    assert max(answer.p, key=lambda kind: answer.p[kind]) == answer.type.value


def test_a_pair_that_no_event_joins_stays_open() -> None:
    answer = ask("Spain lies north of Gabon.", "Spain", "Gabon")

    assert answer == PairAnswer(type=None, quad=None, binary=None, p={})


def test_an_event_of_the_page_answers_where_the_words_between_do_not() -> None:
    text = "Spain lies north of Gabon."
    joined = EventMention(
        id=EventId("v1"),
        type=EventType.AID,
        trigger=(Span(0, 5),),
        quad=QUAD[EventType.AID],
        actors=(Participant(spans=(span_of(text, "Spain"),)),),
        recipients=(Participant(spans=(span_of(text, "Gabon"),)),),
    )
    pair = AskedPair(actor=(span_of(text, "Spain"),), recipient=(span_of(text, "Gabon"),))

    assert answer_pairs(page_of(text), [joined], [pair])[0].type is EventType.AID


def test_a_pair_without_words_is_asked_of_the_first_sentence() -> None:
    pair = AskedPair(actor=(), recipient=())

    assert answer_pairs(page_of("Spain attacked Gabon."), (), [pair])[0].type is EventType.ASSAULT
    assert answer_pairs(page_of(""), (), [pair])[0].type is None


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
@settings(max_examples=50)
def test_any_text_and_any_place_are_answered(text: str, one: int, other: int) -> None:
    low, high = sorted((min(one, len(text)), min(other, len(text))))
    pair = AskedPair(actor=(Span(low, high),), recipient=(Span(high, high),))

    answer = answer_pairs(page_of(text), (), [pair])[0]

    assert sum(answer.p.values()) <= 1
    assert (answer.type is None) == (answer.quad is None) == (answer.binary is None)


@needs_shared
def test_the_types_of_real_pairs_stay_right_as_often_as_before() -> None:
    right = 0
    rows = [json.loads(line) for line in PLV.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        actor, recipient = (tuple(Span(*s) for s in row[side]["spans"]) for side in ("source", "target"))
        answer = answer_pairs(page_of(row["text"]), (), [AskedPair(actor=actor, recipient=recipient)])[0]
        kind = None if answer.type is None else answer.type.value
        # PLV keeps CONCEDE and RETREAT together.
        right += ("YIELD" if kind in ("CONCEDE", "RETREAT") else kind) == row["root"]

    assert right / len(rows) >= LEAST_ROOTS_RIGHT
