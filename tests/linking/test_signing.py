"""In public a person is what they do at the desk and a number, and stays so."""

from datetime import UTC, datetime

from secondsource.linking.signing import signed, signs
from secondsource.model.judgement import Judgement, JudgementKind, Verdict


def judgement(who: str) -> Judgement:
    at = datetime(2026, 3, 1, tzinfo=UTC)
    subject = ("a", "b")
    return Judgement(subject=subject, kind=JudgementKind.SAME_EVENT, value=Verdict.UNSURE, who=who, why="so", at=at)


def test_a_number_goes_by_who_decided_first_and_stays_when_more_is_decided():
    roles = {"ann": "analyst", "eve": "editor"}
    early = signs(["ann", "bob", "ann"], roles)

    assert early == {"ann": "analyst no. 1", "bob": "person no. 2"}
    assert signs(["ann", "bob", "ann", "eve", "bob"], roles) == {**early, "eve": "editor no. 3"}


def test_a_sign_stands_in_the_place_of_the_name_and_a_stranger_has_none():
    assert [each.who for each in signed([judgement("ann"), judgement("x")], {"ann": "analyst no. 1"})] == [
        "analyst no. 1",
        "person",
    ]
