"""The work that a browser does before a comment is sent: in a worker of our own, unseen, and never in the way."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from secondsource.comments.setting import set_work_bits
from tests.comments.makers import NOON, queue
from tests.web.browsing import Live, chromium, listening, needs_browser

pytestmark = [needs_browser, pytest.mark.enable_socket, pytest.mark.slow]

SHOTS = os.environ.get("SCREENSHOTS")
WORDS = "textarea[name=words]"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    with listening(tmp_path) as started:
        yield started


def ask_for_work(live: Live, bits: int) -> None:
    with live.server.desk.writing() as transaction:
        set_work_bits(transaction, bits, who="ada", at=NOON)


def send(page: Any) -> None:
    page.get_by_role("button", name="Send for approval").click()
    page.locator(".receipt-code").wait_for()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_work_is_done_while_the_reader_writes_and_the_comment_stands_with_the_others(
    browser: Any, live: Live, width: int
):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    ask_for_work(live, 10)
    # axe is put into the page by the test, once the policy has let our script and its worker run.
    page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.on("request", lambda r: None if r.url.startswith(live.url) else heard.append(f"request {r.url}"))
    page.goto(f"{live.url}/dossiers/port/comment")
    page.locator(WORDS).fill("The ferry ran on Tuesday.")
    page.get_by_text("The calculation is done.", exact=True).wait_for()
    assert not page.get_by_text("perhaps it runs no scripts here").is_visible()
    assert heard == []
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"work-{width}.png"), full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page).response["violations"]
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []
    send(page)

    [comment] = queue(live.server.desk)
    assert comment.flags == ()


def test_who_sends_before_the_work_is_done_waits_for_it(browser: Any, live: Live):
    ask_for_work(live, 12)
    page = browser.new_page()
    page.goto(f"{live.url}/dossiers/port/comment")
    # Nothing has the focus that would begin the work: sending begins it.
    page.evaluate(f"document.querySelector('{WORDS}').value = 'The ferry ran on Tuesday.'")
    page.evaluate("document.querySelector('form').requestSubmit()")
    page.locator(".receipt-code").wait_for()

    [comment] = queue(live.server.desk)
    assert comment.flags == ()


def test_a_browser_that_cannot_calculate_sends_all_the_same(browser: Any, live: Live):
    ask_for_work(live, 12)
    page = browser.new_page()
    page.add_init_script("window.Worker = class { constructor() { throw new Error('none') } }")
    page.goto(f"{live.url}/dossiers/port/comment")
    page.locator(WORDS).fill("The ferry ran on Tuesday.")
    page.get_by_text("perhaps it runs no scripts here").wait_for()
    send(page)

    [comment] = queue(live.server.desk)
    assert [flag.step for flag in comment.flags] == ["work"]


def test_a_reader_without_scripts_is_told_and_the_comment_waits_with_a_mark(browser: Any, live: Live):
    ask_for_work(live, 24)
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{live.url}/dossiers/port/comment")
    assert page.get_by_text("perhaps it runs no scripts here").is_visible()
    page.locator(WORDS).fill("The ferry ran on Tuesday.")
    send(page)

    [comment] = queue(live.server.desk)
    assert [(flag.step, flag.why) for flag in comment.flags] == [("work", "no proof of work came with it")]
