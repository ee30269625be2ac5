"""Keeping, naming and removing an account's passkeys, and signing in with one; each change in the desk's log."""

from datetime import datetime, timedelta

from secondsource.comments.desk import Desk
from secondsource.comments.receipts import keyed_digest
from secondsource.comments.writing import record
from secondsource.ledger.desk import accounts, passkeys
from secondsource.ledger.desk.file import Transaction
from secondsource.model.desk import Account, DeskAction, Passkey
from secondsource.web.errors import PasskeyRefused
from secondsource.web.passkeys import ASKED_S, Party, credential_id, require_new_key, require_signature
from secondsource.web.tokens import Given

MOST_KEYS = 20
"""Passkeys of one account."""

MOST_NAME = 60
"""Characters of a passkey's name."""

_ID_TOLD = 12
"""Characters of a passkey's id that the log names it by."""


def handle_of(desk: Desk, account: str) -> str:
    """Return by what a device tells whose key it holds; it names nobody outside this desk."""
    return keyed_digest(desk.secret, "passkey", account)


def passkeys_of(desk: Desk, account: str) -> list[Passkey]:
    """Return the account's passkeys, the first one first."""
    with desk.reading() as transaction:
        return passkeys.find_passkeys(transaction, account)


def name_of_key(text: str) -> str:
    """Return a passkey's name as it is kept.

    Raises:
        PasskeyRefused: It is empty or too long.
    """
    name = " ".join(text.split())
    if not 0 < len(name) <= MOST_NAME:
        raise PasskeyRefused(
            f"A passkey was to have a name of {len(name)} characters; it has 1 to {MOST_NAME}.\n"
            "Name the device it is on."
        )
    return name


def add_passkey(
    desk: Desk, party: Party, token: str, given: Given, *, account: str, name: str, credential: str, at: datetime
) -> None:
    """Keep the key that a device made for the form with this token.

    Raises:
        PasskeyRefused: The answer does not hold, came too late or twice, or the account has its most.
    """
    name = name_of_key(name)
    key = require_new_key(party, token, credential)
    with desk.writing() as transaction:
        _use(transaction, given, at)
        if len(passkeys.find_passkeys(transaction, account)) >= MOST_KEYS:
            raise PasskeyRefused(
                f"One more passkey was to be kept; {MOST_KEYS} are there.\nRemove one that is not used: /desk/passkeys"
            )
        passkey = Passkey(
            id=key.id, account=account, name=name, public_key=key.public_key, sign_count=key.sign_count, made_at=at
        )
        if not passkeys.put_passkey(transaction, passkey):
            raise PasskeyRefused(
                "A passkey was to be kept that is kept already.\nUse the one there is, or another device."
            )
        _record(transaction, passkey, "add", who=account, at=at)


def rename(desk: Desk, passkey_id: str, name: str, *, account: str, at: datetime) -> None:
    """Give one of the account's passkeys another name.

    Raises:
        PasskeyRefused: The account has none of that id, or the name is none.
    """
    name = name_of_key(name)
    with desk.writing() as transaction:
        passkey = _own(transaction, passkey_id, account)
        passkeys.rename_passkey(transaction, passkey.id, name)
        _record(transaction, passkey, "rename", who=account, at=at)


def remove(desk: Desk, passkey_id: str, *, account: str, at: datetime) -> None:
    """Forget one of the account's passkeys; every session of the account ends, for one may have begun with it.

    Raises:
        PasskeyRefused: The account has none of that id.
    """
    with desk.writing() as transaction:
        passkey = _own(transaction, passkey_id, account)
        passkeys.remove_passkey(transaction, passkey.id)
        accounts.end_sessions(transaction, account)
        _record(transaction, passkey, "remove", who=account, at=at)


def remove_all(desk: Desk, account: str, *, who: str, at: datetime) -> int:
    """Forget every passkey of the account, end its sessions, and return how many passkeys there were."""
    with desk.writing() as transaction:
        found = passkeys.find_passkeys(transaction, account)
        for passkey in found:
            passkeys.remove_passkey(transaction, passkey.id)
            _record(transaction, passkey, "remove", who=who, at=at)
        accounts.end_sessions(transaction, account)
    return len(found)


def find_signing_in(desk: Desk, party: Party, token: str, given: Given, credential: str, *, at: datetime) -> Account:
    """Return the account whose passkey signed the form with this token, and keep the passkey's counter.

    Raises:
        PasskeyRefused: The signature does not hold, came too late or twice, the account may not sign in, or the
            counter did not go on, as happens where a key was copied; that one is told in the log.
    """
    with desk.writing() as transaction:
        _use(transaction, given, at)
        passkey = passkeys.find_passkey(transaction, credential_id(credential))
        found = None if passkey is None else accounts.find_account(transaction, passkey.account)
        if passkey is None or found is None or not found[0].active:
            raise PasskeyRefused(
                "A device signed with a passkey that opens no account here.\nSign in with your password: /sign-in"
            )
        count = require_signature(party, token, credential, passkey, handle=handle_of(desk, passkey.account))
        went_on = count > passkey.sign_count or count == passkey.sign_count == 0
        if went_on:
            passkeys.note_use(transaction, passkey.id, sign_count=count, at=at)
        else:
            _record(transaction, passkey, "refuse", who=passkey.account, at=at)
    if not went_on:
        raise PasskeyRefused(
            "A device signed with a passkey whose counter went back: there may be a copy of it.\n"
            "Sign in with your password, and remove that passkey: /desk/passkeys"
        )
    return found[0]


def _use(transaction: Transaction, given: Given, at: datetime) -> None:
    if given.age_s > ASKED_S or not passkeys.use_form(
        transaction, given.number, ends_at=at + timedelta(seconds=ASKED_S + 60), at=at
    ):
        raise PasskeyRefused(
            f"A device answered a page that was opened more than {ASKED_S // 60} minutes ago, or was answered before.\n"
            "Open the page again and try once more."
        )


def _own(transaction: Transaction, passkey_id: str, account: str) -> Passkey:
    passkey = passkeys.find_passkey(transaction, passkey_id)
    if passkey is None or passkey.account != account:
        raise PasskeyRefused(
            "A passkey was to be changed; this account has none of that id.\nSee those it has: /desk/passkeys"
        )
    return passkey


def _record(transaction: Transaction, passkey: Passkey, did: str, *, who: str, at: datetime) -> None:
    body = {"did": did, "passkey": passkey.id[:_ID_TOLD]}
    record(transaction, DeskAction.PASSKEY, passkey.account, body, text=None, who=who, at=at)
