"""A published dossier with its map in a real browser: accessible, light, the same without scripts, and on paper."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from secondsource.comments.dossiers import publish_dossier
from secondsource.publishing.page import render_page
from tests.comments.makers import NOON
from tests.publishing.test_map_page import MOST_BYTES
from tests.publishing.test_sensor_page import elsewhere, landed, made
from tests.publishing.test_whole_way import example
from tests.web.browsing import Live, chromium, listening, needs_browser
from tests.web.test_browser import listen, shot

pytestmark = [needs_browser, pytest.mark.enable_socket, pytest.mark.slow]
PATHS = ["/dossiers/example", "/dossiers/sensed", "/dossiers/only-fits"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as started:
        yield started


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    with listening(tmp_path) as started:
        dossiers = {"example": example(), "sensed": made(landed(), elsewhere()), "only-fits": made(landed()[:40])}
        with started.server.desk.writing() as transaction:
            for name, (dossier, reports) in dossiers.items():
                html = render_page(dossier, reports).encode()
                publish_dossier(transaction, name, title=name, html=html, note="", who="ada", at=NOON)
        yield started


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_published_dossier_with_its_map_is_accessible(live: Live, browser: Any, width: int, scheme: str):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    for path in PATHS:
        page.goto(live.url + path)
        page.evaluate("for (const each of document.querySelectorAll('details.places')) each.open = true")
        shot(page, f"{path.strip('/').replace('/', '-')}-{width}-{scheme}")
        for direction in ("ltr", "rtl"):
            page.evaluate("d => document.documentElement.dir = d", direction)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, direction)
            found = Axe().run(page).response["violations"]
            assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == [], (path, direction)
    context.close()


def test_the_map_is_there_without_scripts_light_and_from_this_server_alone(live: Live, browser: Any):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    heard = listen(page, live)
    for path in PATHS:
        answer = page.goto(live.url + path)
        assert int(answer.headers["content-length"]) <= MOST_BYTES
        assert answer.headers["content-encoding"] == "gzip"
        page.locator(".chart .land").first.wait_for()
        box = page.locator(".chart svg").bounding_box()
        assert box["width"] > 200
        assert page.get_by_role("img", name="Places that the reports name").count() == 1
        page.get_by_text("The places in words").click()
        assert page.locator("details.places li").first.is_visible()
    context.close()

    assert heard == []


def test_on_paper_land_is_grey_and_the_places_are_listed(live: Live, browser: Any):
    page = browser.new_page()
    page.goto(f"{live.url}/dossiers/example")
    page.emulate_media(media="print")
    shot(page, "dossier-print")

    assert page.evaluate("getComputedStyle(document.querySelector('.land')).fill") == "rgb(221, 221, 221)"
    assert page.locator("details.places li").first.is_visible()
    page.close()
