import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.evidence import Span
from secondsource.reading.encoder.pieces import UNKNOWN, WordPieces
from secondsource.reading.encoder.words import spelling, word_spans_in


def words(text: str) -> list[str]:
    (found,) = word_spans_in(text, [Span(0, len(text))])
    return [span.of(text) for span in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il-62M landed.", ["Il", "-", "62M", "landed", "."]),
        ("“No,” he said", ["“", "No", ",", "”", "he", "said"]),
        ("the minister's", ["the", "minister", "'", "s"]),
        ("Cafe\u0301 Orsk", ["Cafe\u0301", "Orsk"]),
        ("평양 방문", ["평양", "방문"]),
        ("北京 said", ["北", "京", "said"]),
        ("snake_case", ["snake", "_", "case"]),
    ],
)
def test_words_and_signs_stand_by_themselves(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
def test_the_words_of_any_text_leave_out_white_space_alone(text: str) -> None:
    assert "".join(words(text)) == "".join(text.split())


def test_an_accent_is_not_spelt() -> None:
    assert spelling("Čačak") == "cacak"


VOCABULARY = WordPieces([f"[{number}]" for number in range(103)] + ["sanction", "##s", "un", "##ed"])


def test_a_word_is_cut_into_the_longest_pieces_known() -> None:
    assert VOCABULARY.of("Unsanctioned") == (UNKNOWN,)
    assert VOCABULARY.of("sanctions") == (103, 104)
    assert VOCABULARY.of("SANCTIONED") == (103, 106)


def test_a_word_that_cannot_be_spelt_is_one_unknown_piece() -> None:
    assert VOCABULARY.of("missile") == (UNKNOWN,)
    assert VOCABULARY.of("x" * 10_000) == (UNKNOWN,)


@given(st.text(min_size=1))
def test_every_word_has_a_piece(word: str) -> None:
    assert len(VOCABULARY.of(word)) >= 1
