"""The server in a real browser: by keyboard alone, without scripts, at both widths, in light and dark."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from secondsource.comments.dossiers import publish_dossier
from secondsource.model.comment import CommentStatus, Reason
from secondsource.model.desk import DeskAction
from tests.comments.makers import NOON, queue, ruling, submit
from tests.web.browsing import Live, chromium, listening, needs_browser, sign_in
from tests.web.test_any_words import HOSTILE

pytestmark = [needs_browser, pytest.mark.enable_socket, pytest.mark.slow]

SHOTS = os.environ.get("SCREENSHOTS")
"""A folder for pictures of every page, to be looked at."""

PUBLIC = [
    "/",
    "/dossiers/port/comments",
    "/dossiers/port/comment",
    "/dossiers/port/versions",
    "/receipt",
    "/terms",
    "/sign-in",
    "/terms/9",
]
DESK = [
    "/desk",
    "/desk/queue",
    "/desk/batch",
    "/desk/held",
    "/desk/decided",
    "/desk/dossiers",
    "/desk/accounts",
    "/desk/account",
]
LONG = "The ferry company says that it ran on Tuesday and on Thursday. " * 6


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    with listening(tmp_path) as started:
        yield started


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def fill(live: Live) -> None:
    """Have some comments in every state."""
    desk = live.server.desk
    for n, words in enumerate([LONG, "A short one.", "항구는 화요일에 닫혔습니다.", "المرفأ مغلق منذ يوم الثلاثاء."]):
        submit(desk, words, form=f"p{n}", name=["Ana Kovač", "", "김민준", "سارة"][n])
    for n, comment in enumerate(queue(desk)):
        assert comment.draft is not None
        edit = {"reason": Reason.INSULT, "draft": comment.draft} if n == 1 else {}
        desk.decide(ruling(comment, DeskAction.EDIT if edit else DeskAction.APPROVE, **edit), who="mo", at=NOON)
    desk.publish_due(at=NOON + timedelta(hours=1))
    submit(desk, "Rejected words.", form="r")
    desk.decide(ruling(queue(desk)[0], DeskAction.REJECT, reason=Reason.OFF_TOPIC), who="mo", at=NOON)
    submit(desk, "Held words.", form="h")
    desk.decide(ruling(queue(desk)[0], DeskAction.HOLD), who="mo", at=NOON)
    for n in range(3):
        submit(desk, f"Waiting words {n}: see www.example.org and http://a.example. {LONG}", form=f"w{n}", name="Ben")


def test_a_hundred_comments_are_decided_in_at_most_three_hundred_key_presses(live: Live, page: Any):
    for n in range(100):
        submit(live.server.desk, f"Comment number {n}.", form=f"f{n}")
    sign_in(page, live, "moderator")
    page.goto(f"{live.url}/desk/queue")
    n_presses = 0
    for n in range(100):
        # The browser gives the button its focus with the first picture of the page; a person waits for that too. Not by
        # a function in words: asking it again and again is evaluating, which the page's own policy forbids.
        page.locator("button:focus").wait_for()
        # Every fifth is rejected by its reason's number, every seventh held, the rest approved.
        for key in ["r", "2"] if n % 5 == 0 else ["h"] if n % 7 == 0 else ["a"] if n % 2 else ["Enter"]:
            with page.expect_navigation() if key != "r" else nothing():
                page.keyboard.press(key)
            n_presses += 1

    assert n_presses <= 300
    assert live.server.desk.n_waiting() == 0
    with live.server.desk.reading() as transaction:
        found = dict(transaction.execute("SELECT status, count(*) FROM standings GROUP BY status").fetchall())
    assert found == {"approved": 68, "held": 12, "rejected": 20}


class nothing:  # noqa: N801
    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        return None


def test_without_scripts_a_comment_is_approved_by_one_press_of_enter(live: Live, browser: Any):
    submit(live.server.desk)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live, "moderator")
    page.goto(f"{live.url}/desk/queue")
    # The focus comes with the first picture of the page; pressed before that, the key goes nowhere.
    page.locator("button:focus").wait_for()
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert "0 waiting" in page.text_content("h1")
    context.close()


def test_the_desks_actions_work_by_keys(live: Live, page: Any):
    code = submit(live.server.desk, "The liar closed it.")
    sign_in(page, live, "moderator")
    page.goto(f"{live.url}/desk/queue")
    with page.expect_navigation():
        page.keyboard.press("a")
    with page.expect_navigation():
        page.keyboard.press("u")
    assert live.server.desk.received(code).status is CommentStatus.WAITING
    page.goto(f"{live.url}/desk/queue")
    page.keyboard.press("e")
    page.keyboard.press("Control+A")
    page.keyboard.type("He closed it. a u h")
    page.locator("details select").select_option("insult")
    with page.expect_navigation():
        page.get_by_role("button", name="Approve as edited").click()

    told = live.server.desk.received(code)
    assert told.draft is not None
    assert (told.status, told.draft.words) == (CommentStatus.APPROVED, "He closed it. a u h")


def test_a_reader_writes_follows_and_erases_without_scripts(live: Live, browser: Any):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live.url}/dossiers/port/comments")
    page.get_by_role("link", name="Write a comment").click()
    page.get_by_label("Name").fill("Ana")
    page.get_by_label("Comment").fill("It is\nshut.")
    shot(page, "form-filled")
    page.get_by_role("button", name="Send").click()
    code = page.text_content(".receipt-code")
    shot(page, "receipt")
    page.goto(f"{live.url}/receipt")
    page.get_by_label("Code").fill(code.lower())
    page.get_by_role("button", name="Show").click()
    assert page.text_content(".words") == "It is\nshut."
    page.get_by_text("Erase it", exact=True).click()
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Erase").click()

    assert "erased" in page.text_content("h1")
    context.close()


def test_hostile_words_run_nothing_and_reach_nobody(live: Live, page: Any):
    for n, words in enumerate(HOSTILE):
        submit(live.server.desk, f"w{words}", form=f"f{n}", name=f"n{words[:60]}".replace("\ud800", ""))
    for comment in queue(live.server.desk):
        live.server.desk.decide(ruling(comment), who="mo", at=NOON)
    live.server.desk.publish_due(at=NOON + timedelta(hours=1))
    heard = listen(page, live)
    page.goto(f"{live.url}/dossiers/port/comments")

    assert page.locator(".comments > li").count() == len(HOSTILE)
    assert page.locator("main img, main script, main svg, main iframe, main style, main form, main input").count() == 0
    assert heard == []


def listen(page: Any, live: Live) -> list[str]:
    """Note whatever a page must not do: dialogs, errors, refused loads, requests to other hosts."""
    heard: list[str] = []
    page.on("dialog", lambda dialog: heard.append(f"dialog {dialog.message}"))
    page.on("pageerror", lambda error: heard.append(f"error {error}"))
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.on("request", lambda r: None if r.url.startswith(live.url) else heard.append(f"request {r.url}"))
    return heard


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_is_accessible_and_asks_nobody_else(live: Live, browser: Any, width: int, scheme: str):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    fill(live)
    # axe is put into the page by the test; the policy would rightly keep it out.
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    sign_in(page, live, "admin")
    comment_id = queue(live.server.desk)[0].id
    for path in [*PUBLIC, *DESK, f"/desk/comments/{comment_id}"]:
        page.goto(live.url + path)
        shot(page, f"{path.strip('/').replace('/', '-').replace(comment_id, 'one') or 'list'}-{width}-{scheme}")
        for direction in ("ltr", "rtl"):
            page.evaluate("d => document.documentElement.dir = d", direction)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, direction)
            found = Axe().run(page).response["violations"]
            assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == [], (path, direction)
    context.close()


def test_public_pages_are_light_and_reach_no_other_host(live: Live, page: Any, tmp_path: Path):
    fill(live)
    heard = listen(page, live)
    answers: list[Any] = []
    # Weighed once all are there: reading a body while the page goes on loading may come too late to count.
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  (it keeps a note on what it calls)
    for path in [each for each in PUBLIC if each != "/terms/9"]:
        answers.clear()
        page.goto(live.url + path)
        page.wait_for_load_state("networkidle")
        weight = sum(len(answer.body()) for answer in answers)
        assert 0 < weight <= 60_000, path

    assert heard == []


def test_a_dossier_of_the_program_stands_in_the_browser_as_it_was_written(live: Live, page: Any):
    from secondsource.cli.dossier import make_dossier  # noqa: PLC0415
    from secondsource.cli.read_set import gather  # noqa: PLC0415
    from secondsource.cli.take_in import read_each  # noqa: PLC0415
    from secondsource.examples import example_paths  # noqa: PLC0415
    from secondsource.publishing.page import render_page  # noqa: PLC0415

    read_set = gather(read_each([str(path) for path in example_paths()], published=None, shown=False))
    html = render_page(make_dossier(read_set), read_set.reports)
    with live.server.desk.writing() as transaction:
        publish_dossier(transaction, "real", title="t", html=html.encode(), note="", who="ada", at=NOON)
    heard = listen(page, live)
    page.set_viewport_size({"width": 1280, "height": 800})
    answer = page.goto(f"{live.url}/dossiers/real")
    assert int(answer.headers["content-length"]) <= 60_000
    shot(page, "dossier")

    # It is light on the way, its stylesheet is let through, and its links to the comments lead on.
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none"
    page.get_by_role("link", name="Comments (0)").click()
    assert "Comments: t" in page.text_content("h1")
    assert heard == []


def shot(page: Any, name: str) -> None:
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(SHOTS) / f"{name}.png"), full_page=True)
