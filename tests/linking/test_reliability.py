"""The letter that a person gives a source stands above the written rules, which stay to be seen beside it."""

from datetime import UTC, datetime
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from secondsource.linking.rating import rate, status_of
from secondsource.linking.reliability import Reliabilities, source_subject
from secondsource.model.judgement import Judgement, JudgementKind, Reliability, Verdict
from secondsource.model.linked import Admiralty, Line, OriginKind
from tests.linking.makers import line

KCNA_LINE = line("KCNA", OriginKind.OUTLET, "government of North Korea")
UNLISTED_LINE = line("Eastgate Courier")


def rated(source: str, letter: str, *, hour: int = 1, who: str = "Ann") -> Judgement:
    return Judgement(
        subject=source_subject(source),
        kind=JudgementKind.RELIABILITY,
        value=Reliability(letter),
        who=who,
        why="its notices hold",
        at=datetime(2024, 7, 9, hour, tzinfo=UTC),
    )


def rating(of: Line, *judgements: Judgement) -> Admiralty:
    return rate([of], status_of([of], []), Reliabilities(judgements))


def test_an_outlet_that_nobody_knows_cannot_be_judged() -> None:
    assert rating(UNLISTED_LINE).reliability == "F"


def test_a_letter_by_a_person_stands_and_the_rule_is_told_beside_it() -> None:
    found = rating(UNLISTED_LINE, rated("eastgate courier", "B"))

    assert found.reliability == "B"
    assert found.because[1] == (
        "Ann rated eastgate courier B on 2024-07-09: “its notices hold”; by the written rules it would be F: "
        "Eastgate Courier cannot be judged: it is not in the table of outlets or not named"
    )


def test_a_letter_under_an_alias_is_that_of_the_outlet() -> None:
    assert rating(KCNA_LINE, rated("Korean Central News Agency", "E")).reliability == "E"


def test_a_letter_on_who_controls_an_outlet_holds_until_the_outlet_has_its_own() -> None:
    control = rated("government of North Korea", "E", hour=3)

    assert rating(KCNA_LINE, control).reliability == "E"
    assert rating(KCNA_LINE, control, rated("KCNA", "C")).reliability == "C"


def test_a_letter_counts_no_second_origin_and_moves_no_credibility() -> None:
    assert rating(UNLISTED_LINE, rated("Eastgate Courier", "A")).credibility == rating(UNLISTED_LINE).credibility


def test_who_is_not_named_is_not_the_source_that_was_judged() -> None:
    unknown = line("not said", OriginKind.UNKNOWN)

    assert rating(unknown, rated("not said", "A")).reliability == "F"


def test_an_answer_on_something_else_gives_no_letter() -> None:
    other = Judgement(
        subject=("KCNA",),
        kind=JudgementKind.SAME_EVENT,
        value=Verdict.POSITIVE,
        who="Ann",
        why="",
        at=datetime.now(UTC),
    )

    assert rating(KCNA_LINE, other) == rating(KCNA_LINE)


@given(
    st.lists(st.tuples(st.sampled_from("ABCDEF"), st.integers(0, 3), st.sampled_from(["Ann", "Bo"])), max_size=5),
    st.randoms(use_true_random=False),
)
def test_the_order_in_which_answers_are_given_does_not_matter(
    answers: list[tuple[str, int, str]], random: Random
) -> None:
    judgements = [rated("KCNA", letter, hour=hour, who=who) for letter, hour, who in answers]
    shuffled = list(judgements)
    random.shuffle(shuffled)

    assert rating(KCNA_LINE, *judgements) == rating(KCNA_LINE, *shuffled)
    if judgements:
        latest = max(each.at for each in judgements)
        assert rating(KCNA_LINE, *judgements).reliability in {e.value for e in judgements if e.at == latest}
