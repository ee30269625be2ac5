"""Several who speak together, and those who are told by their kind or their body alone."""

from dataclasses import replace

import pytest

from secondsource.reading.statements.find import find_statements
from tests.reading.statement_makers import body, laid_out, statements_of


def speakers(text: str, language: str = "en") -> list[str | None]:
    return [statement.speaker_name for statement in statements_of(text, language=language)]


def test_states_that_speak_together_lose_their_articles():
    assert speakers("The US, France and the Netherlands said that the port must open.") == [
        "US, France and Netherlands"
    ]


def test_both_who_deny_a_charge_are_those_who_are_charged():
    text = (
        "Norway sends shells to Sweden for its war on Denmark, Berlin and Paris charge. That is untrue, both countries "
        "say."
    )

    assert speakers(text) == ["Germany and France", "Norway and Sweden"]


def test_both_who_deny_nothing_keep_their_words():
    assert speakers("Norway sends shells to Sweden. The port is open, both countries say.") == ["both countries"]


def test_they_are_the_states_that_the_sentence_lists():
    text = "A new team of Norway, Sweden and nine other states is to watch the ports, they said in a joint statement."

    assert speakers(text) == ["Norway, Sweden and nine other states"]


def test_the_statement_is_its_issuers():
    text = (
        "The ports must open, Norway and Sweden said in a joint statement. The team will help to keep them open, the "
        "statement says."
    )

    assert speakers(text) == ["Norway and Sweden", "Norway and Sweden"]


def test_somebody_at_a_ministry_is_not_the_ministry():
    text = "The ship is armed, someone at the Unification Ministry who asked not to be named told reporters on Monday."

    (said,) = [statement for statement in statements_of(text) if "armed" in text[statement.content[0].start :][:20]]

    assert said.speaker_name == "official of the Unification Ministry"
    assert said.organisation == "South Korean Unification Ministry"
    assert not said.negated


def test_a_states_speaker_is_its_representative():
    assert speakers("The talks have failed, the speaker of Norway said before the vote.") == [
        "representative of Norway"
    ]


def test_the_panel_is_the_panel_named_before():
    text = "The UN panel that watched the ports ended in May. The crews had been paid, the panel's report said."

    assert speakers(text)[-1] == "UN Panel of Experts"


def test_whose_the_military_is_tells_the_headline():
    report = body("The North has launched balloons again, the military said on Monday.", outlet="The Korea Herald")
    titled = replace(report, title="JCS: more balloons")

    assert [each.speaker_name for each in find_statements(*laid_out(titled))] == ["South Korean Joint Chiefs of Staff"]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("de", "Der Hafen könnte bald öffnen, vermuten Beobachter.", "observers"),
        ("ko", "항구가 곧 열릴 수 있다는 관측도 나왔다.", "observers"),
        ("de", "Der Hafen könnte bald öffnen, heißt es in Südkorea.", "South Korea"),
        ("es", "El puerto abrirá el lunes a mediodía, afirmó la Casa Blanca.", "White House"),
        ("bg", "Делегация от офицери е на посещение в Русия, съобщиха медиите в Пхенян.", "North Korean state media"),
    ],
)
def test_groups_and_bodies_of_other_languages_go_by_their_english_names(language, text, who):
    assert speakers(text, language) == [who]


def test_a_security_council_with_a_secretary_is_russias():
    text = (
        "Orlov of Russia is secretary of the Security Council. The talks were held in Oslo on Monday, the agency RIA "
        "quoted the Council."
    )

    assert speakers(text)[-1] == "Russian Security Council"
