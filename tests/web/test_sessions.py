"""Sessions end: by the clock, by silence, by hand, and when the account changes."""

import time
from pathlib import Path

import pytest

from secondsource.model.desk import Role
from secondsource.web.accounts import set_account
from tests.comments.makers import NOON
from tests.web.client import PASSWORD, Browser, Server


def test_signing_out_ends_the_session_on_the_server_too(moderator: Browser):
    kept = moderator.cookie
    assert moderator.fill_in(moderator.get("/desk"), "/sign-out").status == 303
    moderator.cookie = kept

    assert moderator.get("/desk").status == 403


def test_a_session_ends_by_the_clock(tmp_path: Path):
    with Server(tmp_path, session_ends_s=0) as server:
        browser = Browser(server)
        browser.sign_in("moderator")
        assert browser.get("/desk").status == 403


def test_a_session_ends_when_nothing_is_clicked(moderator: Browser, monkeypatch: pytest.MonkeyPatch):
    assert moderator.get("/desk").status == 200
    now_s = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now_s + 3601)

    assert moderator.get("/desk").status == 403


@pytest.mark.parametrize("active", [True, False])
def test_a_changed_account_has_to_sign_in_again(server: Server, moderator: Browser, active: bool):
    set_account(server.desk, "moderator", role=Role.READER, password=None, active=active, who="t", at=NOON)

    assert moderator.get("/desk").status == 403
    assert Browser(server).sign_in("moderator").status == (303 if active else 403)


def test_another_password_ends_every_session(server: Server, moderator: Browser):
    page = moderator.get("/desk/account")
    answer = moderator.fill_in(page, "/desk/account", old=PASSWORD, new="another pass phrase")

    assert answer.headers["location"] == "/sign-in"
    assert moderator.get("/desk").status == 403
    assert Browser(server).sign_in("moderator", "another pass phrase").status == 303
    assert Browser(server).sign_in("moderator").status == 403


def test_another_password_needs_the_present_one(moderator: Browser):
    answer = moderator.fill_in(moderator.get("/desk/account"), "/desk/account", old="wrong", new="another pass phrase")

    assert answer.status == 403


def test_the_cookie_is_out_of_reach_of_scripts_and_bound_to_https_where_there_is_any(tmp_path: Path):
    with Server(tmp_path) as server:
        told = Browser(server).sign_in("admin").headers["set-cookie"].lower()
        assert "httponly" in told
        assert "samesite=lax" in told
    with Server(tmp_path / "s", origin="https://desk.example") as server:
        browser = Browser(server)
        told = browser.post(
            "/sign-in",
            {"token": browser.token("/sign-in"), "account": "admin", "password": PASSWORD},
            {"origin": "https://desk.example"},
        ).headers["set-cookie"]
        assert told.startswith("__Host-")
        assert "secure" in told.lower()


def test_neither_the_password_nor_the_session_is_kept_as_it_is(server: Server, moderator: Browser):
    kept = b"".join(path.read_bytes() for path in server.path.parent.glob("desk.sqlite*"))

    assert PASSWORD.encode() not in kept
    assert moderator.cookie.partition("=")[2].encode() not in kept


def test_an_administrator_makes_accounts_in_the_browser(server: Server):
    browser = Browser(server)
    browser.sign_in("admin")
    page = browser.get("/desk/accounts")
    made = browser.fill_in(
        page, "/desk/accounts", account="Bo", role="moderator", password="long enough words", active="yes"
    )
    assert made.status == 303
    assert Browser(server).sign_in("bo", "long enough words").status == 303
    assert browser.fill_in(page, "/desk/accounts", account="bo", role="king", active="yes").status == 400
    assert server.desk.verify() == []
