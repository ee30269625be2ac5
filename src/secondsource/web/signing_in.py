"""Signing in, signing out, another password."""

from starlette.responses import Response

from secondsource.web.accounts import find_signing_in, set_account
from secondsource.web.answers import see
from secondsource.web.cookies import end_cookie, put_cookie
from secondsource.web.errors import SignInFailed
from secondsource.web.routing import Asked, cookie_name


async def show_sign_in(asked: Asked) -> Response:
    """Show the form for name and password."""
    return asked.show(
        "sign_in.html.j2",
        passkeys=asked.site.settings.passkey_host is not None,
        login=None if asked.site.login is None else asked.site.login.house.name,
    )


async def sign_in(asked: Asked) -> Response:
    """Begin a session."""
    site, name = asked.site, asked.form.text("account").strip().lower()[:80]
    site.rates.count(site.settings.tries_per_network, "password", asked.visitor.network or "unknown")
    site.rates.count(site.settings.tries_per_account, "account", name)
    account = await site.think(find_signing_in, site.desk, name, asked.form.text("password"))
    if account is None:
        raise SignInFailed(
            "A name and a password were given; they open no account.\nCheck both and try again: /sign-in"
        )
    return await begin_session(asked, account.name)


async def begin_session(asked: Asked, account: str) -> Response:
    """Begin a session of the account in the place of the visitor's, and return the answer that opens the desk."""
    site = asked.site
    if asked.visitor.holder:
        await site.write(site.sessions.end, asked.visitor.holder)
    token = await site.write(site.sessions.begin, account, at=site.now())
    answer = see("/desk")
    secure = site.settings.secure
    put_cookie(answer, cookie_name(secure), token, ends_s=site.settings.session_ends_s, secure=secure)
    return answer


async def sign_out(asked: Asked) -> Response:
    """End the session."""
    await asked.site.write(asked.site.sessions.end, asked.visitor.holder)
    answer, secure = see("/"), asked.site.settings.secure
    end_cookie(answer, cookie_name(secure), secure=secure)
    return answer


async def change_password(asked: Asked) -> Response:
    """Take another password; every session of the account ends, this one too."""
    site, account = asked.site, asked.visitor.account
    assert account is not None  # noqa: S101  (the route asks for somebody who is signed in)
    site.rates.count(site.settings.tries_per_account, "account", account.name)
    old, new = asked.form.text("old"), asked.form.text("new")
    if await site.think(find_signing_in, site.desk, account.name, old) is None:
        raise SignInFailed(
            "A new password was given beside an old one that is wrong.\nType the present password again."
        )
    await site.think(
        set_account, site.desk, account.name, role=account.role, password=new, who=account.name, at=site.now()
    )
    return see("/sign-in")
