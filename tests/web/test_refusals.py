"""What does not come from a page of ours, from a person, or comes too often, is refused and changes nothing."""

from pathlib import Path

import pytest

from secondsource.model.desk import Role
from secondsource.web.accounts import set_account
from secondsource.web.passwords import hash_password
from tests.comments.makers import NOON
from tests.support import raises_code
from tests.web.client import ORIGIN, Browser, Server

FORM = "/dossiers/port/comment"
PURPOSE = "/dossiers/{dossier_id}/comment"


def refusal(answer_text: str) -> str:
    return next(part for part in answer_text.split('<p class="quiet">') if part.startswith("SS-"))[:6]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site", "origin": ORIGIN},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"sec-fetch-site": "same-origin", "origin": "https://elsewhere.example"},
    ],
)
def test_a_post_from_elsewhere_fails_closed(server: Server, reader: Browser, headers: dict[str, str]):
    fields = {"token": reader.token(PURPOSE), "words": "Words.", "terms": "1"}
    answer = reader.post(FORM, fields, headers)

    assert answer.status == 403
    assert refusal(answer.text) == "SS-821"
    assert server.desk.n_waiting() == 0


@pytest.mark.parametrize("headers", [{"origin": ORIGIN}, {"sec-fetch-site": "same-origin"}])
def test_a_browser_that_says_either_is_let_through(server: Server, reader: Browser, headers: dict[str, str]):
    assert reader.post(FORM, {"token": reader.token(PURPOSE), "words": "Words.", "terms": "1"}, headers).status == 200
    assert server.desk.n_waiting() == 1


def test_a_form_without_our_token_or_with_that_of_another_form_is_refused(server: Server, reader: Browser):
    for token in ("", "made.up.token", reader.token("/receipt"), reader.token(PURPOSE)[:-1]):
        assert reader.post(FORM, {"token": token, "words": "Words.", "terms": "1"}).status == 403
    assert server.desk.n_waiting() == 0


def test_a_token_of_one_session_is_refused_in_another(server: Server, moderator: Browser):
    other = Browser(server)
    other.sign_in("admin")
    answer = other.post("/sign-out", {"token": moderator.token("/sign-out")})

    assert answer.status == 403
    assert other.get("/desk").status == 200


def test_a_form_that_lay_open_too_long_is_refused(tmp_path: Path):
    with Server(tmp_path, form_ends_s=-1, session_ends_s=-1) as server:
        assert Browser(server).comment("Words.").status == 403


def test_a_form_sent_at_once_is_refused_as_a_machine_does(tmp_path: Path):
    with Server(tmp_path, least_s=3) as server:
        answer = Browser(server).comment("Words.")
        assert refusal(answer.text) == "SS-821"
        assert server.desk.n_waiting() == 0


def test_the_field_for_machines_must_stay_empty(server: Server, reader: Browser):
    answer = reader.fill_in(reader.get(FORM), FORM, words="Words.", website="https://spam.example")

    assert refusal(answer.text) == "SS-821"
    assert server.desk.n_waiting() == 0


def test_one_network_sends_only_so_much(tmp_path: Path):
    with Server(tmp_path, sends_per_network="2/minute") as server:
        first = [Browser(server, host=f"192.0.2.{n}").comment(f"Words {n}.").status for n in range(3)]
        other = Browser(server, host="198.51.100.1").comment("Words.")

    assert first == [200, 200, 429]
    assert other.status == 200


def test_a_refusal_for_too_much_has_its_code(tmp_path: Path):
    with Server(tmp_path, sends_per_network="1/minute") as server:
        Browser(server).comment("Words.")
        assert refusal(Browser(server).comment("More.").text) == "SS-822"


def test_terms_that_never_were_cannot_be_agreed_to(server: Server, reader: Browser):
    answer = reader.send(FORM, PURPOSE, words="Words.", terms="2")

    assert refusal(answer.text) == "SS-824"
    assert server.desk.n_waiting() == 0


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b"{}"),
        ("multipart/form-data; boundary=x", b"--x--"),
        ("", b"words=x"),
        ("application/x-www-form-urlencoded", b"words=%ff"),
        ("application/x-www-form-urlencoded", b"\xff"),
        ("application/x-www-form-urlencoded", b"&".join(b"a=b" for _ in range(500))),
        ("application/x-www-form-urlencoded", b"words=" + b"a" * 300_000),
    ],
)
def test_a_body_that_no_form_of_ours_sends_is_refused(server: Server, kind: str, body: bytes):
    answer = server.ask("POST", FORM, headers={"content-type": kind, "origin": ORIGIN}, body=body)

    assert answer.status == 400
    assert refusal(answer.text) == "SS-824"


def test_a_role_that_does_not_reach_a_page_is_told(server: Server):
    browser = Browser(server)
    assert refusal(browser.get("/desk/queue").text) == "SS-823"
    browser.sign_in("reader")
    assert refusal(browser.get("/desk/queue").text) == "SS-823"


def test_a_wrong_password_and_an_unknown_name_are_told_alike(server: Server):
    answers = [Browser(server).sign_in(name, "wrong password here") for name in ("admin", "nobody")]

    assert {refusal(answer.text) for answer in answers} == {"SS-827"}
    assert answers[0].text == answers[1].text


def test_passwords_can_be_tried_only_so_often(tmp_path: Path):
    with Server(tmp_path, tries_per_account="2/minute") as server:
        tries = [Browser(server, host=f"198.51.{n}.1").sign_in("admin", "wrong").status for n in range(3)]

    assert tries == [403, 403, 429]


@pytest.mark.parametrize("password", ["", "short", "x" * 201])
def test_a_password_has_a_fair_length(password: str):
    with raises_code("SS-825"):
        hash_password(password)


def test_an_account_has_a_fair_name_and_a_password_to_begin_with(server: Server):
    with raises_code("SS-826"):
        set_account(server.desk, "No Name", role=Role.ADMIN, password="long enough words", who="t", at=NOON)
    with raises_code("SS-826"):
        set_account(server.desk, "nobody", role=Role.ADMIN, password=None, who="t", at=NOON)


def test_the_last_administrator_stays(server: Server):
    with raises_code("SS-826"):
        set_account(server.desk, "admin", role=Role.READER, password=None, who="t", at=NOON)
    with raises_code("SS-826"):
        set_account(server.desk, "admin", role=Role.ADMIN, password=None, active=False, who="t", at=NOON)


def test_a_page_that_is_none_is_told(reader: Browser):
    assert refusal(reader.get("/terms/99").text) == "SS-828"
    assert reader.get("/static/app.py").status == 404
    assert reader.get("/nothing/here").status == 404
    assert refusal(reader.get("/nothing/here").text) == "SS-828"
    assert reader.get("/receipt/amend").status == 405
