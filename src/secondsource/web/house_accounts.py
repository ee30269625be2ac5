"""Which account somebody whom the house login names opens here."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from secondsource.comments.desk import Desk
from secondsource.ledger.desk import accounts
from secondsource.model.desk import Account, Role
from secondsource.web.accounts import put_house_account
from secondsource.web.errors import LoginRefused
from secondsource.web.house_file import House


def account_of(desk: Desk, house: House, claims: Mapping[str, Any], *, at: datetime) -> Account:
    """Return the account that somebody opens, made or given another role where the house's word is taken for that.

    Args:
        desk: The desk.
        house: What its word is worth here.
        claims: What its token says; it must have been checked.
        at: Now, aware UTC.

    Raises:
        LoginRefused: They have no account here, may not sign in, or would be an administrator by the house alone.
        BadAccount: The last administrator would go.
    """
    value = claims.get(house.claim)
    if not isinstance(value, str) or not value:
        raise _refused(f"the token has no {house.claim} that says who they are")
    if house.claim == "email" and claims.get("email_verified") is not True:
        raise _refused("the house never made sure that the address is theirs")
    named = house.accounts.get(value)
    account = _kept(desk, named) if named is not None else _unnamed(desk, house, claims, at)
    if account is None or not account.active:
        raise _refused("no account here is theirs that may sign in")
    if account.role is Role.ADMIN and not house.admins:
        raise _refused("the account is an administrator’s, which the house login does not open here")
    return account


def _kept(desk: Desk, name: str) -> Account | None:
    with desk.reading() as transaction:
        found = accounts.find_account(transaction, name)
    return None if found is None else found[0]


def _unnamed(desk: Desk, house: House, claims: Mapping[str, Any], at: datetime) -> Account | None:
    """Return the account of somebody whom the file does not name, None for nobody's."""
    # By issuer and subject, which never change; a name or an address may come to be another's.
    name = "house-" + sha256(f"{house.issuer}\0{claims['sub']}".encode()).hexdigest()[:16]
    found, role = _kept(desk, name), _role(house, claims)
    if role is None:
        if house.unknown is None:
            return None
        # Where the house tells of roles, whoever lost theirs has none here either; else a person may have given one.
        role = house.unknown if house.role_claim is not None or found is None else found.role
    if found is not None and (found.role is role or not found.active):
        return found
    put_house_account(desk, name, role=role, at=at)
    return Account(name=name, role=role, active=True)


def _role(house: House, claims: Mapping[str, Any]) -> Role | None:
    told = None if house.role_claim is None else claims.get(house.role_claim)
    values = {each for each in (told if isinstance(told, list) else [told]) if isinstance(each, str)}
    return next((role for value, role in house.roles.items() if value in values), None)


def _refused(found: str) -> LoginRefused:
    return LoginRefused(f"Somebody came from the house login; {found}.\nAsk an administrator for an account: /sign-in")
