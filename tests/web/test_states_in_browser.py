"""The pages that only a form leads to, in every state, at every width, in light and dark, from left and from right."""

import itertools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from secondsource.comments.setting import set_watched, set_work_bits
from secondsource.model.comment import CommentStatus, Reason
from secondsource.model.desk import DeskAction
from secondsource.web.house_file import House
from secondsource.web.house_login import HouseLogin
from tests.comments.makers import LATER, NOON, queue, ruling, submit
from tests.web.browsing import Live, chromium, listening, needs_browser, sign_in
from tests.web.client import PASSWORD
from tests.web.house import CLIENT, SECRET, providing

pytestmark = [pytest.mark.enable_socket, needs_browser]

SHOTS = os.environ.get("SCREENSHOTS")
"""A folder for pictures of every page, to be looked at."""

LONG = "The ferry company says that it ran on Tuesday and on Thursday, whatever the harbour says of it. " * 3
HOUSE = "House of the Very Long Name, Department of Publishing"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    # By name: browsers bind no passkey to a bare address.
    with listening(tmp_path, host="localhost") as started:
        yield started


@pytest.fixture
def house(live: Live) -> Iterator[Live]:
    """The same with a house login."""
    with providing() as provider:
        house = House(name=HOUSE, issuer=provider.issuer, client_id=CLIENT, client_secret=SECRET)
        live.server.site.login = HouseLogin(house, origin=live.url)
        yield live


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    # axe is put into the page by the test; the policy would rightly keep it out.
    context = browser.new_context(bypass_csp=True)
    opened = context.new_page()
    opened.set_default_timeout(120_000)
    yield opened
    context.close()


def check(page: Any, name: str) -> None:
    """Check the page as it stands in every width, scheme and direction."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    for width, scheme, way in itertools.product((320, 1280), ("light", "dark"), ("ltr", "rtl")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.evaluate("way => document.documentElement.dir = way", way)
        if SHOTS:
            Path(SHOTS).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=str(Path(SHOTS) / f"state-{name}-{width}-{scheme}-{way}.png"), full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width, way)
        found = Axe().run(page).response["violations"]
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == [], (name, width, scheme, way)
    page.evaluate("document.documentElement.dir = 'ltr'")


def write(page: Any, live: Live, words: str) -> str:
    """Send a comment and return its receipt's code."""
    page.goto(f"{live.url}/dossiers/port/comment")
    page.get_by_label("Name").fill("Ana Kovač")
    page.get_by_label("Comment").fill(words)
    page.get_by_role("button", name="Send").click()
    return str(page.text_content(".receipt-code"))


def follow(page: Any, live: Live, code: str) -> None:
    """Show what became of a comment."""
    page.goto(f"{live.url}/receipt")
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Show").click()
    page.locator(".words").first.wait_for()


def test_what_a_reader_sees_of_a_comment_in_every_state(live: Live, page: Any):
    desk = live.server.desk
    code = write(page, live, LONG)
    check(page, "sent")
    follow(page, live, code)
    check(page, "receipt-waiting")

    note = "Please leave out the name of the harbour master; all else may stay."
    edit = ruling(
        queue(desk)[0], DeskAction.EDIT, reason=Reason.PERSONAL_DATA, note=note, draft=desk.received(code).draft
    )
    desk.decide(edit, who="mo", at=NOON)
    desk.publish_due(at=LATER)
    follow(page, live, code)
    assert note in page.content()
    for summary in page.locator("summary").all():
        summary.click()
    check(page, "receipt-edited-open")

    other = write(page, live, "You are all liars.")
    desk.decide(ruling(queue(desk)[0], DeskAction.REJECT, reason=Reason.OTHER, note=note), who="mo", at=NOON)
    follow(page, live, other)
    check(page, "receipt-rejected")
    page.get_by_text("Erase it", exact=True).click()
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Erase").click()
    page.get_by_role("heading", name="erased").wait_for()
    check(page, "erased")
    assert desk.received(code).status is CommentStatus.APPROVED


