from secondsource.linking.likeness import Comparison
from secondsource.linking.profile import profile_of
from tests.linking.makers import report

LANDING = "A military aircraft landed in Pyongyang on Tuesday, tracking data show."
AGAIN = "Tracking data show that a military aircraft landed in Pyongyang."
OTHER = "The port authority awarded a contract for dredging the channel."


def compared() -> Comparison:
    texts = (LANDING, AGAIN, OTHER)
    return Comparison([profile_of(report(name, text), None) for name, text in zip("abc", texts, strict=True)])


def test_two_tellings_of_one_event_are_more_alike_than_reports_on_two() -> None:
    comparison = compared()

    assert comparison.likeness(0, 1).score > comparison.likeness(0, 2).score


def test_the_reasons_are_what_both_share_and_do_not_depend_on_the_order() -> None:
    comparison = compared()

    assert "c:aircraft" in comparison.likeness(0, 1).because
    assert comparison.likeness(0, 1) == comparison.likeness(1, 0)


def test_the_likeness_of_a_pair_is_the_one_that_groups_it() -> None:
    comparison = compared()

    assert abs(comparison.scores()[0, 1] - comparison.likeness(0, 1).score) < 1e-9
