"""Every route for every role: the matrix is walked, and looking changes nothing."""

import re
from pathlib import Path

import pytest

from secondsource.model.desk import Role
from secondsource.web.permissions import ROLES, Need
from secondsource.web.routes import ROUTES
from secondsource.web.routing import Route
from tests.comments.makers import NOON, approve_all, queue, reject, submit
from tests.web.client import ORIGIN, Browser, Server
from tests.web.stock import address, stock

REFERENCE = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "server.md").read_text(encoding="utf-8")
ALLOWED = {
    Need.NOBODY: {None, *Role},
    Need.SIGNED_IN: set(Role),
    Need.ANALYSE: {Role.ANALYST, Role.EDITOR, Role.ADMIN},
    Need.EDIT: {Role.EDITOR, Role.ADMIN},
    Need.MODERATE: {Role.MODERATOR, Role.ADMIN},
    Need.ADMINISTER: {Role.ADMIN},
}
"""Written out a second time on purpose: a change of the table in the program must be meant."""


def browser_of(server: Server, role: Role | None) -> Browser:
    browser = Browser(server)
    if role is not None:
        assert browser.sign_in(str(role)).status == 303
    return browser


@pytest.mark.parametrize("role", [None, *Role])
def test_every_route_lets_in_exactly_those_it_should(with_ledger: Server, role: Role | None):
    parts = stock(with_ledger)
    browser = browser_of(with_ledger, role)
    for route in ROUTES:
        may = role in ALLOWED[route.need]
        target = address(route, parts)
        if route.method == "GET":
            assert browser.get(target).status == (200 if may else 403), (route, role)
        elif route.path != "/sign-out":
            # A token is missing: who may is stopped by that, who may not is stopped before.
            answer = browser.post(target, {})
            assert ("SS-821" if may else "SS-823") in answer.text, (route, role)


def test_every_need_is_met_as_written_here():
    assert {need: set(roles) for need, roles in ROLES.items()} == {
        need: roles for need, roles in ALLOWED.items() if need is not Need.NOBODY
    }


def test_a_need_on_the_desk_is_never_nobody():
    assert [route.path for route in ROUTES if route.path.startswith("/desk") and route.need is Need.NOBODY] == []


@pytest.mark.parametrize("role", [None, *Role])
def test_looking_at_every_page_as_any_role_leaves_desk_and_ledger_byte_for_byte(with_ledger: Server, role: Role | None):
    server = with_ledger
    submit(server.desk, form="a")
    submit(server.desk, form="b")
    server.desk.decide(reject(queue(server.desk)[0]), who="mo", at=NOON)
    approve_all(server.desk)
    submit(server.desk, form="c")
    parts = stock(server)
    browser = browser_of(server, role)
    before = bytes_of(server)
    for route in ROUTES:
        target = address(route, parts)
        browser.get(target)
        more = f"skip=1&last={parts['comment_id']}&sure=yes&do=approve&value=negative&kind=note&why=x&seen=0"
        browser.get(f"{target}{'&' if '?' in target else '?'}{more}")
        browser.server.ask("HEAD", target)

    assert bytes_of(server) == before


ELSEWHERE = [
    {},
    {"origin": "https://elsewhere.example"},
    {"origin": "null"},
    {"origin": ORIGIN, "sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "none"},
]


@pytest.mark.parametrize("headers", ELSEWHERE, ids=str)
def test_no_form_of_any_page_is_taken_from_elsewhere(with_ledger: Server, headers: dict[str, str]):
    server = with_ledger
    submit(server.desk, form="a")
    parts = stock(server)
    browser = browser_of(server, Role.ADMIN)
    before = bytes_of(server)
    for route in ROUTES:
        if route.method == "POST":
            # Everything else about it is as it should be: the token is ours, for this form and this session.
            fields = {"token": browser.token(route.purpose), "sure": "yes", "version": "1", "words": "Words."}
            answer = browser.post(address(route, parts), fields, headers)
            assert (answer.status, "SS-821" in answer.text) == (403, True), route

    assert bytes_of(server) == before


def bytes_of(server: Server) -> dict[str, bytes]:
    """Return what is on the disk that holds data: of the write-ahead log neither its index nor an empty one does."""
    found = {p.name: p.read_bytes() for p in server.path.parent.iterdir() if not p.name.endswith("-shm")}
    return {name: data for name, data in found.items() if data or not name.endswith("-wal")}


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.method} {route.path}")
def test_a_route_stands_in_the_reference_with_its_need(route: Route):
    assert f"| {route.method} | `{route.path}` | {route.need} |" in REFERENCE


def test_the_reference_names_no_route_that_does_not_exist():
    named = re.findall(r"^\| (GET|POST) \| `([^`]+)`", REFERENCE, flags=re.MULTILINE)

    assert sorted(named) == sorted((route.method, route.path) for route in ROUTES)
