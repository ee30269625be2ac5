"""The keys that accounts sign in with, and the one-time forms that were used."""

import sqlite3
from datetime import datetime

from secondsource.ledger.moments import moment_of, moment_text
from secondsource.model.desk import Passkey

_COLUMNS = "id, account, name, public_key, sign_count, made_at, used_at"


def put_passkey(connection: sqlite3.Connection, passkey: Passkey) -> bool:
    """Keep a new passkey and return True; False if one of that id is kept already, whoever has it."""
    found = connection.execute(
        f"INSERT OR IGNORE INTO passkeys ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, NULL)",
        (
            passkey.id,
            passkey.account,
            passkey.name,
            passkey.public_key,
            passkey.sign_count,
            moment_text(passkey.made_at),
        ),
    )
    return found.rowcount == 1


def find_passkey(connection: sqlite3.Connection, passkey_id: str) -> Passkey | None:
    """Return the passkey of that id; None if there is none."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM passkeys WHERE id = ?", (passkey_id,)).fetchone()
    return None if row is None else _passkey(row)


def find_passkeys(connection: sqlite3.Connection, account: str) -> list[Passkey]:
    """Return the passkeys of an account, the first one first."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM passkeys WHERE account = ? ORDER BY made_at, id", (account,))
    return [_passkey(row) for row in rows]


def note_use(connection: sqlite3.Connection, passkey_id: str, *, sign_count: int, at: datetime) -> None:
    """Keep the counter that the device gave when it signed, and when that was."""
    connection.execute(
        "UPDATE passkeys SET sign_count = ?, used_at = ? WHERE id = ?", (sign_count, moment_text(at), passkey_id)
    )


def rename_passkey(connection: sqlite3.Connection, passkey_id: str, name: str) -> None:
    """Give the passkey another name."""
    connection.execute("UPDATE passkeys SET name = ? WHERE id = ?", (name, passkey_id))


def remove_passkey(connection: sqlite3.Connection, passkey_id: str) -> None:
    """Forget the passkey: nobody signs in with it from now on."""
    connection.execute("DELETE FROM passkeys WHERE id = ?", (passkey_id,))


def use_form(connection: sqlite3.Connection, number: str, *, ends_at: datetime, at: datetime) -> bool:
    """Keep that a one-time form was used and return True; False if it was used before.

    Args:
        connection: Within a transaction that holds the write lock.
        number: The form's number of its own.
        ends_at: From when on the form would be refused for its age; it is forgotten then.
        at: Now, aware UTC.
    """
    connection.execute("DELETE FROM used_forms WHERE ends_at <= ?", (moment_text(at),))
    found = connection.execute("INSERT OR IGNORE INTO used_forms VALUES (?, ?)", (number, moment_text(ends_at)))
    return found.rowcount == 1


def _passkey(row: sqlite3.Row) -> Passkey:
    return Passkey(
        id=row["id"],
        account=row["account"],
        name=row["name"],
        public_key=bytes(row["public_key"]),
        sign_count=row["sign_count"],
        made_at=moment_of(row["made_at"]),
        used_at=None if row["used_at"] is None else moment_of(row["used_at"]),
    )
