"""The parts of a page: what is news and what is furniture."""

import gzip
import json
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.report import SectionKind
from secondsource.text.sections import find_sections
from tests.support import SHARED, needs_shared

BODY = (
    "Two ships have lain at the pier since Monday, the ministry of ports said in a note of one sentence.\n\n"
    "The owner of the ships did not answer questions, and the flag state said that it knew of nothing."
)
PAGE = f"""Ministry holds two ships at the pier

The note gives no reason, and the owner is silent.
By Ann Poe for Radio Harbour
Ministry holds two ships at the pier
Cy Roe/AFP

{BODY}

Inspectors walk along the pier on March 5, 2023, a day before the ships were to leave. (Cy Roe/AFP)

Second search to come

The inspectors will search both ships once more this week, said Jo Lane, who speaks for the ministry.

Translated by Di B. Moe and Al Fry. Edited by Ed Fox.


Add your comment by filling out the form below in plain text. Comments are approved by a moderator."""


def parts(text: str, *, title: str | None = None) -> list[tuple[str, str]]:
    return [(str(s.kind), text[s.start : s.end]) for s in find_sections(text, title=title)]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in parts(text)]


def test_a_whole_page_falls_into_its_parts():
    assert kinds(PAGE) == [
        "title", "standfirst", "byline", "title", "credit", "body", "caption", "body", "body", "credit", "notice",
    ]  # fmt: skip


def test_a_heading_inside_the_body_is_a_body_part_of_its_own():
    assert ("body", "Second search to come") in parts(PAGE)


def test_one_paragraph_alone_is_body():
    assert parts("The pier is closed, the ministry said.") == [("body", "The pier is closed, the ministry said.")]


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("SEOUL, Sept. 14 (Harbour News). The pier is closed.", "SEOUL, Sept. 14 (Harbour News)."),
        ("Seoul, May 24 (HN). On Friday the pier was closed.", "Seoul, May 24 (HN)."),
        ("MOSCOW, 13 September 2023 (Harbour) -- The pier is closed.", "MOSCOW, 13 September 2023 (Harbour) --"),
        ("TOKYO/SEOUL, July 9 (Harbour) - The pier is closed.", "TOKYO/SEOUL, July 9 (Harbour) -"),
        ("MOSCOW (Harbour) - The pier is closed.", "MOSCOW (Harbour) -"),
        ("March 29, 2023 (HNS). The pier is closed.", "March 29, 2023 (HNS)."),
        ("WASHINGTON. The pier is closed.", "WASHINGTON."),
        ("UNITED NATIONS — The pier is closed.", "UNITED NATIONS —"),
        ("МОСКВА, 9 июля. /ГАВАНЬ/. Причал закрыт.", "МОСКВА, 9 июля. /ГАВАНЬ/."),
        ("МОСКВА, 13 сен — РИА Гавань. Причал закрыт.", "МОСКВА, 13 сен — РИА Гавань."),
        ("(서울=항구통신) 부두가 닫혔다고 부처가 밝혔다.", "(서울=항구통신)"),
        ("Berlin (hn) - Der Kai ist geschlossen.", "Berlin (hn) -"),
        ("SEÚL, 9 jul (Puerto) -- El muelle está cerrado.", "SEÚL, 9 jul (Puerto) --"),
    ],
)
def test_a_dateline_is_cut_from_the_first_paragraph(opening: str, dateline: str):
    assert parts(opening)[0] == ("dateline", dateline)
    assert [kind for kind, _ in parts(opening)] == ["dateline", "body"]


@pytest.mark.parametrize(
    "sentence",
    [
        "NATO said that the pier is closed.",
        "By its veto the council kept the pier closed.",
        "By Monday. That was the answer of the ministry.",
        "Seoul and Tokyo (both capitals) said that the pier is closed.",
        "On March 5, 2023 the pier was closed.",
        "The pier, built in 1990 (see the map), is closed.",
        "Reported by nobody so far, the closing of the pier came as a surprise.",
        "Sources: the ministry and two diplomats said that the pier is closed.",
        "Source of the trouble was a crane, said the ministry.",
        "The editor said that all rights were kept, and that the newsletter goes on.",
    ],
)
def test_a_sentence_that_only_looks_like_furniture_stays_body(sentence: str):
    assert parts(sentence) == [("body", sentence)]


def test_a_byline_and_a_dateline_in_one_paragraph_are_cut_one_after_the_other():
    text = "By Ann Poe. SEOUL, Oct. 17 (HN). A new team of ten states is to watch the pier."

    assert [kind for kind, _ in parts(text)] == ["byline", "dateline", "body"]


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("The pier is closed. (Harbour News)", "(Harbour News)"),
        ("The pier is closed, it said. Source: HN.", "Source: HN."),
        (
            "The pier is closed.\n\n(Reporting by Ann Poe; Editing by Ed Fox)",
            "(Reporting by Ann Poe; Editing by Ed Fox)",
        ),
        ("부두가 닫혔다고 부처가 9일 밝혔다.\n홍길동 기자 hong@example.com", "홍길동 기자 hong@example.com"),
        ("Причал закрыт, сообщило министерство. Источник: ГАВАНЬ", "Источник: ГАВАНЬ"),
    ],
)
def test_a_credit_is_cut_from_the_end(text: str, credit: str):
    assert parts(text)[-1] == ("credit", credit)


