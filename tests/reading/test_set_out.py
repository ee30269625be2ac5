import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.evidence import Span
from secondsource.model.ids import ReportId
from secondsource.model.report import Report, Section, SectionKind
from secondsource.reading.layout import lay_out
from secondsource.reading.statements.going_on import give_quotations
from secondsource.reading.statements.saying import Saying
from secondsource.reading.statements.set_out import find_set_out, give_way
from secondsource.reading.statements.whole_quotes import take_whole
from tests.reading.pages import page
from tests.reading.statement_makers import body, words

Told = tuple[list[str], list[str], list[str]]


def told(text: str, sayings: list[Saying]) -> list[Told]:
    return [
        (
            words(text, saying.source),
            words(text, saying.cue),
            [" ".join(w.split()) for w in words(text, saying.content)],
        )
        for saying in sayings
    ]


def set_out(text: str) -> list[Told]:
    return told(text, find_set_out(page(text)))


def saying(text: str, source: str, cue: str, *content: str) -> Saying:
    def span(part: str) -> Span:
        start = text.index(part)
        return Span(start, start + len(part))

    return Saying(source=(span(source),), cue=(span(cue),), content=tuple(map(span, content)), act="say")


def test_turns_of_a_transcript_are_their_speakers_words():
    text = (
        "The briefing began at noon.\n\nMR. ORLAN: We have seen the reports.\n\n"
        "Q: Which ones?\n\nMR. ORLAN: Those from the port."
    )
    assert set_out(text) == [
        (["MR. ORLAN"], [":"], ["We have seen the reports."]),
        (["Q"], [":"], ["Which ones?"]),
        (["MR. ORLAN"], [":"], ["Those from the port."]),
    ]


def test_a_headline_may_name_its_source_last():
    text = "Military trainers leave for Moscow: state media\n\nThe group left on Monday."
    title = Section(kind=SectionKind.TITLE, start=0, end=text.index("\n"))
    rest = Section(kind=SectionKind.BODY, start=title.end + 2, end=len(text))

    found = find_set_out(lay_out(Report(id=ReportId("r1"), text=text, language="en", sections=(title, rest))))

    assert told(text, found) == [(["state media"], [":"], ["Military trainers leave for Moscow"])]


def test_a_paragraph_between_two_turns_goes_on_with_the_first():
    text = "HALE: We counted twelve.\n\nThen we lost sight of them.\n\nDORN: Twelve of what?\n\nThe hearing was closed."
    assert [content for _, _, content in set_out(text)] == [
        ["We counted twelve.", "Then we lost sight of them."],
        ["Twelve of what?"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "SEOUL: The ministry has said nothing yet.\n\nIt was asked on Monday.",
        "UPDATE: The ship has sailed.\n\nNOTE: An earlier version was wrong.",
        "The list: three ships.\n\nThe price: two million.",
    ],
)
def test_a_dateline_or_a_heading_is_no_turn(text: str):
    assert set_out(text) == []


def test_a_quotation_that_a_dash_signs_is_the_signers():
    text = (
        "Readers wrote to us.\n\n“The ferry never came that night.” — Tamara Iosel, Odesa\n\n"
        "“Nobody told us where to go.”\n\n― Danylo Hrab"
    )
    assert set_out(text) == [
        (["Tamara Iosel, Odesa"], ["—"], ["“The ferry never came that night.”"]),
        (["Danylo Hrab"], ["―"], ["“Nobody told us where to go.”"]),
    ]


def test_what_a_turn_says_is_no_other_speakers():
    text = "She said little.\n\nHALE: We counted twelve.\n\nDORN: The crew told us of ten."
    turns = find_set_out(page(text))
    astray = saying(text, "She", "said", "little", "We counted twelve.")
    hearsay = saying(text, "The crew", "told", "of ten")

    kept = give_way([astray, hearsay], turns)

    assert [words(text, each.content) for each in kept] == [["little"], ["of ten"]]


def test_a_quotation_is_taken_whole():
    text = "“We will not open the border before the autumn,” Lena Orr said."
    cut = saying(text, "Lena Orr", "said", "not open the border before the autumn")

    take_whole(page(text), [cut])

    assert words(text, cut.content) == ["“We will not open the border before the autumn,”"]


def test_the_marks_of_a_short_quotation_belong_to_it():
    text = "“The ship,” Lena Orr said, “was armed.”"
    bare = saying(text, "Lena Orr", "said", "The ship", "was armed")

    take_whole(page(text), [bare])

    assert words(text, bare.content) == ["“The ship,”", "“was armed.”"]


def test_a_word_held_at_arms_length_is_left_as_it_is():
    text = "Orr called the “so-called ceasefire” a trap."
    inside = saying(text, "Orr", "called", "ceasefire")

    take_whole(page(text), [inside])

    assert words(text, inside.content) == ["ceasefire"]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph():
    text = "“The road was mined,” Orr said. “We went back.\n\n“Then the radio failed.”\n\n“Nobody came for us.”"
    first = saying(text, "Orr", "said", "“The road was mined,”", "“We went back.")

    found = told(text, give_quotations(page(text), [first]))

    assert found == [
        (["Orr"], ["said"], ["“The road was mined,”", "“We went back.", "“Then the radio failed.”"]),
        (["Orr"], [], ["“Nobody came for us.”"]),
    ]


def test_a_quotation_far_from_any_speaker_is_given_to_nobody():
    text = "Orr said “the road was mined” there.\n\nThe town has a mill.\n\n“Nobody came for us that night.”"
    first = saying(text, "Orr", "said", "“the road was mined”")
    assert give_quotations(page(text), [first]) == [first]


@given(st.text(alphabet="AB Q:\n“”\"—-ab.'’", max_size=80))
def test_layout_gives_exact_words_of_any_text(text: str):
    laid_out = lay_out(body(text))
    for each in find_set_out(laid_out):
        assert all(0 <= span.start < span.end <= len(text) for span in (*each.source, *each.cue, *each.content))
