"""Sentences that go on with what somebody says though they name nobody."""

import pytest

from secondsource.model.statement import Statement
from secondsource.reading.read import read
from tests.reading.statement_makers import body, statements_of, words

SAID = "The harbour will stay closed, Foreign Ministry spokesperson Anna Berg told reporters on Monday."


def carried(text: str, language: str = "en") -> list[Statement]:
    return [statement for statement in statements_of(text, language=language) if statement.carried]


@pytest.mark.parametrize(
    "view",
    [
        "Any other decision would endanger the crews",
        "It is the owners who must pay for the repairs",
        "A mere inspection is not forbidden by the treaty",
        "If the owners refuse, the ships could be seized",
        "Nobody need stay at home for that",
        "Norway has the sovereign right to close its ports",
    ],
)
def test_a_view_after_a_saying_is_likely_the_same_speakers(view):
    found = carried(f"{SAID} {view}. The storm has lasted three days.")

    assert [(each.speaker_name, words(f"{SAID} {view}.", each.content)) for each in found] == [("Anna Berg", [view])]
    assert not any(each.cue for each in found)


@pytest.mark.parametrize(
    "told",
    [
        "The harbour was built in 1904.",
        "It is unclear how long repairs would take.",
        "But critics could see it otherwise.",
        "Last week the port would not let two ships in.",
        "There is no word on who would pay.",
        "“It would be a shame.”",
    ],
)
def test_what_a_report_tells_in_its_own_voice_is_nobodys(told):
    assert carried(f"{SAID} {told}") == []


def test_a_list_that_a_speaker_began_goes_on():
    text = (
        "One of the three carried shells in 2022, the port authority of Oslo said. Another brought diesel to the north."
    )

    assert [words(text, each.content) for each in carried(text)] == [["Another brought diesel to the north"]]


def test_a_view_in_another_paragraph_is_the_reports_own():
    assert carried(f"{SAID}\n\nAny other decision would endanger the crews.") == []


def test_nothing_goes_on_with_several_or_with_data():
    assert carried("The ship is armed, Norway and Sweden say. It could fire on others.") == []
    assert carried("The ship left at nine, Flightradar24 data show. It could be in Oslo by noon.") == []


@pytest.mark.parametrize("silence", ["Anna Berg declined to comment", "Anna Berg kept silent about the port"])
def test_nothing_goes_on_with_whoever_is_silent(silence):
    assert carried(f"{silence}. The ships could be armed.") == []


def test_of_one_who_is_passed_on_by_an_agency_the_first_speaker_goes_on():
    text = "The port is closed, Anna Berg told reporters, according to Interfax. Any other decision would be reckless."

    assert [each.speaker_name for each in carried(text)] == ["Anna Berg"]


def test_in_german_the_mood_of_reported_speech_goes_on():
    text = "Der Hafen bleibe geschlossen, sagte Ministerin Anna Berg. Die Sicherheit der Mannschaften sei wichtiger."

    found = carried(text, "de")

    assert [words(text, each.content) for each in found] == [["Die Sicherheit der Mannschaften sei wichtiger"]]


def test_nothing_is_counted_from_what_is_only_carried_on():
    text = "The harbour is closed, the Kremlin said. Any other decision would have been reckless."
    told = text.split(". ", maxsplit=1)[0] + "."

    assert [each.carried for each in read(body(text)).statements] == [False, True]
    assert read(body(text)).upstream == read(body(told)).upstream
