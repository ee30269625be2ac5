"""The desk's log: every entry carries the hash of the one ahead of it."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from secondsource.ledger.canonical import canonical_json, digest_of
from secondsource.ledger.chain import BEGINNING, NO_HASH
from secondsource.ledger.moments import moment_of, moment_text, next_moment
from secondsource.model.custody import Head
from secondsource.model.desk import DeskAction, DeskEntry
from secondsource.model.ids import Digest

_COLUMNS = "seq, at, who, action, subject, body, prev, hash"


def append(
    connection: sqlite3.Connection, action: DeskAction, subject: str, body: Mapping[str, Any], *, who: str, at: datetime
) -> int:
    """Write an entry behind the last and return its number; hold the write lock."""
    last = connection.execute("SELECT seq, at, hash FROM entries ORDER BY seq DESC LIMIT 1").fetchone()
    seq, not_before, prev = (0, BEGINNING, NO_HASH) if last is None else (last[0], next_moment(last[1]), last[2])
    values: dict[str, Any] = {
        "seq": seq + 1,
        "at": max(moment_text(at), not_before),
        "who": who,
        "action": str(action),
        "subject": subject,
        "body": canonical_json(dict(body)),
        "prev": prev,
    }
    values["hash"] = digest_of(values)
    connection.execute(f"INSERT INTO entries ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", tuple(values.values()))
    return int(values["seq"])


def find_entries(connection: sqlite3.Connection, subject: str | None = None) -> Iterator[DeskEntry]:
    """Yield the entries about ``subject``, or all, first to last."""
    where, arguments = ("", ()) if subject is None else ("WHERE subject = ?", (subject,))
    for row in connection.execute(f"SELECT {_COLUMNS} FROM entries {where} ORDER BY seq", arguments):
        yield _entry(row)


def find_entry(connection: sqlite3.Connection, seq: int) -> DeskEntry:
    """Return the entry of that number, which must be there."""
    return _entry(connection.execute(f"SELECT {_COLUMNS} FROM entries WHERE seq = ?", (seq,)).fetchone())


def find_head(connection: sqlite3.Connection) -> Head:
    """Return the last entry's number and hash."""
    row = connection.execute("SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1").fetchone()
    return Head(seq=0, hash=NO_HASH) if row is None else Head(seq=row[0], hash=Digest(row[1]))


def holds(connection: sqlite3.Connection, head: Head) -> bool:
    """Return whether the log holds the entry that was noted as its end at some time."""
    if head.seq == 0:
        return head.hash == NO_HASH
    row = connection.execute("SELECT hash FROM entries WHERE seq = ?", (head.seq,)).fetchone()
    return row is not None and row[0] == head.hash


def last_at(connection: sqlite3.Connection, action: DeskAction) -> datetime | None:
    """Return when that action was last recorded, None if never."""
    row = connection.execute("SELECT at FROM entries WHERE action = ? ORDER BY seq DESC LIMIT 1", (action,)).fetchone()
    return None if row is None else moment_of(row[0])


def broken_entries(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """Yield the number of each entry that does not follow from the one ahead of it, and what is wrong with it."""
    seq, prev = 0, NO_HASH
    for row in connection.execute(f"SELECT {_COLUMNS} FROM entries ORDER BY seq"):
        if row["seq"] != seq + 1:
            yield row["seq"], f"entry {seq + 1} is missing"
        elif row["prev"] != prev:
            yield row["seq"], "it does not carry the hash of the entry ahead of it"
        elif row["hash"] != digest_of({name: row[name] for name in row.keys() if name != "hash"}):  # noqa: SIM118
            yield row["seq"], "its hash is not that of what it says"
        seq, prev = row["seq"], row["hash"]


def _entry(row: sqlite3.Row) -> DeskEntry:
    return DeskEntry(
        seq=row["seq"],
        at=moment_of(row["at"]),
        who=row["who"],
        action=DeskAction(row["action"]),
        subject=row["subject"],
        body=json.loads(row["body"]),
        prev=Digest(row["prev"]),
        hash=Digest(row["hash"]),
    )
