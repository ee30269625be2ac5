"""Passkeys in a real browser, with a device that the browser itself pretends to have."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web.browsing import Live, chromium, listening, needs_browser
from tests.web.client import PASSWORD

pytestmark = [needs_browser, pytest.mark.enable_socket, pytest.mark.slow]

SHOTS = os.environ.get("SCREENSHOTS")
"""A folder for pictures of every page, to be looked at."""

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def chrome() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    # By name: browsers bind no passkey to a bare address.
    with listening(tmp_path, host="localhost") as started:
        yield started


def shown(page: Any, name: str, width: int) -> None:
    """Check the page as it stands, at one width."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    page.set_viewport_size({"width": width, "height": 800})
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(SHOTS) / f"passkeys-{name}-{width}.png"), full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    found = Axe().run(page).response["violations"]
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == [], name


def sign_in(page: Any, live: Live) -> None:
    page.goto(f"{live.url}/sign-in")
    page.get_by_label("Account").fill("analyst")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{live.url}/desk")


def test_a_passkey_is_made_opens_the_desk_and_is_removed(live: Live, chrome: Any):
    # axe is put into the page by the test; the policy would rightly keep it out.
    context = chrome.new_context(bypass_csp=True)
    page = context.new_page()
    page.set_default_timeout(120_000)
    tools = context.new_cdp_session(page)
    tools.send("WebAuthn.enable", {"enableUI": False})
    device = tools.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})["authenticatorId"]
    sign_in(page, live)
    page.goto(f"{live.url}/desk/passkeys")
    shown(page, "none", 320)
    page.get_by_label("Name").fill("This laptop")
    page.get_by_label("Present password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Make the passkey").wait_for()
    shown(page, "new", 320)
    page.get_by_role("button", name="Make the passkey").click()
    page.get_by_role("heading", name="This laptop").wait_for()
    shown(page, "one", 1280)
    assert len(tools.send("WebAuthn.getCredentials", {"authenticatorId": device})["credentials"]) == 1

    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{live.url}/sign-in")
    page.get_by_role("link", name="Sign in with a passkey").click()
    page.get_by_role("button", name="Ask my device").wait_for()
    shown(page, "sign-in", 320)
    # By keyboard alone.
    page.get_by_role("button", name="Ask my device").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{live.url}/desk")

    page.goto(f"{live.url}/desk/passkeys")
    page.get_by_text("Rename or remove").click()
    page.get_by_role("button", name="Remove; every session ends").click()
    page.wait_for_url(f"{live.url}/sign-in")
    page.goto(f"{live.url}/sign-in/passkey")
    page.get_by_role("button", name="Ask my device").click()
    page.get_by_text("opens no account here").wait_for()
    context.close()


def test_the_script_keeps_to_the_policy_and_says_when_the_device_does_not_answer(live: Live, chrome: Any):
    context = chrome.new_context()
    page = context.new_page()
    page.set_default_timeout(120_000)
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    tools = context.new_cdp_session(page)
    tools.send("WebAuthn.enable", {"enableUI": False})
    options = {**DEVICE, "isUserVerified": False}
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.goto(f"{live.url}/sign-in/passkey")
    page.get_by_role("button", name="Ask my device").click()
    page.get_by_text("The device did not answer").wait_for()

    assert heard == []
    context.close()


def test_without_scripts_the_pages_lead_to_the_password(live: Live, chrome: Any):
    context = chrome.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live.url}/sign-in/passkey")
    assert page.get_by_text("scripts are off").is_visible()
    assert not page.get_by_role("button", name="Ask my device").is_visible()
    page.get_by_role("link", name="Sign in with a password").click()
    page.wait_for_url(f"{live.url}/sign-in")
    sign_in(page, live)
    context.close()
