import gzip
import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.evidence import Span
from secondsource.model.report import Report, Section, SectionKind
from secondsource.model.statement import Stance, Statement, StatementAct, StatementKind
from secondsource.reading.statements.cue_table import english_cues
from secondsource.reading.statements.find import find_statements
from secondsource.reading.statements.flow import attribute
from secondsource.reading.statements.saying import Saying
from secondsource.reading.statements.second_opinion import named_by_rule
from secondsource.reading.statements.tokens import LONGEST, bounded
from secondsource.text.quotes import quoted_spans
from secondsource.text.segment import paragraph_spans, sentence_spans
from tests.reading.statement_makers import body, laid_out, statements_of, words
from tests.support import SHARED, needs_shared


def only(text: str, language: str = "en") -> Statement:
    found = statements_of(text, language=language)
    assert len(found) == 1, [words(text, statement.content) for statement in found]
    return found[0]


def parts(text: str, language: str = "en") -> tuple[list[str], list[str], list[str]]:
    statement = only(text, language)
    return words(text, statement.source), words(text, statement.cue), words(text, statement.content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The ministry said the ship left port.", "The ministry", "said", "the ship left port"),
        ("The ministry said on Tuesday that the ship left port.", "The ministry", "said", "that the ship left port"),
        ("The ship left port, the ministry said.", "the ministry", "said", "The ship left port"),
        (
            "The ship left port, said Anna Berg, a harbour official.",
            "Anna Berg, a harbour official",
            "said",
            "The ship left port",
        ),
        ("According to Yonhap, the ship left port.", "Yonhap", "According to", "the ship left port"),
        ("The ship left port, according to Yonhap.", "Yonhap", "according to", "The ship left port"),
        (
            "Anna Berg, head of the port agency, warned that the ship was armed.",
            "Anna Berg, head of the port agency,",
            "warned",
            "that the ship was armed",
        ),
        ("The ship left port, FlightRadar24 data show.", "FlightRadar24 data", "show", "The ship left port"),
        ("Reuters reports that the ship left port.", "Reuters", "reports", "that the ship left port"),
        (
            "The minister has repeatedly denied that the ship was armed.",
            "The minister",
            "has repeatedly denied",
            "that the ship was armed",
        ),
    ],
)
def test_source_cue_and_content_are_the_exact_words(text, source, cue, content):
    assert parts(text) == ([source], [cue], [content])


def test_a_quotation_parted_by_its_speaker_is_one_statement_of_two_pieces():
    text = "“The port is closed,” said Anna Berg, “and it stays closed.”"

    _, _, content = parts(text)

    assert content == ["“The port is closed,”", "“and it stays closed.”"]


def test_a_quotation_that_goes_on_after_the_full_stop_is_the_same_statement():
    text = "“The port is closed,” Anna Berg said. “It stays closed for a week.”"

    statement = only(text)

    assert words(text, statement.content) == ["“The port is closed,”", "“It stays closed for a week.”"]
    assert statement.kind is StatementKind.DIRECT


def test_a_quotation_that_runs_over_paragraphs_is_one_statement():
    text = "“The port is closed,” Anna Berg said. “It stays closed.\n\n“Nobody may enter it.”"

    assert words(text, only(text).content)[-1] == "“Nobody may enter it.”"


def test_a_quotation_without_cue_belongs_to_the_last_speaker():
    text = "“The port is closed,” Anna Berg said.\n\n“We shall open it again when the storm is over.”"

    found = statements_of(text)

    assert {statement.speaker_name for statement in found} == {"Anna Berg"}
    assert [piece for statement in found for piece in words(text, statement.content)] == [
        "“The port is closed,”",
        "“We shall open it again when the storm is over.”",
    ]


def test_a_sentence_after_a_saying_is_the_reports_own():
    text = "The port is closed, the ministry said. The storm has lasted three days."

    assert words(text, only(text).content) == ["The port is closed"]


def test_two_sayings_of_one_sentence_part_where_the_second_begins():
    text = "Anna Berg said the port was closed, but she speculated that it could open on Friday."

    first, second = statements_of(text)

    assert words(text, first.content) == ["the port was closed"]
    assert words(text, second.content) == ["that it could open on Friday"]
    assert second.stance is Stance.POSSIBLE
    assert second.speaker == first.speaker


