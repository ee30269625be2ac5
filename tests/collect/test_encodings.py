"""Encodings are found from the bytes, or the input is refused."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.collect.encodings import decode_text
from tests.collect.makers import NEWS, page, take_failure, take_report
from tests.support import raises_code

KOREAN = "항구의 부두가 닫혔다고 부처가 6일 밝혔다. 대변인은 배 두 척이 아직 부두에 있다고 기자들에게 말했다."
RUSSIAN = "Причал закрыт, сообщило министерство портов. Представитель ведомства отказался назвать причину."
BULGARIAN = "Пристанището е затворено, съобщи министерството. Говорителят отказа да назове причината."
GERMAN = "Der Kai ist für zwei Tage geschlossen, heißt es im Ministerium. Die Gründe wollte man nicht erklären."
ENGLISH = "“The pier is closed,” the ministry said – and gave no reason for it."


@pytest.mark.parametrize(
    ("words", "codec"),
    [
        (KOREAN, "utf-8"),
        (KOREAN, "cp949"),
        (KOREAN, "euc-kr"),
        (KOREAN, "utf-16-le"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "utf-16-be"),
        (RUSSIAN, "utf-16"),
        (BULGARIAN, "cp1251"),
        (GERMAN, "cp1252"),
        (GERMAN, "latin-1"),
        (GERMAN, "utf-16-le"),
        (ENGLISH, "cp1252"),
        (ENGLISH, "utf-32"),
    ],
)
def test_text_in_each_encoding_comes_out_the_same(tmp_path: Path, words: str, codec: str):
    (tmp_path / "a.txt").write_bytes(words.encode(codec))

    assert take_report(tmp_path / "a.txt").text == words


def test_the_encoding_that_was_found_is_named(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(RUSSIAN.encode("cp1251"))

    assert take_report(tmp_path / "a.txt").encoding == "cp1251"


@pytest.mark.parametrize(
    ("words", "declared", "codec"),
    [
        (KOREAN, "euc-kr", "cp949"),
        (RUSSIAN, "windows-1251", "cp1251"),
        (GERMAN, "iso-8859-1", "cp1252"),
        # What a page declares is not always what it is.
        (KOREAN, "iso-8859-1", "utf-8"),
        (RUSSIAN, "utf-8", "cp1251"),
        (KOREAN, "no-such-charset", "cp949"),
    ],
)
def test_a_page_is_read_as_it_declares_if_that_gives_words(tmp_path: Path, words: str, declared: str, codec: str):
    source = page(f"<article><h1>A</h1><p>{words}</p><p>{words}</p></article>", head=f'<meta charset="{declared}">')
    (tmp_path / "a.html").write_bytes(source.encode(codec))

    report = take_report(tmp_path / "a.html")

    assert words in report.text
    assert report.encoding == codec


def test_bytes_that_are_words_in_no_encoding_fail(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(bytes((i * 7919 + i * i) % 223 + 33 for i in range(4_000)))

    assert take_failure(tmp_path / "a.txt").code == "SS-107"


def test_a_mark_that_the_bytes_do_not_keep_fails():
    with raises_code("SS-107"):
        decode_text(b"\xff\xfe\x41", origin="a.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n" + b"words " * 50,
        b"PK\x03\x04" + bytes(50),
        b"\x89PNG\r\n\x1a\n" + bytes(50),
        b"\xff\xd8\xff\xe0" + bytes(50),
        b"GIF89a" + bytes(50),
        b"\x1f\x8b\x08" + bytes(50),
        b"words\x00and\x00zeros " * 20,
        NEWS.encode() + b"\x00\x00\x00",
        bytes(range(1, 32)) * 20,
    ],
)
def test_what_is_no_text_fails(tmp_path: Path, data: bytes):
    (tmp_path / "a.txt").write_bytes(data)

    failure = take_failure(tmp_path / "a.txt")

    assert failure.code == "SS-106"
    assert "binary, not text" in failure.message


@settings(max_examples=50)
@given(st.text(max_size=60).filter(lambda words: not any(char < " " for char in words)))
def test_utf_8_is_never_mistaken(words: str):
    text, codec = decode_text(b"\xef\xbb\xbf" + words.encode(), origin="a.txt")

    assert (text, codec) == (words, "utf-8")
