"""Making and changing accounts, each change in the desk's log."""

import re
from datetime import datetime

from secondsource.comments.desk import Desk
from secondsource.comments.writing import record
from secondsource.ledger.desk import accounts
from secondsource.ledger.desk.file import Transaction
from secondsource.model.desk import Account, DeskAction, Role
from secondsource.web.errors import BadAccount
from secondsource.web.passwords import hash_password, verify_password

HOUSE = "house-login"
"""Who made an account, in the log, where it was the house login."""

# No hash of any password.
_NO_PASSWORD = "!"  # noqa: S105

_NAME = re.compile("[a-z0-9][a-z0-9-]{0,39}")


def set_account(
    desk: Desk, name: str, *, role: Role, password: str | None, active: bool = True, who: str, at: datetime
) -> None:
    """Make the account or change it; its sessions end. Without a password it keeps the one it has.

    Raises:
        BadAccount: The name is none, a new account has no password, or the last administrator would go.
        WeakPassword: The password is too short or too long.
    """
    if not _NAME.fullmatch(name):
        raise BadAccount(
            f"An account {name!r} was asked for; a name is small letters, digits and hyphens, at most 40.\nChange it."
        )
    hashed = None if password is None else hash_password(password)
    with desk.writing() as transaction:
        found = accounts.find_account(transaction, name)
        kept = hashed or (None if found is None else found[1])
        if kept is None:
            raise BadAccount(f"The account {name} was to be changed; there is none.\nMake it with a password first.")
        account = Account(name=name, role=role, active=active)
        accounts.put_account(transaction, account, password=kept)
        _keep_an_administrator(transaction)
        accounts.end_sessions(transaction, name)
        body = {"role": str(role), "active": active, "password": hashed is not None}
        record(transaction, DeskAction.ACCOUNT, name, body, text=None, who=who, at=at)


def put_house_account(desk: Desk, name: str, *, role: Role, at: datetime) -> None:
    """Make or change an account that only the house login opens; no password does. Its sessions end.

    Raises:
        BadAccount: The last administrator would go.
    """
    with desk.writing() as transaction:
        found = accounts.find_account(transaction, name)
        kept = _NO_PASSWORD if found is None else found[1]
        accounts.put_account(transaction, Account(name=name, role=role, active=True), password=kept)
        _keep_an_administrator(transaction)
        accounts.end_sessions(transaction, name)
        body = {"role": str(role), "active": True, "password": False}
        record(transaction, DeskAction.ACCOUNT, name, body, text=None, who=HOUSE, at=at)


def _keep_an_administrator(transaction: Transaction) -> None:
    everybody = accounts.find_accounts(transaction)
    if not any(account.active and account.role is Role.ADMIN for account in everybody):
        raise BadAccount(
            "The desk would be left without an administrator who can sign in; nothing was changed.\n"
            "Make one first: second-source desk account NAME --role admin"
        )


def find_signing_in(desk: Desk, name: str, password: str) -> Account | None:
    """Return the account that the name and password open; None if they open none. Takes a tenth of a second."""
    with desk.reading() as transaction:
        found = accounts.find_account(transaction, name)
    account, kept = (None, None) if found is None else found
    right = verify_password(kept, password)
    return account if right and account is not None and account.active else None
