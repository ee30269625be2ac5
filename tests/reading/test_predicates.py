"""How surely an asked event word happened follows from the words around it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.evidence import Span
from secondsource.model.statement import Stance
from secondsource.reading.certainty.predicates import answer_predicates
from tests.reading.event_makers import page_of, span_of
from tests.support import SHARED, needs_shared

UW_DEV = SHARED / "data" / "uw-factuality" / "dev.jsonl"
MOST_ERROR = 0.54
"""Mean absolute error on the development part of UW factuality; measured 0.512 ("all +3" has 0.78 on its test part)."""


def certainty(text: str, word: str) -> float:
    return answer_predicates(page_of(text), [span_of(text, word)])[0].certainty


def stance(text: str, word: str) -> Stance:
    return answer_predicates(page_of(text), [span_of(text, word)])[0].stance


def test_a_plain_past_is_certain() -> None:
    assert certainty("The ship sank near Malta.", "sank") == 3.0
    assert stance("The ship sank near Malta.", "sank") is Stance.ASSERTED


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The ship did not sink.", "sink"),
        ("The ship didn't sink.", "sink"),
        ("The crew never left the port.", "left"),
        ("The court failed to sign the order.", "sign"),
        ("No one was hurt.", "hurt"),
        ("He refused to pay.", "pay"),
        ("They reached no deal.", "reached"),
    ],
)
def test_what_is_negated_or_failed_did_not_happen(text: str, word: str) -> None:
    assert certainty(text, word) < 0
    assert stance(text, word) is Stance.DENIED


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("They may leave soon.", "leave", Stance.POSSIBLE),
        ("If they leave, talks end.", "leave", Stance.CONDITIONAL),
        ("It would be a breach if they trade.", "trade", Stance.CONDITIONAL),
        ("They will leave on Monday.", "leave", Stance.PLANNED),
        ("They plan to leave.", "leave", Stance.PLANNED),
        ("They asked him to leave.", "leave", Stance.POSSIBLE),
        ("Did they leave?", "leave", Stance.POSSIBLE),
        ("The army is accused of shelling the town.", "shelling", Stance.POSSIBLE),
    ],
)
def test_what_is_open_is_never_asserted(text: str, word: str, expected: Stance) -> None:
    assert stance(text, word) is expected
    assert certainty(text, word) < 2.5


def test_what_somebody_managed_to_do_is_surer_than_what_he_wanted_to_do() -> None:
    assert certainty("She managed to leave.", "leave") > certainty("She wanted to leave.", "leave")


def test_not_to_fail_is_to_do() -> None:
    assert certainty("He did not fail to sign.", "sign") > 0


def test_a_word_outside_every_sentence_is_answered() -> None:
    assert answer_predicates(page_of("…"), [Span(0, 1)])[0].stance is Stance.ASSERTED


def test_answers_come_in_the_order_asked() -> None:
    text = "They left. They did not pay."

    answers = answer_predicates(page_of(text), [span_of(text, "pay"), span_of(text, "left")])

    assert [answer.stance for answer in answers] == [Stance.DENIED, Stance.ASSERTED]


@given(st.text(max_size=60), st.integers(0, 60))
@settings(max_examples=50)
def test_any_text_is_answered_within_the_scale(text: str, place: int) -> None:
    at = min(place, len(text))

    answer = answer_predicates(page_of(text), [Span(at, min(at + 3, len(text)))])[0]

    assert -3 <= answer.certainty <= 3


@needs_shared
def test_the_certainty_of_real_predicates_stays_as_near_as_before() -> None:
    errors: list[float] = []
    for line in UW_DEV.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        spans = [Span(item["start"], item["end"]) for item in row["spans"]]
        answers = answer_predicates(page_of(row["text"]), spans)
        errors.extend(abs(a.certainty - item["value"]) for a, item in zip(answers, row["spans"], strict=True))

    assert sum(errors) / len(errors) <= MOST_ERROR


def test_a_rejected_allegation_is_denied_and_a_plain_one_only_possible() -> None:
    assert stance("He rejected an allegation that he took bribes.", "took") is Stance.DENIED
    assert stance("She repeated an allegation that he took bribes.", "took") is Stance.POSSIBLE
