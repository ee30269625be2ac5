"""One step of a comment: its entry in the log, its words beside it, where it stands then; together or not at all."""

from datetime import datetime
from typing import Any

from secondsource.comments.advancing import advance
from secondsource.comments.errors import UnknownComment
from secondsource.ledger.desk import contents, dossiers, entries, standings
from secondsource.ledger.desk.file import Transaction
from secondsource.ledger.desk.standings import Standing
from secondsource.model.desk import DeskAction


def step(
    connection: Transaction,
    standing: Standing,
    action: DeskAction,
    body: dict[str, Any],
    *,
    text: str | None,
    who: str,
    at: datetime,
) -> Standing:
    """Record what was done to the comment and return where it stands then.

    Args:
        connection: Within a transaction that holds the write lock.
        standing: Where it stands now.
        action: What is done.
        body: The facts of it, without anything that a reader wrote.
        text: What was written with it, kept apart so that it can be erased.
        who: Who does it.
        at: When.
    """
    seq = record(connection, action, standing.id, body, text=text, who=who, at=at)
    after = advance(standing, action, seq, body)
    standings.put_standing(connection, after)
    if standing.public_seq is not None:
        dossiers.touch(connection, standing.dossier_id)
    return after


def record(
    connection: Transaction,
    action: DeskAction,
    subject: str,
    body: dict[str, Any],
    *,
    text: str | None,
    who: str,
    at: datetime,
) -> int:
    """Record what was done with the digest of what was written, keep the words beside it, and return its number."""
    if text is None:
        return entries.append(connection, action, subject, body, who=who, at=at)
    content = contents.salted(text)
    seq = entries.append(connection, action, subject, {**body, "content": content.digest}, who=who, at=at)
    contents.put(connection, seq, subject, content)
    return seq


def require(connection: Transaction, comment_id: str) -> Standing:
    """Return where the comment stands.

    Raises:
        UnknownComment: There is none of that id.
    """
    standing = standings.find_standing(connection, comment_id)
    if standing is None:
        raise UnknownComment(f"The comment {comment_id} was asked for; there is none of that id.\nSee the queue: /desk")
    return standing
