"""Signing in by the house login: going there, and coming back."""

import hmac
import re
from datetime import timedelta

from starlette.responses import Response

from secondsource.comments.receipts import keyed_digest
from secondsource.ledger.desk.passkeys import use_form
from secondsource.web.cookies import end_cookie, put_cookie
from secondsource.web.errors import FormRefused, LoginRefused, NoSuchPage
from secondsource.web.house_accounts import account_of
from secondsource.web.house_attempt import TRIED_S, Attempt, new_seed
from secondsource.web.routing import Asked, cookie_name
from secondsource.web.signing_in import begin_session
from secondsource.web.site import Login
from secondsource.web.tokens import FormTokens

BACK = "/sign-in/house/back"
_PURPOSE = "house login "

_NO_WORD = re.compile("[^a-z_]")


async def begin(asked: Asked) -> Response:
    """Send the browser to the house login, and give it the secret by which it is known again."""
    site, login = asked.site, _require_login(asked)
    site.rates.count(site.settings.tries_per_network, "password", asked.visitor.network or "unknown")
    seed = new_seed()
    address = await site.call(login.address, _attempt(asked, seed))
    answer = asked.show("desk/house_go.html.j2", scripted=False, name=login.house.name, address=address)
    sealed = f"{seed}~{_seals(asked).issue(_PURPOSE + seed, '')}"
    put_cookie(answer, _cookie(asked), sealed, ends_s=TRIED_S, secure=site.settings.secure)
    return answer


async def show_back(asked: Asked) -> Response:
    """Show the button that ends signing in; the link that leads here, opened by whomever, begins no session."""
    login = asked.site.login
    return asked.show(
        "desk/house_back.html.j2",
        scripted=False,
        name=None if login is None else login.house.name,
        code=asked.query.get("code", "")[:4000],
        state=asked.query.get("state", "")[:200],
        error=_NO_WORD.sub("", asked.query.get("error", "")[:60]),
        issuer=asked.query.get("iss", "")[:2000],
    )


async def finish(asked: Asked) -> Response:
    """Ask the house who came back, and begin a session of their account."""
    site, login, form = asked.site, _require_login(asked), asked.form
    site.rates.count(site.settings.tries_per_network, "password", asked.visitor.network or "unknown")
    attempt = _kept_attempt(asked)
    if not hmac.compare_digest(form.text("state").encode("utf-8", "replace"), attempt.state.encode()):
        raise _refused("this browser was not the one that was sent there")
    if form.text("iss") not in {"", login.house.issuer}:
        raise _refused("it was another house that sent them back")
    await site.write(_use, asked, attempt)
    claims = await site.call(login.claims, attempt, form.text("code"), at=site.now())
    account = await site.write(account_of, site.desk, login.house, claims, at=site.now())
    answer = await begin_session(asked, account.name)
    end_cookie(answer, _cookie(asked), secure=site.settings.secure)
    return answer


def _require_login(asked: Asked) -> Login:
    if asked.site.login is None:
        raise NoSuchPage(
            "The house login was asked for; this server was started without one.\nSign in with a password: /sign-in"
        )
    return asked.site.login


def _kept_attempt(asked: Asked) -> Attempt:
    seed, _, seal = asked.cookies.get(_cookie(asked), "").partition("~")
    try:
        _seals(asked).check(seal, _PURPOSE + seed, "")
    except FormRefused as error:
        raise _refused("this browser was not sent there, or too long ago") from error
    return _attempt(asked, seed)


def _use(asked: Asked, attempt: Attempt) -> None:
    at = asked.site.now()
    with asked.site.desk.writing() as transaction:
        if not use_form(transaction, attempt.state, ends_at=at + timedelta(seconds=TRIED_S + 60), at=at):
            raise _refused("this way back was gone before")


def _attempt(asked: Asked, seed: str) -> Attempt:
    return Attempt(seed, keyed_digest(asked.site.desk.secret, "house", asked.site.settings.origin).encode())


def _seals(asked: Asked) -> FormTokens:
    return FormTokens(asked.site.desk.secret, ends_s=TRIED_S)


def _cookie(asked: Asked) -> str:
    return cookie_name(asked.site.settings.secure) + "-house"


def _refused(found: str) -> LoginRefused:
    return LoginRefused(f"Somebody came from the house login; {found}.\nBegin again: /sign-in")
