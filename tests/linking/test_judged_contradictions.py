"""What a person decided about two passages stands above what the machine found, which stays to be read."""

import random
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from secondsource.linking.judged_contradictions import (
    JudgedContradictions,
    judged_contradictions,
    passage_of,
    passage_subject,
)
from secondsource.linking.rating import rate, status_of
from secondsource.model.evidence import Evidence
from secondsource.model.judgement import Judgement, JudgementKind, Verdict, unordered
from secondsource.model.linked import Contradiction, EventStatus
from tests.linking.makers import line, report, span

A = report("a", "Twelve people were hurt on the ferry, and the port is open.")
B = report("b", "Nine people were hurt on the ferry, and the port is closed.")
REPORTS = (A, B)


def passage(of: str, words: str) -> Evidence:
    found = span({"a": A, "b": B}[of].text, words)
    return Evidence(report_id={"a": A, "b": B}[of].id, exact=words, start=found.start, end=found.end)


NUMBERS = Contradiction(about="number", one=passage("a", "Twelve people"), other=passage("b", "Nine people"))
DENIAL = Contradiction(about="denial", one=passage("a", "Twelve people"), other=passage("b", "Nine people"))
OPEN, CLOSED = passage("a", "the port is open"), passage("b", "the port is closed")


def judged(one: Evidence, other: Evidence, value: Verdict, *, hour: int = 1) -> Judgement:
    return Judgement(
        subject=unordered(passage_subject(one), passage_subject(other)),
        kind=JudgementKind.CONTRADICTS,
        value=value,
        who="Ann",
        why="the later count",
        at=datetime(2024, 7, 9, hour, tzinfo=UTC),
    )


def found(*judgements: Judgement) -> JudgedContradictions:
    return judged_contradictions([NUMBERS], judgements, REPORTS)


def test_without_an_answer_what_the_machine_found_stands() -> None:
    assert found() == JudgedContradictions((NUMBERS,), ())


def test_one_that_a_person_set_aside_no_longer_stands_and_is_kept_with_the_reason() -> None:
    answer = found(judged(NUMBERS.other, passage("a", "people were hurt"), Verdict.NEGATIVE))

    assert answer.standing == ()
    assert [(each.about, each.judged) for each in answer.set_aside] == [
        ("number", "Ann on whether they contradict each other: negative; the later count")
    ]


def test_one_that_a_person_alone_saw_is_shown_and_makes_the_event_disputed() -> None:
    answer = found(judged(OPEN, CLOSED, Verdict.POSITIVE))
    added = answer.standing[1]

    assert (added.about, added.one, added.other) == ("judgement", OPEN, CLOSED)
    assert status_of([line("Reuters")], answer.standing) is EventStatus.DISPUTED
    assert rate([line("Reuters")], EventStatus.DISPUTED).credibility == 4


def test_one_that_was_seen_and_set_aside_again_is_gone_from_the_count_and_not_from_sight() -> None:
    answer = found(judged(OPEN, CLOSED, Verdict.POSITIVE), judged(CLOSED, OPEN, Verdict.NEGATIVE, hour=2))

    assert answer.standing == (NUMBERS,)
    assert [each.about for each in answer.set_aside] == ["judgement"]


def test_a_denial_that_a_person_set_aside_denies_nothing() -> None:
    answer = judged_contradictions([DENIAL], [judged(DENIAL.one, DENIAL.other, Verdict.NEGATIVE)], REPORTS)

    assert status_of([line("Reuters")], answer.standing) is EventStatus.SINGLE_ORIGIN


def test_an_unsure_answer_leaves_it_and_says_so() -> None:
    [kept] = found(judged(NUMBERS.one, NUMBERS.other, Verdict.UNSURE)).standing

    assert kept.judged is not None
    assert "unsure" in kept.judged


def test_an_answer_on_a_passage_that_no_report_has_changes_nothing() -> None:
    away = Evidence(report_id=A.id, exact="", start=10, end=9_000)

    assert found(judged(away, CLOSED, Verdict.POSITIVE)) == found()
    assert [passage_of(name, REPORTS) for name in ("a", "a:1", "a:x-y", "a:5-5", "c:1-2")] == [None] * 5


@given(st.integers(0, 58), st.integers(1, 59))
def test_a_passage_is_found_under_the_name_it_is_given(start: int, length: int) -> None:
    end = min(start + length, len(A.text))
    given_passage = Evidence(report_id=A.id, exact=A.text[start:end], start=start, end=end)

    assert passage_of(passage_subject(given_passage), REPORTS) == given_passage


PAIRS = st.sampled_from([(NUMBERS.one, NUMBERS.other), (OPEN, CLOSED), (CLOSED, OPEN), (NUMBERS.other, NUMBERS.one)])


@given(st.lists(st.tuples(PAIRS, st.sampled_from(Verdict)), max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_answers_changes_nothing_and_nothing_the_machine_found_is_lost(
    answers: list[tuple[tuple[Evidence, Evidence], Verdict]], shuffle: random.Random
) -> None:
    judgements = [judged(*pair, value, hour=hour) for hour, (pair, value) in enumerate(answers)]
    mixed = list(judgements)
    shuffle.shuffle(mixed)

    answer = found(*judgements)

    assert answer == found(*mixed)
    assert any(each.about == "number" for each in (*answer.standing, *answer.set_aside))
