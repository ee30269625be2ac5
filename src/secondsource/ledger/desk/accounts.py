"""Who may sign in, who is signed in, and the desk's settings."""

import sqlite3
from datetime import datetime

from secondsource.ledger.moments import moment_text
from secondsource.model.desk import Account, Role


def put_account(connection: sqlite3.Connection, account: Account, *, password: str) -> None:
    """Keep the account with its hashed password, in the place of what was there."""
    connection.execute(
        """INSERT INTO accounts VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET
           role = excluded.role, active = excluded.active, password = excluded.password""",
        (account.name, account.role, account.active, password),
    )


def find_account(connection: sqlite3.Connection, name: str) -> tuple[Account, str] | None:
    """Return the account and its hashed password; None if there is none."""
    row = connection.execute("SELECT name, role, active, password FROM accounts WHERE name = ?", (name,)).fetchone()
    return None if row is None else (_account(row), row["password"])


def find_accounts(connection: sqlite3.Connection) -> list[Account]:
    """Return all accounts, by name."""
    return [_account(row) for row in connection.execute("SELECT name, role, active FROM accounts ORDER BY name")]


def put_session(connection: sqlite3.Connection, token_digest: str, name: str, *, ends_at: datetime) -> None:
    """Keep a session of the account."""
    connection.execute("INSERT INTO sessions VALUES (?, ?, ?)", (token_digest, name, moment_text(ends_at)))


def find_session(connection: sqlite3.Connection, token_digest: str, *, at: datetime) -> Account | None:
    """Return whose session it is; None if there is no such session, it has ended, or the account may not sign in."""
    row = connection.execute(
        """SELECT a.name, a.role, a.active FROM sessions AS s JOIN accounts AS a ON a.name = s.account
           WHERE s.token = ? AND s.ends_at > ? AND a.active""",
        (token_digest, moment_text(at)),
    ).fetchone()
    return None if row is None else _account(row)


def end_session(connection: sqlite3.Connection, token_digest: str) -> None:
    """End one session."""
    connection.execute("DELETE FROM sessions WHERE token = ?", (token_digest,))


def end_sessions(connection: sqlite3.Connection, name: str) -> None:
    """End every session of the account."""
    connection.execute("DELETE FROM sessions WHERE account = ?", (name,))


def end_old_sessions(connection: sqlite3.Connection, *, at: datetime) -> None:
    """Forget the sessions that have ended."""
    connection.execute("DELETE FROM sessions WHERE ends_at <= ?", (moment_text(at),))


def put_setting(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Keep a setting, in the place of what it was."""
    connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))


def find_setting(connection: sqlite3.Connection, name: str) -> str | None:
    """Return a setting; None if it was never set."""
    row = connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
    return None if row is None else row[0]


def find_settings(connection: sqlite3.Connection, *names: str) -> dict[str, str]:
    """Return the settings of those names that were ever set."""
    # Each by a question of its own within one statement: a list of names would be sorted first, every time.
    query = f"SELECT {', '.join(['(SELECT value FROM settings WHERE name = ?)'] * len(names))}"
    row = connection.execute(query, names).fetchone()
    return {name: value for name, value in zip(names, row, strict=True) if value is not None}


def _account(row: sqlite3.Row) -> Account:
    return Account(name=row["name"], role=Role(row["role"]), active=bool(row["active"]))
