"""Passkeys: only a key that was kept, on our page, for the form that is open, once, opens an account."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.ledger.desk.entries import find_entries
from secondsource.model.desk import DeskAction, Role
from secondsource.web.accounts import set_account
from secondsource.web.settings import Settings
from tests.comments.makers import NOON
from tests.publishing.elements import Element
from tests.web.client import PASSWORD, Answer, Browser, Server
from tests.web.device import PRESENT, Device

HTTPS = "https://desk.example"
SAME = {"origin": HTTPS, "sec-fetch-site": "same-origin"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Server]:
    with Server(tmp_path, origin=HTTPS) as started:
        yield started


def form_of(answer: Answer) -> Element:
    return next(form for form in answer.page.all("form") if "data-passkey" in form.attributes)


def sent_with(answer: Answer, credential: str) -> tuple[str, dict[str, Any]]:
    form = form_of(answer)
    held = {str(field.attributes["name"]): field.attributes.get("value") or "" for field in form.all("input")}
    return str(form.attributes["action"]), held | {"credential": credential}


def options_of(answer: Answer) -> str:
    return str(form_of(answer).attributes["data-options"])


def signed_in(server: Server, account: str = "analyst") -> Browser:
    browser = Browser(server)
    told = browser.post(
        "/sign-in", {"token": browser.token("/sign-in"), "account": account, "password": PASSWORD}, SAME
    )
    browser.cookie = told.headers["set-cookie"].partition(";")[0]
    return browser


def new_page(browser: Browser, *, name: str = "My phone", old: str = PASSWORD) -> Answer:
    path = "/desk/passkeys/new"
    return browser.post(path, {"token": browser.token(path), "name": name, "old": old}, SAME)


def register(browser: Browser, device: Device, **lies: Any) -> Answer:
    page = new_page(browser)
    path, fields = sent_with(page, device.make(options_of(page), **lies))
    return browser.post(path, fields, SAME)


def sign_in(server: Server, device: Device, **lies: Any) -> Answer:
    browser = Browser(server)
    page = browser.get("/sign-in/passkey")
    path, fields = sent_with(page, device.sign(options_of(page), **lies))
    return browser.post(path, fields, SAME)


def told_in_log(server: Server, account: str = "analyst") -> list[str]:
    with server.desk.reading() as transaction:
        found = list(find_entries(transaction, account))
    return [entry.body["did"] for entry in found if entry.action is DeskAction.PASSKEY]


def test_a_key_is_kept_named_used_renamed_and_removed_and_the_log_says_so(desk: Server):
    browser, device = signed_in(desk), Device(counter=1)
    assert register(browser, device).headers["location"] == "/desk/passkeys"
    assert "My phone" in browser.get("/desk/passkeys").text
    answer = sign_in(desk, device)
    assert (answer.status, answer.headers["location"]) == (303, "/desk")
    other = Browser(desk)
    other.cookie = answer.headers["set-cookie"].partition(";")[0]
    assert "analyst" in other.get("/desk").text

    kept = "/desk/passkeys/YSBrZXkgb2Ygc2l4dGVlbg"
    token = browser.token("/desk/passkeys/{passkey_id}/name")
    browser.post(f"{kept}/name", {"token": token, "name": "Old <phone>"}, SAME)
    assert "Old &lt;phone&gt;" in browser.get("/desk/passkeys").text
    token = browser.token("/desk/passkeys/{passkey_id}/remove")
    assert browser.post(f"{kept}/remove", {"token": token}, SAME).headers["location"] == "/sign-in"
    assert other.get("/desk").status == 403
    assert sign_in(desk, device).status == 403
    assert told_in_log(desk) == ["add", "rename", "remove"]
    assert desk.desk.verify() == []


def test_a_new_key_needs_the_password(desk: Server):
    assert new_page(signed_in(desk), old="another pass phrase").status == 403


def test_a_form_that_was_not_got_by_the_password_keeps_no_key(desk: Server):
    browser, device = signed_in(desk), Device()
    page = new_page(browser)
    _, fields = sent_with(page, device.make(options_of(page)))
    stolen = {**fields, "token": browser.token("/desk/passkeys/new")}

    assert browser.post("/desk/passkeys", stolen, SAME).status == 403
    assert told_in_log(desk) == []


@pytest.mark.parametrize(
    "lies",
    [
        {"origin": "https://desk.example.evil.example"},
        {"origin": "http://desk.example"},
        {"challenge": "YW5vdGhlciBmb3Jt"},
        {"type": "webauthn.get"},
    ],
)
def test_a_key_made_elsewhere_or_for_another_form_is_not_kept(desk: Server, lies: dict[str, str]):
    refused = register(signed_in(desk), Device(), **lies)

    assert refused.status == 403
    assert "SS-841" in refused.text
    assert told_in_log(desk) == []


@pytest.mark.parametrize(
    "lies",
    [
        {"origin": "https://other.example"},
        {"challenge": "YW5vdGhlciBmb3Jt"},
        {"type": "webauthn.create"},
    ],
)
def test_a_signature_for_another_page_or_form_opens_nothing(desk: Server, lies: dict[str, str]):
    device = Device()
    register(signed_in(desk), device)

    assert sign_in(desk, device, **lies).status == 403
    assert sign_in(desk, device).status == 303


def test_a_key_bound_to_another_host_or_without_its_holder_verified_is_refused(desk: Server):
    assert register(signed_in(desk), Device(host="other.example")).status == 403
    assert register(signed_in(desk), Device(flags=PRESENT)).status == 403
    device = Device()
    register(signed_in(desk), device)
    device.flags = PRESENT
    assert sign_in(desk, device).status == 403


def test_what_was_sent_once_is_not_taken_twice(desk: Server):
    device, browser = Device(), Browser(desk)
    register(signed_in(desk), device)
    page = browser.get("/sign-in/passkey")
    path, fields = sent_with(page, device.sign(options_of(page)))

    assert browser.post(path, fields, SAME).status == 303
    assert browser.post(path, fields, SAME).status == 403


def test_an_answer_that_comes_late_is_refused(desk: Server, monkeypatch: pytest.MonkeyPatch):
    device = Device()
    register(signed_in(desk), device)
    monkeypatch.setattr("secondsource.web.own_passkeys.ASKED_S", -1)

    assert sign_in(desk, device).status == 403


def test_a_counter_that_went_back_is_refused_and_told_in_the_log(desk: Server):
    device = Device(counter=5)
    register(signed_in(desk), device)
    assert sign_in(desk, device).status == 303
    device.counter = 3
    refused = sign_in(desk, device)

    assert refused.status == 403
    assert "there may be a copy" in refused.text
    assert told_in_log(desk) == ["add", "refuse"]


def test_another_key_under_a_known_id_or_another_holder_opens_nothing(desk: Server):
    device = Device()
    register(signed_in(desk), device)
    assert sign_in(desk, Device(handle=device.handle)).status == 403
    device.handle = b"somebody else"
    assert sign_in(desk, device).status == 403


def test_a_key_that_is_kept_for_one_account_is_not_kept_for_another(desk: Server):
    device = Device()
    register(signed_in(desk), device)

    assert register(signed_in(desk, "editor"), device).status == 403
    assert told_in_log(desk, "editor") == []


def test_one_account_does_not_rename_or_remove_the_key_of_another(desk: Server):
    register(signed_in(desk), Device())
    other = signed_in(desk, "admin")
    for do in ("name", "remove"):
        path = f"/desk/passkeys/YSBrZXkgb2Ygc2l4dGVlbg/{do}"
        token = other.token(f"/desk/passkeys/{{passkey_id}}/{do}")
        assert other.post(path, {"token": token, "name": "mine"}, SAME).status == 403
    assert told_in_log(desk) == ["add"]


def test_an_account_that_may_not_sign_in_does_not_by_its_key(desk: Server):
    device = Device()
    register(signed_in(desk), device)
    set_account(desk.desk, "analyst", role=Role.ANALYST, password=None, active=False, who="t", at=NOON)

    assert sign_in(desk, device).status == 403


def test_an_administrator_removes_the_keys_of_a_lost_device(desk: Server):
    device, admin = Device(), signed_in(desk, "admin")
    register(signed_in(desk), device)
    path = "/desk/accounts/passkeys"
    assert admin.post(path, {"token": admin.token(path), "account": "analyst"}, SAME).status == 303

    assert sign_in(desk, device).status == 403
    assert told_in_log(desk) == ["add", "remove"]


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("https://desk.example", "desk.example"),
        ("https://desk.example:8443", "desk.example"),
        ("http://localhost:8000", "localhost"),
        ("http://127.0.0.1:8000", None),
        ("http://desk.example", None),
        ("https://192.0.2.1", None),
        ("https://[2001:db8::1]", None),
    ],
)
def test_passkeys_are_offered_where_browsers_allow_them(origin: str, host: str | None):
    assert Settings(origin=origin).passkey_host == host


def test_at_a_bare_address_the_pages_say_that_there_are_none(server: Server):
    browser = Browser(server)
    assert "Browsers allow no passkeys" in browser.get("/sign-in/passkey").text
    assert "passkey" not in browser.get("/sign-in").text
    browser.sign_in("analyst")
    assert "Browsers allow none" in browser.get("/desk/passkeys").text
    assert browser.send("/desk/passkeys/new", "/desk/passkeys/new", name="x", old=PASSWORD).status == 403


PARTS = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=40), st.just("o2NmbXRkbm9uZQ"))
WILD = st.recursive(PARTS, lambda inner: st.dictionaries(st.text(max_size=5), inner, max_size=3), max_leaves=4)
FIELDS = ("id", "rawId", "type")
ANSWERS = ("clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle")
RESPONSE = st.fixed_dictionaries({}, optional=dict.fromkeys(ANSWERS, WILD))


@given(
    st.fixed_dictionaries({}, optional={**dict.fromkeys(FIELDS, WILD), "response": RESPONSE}),
    st.dictionaries(st.sampled_from(ANSWERS), st.binary(max_size=60), max_size=2),
)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_a_device_answers_is_refused_and_breaks_nothing(
    desk: Server, answer: dict[str, Any], bytes_of: dict[str, bytes]
):
    device, browser = Device(), signed_in(desk)
    page = new_page(browser)
    whole = json.loads(device.make(options_of(page)))
    whole["response"] |= {name: data.hex() for name, data in bytes_of.items()}
    for told in ({**whole, **answer}, answer):
        path, fields = sent_with(page, json.dumps(told))
        assert browser.post(path, fields, SAME).status in {303, 403}
        assert (
            browser.post("/sign-in/passkey", {**fields, "token": browser.token("/sign-in/passkey")}, SAME).status == 403
        )
