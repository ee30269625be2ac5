"""The pages of passkeys: one's own, a new one, and signing in with one."""

from starlette.responses import Response

from secondsource.web import own_passkeys
from secondsource.web.accounts import find_signing_in
from secondsource.web.answers import see
from secondsource.web.errors import PasskeyRefused, SignInFailed
from secondsource.web.passkeys import Party, ask_for_new_key, ask_for_signature
from secondsource.web.routing import Asked
from secondsource.web.signing_in import begin_session

KEEP = "/desk/passkeys"
SIGN_IN = "/sign-in/passkey"


async def show_sign_in(asked: Asked) -> Response:
    """Show the button that asks a device for its passkey."""
    party = _party(asked)
    token = asked.site.tokens.issue(SIGN_IN, asked.visitor.holder)
    options = "" if party is None else ask_for_signature(party, token)
    return asked.show("desk/passkey_sign_in.html.j2", form_token=token, options=options)


async def sign_in(asked: Asked) -> Response:
    """Begin a session with what a device signed."""
    site = asked.site
    site.rates.count(site.settings.tries_per_network, "password", asked.visitor.network or "unknown")
    assert asked.given is not None  # noqa: S101  (every post has a checked token)
    account = await site.write(
        own_passkeys.find_signing_in,
        site.desk,
        _require_party(asked),
        asked.form.text("token"),
        asked.given,
        asked.form.text("credential"),
        at=site.now(),
    )
    return await begin_session(asked, account.name)


async def show_passkeys(asked: Asked) -> Response:
    """Show the account's passkeys, and the form for a new one."""
    found = own_passkeys.passkeys_of(asked.site.desk, asked.who)
    return asked.show(
        "desk/passkeys.html.j2", passkeys=found, possible=_party(asked) is not None, most_name=own_passkeys.MOST_NAME
    )


async def begin_passkey(asked: Asked) -> Response:
    """Check the password again, and show the button that has a device make a passkey."""
    site, party = asked.site, _require_party(asked)
    site.rates.count(site.settings.tries_per_account, "account", asked.who)
    name = own_passkeys.name_of_key(asked.form.text("name"))
    # Whoever finds an open desk must not be able to make a key to it for later.
    if await site.think(find_signing_in, site.desk, asked.who, asked.form.text("old")) is None:
        raise SignInFailed(
            "A passkey was to be made with a password that is not the account's.\nType the present password again."
        )
    known = own_passkeys.passkeys_of(site.desk, asked.who)
    token = site.tokens.issue(KEEP, asked.visitor.holder)
    handle = own_passkeys.handle_of(site.desk, asked.who)
    options = ask_for_new_key(party, token, account=asked.who, handle=handle, known=known)
    return asked.show("desk/passkey_new.html.j2", name=name, form_token=token, options=options)


async def keep_passkey(asked: Asked) -> Response:
    """Keep the passkey that a device made."""
    site = asked.site
    assert asked.given is not None  # noqa: S101  (every post has a checked token)
    await site.write(
        own_passkeys.add_passkey,
        site.desk,
        _require_party(asked),
        asked.form.text("token"),
        asked.given,
        account=asked.who,
        name=asked.form.text("name"),
        credential=asked.form.text("credential"),
        at=site.now(),
    )
    return see(KEEP)


async def rename_passkey(asked: Asked) -> Response:
    """Give a passkey of the account another name."""
    site, passkey_id, name = asked.site, asked.path["passkey_id"], asked.form.text("name")
    await site.write(own_passkeys.rename, site.desk, passkey_id, name, account=asked.who, at=site.now())
    return see(KEEP)


async def remove_passkey(asked: Asked) -> Response:
    """Remove a passkey of the account; every session of the account ends, this one too."""
    site, passkey_id = asked.site, asked.path["passkey_id"]
    await site.write(own_passkeys.remove, site.desk, passkey_id, account=asked.who, at=site.now())
    return see("/sign-in")


async def remove_all_of(asked: Asked) -> Response:
    """Remove every passkey of an account, which has to sign in anew with its password."""
    site, account = asked.site, asked.form.text("account").strip().lower()
    await site.write(own_passkeys.remove_all, site.desk, account, who=asked.who, at=site.now())
    return see("/desk/accounts")


def _party(asked: Asked) -> Party | None:
    settings = asked.site.settings
    host = settings.passkey_host
    return None if host is None else Party(host=host, origin=settings.origin, name=settings.name)


def _require_party(asked: Asked) -> Party:
    party = _party(asked)
    if party is None:
        raise PasskeyRefused(
            "A passkey was to be used; browsers allow none at the address that this server is set up for.\n"
            "Start it with a host that has a name and HTTPS: second-source serve --origin https://desk.example"
        )
    return party
