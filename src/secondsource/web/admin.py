"""What administrators do: accounts, and erasing for a reader who has lost the receipt."""

from starlette.responses import Response

from secondsource.ledger.desk import accounts
from secondsource.model.desk import Role
from secondsource.web.accounts import set_account
from secondsource.web.answers import see
from secondsource.web.errors import BadRequest
from secondsource.web.routing import Asked


async def show_accounts(asked: Asked) -> Response:
    """Show every account."""
    with asked.site.desk.reading() as transaction:
        found = accounts.find_accounts(transaction)
    return asked.show("desk/accounts.html.j2", accounts=found, roles=list(Role))


async def show_own_account(asked: Asked) -> Response:
    """Show who is signed in, and the form for another password."""
    return asked.show("desk/account.html.j2")


async def make_account(asked: Asked) -> Response:
    """Make an account, or give one another role or password."""
    site, form = asked.site, asked.form
    await site.think(
        set_account,
        site.desk,
        form.text("account").strip().lower(),
        role=_role(form.text("role")),
        password=form.text("password") or None,
        active=form.text("active") != "no",
        who=asked.who,
        at=site.now(),
    )
    return see("/desk/accounts")


async def erase(asked: Asked) -> Response:
    """Erase a comment for a reader who cannot do it with the receipt."""
    site = asked.site
    if asked.form.text("sure") != "yes":
        raise BadRequest("A comment was to be erased without the tick that says so.\nTick it: it cannot be undone.")
    dossier_id = await site.write(site.desk.erase, asked.path["comment_id"], who=asked.who, at=site.now())
    site.kept.forget(dossier_id)
    return see(f"/desk/comments/{asked.path['comment_id']}")


def _role(code: str) -> Role:
    try:
        return Role(code)
    except ValueError as error:
        raise BadRequest("A role was chosen that is not on the list.\nChoose one from it.") from error
