"""What people wrote: kept beside the log with a salt, so that it can go while the log stays whole."""

import hashlib
import secrets
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.model.ids import Digest

SALT_BYTES = 16
"""Enough that nobody can try short comments against a digest that is left."""


@dataclass(frozen=True, slots=True)
class Salted:
    """Words with their salt.

    Attributes:
        salt: Random bytes of their own.
        text: The words.
    """

    salt: bytes
    text: str

    @property
    def digest(self) -> Digest:
        """SHA-256 of the salt and the words."""
        return salted_digest(self.salt, self.text)


def salted(text: str) -> Salted:
    """Return the words with a new salt."""
    return Salted(secrets.token_bytes(SALT_BYTES), text)


def salted_digest(salt: bytes, text: str) -> Digest:
    """Return the SHA-256 of the salt and the words."""
    return Digest(hashlib.sha256(salt + text.encode("utf-8", "surrogateescape")).hexdigest())


def put(connection: sqlite3.Connection, seq: int, subject: str, content: Salted) -> None:
    """Keep the words that entry ``seq`` recorded the digest of."""
    connection.execute("INSERT INTO contents VALUES (?, ?, ?, ?)", (seq, subject, content.salt, content.text))


def find_text(connection: sqlite3.Connection, seq: int) -> str | None:
    """Return the words that came with entry ``seq``; None if none did or they are erased."""
    row = connection.execute("SELECT text FROM contents WHERE seq = ?", (seq,)).fetchone()
    return None if row is None else row[0]


def find_texts(connection: sqlite3.Connection, subject: str) -> dict[int, str]:
    """Return all words about the subject that are still there, by the number of their entry."""
    rows = connection.execute(
        """SELECT c.seq, c.text FROM entries AS e JOIN contents AS c ON c.seq = e.seq
           WHERE e.subject = ? AND c.text IS NOT NULL""",
        (subject,),
    )
    return {row[0]: row[1] for row in rows}


def erase(connection: sqlite3.Connection, subject: str) -> None:
    """Take away all words about the subject, and their salts."""
    connection.execute(
        "UPDATE contents SET salt = NULL, text = NULL WHERE seq IN (SELECT seq FROM entries WHERE subject = ?)",
        (subject,),
    )


def all_digests(connection: sqlite3.Connection) -> Iterator[tuple[int, str, Digest | None]]:
    """Yield the number, the subject and the digest of all words kept; None where they are erased."""
    for row in connection.execute("SELECT seq, subject, salt, text FROM contents ORDER BY seq"):
        there = isinstance(row["salt"], bytes) and isinstance(row["text"], str)
        yield row["seq"], row["subject"], salted_digest(row["salt"], row["text"]) if there else None


def scrub(connection: sqlite3.Connection) -> bool:
    """Leave no byte of what was erased in the file or its write-ahead log; return whether that was possible now.

    Rewriting the file clears what moving rows about may have left between them; only then is the log cut to nothing.
    """
    connection.execute("VACUUM")
    busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy
