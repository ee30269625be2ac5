from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.text.segment import paragraph_spans, sentence_spans, word_spans


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text, 0, len(text))]


def words(text: str) -> list[str]:
    return [span.of(text) for span in word_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. and the U.N. Security Council met on Sept. 18 in Washington.",
        "Gen. J. R. Chung spoke to Mr. Lim about No. 5.",
        "Korea Harbor Trading Corp. denied it.",
        "He landed at 3 p.m. Monday.",
        "“We will go,” he said.",
        '"Why?" he asked.',
        "Am 26. September landete z. B. eine Maschine um 10.30 Uhr.",
        "Он прибыл в 2024 г. и т.е. уехал.",
        "It costs 2.5 million.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It left. It came back.", ["It left.", "It came back."]),
        ("He lives in the U.S. The army left.", ["He lives in the U.S.", "The army left."]),
        ("“We go.” Then they left.", ["“We go.”", "Then they left."]),
        ("It was seen in 2023. Two came.", ["It was seen in 2023.", "Two came."]),
        ("외교부가 밝혔다. 대표단은 떠났다.", ["외교부가 밝혔다.", "대표단은 떠났다."]),
        ("외교부가 밝혔다.대표단은 떠났다.", ["외교부가 밝혔다.", "대표단은 떠났다."]),
        ("他走了。他说：“不。”然后回来。", ["他走了。", "他说：“不。”", "然后回来。"]),
        ("Самолёт сел. Он взлетел.", ["Самолёт сел.", "Он взлетел."]),
    ],
)
def test_a_full_stop_before_a_new_beginning_ends_a_sentence(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_headline_is_a_sentence_without_a_full_stop() -> None:
    assert sentences("Envoys leave for talks\n\nThey left on Monday.") == [
        "Envoys leave for talks",
        "They left on Monday.",
    ]


def test_a_single_line_break_parts_paragraphs() -> None:
    text = "Envoys leave\nBy A. Writer\n\nThey left."

    assert [span.of(text) for span in paragraph_spans(text)] == ["Envoys leave", "By A. Writer", "They left."]


def test_lines_broken_at_a_fixed_width_stay_one_paragraph() -> None:
    lines = [
        "The two sides met in the morning and went on until late in",
        "the evening, when the talks were broken off",
    ]
    text = "\n".join([*lines, "without a result."])

    assert len(paragraph_spans(text)) == 1


def test_a_possessive_is_a_word_of_its_own() -> None:
    assert words("Seoul’s U.S.-made F-16 wasn't O'Brien's.") == [
        "Seoul", "’s", "U.S.", "made", "F-16", "wasn't", "O'Brien", "'s",
    ]  # fmt: skip


@settings(max_examples=50)
@given(st.text(max_size=300))
def test_spans_of_any_text_are_ordered_and_lose_no_word(text: str) -> None:
    spans = sentence_spans(text, 0, len(text))

    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    covered = "".join(span.of(text) for span in spans)
    assert "".join(covered.split()) == "".join(text.split())
