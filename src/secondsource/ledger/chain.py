"""The log: every entry carries the hash of the one ahead of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from secondsource.ledger.canonical import digest_of
from secondsource.ledger.errors import Unstorable
from secondsource.ledger.moments import moment_of, moment_text, next_moment
from secondsource.ledger.tables import log
from secondsource.model.custody import Action, Entry, Head
from secondsource.model.ids import Digest

NO_HASH = Digest("0" * 64)
"""What the first entry carries as the hash ahead of it."""

EMPTY = Head(seq=0, hash=NO_HASH)
"""The head of a log without entries."""

BEGINNING = "0001-01-01T00:00:00.000000Z"
"""Before every entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """Where the next entry goes.

    Attributes:
        head: The entry ahead of it.
        not_before: Its earliest moment.
    """

    head: Head
    not_before: str


def find_tip(connection: Connection) -> Tip:
    """Return where the next entry goes; hold the write lock, or another may put one there."""
    row = _last(connection)
    if row is None:
        return Tip(head=EMPTY, not_before=BEGINNING)
    # A moment that has been asked about is over: entries of a later transaction come strictly after the last one,
    # whatever their clock says, so that an answer "as of" never changes.
    return Tip(head=Head(seq=row.seq, hash=Digest(row.hash)), not_before=next_moment(row.at))


def append(
    connection: Connection, tip: Tip, *, at: datetime, who: str, action: Action, subject: str, record: dict[str, Any]
) -> Tip:
    """Write the entry for ``record`` behind ``tip`` and return the new tip.

    Raises:
        Unstorable: ``who`` is blank, or ``at`` has no time zone.
    """
    if not who.strip():
        raise Unstorable(
            f"A {action} of {subject} was to be recorded; nobody is named who did it.\nName them: --who NAME"
        )
    values: dict[str, Any] = {
        "seq": tip.head.seq + 1,
        "at": max(moment_text(at), tip.not_before),
        "who": who,
        "action": str(action),
        "subject": subject,
        "digest": digest_of(record),
        "prev": tip.head.hash,
    }
    values["hash"] = digest_of(values)
    connection.execute(log.insert(), values)
    return Tip(head=Head(seq=values["seq"], hash=values["hash"]), not_before=values["at"])


def entry_hash(row: Row[Any]) -> Digest:
    """Return the hash that the entry in ``row`` should carry."""
    return digest_of({name: value for name, value in row._mapping.items() if name != "hash"})


def find_head(connection: Connection) -> Head:
    """Return the last entry's number and hash."""
    row = _last(connection)
    return EMPTY if row is None else Head(seq=row.seq, hash=Digest(row.hash))


def find_hash(connection: Connection, seq: int) -> Digest | None:
    """Return the hash of the entry of that number, None where there is none."""
    found: str | None = connection.scalar(select(log.c.hash).where(log.c.seq == seq))
    return None if found is None else Digest(found)


def find_bound(connection: Connection, as_of: datetime | None) -> int:
    """Return the number of the last entry at or before ``as_of``; of the last of all without it; 0 if none."""
    query = select(func.max(log.c.seq))
    if as_of is not None:
        query = query.where(log.c.at <= moment_text(as_of))
    return connection.scalar(query) or 0


def entries(connection: Connection, bound: int) -> Iterator[Entry]:
    """Yield the entries up to number ``bound``, in order."""
    for row in connection.execute(select(log).where(log.c.seq <= bound).order_by(log.c.seq)):
        yield Entry(
            seq=row.seq,
            at=moment_of(row.at),
            who=row.who,
            action=Action(row.action),
            subject=row.subject,
            digest=Digest(row.digest),
            prev=Digest(row.prev),
            hash=Digest(row.hash),
        )


def _last(connection: Connection) -> Row[Any] | None:
    return connection.execute(select(log).order_by(log.c.seq.desc()).limit(1)).first()