def test_what_one_outlet_says_another_reported_lies_within():
    text = "Yonhap said that KCNA reported that the delegation had left."

    outer, inner = statements_of(text)

    assert (outer.speaker_name, inner.speaker_name) == ("Yonhap", "KCNA")
    assert inner.within == outer.id
    assert outer.within is None


def test_what_would_follow_from_a_condition_stays_conditional():
    text = "The fleet sailed, a move which South Korea said would be a breach of sanctions if any arms change hands."

    statement = only(text)

    assert statement.speaker_name == "South Korea"
    assert statement.stance is Stance.CONDITIONAL
    assert words(text, statement.hedges) == ["would be", "if"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The port is closed,” Anna Berg said.", StatementKind.DIRECT),
        ("Anna Berg said the port was “quite closed” for now.", StatementKind.MIXED),
        ("Anna Berg said the port was closed.", StatementKind.INDIRECT),
    ],
)
def test_quote_marks_decide_the_kind(text, kind):
    assert only(text).kind is kind


def test_a_spokesperson_speaks_for_the_ministry_named_before():
    text = (
        "The South Korean Ministry of Foreign Affairs said on Monday that the visit was being watched.\n\n"
        "Any such trade is banned, Park Min-ji, a spokesperson for the ministry, told reporters."
    )

    statement = statements_of(text)[-1]

    assert statement.speaker_name == "Park Min-ji"
    assert statement.office == "spokesperson"
    assert statement.organisation is not None
    assert "Foreign Affairs" in statement.organisation
    assert statement.addressee == "reporters"


def test_experts_without_names_keep_their_words_and_have_no_entity():
    statement = only("Arms experts in the United States said that the deal was a first step.")

    assert statement.speaker is None
    assert statement.speaker_name == "Arms experts in the United States"


def test_what_nobody_by_name_believes_has_no_speaker():
    text = "The ship is believed to carry shells."

    statement = only(text)

    assert statement.source == ()
    assert statement.speaker_name is None
    assert statement.stance is Stance.LIKELY
    assert words(text, statement.content) == ["The ship", "to carry shells"]


def test_what_is_only_supposed_to_be_said_is_no_statement():
    assert statements_of("If the ministry says so, the ship leaves.") == ()


def test_credits_and_notices_are_never_read():
    text = "The port is closed.\n\nThe editors said that comments are checked."
    notice = text.index("The editors")
    sections = (
        Section(kind=SectionKind.BODY, start=0, end=notice - 2),
        Section(kind=SectionKind.NOTICE, start=notice, end=len(text)),
    )
    report = Report(id=body(text).id, text=text, language="en", sections=sections)

    assert find_statements(*laid_out(report)) == ()


def test_a_headline_with_a_colon_names_its_speaker():
    text = "Kremlin: troop reports are contradictory"
    section = Section(kind=SectionKind.TITLE, start=0, end=len(text))
    report = Report(id=body(text).id, text=text, language="en", sections=(section,))

    (statement,) = find_statements(*laid_out(report))

    assert words(text, statement.content) == ["troop reports are contradictory"]


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        ("ru", "МИД России заявил, что корабль вышел из порта.", "МИД России", "корабль вышел из порта"),
        ("ru", "Корабль вышел из порта, сообщает ТАСС.", "ТАСС", "Корабль вышел из порта"),
        ("ru", "По данным Reuters, корабль вышел из порта.", "Reuters", "корабль вышел из порта"),
        (
            "de",
            "Das Schiff habe den Hafen verlassen, sagte der Minister am Montag.",
            "der Minister",
            "Das Schiff habe den Hafen verlassen",
        ),
        ("de", "Der Minister erklärte, das Schiff sei ausgelaufen.", "Der Minister", "das Schiff sei ausgelaufen"),
        ("ko", "통일부는 배가 항구를 떠났다고 밝혔다.", "통일부", "배가 항구를 떠났다"),
        ("ko", "배가 항구를 떠났다고 조선중앙통신이 9일 보도했다.", "조선중앙통신", "배가 항구를 떠났다"),
        ("ko", "교도통신에 따르면 배가 항구를 떠났다.", "교도통신", "배가 항구를 떠났다"),
    ],
)
def test_other_languages_are_read_by_their_own_cues(language, text, source, content):
    statement = only(text, language)

    assert words(text, statement.source) == [source]
    assert words(text, statement.content) == [content]


