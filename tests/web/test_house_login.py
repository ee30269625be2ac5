"""The house login: only its own word, for this server, for this browser, now, opens an account, and never too much."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from secondsource.ledger.desk import accounts
from secondsource.model.desk import Account, Role
from secondsource.web.accounts import set_account
from secondsource.web.errors import LoginFailed
from secondsource.web.house_attempt import Attempt
from secondsource.web.house_file import House, read_house
from secondsource.web.house_login import HouseLogin
from tests.comments.makers import NOON
from tests.support import raises_code
from tests.web.client import ORIGIN, Answer, Browser, Server
from tests.web.house import CLIENT, SECRET, Claims, Provider, by_secret, providing, rsa_key, signed, unsigned

pytestmark = pytest.mark.enable_socket

GO, BACK = "/sign-in/house", "/sign-in/house/back"


@pytest.fixture
def provider() -> Iterator[Provider]:
    with providing() as started:
        yield started


def house_of(provider: Provider, **told: Any) -> House:
    fields: dict[str, Any] = {"accounts": {provider.subject: "analyst"}, **told}
    return House(name="Example House", issuer=provider.issuer, client_id=CLIENT, client_secret=SECRET, **fields)


@pytest.fixture
def house(tmp_path: Path, provider: Provider) -> Iterator[Server]:
    with Server(tmp_path, login=HouseLogin(house_of(provider), origin=ORIGIN)) as started:
        yield started


def told(server: Server, **changed: Any) -> None:
    """Have the server take the house's word for something else."""
    login = server.site.login
    assert login is not None
    login.house = replace(login.house, **changed)


def go(browser: Browser) -> str:
    """Press the button of the sign-in page and return where the page leads."""
    answer = browser.fill_in(browser.get("/sign-in"), GO)
    assert answer.status == 200, answer.text
    browser.cookie = answer.headers["set-cookie"].partition(";")[0]
    return next(
        str(link.attributes["href"]) for link in answer.page.all("a") if "authorize" in str(link.attributes["href"])
    )


