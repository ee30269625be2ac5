import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.evidence import Span
from secondsource.model.statement import Stance
from secondsource.reading.certainty.stance import find_stance


def whole(text: str) -> tuple[Span, ...]:
    return (Span(0, len(text)),)


def stance(text: str, act: str | None = None) -> Stance:
    return find_stance(text, whole(text), act=act).stance


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the convoy crossed the border", Stance.ASSERTED),
        ("the convoy probably crossed the border", Stance.LIKELY),
        ("the convoy may have crossed the border", Stance.POSSIBLE),
        ("the convoy is unlikely to cross the border", Stance.POSSIBLE),
        ("the envoy plans to visit the capital", Stance.PLANNED),
        ("it would be a breach if the ship unloads", Stance.CONDITIONAL),
        ("should there be a launch, the council will meet", Stance.CONDITIONAL),
        ("it depends on whether the ship unloads", Stance.CONDITIONAL),
        ("the accusations are groundless", Stance.DENIED),
        ("талон возможно поддельный", Stance.POSSIBLE),
        ("배가 떠났을 수 있다", Stance.POSSIBLE),
    ],
)
def test_the_weakest_word_decides_the_stance(text, expected):
    assert stance(text) is expected


def test_a_conditional_is_never_asserted_even_under_a_plain_said():
    assert stance("any delivery would break the embargo", act="say") is Stance.CONDITIONAL


def test_a_future_seen_from_the_past_is_no_condition():
    assert stance("he would travel on Friday", act="say") is Stance.ASSERTED


def test_whether_somebody_was_asked_is_no_condition():
    assert stance("nobody asked if the ship had sailed") is Stance.ASSERTED


@pytest.mark.parametrize(
    ("act", "expected"),
    [("guess", Stance.POSSIBLE), ("believe", Stance.LIKELY), ("predict", Stance.LIKELY), ("deny", Stance.DENIED)],
)
def test_words_of_doubt_in_the_cue_weaken_the_content(act, expected):
    assert stance("the drill is over", act=act) is expected


def test_a_negation_is_a_denial_only_where_somebody_insists():
    assert stance("no arms were shipped", act="insist") is Stance.DENIED
    assert stance("no arms were shipped", act="say") is Stance.ASSERTED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("there is almost no chance of a launch", (0.01, 0.05)),
        ("a launch is very unlikely", (0.05, 0.20)),
        ("a launch is unlikely", (0.20, 0.45)),
        ("the chances are roughly even", (0.45, 0.55)),
        ("a launch is likely", (0.55, 0.80)),
        ("a launch is very likely", (0.80, 0.95)),
        ("a launch is almost certain", (0.95, 0.99)),
        ("a launch took place", None),
    ],
)
def test_words_of_likelihood_carry_the_range_of_icd_203(text, expected):
    assert find_stance(text, whole(text)).likelihood == expected


def test_the_hedges_are_the_words_the_stance_rests_on():
    text = "it would be a breach if the ship unloads"

    hedges = find_stance(text, whole(text)).hedges

    assert [span.of(text) for span in hedges] == ["would be", "if"]


def test_the_month_of_may_is_no_doubt():
    assert stance("the ship left on May 24") is Stance.ASSERTED


def test_a_condition_around_the_words_holds_for_them():
    text = "If the ship unloads, the council will meet"
    inner = (Span(text.index("the council"), len(text)),)

    assert find_stance(text, inner).stance is Stance.ASSERTED
    assert find_stance(text, inner, context=Span(0, len(text))).stance is Stance.CONDITIONAL


@given(st.text(max_size=200))
def test_any_words_have_a_stance_whose_hedges_lie_inside_them(text):
    stanced = find_stance(text, whole(text))

    assert all(0 <= hedge.start < hedge.end <= len(text) for hedge in stanced.hedges)
    assert list(stanced.hedges) == sorted(stanced.hedges)
