"""What analysts and editors do, in a real browser: without scripts, by keyboard, at both widths, light and dark."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web.acts.makers import DRAFTS, asked
from tests.web.browsing import Live, chromium, listening, needs_browser, sign_in

pytestmark = [needs_browser, pytest.mark.enable_socket, pytest.mark.slow]

SHOTS = os.environ.get("SCREENSHOTS")
"""A folder for pictures of every page, to be looked at."""


@pytest.fixture(scope="module")
def chrome() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture
def live(tmp_path: Path, filled: bytes) -> Iterator[Live]:
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(filled)
    with listening(tmp_path, ledger=path) as started:
        yield started


def prepare(page: Any, live: Live, *, note: str = "", correction: bool = False) -> str:
    """Prepare a version by the form and return the address of the draft."""
    page.goto(live.url + DRAFTS)
    page.get_by_label("Address").fill("eastmere")
    page.get_by_label("Headline").fill("The port of Eastmere")
    page.get_by_label("What changes").fill(note)
    if correction:
        page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Prepare").click()
    page.wait_for_url(f"{live.url}{DRAFTS}/v-*")
    return str(page.url)


def judge(page: Any, live: Live, subject: tuple[str, ...], value: str) -> None:
    page.goto(live.url + asked(*subject))
    form = page.locator("form", has=page.get_by_role("button", name="Keep this answer")).first
    answer = form.get_by_label("Your answer")
    if answer.evaluate("element => element.tagName") == "SELECT":
        answer.select_option(value)
    else:
        answer.fill(value)
    form.get_by_label("Why").fill("They named it in the log of the port.")
    form.get_by_role("button", name="Keep this answer").click()
    page.wait_for_load_state()


def work(chrome: Any, live: Live) -> str:
    """Judge, note, publish a version and prepare a correction of it; return the address of that draft."""
    context = chrome.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live, "analyst")
    first = prepare(page, live)
    judge(page, live, ("harbour", "radio"), "positive")
    judge(page, live, ("harbour",), "2024-07-06")
    judge(page, live, ("Radio Eastmere",), "C")
    page.goto(live.url + asked("harbour"))
    page.get_by_label("A new note").fill("Ask the harbour master which day the log names.\nThe pilot is on leave.")
    page.get_by_role("button", name="Keep the note").click()
    other = chrome.new_context(java_script_enabled=False)
    editor = other.new_page()
    sign_in(editor, live, "editor")
    editor.goto(first)
    assert "All hold against the ledger" in editor.content()
    editor.get_by_role("button", name="Publish it").click()
    editor.wait_for_load_state()
    assert "Published by editor" in editor.content()
    second = prepare(page, live, note="Corrected the day of the collision.", correction=True)
    for each in (context, other):
        each.close()
    return second


def test_two_people_publish_and_correct_a_dossier_without_scripts(live: Live, chrome: Any):
    draft = work(chrome, live)
    context = chrome.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live, "editor")
    page.goto(draft)
    # By keyboard alone: the button is reached by Tab and pressed by Enter.
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip() == "Publish it":
            break
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.goto(f"{live.url}/dossiers/eastmere")

    assert "Correction of" in page.text_content("main")
    page.get_by_role("link", name="What changed").first.click()
    assert "Saturday 6 July 2024" in page.text_content("main ins")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_is_accessible(live: Live, chrome: Any, width: int, scheme: str):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    draft = work(chrome, live).removeprefix(live.url)
    context = chrome.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    sign_in(page, live, "admin")
    pages = {
        "drafts": DRAFTS,
        "draft": draft,
        "notes": "/desk/notes",
        "judge-report": asked("harbour"),
        "judge-two": asked("harbour", "radio"),
        "judge-source": asked("Radio Eastmere"),
        "refused": "/desk/judgements",
        "versions": "/dossiers/eastmere/versions",
    }
    for name, path in pages.items():
        look(page, live, Axe, f"{name}-{width}-{scheme}", path, width)
    page.goto(live.url + draft)
    page.get_by_role("button", name="Publish it").click()
    page.wait_for_load_state()
    for name, path in {
        "published": draft,
        "dossier": "/dossiers/eastmere",
        "changes": "/dossiers/eastmere/versions/2/changes",
        "versions-corrected": "/dossiers/eastmere/versions",
    }.items():
        look(page, live, Axe, f"{name}-{width}-{scheme}", path, width)
    context.close()


def look(page: Any, live: Live, axe: Any, name: str, path: str, width: int) -> None:
    page.goto(live.url + path)
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(SHOTS) / f"acts-{name}.png"), full_page=True)
    for direction in ("ltr", "rtl"):
        page.evaluate("d => document.documentElement.dir = d", direction)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, direction)
        found = axe().run(page).response["violations"]
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == [], (path, direction)