def sent_back(address: str) -> str:
    """Sign in at the house, and return the address on this server to which it leads."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=20)
    connection.request("GET", f"{parts.path}?{parts.query}")
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return str(answer.getheader("location")).removeprefix(ORIGIN)


def come_back(browser: Browser, target: str) -> Answer:
    return browser.fill_in(browser.get(target), BACK)


def sign_in(server: Server) -> Answer:
    browser = Browser(server)
    return come_back(browser, sent_back(go(browser)))


def account(server: Server, name: str) -> Account | None:
    with server.desk.reading() as transaction:
        found = accounts.find_account(transaction, name)
    return None if found is None else found[0]


def opened(server: Server, answer: Answer) -> str:
    """Return the name of the account that the answer opened."""
    assert answer.status == 303, answer.text
    cookies = answer.headers["set-cookie"]
    browser = Browser(server)
    found = server.site.sessions
    browser.cookie = next(p for p in cookies.split(", ") if p.startswith("second-source=")).partition(";")[0]
    session = found.find(browser.cookie.partition("=")[2], at=server.site.now())
    assert session is not None
    return session[0].name


def test_somebody_of_the_house_opens_the_account_that_is_theirs(house: Server, provider: Provider):
    answer = sign_in(house)

    assert opened(house, answer) == "analyst"
    assert provider.asked == ["/.well-known/openid-configuration", "/authorize", "/token", "/keys"]


def test_what_is_sent_to_the_house_holds_no_secret_of_the_attempt(house: Server):
    browser = Browser(house)
    query = parse_qs(urlsplit(go(browser)).query)

    assert query["redirect_uri"] == [ORIGIN + BACK]
    assert set(query) == {
        *("response_type", "client_id", "redirect_uri", "scope", "state", "nonce"),
        *("code_challenge", "code_challenge_method"),
    }
    assert all(len(query[name][0]) == 43 for name in ("state", "nonce", "code_challenge"))


def test_the_link_back_alone_opens_nothing_and_changes_nothing(house: Server):
    browser = Browser(house)
    target = sent_back(go(browser))
    before = house.path.read_bytes()
    page = browser.get(target)

    assert "set-cookie" not in page.headers
    assert "Open the desk" in page.text
    assert house.path.read_bytes() == before


def test_another_browser_cannot_go_the_way_back(house: Server):
    target = sent_back(go(Browser(house)))
    other = Browser(house)
    assert come_back(other, target).status == 403
    go(other)
    assert come_back(other, target).status == 403


def test_one_way_back_is_gone_once(house: Server, provider: Provider):
    browser = Browser(house)
    target = sent_back(go(browser))
    kept = browser.cookie
    assert come_back(browser, target).status == 303
    browser.cookie = kept

    assert "SS-842" in come_back(browser, target).text


def now(seconds: int) -> int:
    return int(time.time()) + seconds


WRONG: dict[str, Callable[[Provider], Claims]] = {
    "another nonce": lambda _: {"nonce": "x" * 43},
    "no nonce": lambda _: {"nonce": None},
    "for somebody else": lambda _: {"aud": "another client"},
    "for several and asked for by none": lambda _: {"aud": [CLIENT, "another"]},
    "for several and asked for by another": lambda _: {"aud": [CLIENT, "another"], "azp": "another"},
    "asked for by another": lambda _: {"azp": "another"},
    "for nobody": lambda _: {"aud": None},
    "ended": lambda _: {"exp": now(-120)},
    "never ending": lambda _: {"exp": None},
    "ending at a word": lambda _: {"exp": "tomorrow"},
    "of tomorrow": lambda _: {"iat": now(86_400)},
    "of no moment": lambda _: {"iat": None},
    "not to be used yet": lambda _: {"nbf": now(3600)},
    "from another issuer": lambda provider: {"iss": provider.issuer + "/"},
    "on nobody": lambda _: {"sub": None},
    "on a number": lambda _: {"sub": 248289761001},
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_token_that_is_not_for_this_attempt_opens_nothing(house: Server, provider: Provider, wrong: str):
    provider.more = WRONG[wrong](provider)
    answer = sign_in(house)

    assert answer.status == 403
    assert "SS-842" in answer.text
    assert "set-cookie" not in answer.headers


def changed(claims: Claims) -> str:
    head, _, signature = signed(claims, rsa_key("first")).split(".")
    return ".".join((head, signed({**claims, "sub": "another"}, rsa_key("first")).split(".")[1], signature))


FORGED: dict[str, Callable[[Claims], str]] = {
    "by nobody": unsigned,
    "by another key under a known name": lambda claims: signed(claims, rsa_key("other")),
    "by a key that the house does not tell of": lambda claims: signed(claims, rsa_key("other"), kid="other"),
    "with the public key as a secret": lambda claims: by_secret(claims, rsa_key("first").as_pem(private=False)),
    "changed afterwards": changed,
    "no token": lambda _: "x",
    "dots": lambda _: "..",
    "empty": lambda _: "",
    "long": lambda _: "a" * 60_000,
}


@pytest.mark.parametrize("forged", FORGED)
def test_a_token_that_the_house_did_not_sign_opens_nothing(house: Server, provider: Provider, forged: str):
    provider.sign = FORGED[forged]
    answer = sign_in(house)

    assert answer.status == 403
    assert "not signed with one of its keys" in answer.text


def test_keys_that_the_house_exchanged_are_asked_for_again_but_not_each_time(
    house: Server, provider: Provider, monkeypatch: pytest.MonkeyPatch
):
    assert sign_in(house).status == 303
    provider.keys, provider.sign = ["other"], lambda claims: signed(claims, rsa_key("other"), kid="other")
    assert sign_in(house).status == 403
    monkeypatch.setattr("secondsource.web.house_login.KEYS_AGAIN_S", -1.0)
    assert sign_in(house).status == 303
    assert provider.asked.count("/keys") == 2


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"null", b"[" * 100_000, b'{"a": "' + b"x" * 1_100_000 + b'"}'])
def test_a_house_that_answers_something_else_is_told_of(house: Server, provider: Provider, raw: bytes):
    provider.raw = raw
    answer = Browser(house).fill_in(Browser(house).get("/sign-in"), GO)

    assert answer.status == 502
    assert "SS-843" in answer.text


@pytest.mark.parametrize(
    "said",
    [
        {"issuer": "https://other.example"},
        {"authorization_endpoint": "http://other.example/authorize"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"authorization_endpoint": "https://name:word@other.example/"},
        {"authorization_endpoint": None},
    ],
)
def test_a_house_that_leads_elsewhere_without_https_is_not_followed(house: Server, provider: Provider, said: Claims):
    provider.said = said

    assert Browser(house).fill_in(Browser(house).get("/sign-in"), GO).status == 502


def test_a_house_that_is_not_there_is_told_of(provider: Provider):
    login = HouseLogin(house_of(replace_port(provider)), origin=ORIGIN)
    with raises_code("SS-843"):
        login.address(Attempt("seed", b"key"))
    login.close()
    assert LoginFailed.code == "SS-843"


def replace_port(provider: Provider) -> Provider:
    provider.issuer = "http://127.0.0.1:9"
    return provider


def test_an_unknown_person_is_refused_or_a_reader_as_set(house: Server, provider: Provider):
    provider.subject = "somebody new"
    assert sign_in(house).status == 403
    told(house, unknown=Role.READER)
    name = opened(house, sign_in(house))
    found = account(house, name)

    assert name.startswith("house-")
    assert found is not None
    assert found.role is Role.READER
    assert opened(house, sign_in(house)) == name
    assert Browser(house).sign_in(name, "!").status == 403
    assert house.desk.verify() == []


def test_an_unknown_person_whose_role_an_editor_raised_keeps_it(house: Server, provider: Provider):
    provider.subject = "somebody new"
    told(house, unknown=Role.READER)
    name = opened(house, sign_in(house))
    set_account(house.desk, name, role=Role.ANALYST, password=None, who="t", at=NOON)
    sign_in(house)
    found = account(house, name)

    assert found is not None
    assert found.role is Role.ANALYST


def test_a_role_of_the_house_comes_and_goes_with_its_claim(house: Server, provider: Provider):
    provider.subject = "somebody new"
    told(house, role_claim="groups", roles={"moderation": Role.MODERATOR, "desk": Role.ANALYST})
    provider.more = {"groups": ["desk", "choir"]}
    name = opened(house, sign_in(house))
    assert account(house, name) == Account(name=name, role=Role.ANALYST, active=True)
    provider.more = {"groups": "moderation"}
    sign_in(house)
    assert account(house, name) == Account(name=name, role=Role.MODERATOR, active=True)
    provider.more = {"groups": ["choir", 7, None]}
    assert sign_in(house).status == 403
    told(house, unknown=Role.READER)
    sign_in(house)
    assert account(house, name) == Account(name=name, role=Role.READER, active=True)


def test_an_administrator_is_not_opened_unless_that_is_said(house: Server, provider: Provider):
    told(house, accounts={provider.subject: "admin"})
    assert sign_in(house).status == 403
    told(house, admins=True)
    assert opened(house, sign_in(house)) == "admin"


def test_an_account_that_may_not_sign_in_or_is_not_there_is_not_opened(house: Server, provider: Provider):
    set_account(house.desk, "analyst", role=Role.ANALYST, password=None, active=False, who="t", at=NOON)
    assert sign_in(house).status == 403
    told(house, accounts={provider.subject: "nobody"}, unknown=Role.READER)
    assert sign_in(house).status == 403


def test_an_address_counts_only_where_the_house_made_sure_of_it(house: Server, provider: Provider):
    told(house, claim="email", accounts={"ada@house.example": "analyst"})
    provider.more = {"email": "ada@house.example"}
    assert sign_in(house).status == 403
    provider.more["email_verified"] = "true"
    assert sign_in(house).status == 403
    provider.more["email_verified"] = True
    assert opened(house, sign_in(house)) == "analyst"


def test_what_the_house_says_when_nobody_signed_in_is_text(house: Server):
    page = Browser(house).get(f"{BACK}?error=access_denied<script>").text

    assert "access_denied" in page
    assert "<script>" not in page


def test_without_a_house_the_pages_say_so(server: Server):
    browser = Browser(server)
    assert "no house login" in browser.get(BACK).text
    assert browser.send(GO, GO).status == 404
    assert browser.send(BACK, BACK, code="x").status == 404


GOOD = 'name = "House"\nissuer = "https://login.example"\nclient_id = "desk"\n'


def test_the_file_tells_who_is_who(tmp_path: Path):
    path = tmp_path / "house.toml"
    path.write_text(f'{GOOD}unknown = "reader"\nrole_claim = "g"\n[accounts]\n"7" = "ada"\n[roles]\ndesk = "analyst"\n')
    house = read_house(path)

    assert (house.claim, house.client_secret, house.unknown, house.admins) == ("sub", None, Role.READER, False)
    assert (dict(house.accounts), dict(house.roles)) == ({"7": "ada"}, {"desk": Role.ANALYST})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        'name = "House"\n',
        GOOD.replace("https", "http"),
        GOOD.replace("login.example", "a:b@login.example"),
        GOOD + "secret = 1\n",
        GOOD + "claim = 1\n",
        GOOD + 'unknown = "admin"\n',
        GOOD + 'admins = "yes"\n',
        GOOD + "[accounts]\na = 1\n",
        GOOD + 'role_claim = "g"\n[roles]\na = "king"\n',
        GOOD + 'role_claim = "g"\n[roles]\na = "admin"\n',
        GOOD + '[roles]\na = "analyst"\n',
    ],
)
def test_a_file_that_does_not_say_what_it_must_is_refused(tmp_path: Path, text: str):
    path = tmp_path / "house.toml"
    path.write_text(text)
    with raises_code("SS-844"):
        read_house(path)
