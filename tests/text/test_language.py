"""Naming the language of a text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.text.language import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour was closed on Monday, the ministry said in a short note.", "en"),
        ("항구가 월요일에 닫혔다고 부처가 짧은 글에서 밝혔다.", "ko"),
        ("Порт закрыли в понедельник, сообщило министерство в короткой записке.", "ru"),
        ("Пристанището беше затворено в понеделник, съобщи министерството.", "bg"),
        ("Der Hafen wurde am Montag geschlossen, teilte das Ministerium mit.", "de"),
        ("El puerto fue cerrado el lunes, dijo el ministerio en una nota breve.", "es"),
        ("港は月曜日に閉鎖されたと省が発表した。", "ja"),
        ("部里周一说港口关闭了。", "zh"),
    ],
)
def test_the_language_of_a_sentence_is_named(text: str, language: str):
    assert find_language(text) == language


@pytest.mark.parametrize("text", ["", "  ", "12 345", "Port", "— … !"])
def test_too_few_words_name_no_language(text: str):
    assert find_language(text) is None


@settings(max_examples=30)
@given(st.text(max_size=60))
def test_any_text_has_a_two_letter_code_or_none(text: str):
    language = find_language(text)

    assert language is None or len(language) == 2
