"""Where each comment stands."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

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
        form: The form it came by; None since comments have their id from it, which is revision 4.
        receipt: Digest of the receipt's code; None since then, for the id comes from the code.
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
_INSERT = f"INSERT INTO standings ({', '.join(_NAMES)}) VALUES ({', '.join('?' * len(_NAMES))})"
_UPDATE = f"UPDATE standings SET {', '.join(f'{name} = ?' for name in _NAMES[1:])} WHERE id = ?"
_VALUES = attrgetter(*_NAMES)
_SUBMITTED_AT, _FLAGS = _NAMES.index("submitted_at"), _NAMES.index("flags")
_FIND = f"SELECT {', '.join(_NAMES)} FROM standings"


def add_standing(connection: sqlite3.Connection, standing: Standing) -> None:
    """Write where a new comment stands; one of its id must not be there, or nothing is written."""
    connection.execute(_INSERT, _row(standing))


def put_standing(connection: sqlite3.Connection, standing: Standing) -> None:
    """Write where the comment stands, in the place of what stood there."""
    row = _row(standing)
    connection.execute(_UPDATE, (*row[1:], row[0]))


def find_standing(connection: sqlite3.Connection, comment_id: str) -> Standing | None:
    """Return where the comment stands; None if there is no such comment."""
    return _first(connection, "WHERE id = ?", comment_id)


def find_by_receipt(connection: sqlite3.Connection, comment_id: str, receipt: str) -> Standing | None:
    """Return the comment of that id, or of before revision 4 with that digest of its code; None if none is."""
    return _first(connection, "WHERE id = ? OR receipt = ?", comment_id, receipt)


def find_by_form(connection: sqlite3.Connection, comment_id: str, form: str) -> Standing | None:
    """Return the comment of that id, or of before revision 4 that came by that form; None if none is."""
    return _first(connection, "WHERE id = ? OR form = ?", comment_id, form)


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
    # By the index of these alone: it is asked every few seconds, and comments that are shown are approved too.
    where = "INDEXED BY standings_unseen WHERE status = 'approved' AND public_seq IS NULL ORDER BY decided_seq"
    return _all(connection, where)


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


def _row(standing: Standing) -> list[Any]:
    values = list(_VALUES(standing))
    values[_SUBMITTED_AT] = moment_text(standing.submitted_at)
    # Most comments are noticed by no rule.
    flags = [[flag.step, flag.why] for flag in standing.flags]
    values[_FLAGS] = json.dumps(flags, ensure_ascii=False) if flags else "[]"
    return values


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