def test_a_form_that_cannot_be_taken_and_one_that_asks_for_work(live: Live, page: Any):
    with live.server.desk.writing() as transaction:
        set_work_bits(transaction, 8, who="ada", at=NOON)
    page.goto(f"{live.url}/dossiers/port/comment")
    check(page, "form-work")
    page.get_by_label("Comment").fill("\u200b")
    page.get_by_role("button", name="Send").click()
    page.locator(".problem").first.wait_for()
    check(page, "form-problem")
    page.goto(f"{live.url}/receipt")
    page.get_by_label("Code").fill("AAAAA-AAAAA-AAAAA-AAAAA")
    page.get_by_role("button", name="Show").click()
    page.get_by_text("SS-804").wait_for()
    check(page, "receipt-unknown")


def test_a_moderators_pages_with_all_that_they_can_show(live: Live, page: Any):
    desk = live.server.desk
    with desk.writing() as transaction:
        set_watched(transaction, "liars")
    code = submit(desk, f"{LONG} See www.example.org, you liars.", form="a", name="Ana Kovač")
    submit(desk, "Another.", form="b")
    # What a rule noticed waits behind the other, and the decision on that one can be taken back from there.
    desk.decide(ruling(queue(desk)[0]), who="moderator", at=live.server.site.now())
    seen = desk.received(code)
    assert seen.draft is not None
    desk.amend(code, seen.draft, version=seen.version, at=NOON)
    sign_in(page, live, "admin")
    with desk.reading() as transaction:
        last = transaction.execute("SELECT id FROM standings WHERE status = 'approved'").fetchone()[0]
    page.goto(f"{live.url}/desk/queue?last={last}")
    for summary in page.locator("summary").all():
        summary.click()
    check(page, "queue-open")
    page.goto(f"{live.url}/desk/comments/{desk.received(code).id}")
    for summary in page.locator("summary").all():
        summary.click()
    check(page, "comment-open")
    page.goto(f"{live.url}/desk/batch")
    for summary in page.locator("summary").all():
        summary.click()
    check(page, "batch")
    page.goto(f"{live.url}/desk/queue")
    desk.withdraw(code, version=desk.received(code).version, at=NOON)
    page.get_by_role("button", name="Approve").first.click()
    page.get_by_text("SS-806").wait_for()
    check(page, "decided-meanwhile")
    page.goto(f"{live.url}/desk/dossiers")
    page.get_by_role("button", name="Take no more comments").click()
    page.get_by_role("button", name="Take comments again").wait_for()
    check(page, "dossiers-closed")
    page.goto(f"{live.url}/dossiers/port/comments")
    check(page, "comments-closed")
    page.goto(f"{live.url}/dossiers/port/comment")
    check(page, "form-closed")


def test_the_ways_to_sign_in(house: Live, page: Any):
    page.goto(f"{house.url}/sign-in")
    check(page, "sign-in")
    page.get_by_role("link", name="Sign in with a passkey").click()
    page.get_by_role("button", name="Ask my device").wait_for()
    check(page, "sign-in-passkey")
    page.goto(f"{house.url}/sign-in")
    # The page leads on by itself; an answer without content keeps it as it stands until it was looked at.
    page.route("**/authorize?*", lambda route: route.fulfill(status=204))
    page.get_by_role("button", name=HOUSE).click()
    page.get_by_role("link", name="Go on to").wait_for()
    check(page, "house-go")
    page.unroute("**/authorize?*")
    page.get_by_role("link", name="Go on to").click()
    page.wait_for_url(lambda url: urlsplit(url).path == "/sign-in/house/back")
    check(page, "house-back")
    page.goto(f"{house.url}/sign-in/house/back?error=access_denied")
    check(page, "house-back-refused")


def test_the_pages_of_passkeys(live: Live, page: Any):
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable", {"enableUI": False})
    device = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    device |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": device})
    sign_in(page, live, "admin")
    page.goto(f"{live.url}/desk/account")
    check(page, "account")
    page.goto(f"{live.url}/desk/accounts")
    check(page, "accounts")
    page.goto(f"{live.url}/desk/passkeys")
    check(page, "passkeys-none")
    page.get_by_label("Name").fill("The laptop in the reading room on the second floor")
    page.get_by_label("Present password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Make the passkey").wait_for()
    check(page, "passkey-new")
    page.get_by_role("button", name="Make the passkey").click()
    page.get_by_text("Rename or remove").click()
    check(page, "passkeys-one-open")