def test_every_form_of_a_cue_is_known_by_its_spelling():
    forms = english_cues()

    assert {"says", "said", "saying", "denies", "denied", "told", "admitted", "forecasts"} <= set(forms)
    assert "sayed" not in forms


@given(st.text(alphabet="ab \n“", max_size=9_000))
@settings(max_examples=20)
def test_a_run_longer_than_any_sentence_is_read_in_pieces_that_leave_nothing_out(text):
    pieces = list(bounded(text, Span(0, len(text))))

    assert "".join(piece.of(text) for piece in pieces) == text
    assert all(piece.end - piece.start <= LONGEST for piece in pieces)


FRAGMENTS = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        " said ",
        ", ",
        ". ",
        "\n\n",
        "The ministry ",
        "he ",
        "according to ",
        "Yonhap ",
        "that ",
        "told ",
        ": ",
        "; ",
        "who ",
        "and ",
        "U.S. ",
        "다고 ",
        "밝혔다. ",
        "сообщил, что ",
    ]
)


@settings(max_examples=50, deadline=None)
@given(
    st.one_of(st.text(max_size=120), st.lists(FRAGMENTS, max_size=30).map("".join)),
    st.sampled_from(["en", "ko", "ru", "de"]),
)
def test_any_text_gives_statements_whose_spans_lie_inside_it(text, language):
    for statement in statements_of(text, language=language):
        for spans in (statement.source, statement.cue, statement.content, statement.hedges):
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
        pieces = statement.content
        assert pieces
        assert all(one.end <= other.start for one, other in pairwise(pieces))


def attribution_words_found(line: dict[str, Any]) -> tuple[int, int, int]:
    """Share of gold content words in some content found, and of the found ones in gold."""
    text = line["text"]
    sentences = [
        (sentence, number, number == 0)
        for number, paragraph in enumerate(paragraph_spans(text))
        for sentence in sentence_spans(text, paragraph.start, paragraph.end)
    ]
    found = {
        place
        for saying in attribute(text, sentences, quoted_spans(text), "en")
        for span in saying.content
        for place in range(span.start, span.end)
    }
    gold = {place for item in line["attributions"] for start, end in item["content"] for place in range(start, end)}
    return len(found & gold), len(found), len(gold)


@needs_shared
def test_most_of_what_readers_marked_as_said_is_found():
    with gzip.open(SHARED / "data" / "polnear" / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        counts = [attribution_words_found(json.loads(line)) for line in lines]
    both, found, gold = (sum(column) for column in zip(*counts, strict=True))

    assert both / found > 0.85
    assert both / gold > 0.62


@pytest.mark.parametrize(
    "text",
    [
        "A delegation has left Pyongyang, Reuters reported on Tuesday.",
        "A delegation has left Pyongyang, Reuters reported on Tuesday, citing KCNA.",
        "A delegation has left Pyongyang, Reuters reported on Tuesday, in the first trip of its kind.",
    ],
)
def test_a_wire_that_reported_on_a_day_is_the_source_and_whom_it_cites_says_nothing_here(text: str):
    assert parts(text) == (["Reuters"], ["reported"], ["A delegation has left Pyongyang"])


@pytest.mark.parametrize(
    "text",
    [
        "The agency did not disclose the aim of the journey or say where the trainers would go.",
        "The ministry did not say why the ship left.",
        "The Pentagon declined to comment on the report.",
        "Neither expert claims that the aircraft carried arms.",
    ],
)
def test_what_was_not_said_is_marked_as_not_said(text: str):
    found = statements_of(text)

    assert found
    assert all(statement.negated for statement in found)


def test_a_deed_that_is_refused_is_no_silence():
    found = statements_of("The North refused to give up its missiles and declined to meet the envoy.")

    assert not any(statement.negated for statement in found)


def test_what_a_body_said_it_does_not_know_is_said():
    assert not only("The ministry said that it did not know the reason.").negated


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The ministry said that the ship left port.", StatementAct.SAID),
        ("Data from the tracker show that the aircraft landed.", StatementAct.SHOWN),
        ("Maxwell believes that the visit will be repeated.", StatementAct.HELD),
        ("The ministry hopes that the ship will leave.", StatementAct.WANTED),
    ],
)
def test_saying_showing_holding_and_wanting_are_told_apart(text: str, act: StatementAct):
    assert only(text).act is act


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ministry said that any aid that helps the army is a violation of the resolutions.", Stance.CONDITIONAL),
        ("The ministry said that the aid is a violation of the resolutions.", Stance.ASSERTED),
    ],
)
def test_a_rule_about_any_case_asserts_no_case(text: str, stance: Stance):
    assert only(text).stance is stance


