"""Where a rule's reading of the same cue goes before the encoder's."""

from secondsource.model.evidence import Span
from secondsource.reading.statements.english import under_rubric
from secondsource.reading.statements.saying import Saying
from secondsource.reading.statements.second_opinion import named_by_rule
from tests.reading.statement_makers import statements_of, words


def saying(text: str, source: str | None, cue: str, *content: str) -> Saying:
    """A saying by its words, each of which stands in ``text`` once."""
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in (source, cue, *content) if part]
    whose = () if source is None else (spans.pop(0),)
    return Saying(source=whose, cue=(spans[0],), content=tuple(spans[1:]), act="say")


def test_the_sentence_of_the_speaker_goes_before_the_one_before():
    text = "Norway sends shells to the east, Berlin charges. The charge is untrue, say both."
    encoder = saying(text, "both", "say", "Norway sends shells to the east")
    rule = saying(text, "both", "say", "The charge is untrue")

    assert named_by_rule(text, encoder, [rule]) is rule


def test_a_quotation_a_sentence_before_stays_where_the_rule_finds_nothing_beside_the_cue():
    text = "“We shall wait.” That is what Orr said."
    encoder = saying(text, "Orr", "said", "“We shall wait.”")
    rule = saying(text, "Orr", "said", "That is")

    assert named_by_rule(text, encoder, [rule]) is encoder


def test_who_closes_the_sentence_says_both_of_its_clauses():
    text = "The port has been closed for years, and the ships wait outside, Orr said."
    encoder = saying(text, "Orr", "said", "and the ships wait outside")
    rule = saying(text, "Orr", "said", "The port has been closed for years, and the ships wait outside")

    assert named_by_rule(text, encoder, [rule]) is rule


def test_speaker_and_words_that_changed_places_are_put_right():
    text = "The envoy of Norway has left Bonn, says a statement of the port."
    encoder = saying(text, "The envoy of Norway", "says", "a statement of the port")
    rule = saying(text, "a statement of the port", "says", "The envoy of Norway has left Bonn")

    assert named_by_rule(text, encoder, [rule]) is rule


def test_a_clause_of_anothers_before_a_semicolon_is_left_out():
    text = "Norway arms the ships, the east charges; both states say that this is not so."
    encoder = saying(text, "both states", "say", "Norway arms the ships", "that this is not so")
    rule = saying(text, "both states", "say", "that this is not so")

    assert named_by_rule(text, encoder, [rule]) is rule


def test_who_is_accused_says_nothing():
    text = "Anna Berg, head of the port, is accused of having sold the cranes."
    encoder = saying(text, "Anna Berg, head of the port,", "is accused of", "having sold the cranes")

    assert named_by_rule(text, encoder, []).source == ()
    assert words(text, named_by_rule(text, encoder, []).content) == [
        "Anna Berg, head of the port,",
        "having sold the cranes",
    ]


def test_who_is_told_at_the_end_of_a_sentence_may_be_a_country_s_media():
    (said,) = statements_of("The deal is off, Anna Berg told Norwegian media.")

    assert said.speaker_name == "Anna Berg"


def test_who_passes_words_on_is_no_part_of_what_was_said():
    text = "The talks were held in Oslo on Monday, the state agency RIA quoted the port council."

    assert words(text, statements_of(text)[0].content) == ["The talks were held in Oslo on Monday"]


def test_a_silence_does_not_take_the_next_sentence_for_its_words():
    text = "The ministry gave no answer. The silence suggests that soldiers were on board."

    assert not any(
        statement.speaker_name == "ministry" and "soldiers" in " ".join(words(text, statement.content))
        for statement in statements_of(text)
    )


def test_declining_to_comment_denies_nothing():
    (said,) = statements_of("Orr declined to comment.")

    assert (said.negated, said.stance) == (True, "asserted")


def test_what_was_not_to_be_done_is_no_negation_of_the_saying():
    found = statements_of("An official of the ministry who asked not to be named told reporters that the ship left.")

    assert not any(
        each.negated
        for each in found
        if each.content
        and "ship"
        in each.content[0].of(
            "An official of the ministry who asked not to be named told reporters that the ship left."
        )
    )


def test_a_korean_sentence_that_tells_two_things_gives_both():
    text = "외교부 당국자는 아직 확인된 것이 없다면서 이런 협력은 모두 결의 위반이라고 지적했다."

    found = statements_of(text, language="ko")

    assert [words(text, each.content) for each in found] == [
        ["아직 확인된 것이 없다"],
        ["이런 협력은 모두 결의 위반"],
    ]
    assert {each.speaker_name for each in found} == {"외교부 당국자"}


def test_a_kind_of_article_before_a_colon_says_nothing():
    rubric = "Analysis: What the envoys could want"
    speaker = "Kremlin: What the envoys want is known"

    assert under_rubric(rubric, saying(rubric, "Analysis", ":", "What the envoys could want"))
    assert not under_rubric(speaker, saying(speaker, "Kremlin", ":", "What the envoys want is known"))

    told = statements_of("Analysis: what Kim's educators could want from Russia")
    assert "Analysis" not in [said.speaker_name for said in told]
