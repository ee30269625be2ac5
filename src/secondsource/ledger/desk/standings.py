"""Where each comment stands."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from secondsource.ledger.moments import moment_of, moment_text
from secondsource.model.comment import CommentId, CommentStatus, Flag, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The row of one comment; see :class:`secondsource.model.comment.Comment` for what the fields mean.

    Attributes:
        id: The comment.
        dossier_id: Its dossier.
        status: Where it stands.
        version: Number of the last entry about it.
        revision: How many drafts there were.
        content_seq: The entry with the draft.
        public_seq: The entry whose draft readers see.
        edited: Why a moderator edited the draft.
        submitted_at: When it was sent.
        terms: Version of the terms.
        decided_seq: The entry with the standing decision.
        priority: Place in the queue; smaller is sooner.
        flags: What the rules noticed.
        form: The form it came by; no form is taken twice.
        receipt: Digest of the receipt's code.
        network: Keyed digest of the network it came from.
        sameness: Keyed digest of its words with case and blanks taken out.
    """

    id: CommentId
    dossier_id: str
    status: CommentStatus
    version: int
    revision: int
    content_seq: int
    public_seq: int | None
    edited: Reason | None
    submitted_at: datetime
    terms: int
    decided_seq: int | None
    priority: int
    flags: tuple[Flag, ...]
    form: str | None
    receipt: str | None
    network: str | None
    sameness: str | None


_NAMES = tuple(Standing.__dataclass_fields__)
_PUT = (
    f"INSERT INTO standings ({', '.join(_NAMES)}) VALUES ({', '.join('?' * len(_NAMES))}) "
    "ON CONFLICT (id) DO UPDATE SET " + ", ".join(f"{name} = excluded.{name}" for name in _NAMES[1:])
)
_FIND = f"SELECT {', '.join(_NAMES)} FROM standings"


def put_standing(connection: sqlite3.Connection, standing: Standing) -> None:
    """Write where the comment stands, in the place of what stood there."""
    values = [getattr(standing, name) for name in _NAMES]
    values[_NAMES.index("submitted_at")] = moment_text(standing.submitted_at)
    values[_NAMES.index("flags")] = json.dumps([[flag.step, flag.why] for flag in standing.flags], ensure_ascii=False)
    connection.execute(_PUT, values)


def find_standing(connection: sqlite3.Connection, comment_id: str) -> Standing | None:
    """Return where the comment stands; None if there is no such comment."""
    return _first(connection, "WHERE id = ?", comment_id)


def find_by_receipt(connection: sqlite3.Connection, receipt: str) -> Standing | None:
    """Return the comment whose receipt has that digest; None if none has."""
    return _first(connection, "WHERE receipt = ?", receipt)


def find_by_form(connection: sqlite3.Connection, form: str) -> Standing | None:
    """Return the comment that came by that form; None if none did."""
    return _first(connection, "WHERE form = ?", form)


def find_with_status(
    connection: sqlite3.Connection, status: CommentStatus, *, limit: int = -1, skip: int = 0
) -> list[Standing]:
    """Return the comments of that status in the order of the queue."""
    return _all(connection, "WHERE status = ? ORDER BY priority, version LIMIT ? OFFSET ?", status, limit, skip)


def find_decided(connection: sqlite3.Connection, *, limit: int) -> list[Standing]:
    """Return the comments with a standing decision, the latest decision first."""
    return _all(connection, "WHERE decided_seq IS NOT NULL ORDER BY decided_seq DESC LIMIT ?", limit)


def find_approved_unseen(connection: sqlite3.Connection) -> list[Standing]:
    """Return the approved comments that readers do not see yet, first approved first."""
    status = CommentStatus.APPROVED
    return _all(connection, "WHERE status = ? AND public_seq IS NULL ORDER BY decided_seq", status)


def find_all(connection: sqlite3.Connection) -> list[Standing]:
    """Return every comment, by id."""
    return _all(connection, "ORDER BY id")


def find_public(connection: sqlite3.Connection, dossier_id: str) -> Sequence[sqlite3.Row]:
    """Return id, text, edited and submitted_at of what readers see of a dossier, first sent first."""
    return connection.execute(
        """SELECT s.id AS id, c.text AS text, s.edited AS edited, s.submitted_at AS submitted_at
           FROM standings AS s JOIN contents AS c ON c.seq = s.public_seq
           WHERE s.dossier_id = ? AND s.public_seq IS NOT NULL ORDER BY s.submitted_at, s.id""",
        (dossier_id,),
    ).fetchall()


def count_status(connection: sqlite3.Connection, status: CommentStatus) -> int:
    """Return how many comments have that status."""
    return int(connection.execute("SELECT count(*) FROM standings WHERE status = ?", (status,)).fetchone()[0])


def count_from_network(connection: sqlite3.Connection, network: str, *, since: datetime) -> int:
    """Return how many comments came from that network since a moment, 100 at most."""
    # Counting goes only so far: a flood must not make every comment of it dearer than the one before.
    query = "SELECT count(*) FROM (SELECT 1 FROM standings WHERE network = ? AND submitted_at >= ? LIMIT 100)"
    return int(connection.execute(query, (network, moment_text(since))).fetchone()[0])


def count_same(connection: sqlite3.Connection, sameness: str) -> int:
    """Return how many comments say the same words, 100 at most."""
    return int(
        connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM standings WHERE sameness = ? LIMIT 100)", (sameness,)
        ).fetchone()[0]
    )


def _first(connection: sqlite3.Connection, where: str, *arguments: object) -> Standing | None:
    row = connection.execute(f"{_FIND} {where}", arguments).fetchone()
    return None if row is None else _standing(row)


def _all(connection: sqlite3.Connection, where: str, *arguments: object) -> list[Standing]:
    return [_standing(row) for row in connection.execute(f"{_FIND} {where}", arguments)]


def _standing(row: sqlite3.Row) -> Standing:
    values = dict(zip(_NAMES, row, strict=True))
    values["status"] = CommentStatus(values["status"])
    values["edited"] = None if values["edited"] is None else Reason(values["edited"])
    values["submitted_at"] = moment_of(values["submitted_at"])
    values["flags"] = tuple(Flag(step=step, why=why) for step, why in json.loads(values["flags"]))
    return Standing(**values)
