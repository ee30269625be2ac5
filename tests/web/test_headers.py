"""Every page asks nothing of anybody else, runs no script that it does not need, and is framed by nobody."""

import itertools
import re

import pytest
from starlette.routing import Match, Router

from secondsource.web.app import _route
from secondsource.web.routes import ROUTES
from tests.web.client import Browser, Server
from tests.web.stock import Parts, address, stock

GETS = [route for route in ROUTES if route.method == "GET"]


@pytest.fixture
def parts(with_ledger: Server) -> Parts:
    return stock(with_ledger)


@pytest.fixture
def admin(with_ledger: Server) -> Browser:
    browser = Browser(with_ledger)
    browser.sign_in("admin")
    return browser


@pytest.mark.parametrize("route", GETS, ids=lambda route: route.path)
def test_a_page_carries_a_policy_that_begins_with_nothing_allowed(admin: Browser, parts: Parts, route):
    answer = admin.get(address(route, parts))
    policy = answer.headers["content-security-policy"]

    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    # A draft's page is shown as readers will see it; a passkey is asked for by a script.
    is_desks = route.path.startswith("/desk") and not route.path.endswith("/page")
    assert ("script-src" in policy) == (is_desks or route.path == "/sign-in/passkey")


@pytest.mark.parametrize("route", GETS, ids=lambda route: route.path)
def test_a_page_names_no_other_host_and_holds_no_script_or_style_of_its_own(admin: Browser, parts: Parts, route):
    answer = admin.get(address(route, parts))
    if "html" not in answer.headers["content-type"]:
        return
    page = answer.page
    sources = [e.attributes[a] or "" for e in page.all() for a in ("src", "href", "action") if a in e.attributes]

    assert [source for source in sources if not source.startswith(("/", "#"))] == []
    assert [e.tag for e in page.all("script") if "src" not in e.attributes] == []
    assert [name for e in page.all() for name in e.attributes if name.startswith("on") or name == "style"] == []
    if not re.fullmatch(r"/dossiers/\{dossier_id\}(/versions/\{version\})?|/desk/drafts/\{draft_id\}/page", route.path):
        assert page.all("style") == []
        assert [html.attributes.get("lang") for html in page.all("html")] == ["en"]


def test_a_page_with_tokens_or_receipts_is_kept_by_no_cache(admin: Browser):
    for path in ("/dossiers/port/comment", "/receipt", "/sign-in", "/desk/queue"):
        assert admin.get(path).headers["cache-control"] == "no-store"


def test_what_goes_wrong_inside_is_told_without_words_of_the_reader(
    admin: Browser, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("Zanzibar words of a reader")

    monkeypatch.setattr(admin.server.desk, "submit", fail)
    answer = admin.comment("Zanzibar words of a reader")

    assert answer.status == 500
    assert "Zanzibar" not in answer.text + caplog.text
    assert "RuntimeError" in caplog.text


@pytest.mark.parametrize("path", ["/terms/", "/desk/events/%2F", "/api/dossiers/", "/desk/"])
def test_an_address_that_is_not_in_the_table_leads_nowhere_else(admin: Browser, path: str):
    answer = admin.server.ask("GET", path, headers={"host": "elsewhere.example", "cookie": "x=1"})

    assert answer.status in {403, 404}
    assert "location" not in answer.headers


def test_the_quick_way_to_a_route_leads_where_the_framework_would(server: Server):
    quick, slow = server.app._quick, Router([_route(server.site, route) for route in ROUTES])
    paths = {re.sub(r"\{[^}]*\}", filler, route.path) for route in ROUTES for filler in ("x", "new", "a.b", "%2F")}
    for method, path in itertools.product(("GET", "POST", "HEAD", "PUT"), sorted(paths)):
        scope = {"type": "http", "method": method, "path": path, "root_path": ""}
        fits = (each.matches(scope) for each in slow.routes)
        led = next((more for match, more in fits if match is Match.FULL), None)
        for matches, endpoint in quick.get((method, path.count("/")), ()):
            if found := matches(path):
                assert led is not None
                assert led["endpoint"]._route == endpoint._route
                assert led["path_params"] == found.groupdict()
                break
