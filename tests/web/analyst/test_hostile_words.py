"""Whatever a report or its outlet is called, it is text on the analysts' pages and nothing else."""

from pathlib import Path
from urllib.parse import quote

from tests.web.analyst.makers import OTHER, intake, keep
from tests.web.client import Browser, Server
from tests.web.test_any_words import HOSTILE

FIT = [words for words in HOSTILE if not any(0xD800 <= ord(char) < 0xE000 for char in words)]
TAGS = {
    "script",
    "img",
    "iframe",
    "base",
    "meta",
    "link",
    "style",
    "object",
    "svg",
    "math",
    "form",
    "input",
    "textarea",
}


def elements_of(browser: Browser, path: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the elements of the page that could do something, with their attributes' names."""
    answer = browser.get(path)
    assert answer.status == 200, (path, answer.text)
    return sorted((e.tag, tuple(sorted(e.attributes))) for e in answer.page.all() if e.tag in TAGS)


def test_hostile_texts_titles_and_outlets_add_no_element(tmp_path: Path):
    plain, hostile = tmp_path / "plain.sqlite", tmp_path / "hostile.sqlite"
    keep(hostile, *(intake(f"h{n}", f"{words}\n\n{OTHER} {words}", outlet=f"o{words}") for n, words in enumerate(FIT)))
    keep(plain, *(intake(f"h{n}", f"x\n\n{OTHER} x", outlet=f"o{n}") for n in range(len(FIT))))
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    with Server(tmp_path / "one", ledger=plain) as first, Server(tmp_path / "other", ledger=hostile) as second:
        tame, wild = Browser(first), Browser(second)
        tame.sign_in("analyst")
        wild.sign_in("analyst")
        for path in ["/desk/inbox", "/desk/search?words=strike", "/desk/sources", "/desk/events"]:
            assert elements_of(wild, path) == elements_of(tame, path), path
        for n, words in enumerate(FIT):
            assert elements_of(wild, f"/desk/reports/h{n}") == elements_of(tame, f"/desk/reports/h{n}"), words
            source = f"/desk/sources/{quote(f'o{words}', safe='')}"
            assert elements_of(wild, source) == elements_of(tame, f"/desk/sources/o{n}"), words


def test_hostile_searches_are_only_words(analyst: Browser):
    tame = elements_of(analyst, "/desk/search?words=x&outlet=x&as_of=")
    for words in FIT:
        asked = quote(words, safe="")
        assert elements_of(analyst, f"/desk/search?words={asked}&outlet={asked}&as_of=") == tame, words
