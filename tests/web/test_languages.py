"""The public pages speak Korean and Russian too, every sentence of them."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from secondsource.web.languages import LANGUAGES, choose_language
from secondsource.web.pages import REASON_WORDS, STATUS_WORDS
from tests.web.client import Browser, Server, receipt_of

WEB = Path(str(files("secondsource.web")))
HOLES = re.compile(r"%\((\w+)\)s")


def said() -> set[str]:
    """Every sentence of the public templates, and the words for reasons and statuses; of two numbers the first."""
    found = extract_from_dir(
        WEB / "templates",
        method_map=[("desk/**", "ignore"), ("**.j2", "jinja2")],
        options_map={"**.j2": {"newstyle_gettext": "true"}},
    )
    sentences = {words if isinstance(words, str) else words[0] for _, _, words, _, _ in found}
    return sentences | set(REASON_WORDS.values()) | set(STATUS_WORDS.values())


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_a_catalogue_has_every_sentence_and_no_other(language: str):
    with (WEB / "translations" / f"{language}.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    messages = {(m.id if isinstance(m.id, str) else m.id[0]): m for m in catalogue if m.id}

    assert set(messages) == said()
    for message in messages.values():
        words = [message.string] if isinstance(message.string, str) else list(message.string or ())
        assert all(words), message.id
        assert not message.fuzzy
        holes = set(HOLES.findall(message.id if isinstance(message.id, str) else message.id[0]))
        assert all(set(HOLES.findall(each)) == holes for each in words), message.id
        assert not any("<" in each for each in words), "a catalogue holds no markup"


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "en"),
        ("ko", "ko"),
        ("ko-KR,ko;q=0.9,en;q=0.8", "ko"),
        ("de,ru;q=0.5,en;q=0.3", "ru"),
        ("en-GB,ru;q=0.5", "en"),
        ("ru;q=x,en", "en"),
        ("zz, *, ;;;q=, \u00ff" * 200, "en"),
    ],
)
def test_the_language_is_the_first_of_ours_that_the_browser_asks_for(accepted: str, language: str):
    assert choose_language(accepted) == language


@pytest.mark.parametrize(
    ("language", "words"), [("ko", "의견 쓰기"), ("ru", "Написать комментарий"), ("en", "Write a comment")]
)
def test_a_page_speaks_the_readers_language(reader: Browser, language: str, words: str):
    page = reader.get("/dossiers/port/comments", **{"accept-language": language})

    assert page.page.all("html")[0].attributes["lang"] == language
    assert words in page.text
    assert "accept-language" in page.headers["vary"]


@pytest.mark.parametrize("language", ["ko", "ru"])
def test_a_reader_goes_all_the_way_in_another_language(server: Server, language: str):
    reader = Browser(server, language=language)
    sent = reader.comment("Слова <b> & 말", name="Имя")
    shown = reader.fill_in(reader.get("/receipt"), "/receipt", code=receipt_of(sent))
    shown = reader.fill_in(shown, "/receipt/withdraw")
    for answer in (sent, shown, reader.get("/"), reader.get("/terms"), reader.get("/dossiers/port/versions")):
        assert answer.status == 200
        assert answer.page.all("html")[0].attributes["lang"] == language
    for path in ("/sign-in", "/receipt", "/nothing", "/dossiers/port/comment"):
        assert reader.get(path).page.all("html")[0].attributes["lang"] == language