def test_a_sentence_after_a_label_is_no_credit_at_the_end():
    text = "The pier is closed, they say. Editor: we do not know why it was closed."

    assert parts(text) == [("body", text)]


def test_a_source_in_brackets_at_the_top_is_a_credit():
    assert parts("[Source: Harbour News] The pier is closed.")[0] == ("credit", "[Source: Harbour News]")


@pytest.mark.parametrize(
    "notice",
    [
        "© 2023 Harbour News. All rights reserved.",
        "Sign up for our newsletter",
        "Subscribe to our channel",
        "We use cookies to make this page better.",
        "저작권자 ⓒ 항구신문. 무단 전재 및 재배포 금지",
        "Все права защищены.",
        "Follow Ann Poe on Twitter @annpoe",
        "Alle Rechte vorbehalten",
    ],
)
def test_a_notice_at_the_end_is_no_body(notice: str):
    *_, (kind, words) = parts(f"{BODY}\n\n{notice}")

    assert (kind, words) in [("notice", notice), ("credit", notice)]


def test_a_list_of_other_pages_at_the_end_is_a_notice():
    text = f"{BODY}\n\nRelated articles\nAnother pier is closed\nThe crane of the year"

    assert kinds(text) == ["body", "notice", "notice", "notice"]


@pytest.mark.parametrize(
    "caption",
    [
        "Ships at the pier on Monday. (Cy Roe/Reuters)",
        "Ships lie at the pier [PHOTO: Harbour News]",
        "FILE PHOTO: Ships at the pier, March 5, 2023.",
        "This photo, carried by the agency of the port, shows ships at the pier. (Harbour News)",
        "부두에 선 배들. 사진=항구통신",
    ],
)
def test_the_words_under_a_picture_are_a_caption(caption: str):
    assert ("caption", caption) in parts(f"{BODY}\n\n{caption}\n\n{BODY}")


def test_a_known_title_is_found_at_the_top_even_with_a_stop():
    text = f"Ships held at pier.\n\n{BODY}"

    assert parts(text, title="Ships held at pier")[0] == ("title", "Ships held at pier.")


def test_a_line_that_gives_the_date_is_a_dateline_not_body():
    text = f"Ships held at pier\nPublished: 5 March 2023\n\n{BODY}"

    assert kinds(text) == ["title", "dateline", "body"]


def test_lines_that_were_only_wrapped_are_one_paragraph():
    wrapped = (
        "Two ships have lain at the pier since Monday, the ministry of\n"
        "ports said in a note of one sentence that gave no reason for\n"
        "it, and the owner is silent."
    )

    assert parts(wrapped) == [("body", wrapped)]


def test_a_text_of_white_space_has_no_parts():
    assert find_sections(" \n\t \n") == ()


LINES = st.sampled_from(
    [
        "By Ann Poe", "Title line", "(Cy Roe/AFP)", "SEOUL (HN) - ", "Related", "(HN)", "A word. ", "\n", "\n\n",
        "\r\n", " ", "/", "All rights reserved", "기자 ", "“",
    ]
)  # fmt: skip


@settings(max_examples=50)
@given(st.one_of(st.text(max_size=120), st.lists(LINES, max_size=14).map("".join)))
def test_every_visible_character_belongs_to_exactly_one_part(text: str):
    sections = find_sections(text)
    covered = Counter(i for s in sections for i in range(s.start, s.end))

    assert all(covered[i] == 1 for i, char in enumerate(text) if not char.isspace())
    assert list(sections) == sorted(sections, key=lambda s: s.start)
    assert all(n == 1 for n in covered.values())


@needs_shared
def test_the_seed_page_falls_into_its_parts():
    text = (SHARED / "data/case/seed-report.txt").read_text(encoding="utf-8")

    assert Counter(kinds(text)) == {
        "title": 2, "standfirst": 1, "byline": 1, "caption": 2, "credit": 2, "body": 7, "notice": 1,
    }  # fmt: skip


@needs_shared
def test_ordinary_articles_are_nearly_all_body():
    sizes: Counter[str] = Counter()
    with gzip.open(SHARED / "data/polnear/dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            for section in find_sections(json.loads(line)["text"]):
                sizes[section.kind] += section.end - section.start
    news = sizes[SectionKind.BODY] + sizes[SectionKind.TITLE]

    assert news / sizes.total() > 0.995