def test_an_answer_that_is_only_announced_is_no_saying_of_its_own():
    found = statements_of("Lim added that Seoul would respond “sternly and resolutely” to such acts.")

    assert [statement.speaker_name for statement in found] == ["Lim"]


def test_a_headline_that_opens_with_a_place_says_nothing_unless_a_sentence_follows():
    assert _headline("North Korea: army educators on the way to Russia") == []
    assert _headline("Kremlin: reports on soldiers are false") == ["Kremlin"]


def _headline(text: str) -> list[str]:
    section = Section(kind=SectionKind.TITLE, start=0, end=len(text))
    report = Report(id=body(text).id, text=text, language="en", sections=(section,))
    return [statement.source[0].of(text) for statement in find_statements(*laid_out(report))]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The ministry said two ships sank.", "two ships sank"),
        ("The ministry said the bridge buckled.", "the bridge buckled"),
        ("The agency said the two sides hammered out a deal.", "the two sides hammered out a deal"),
    ],
)
def test_a_clause_is_known_by_its_verb_also_where_no_table_has_it(text: str, content: str):
    assert words(text, only(text).content) == [content]


def test_states_that_speak_together_by_their_capitals_have_their_names():
    text = "The charges are false, Moscow and Pyongyang have said."

    assert only(text).speaker_name == "Russia and North Korea"


def test_what_follows_a_bare_report_in_korean_is_the_outlets_and_a_view_that_came_up_is_some_observers():
    text = (
        "외무장관이 다음 달 북한에 간다고 밝혔다. 교도통신이 항로 기록을 보고 전했다. 배가 항구를 떠났다는 것이다. "
        "배가 무기를 실었을 수 있다는 관측도 나왔다. 접촉이 잦아진 듯하다고 교도는 풀이했다."
    )

    said = {words(text, each.content)[0]: each.speaker_name for each in statements_of(text, language="ko")}

    assert said["배가 항구를 떠났다"] == "Kyodo"
    assert said["배가 무기를 실었을 수 있다"] == "observers"
    assert said["접촉이 잦아진 듯하다"] == "Kyodo"


def test_a_speaker_with_a_clause_of_his_own_is_no_part_of_what_he_says():
    text = "Friendship with them will bring bad consequences, Norway's president Orr, who is to travel to Bonn, warned."

    statement = only(text, "en")

    assert words(text, statement.content) == ["Friendship with them will bring bad consequences"]
    assert statement.speaker_name == "Orr"


def test_a_speaker_beside_the_cue_goes_before_one_of_an_earlier_sentence():
    text = "Trade must go on. Oslo sent some soldiers to the east, the service said."
    place = {word: text.index(word) for word in ("Trade", "Oslo", "the service", "said")}
    cue = (Span(place["said"], place["said"] + 4),)
    content = (Span(place["Oslo"], text.index(", the")),)
    elsewhere = Saying(source=(Span(place["Trade"], place["Trade"] + 5),), cue=cue, content=content, act="say")
    beside = Saying(source=(Span(place["the service"], place["said"] - 1),), cue=cue, content=content, act="say")

    assert named_by_rule(text, elsewhere, [beside]).source == beside.source


def test_states_that_speak_together_are_named_without_articles():
    text = "Trade must go on, the United States and South Korea said."

    assert only(text, "en").speaker_name == "United States and South Korea"


def test_a_clause_beside_the_speaker_does_not_open_in_the_name() -> None:
    found = statements_of("An official of the ministry, who asked not to be named, said the ship left port.")

    said = next(statement for statement in found if statement.cue and statement.speaker_name)
    assert said.speaker_name == "official of the ministry"
