"""The analysts' pages in a real browser: at both widths, in light and dark, by keyboard, with and without scripts."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web.analyst.makers import FIRST, SEOUL_SAYS, STEP, intake, keep, small_ledger
from tests.web.browsing import Live, chromium, listening, needs_browser, sign_in
from tests.web.test_any_words import HOSTILE

pytestmark = [needs_browser, pytest.mark.enable_socket, pytest.mark.slow]

SHOTS = os.environ.get("SCREENSHOTS")
"""A folder for pictures of every page, to be looked at."""

WILD = "\n\n".join(words for words in HOSTILE if not any(0xD800 <= ord(char) < 0xE000 for char in words))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    path = small_ledger(tmp_path)
    keep(path, intake("w", WILD, outlet=HOSTILE[0]), at=FIRST + 4 * STEP)
    with listening(tmp_path, ledger=path) as started:
        yield started


def paths(page: Any, live: Live) -> list[str]:
    """Return the address of every sort of page."""
    page.goto(f"{live.url}/desk/events")
    event = page.locator(".list a").first.get_attribute("href")
    return [
        "/desk",
        "/desk/inbox",
        "/desk/search?words=delegation",
        "/desk/events",
        event,
        f"{event}?step=1",
        "/desk/sources",
        "/desk/sources/KCNA",
        "/desk/reports/b-2?show=1",
        "/desk/reports/w",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_of_analysts_is_accessible_and_asks_nobody_else(live: Live, browser: Any, width: int, scheme: str):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    # axe is put into the page by the test; the policy would rightly keep it out.
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.set_default_timeout(120_000)
    heard: list[str] = []
    page.on("request", lambda r: None if r.url.startswith(live.url) else heard.append(r.url))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    sign_in(page, live, "analyst")
    for number, path in enumerate(paths(page, live)):
        page.goto(live.url + path)
        if SHOTS:
            page.screenshot(path=str(Path(SHOTS) / f"analyst-{number}-{width}-{scheme}.png"), full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        found = Axe().run(page).response["violations"]
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == [], path

    assert heard == []
    context.close()


def test_the_slider_asks_for_its_page_by_a_key_and_without_scripts_by_its_button(live: Live, browser: Any):
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.set_default_timeout(120_000)
        heard: list[str] = []
        page.on("console", lambda message, heard=heard: heard.append(message.text))
        sign_in(page, live, "analyst")
        page.goto(live.url + paths(page, live)[4])
        page.locator("#step").focus()
        with page.expect_navigation():
            page.keyboard.press("Home")
            if not scripts:
                page.keyboard.press("Tab")
                page.keyboard.press("Enter")

        assert "step=1" in page.url
        assert "As the ledger stood at" in page.text_content("main")
        assert heard == []
        context.close()


def test_the_inbox_is_emptied_by_its_button_and_fills_again(live: Live, browser: Any, tmp_path: Path):
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(120_000)
    sign_in(page, live, "analyst")
    page.goto(f"{live.url}/desk/inbox")
    page.get_by_role("button", name="I have seen these").click()
    page.get_by_text("0 new reports").wait_for()
    keep(tmp_path / "ledger.sqlite", intake("d-4", SEOUL_SAYS, outlet="The Korea Herald"), at=FIRST + 9 * STEP)
    page.reload()

    assert "Became corroborated" in page.text_content("#changed ~ ul")
    context.close()
