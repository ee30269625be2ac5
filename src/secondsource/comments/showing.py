"""Approved comments reach the page in batches, never at once."""

from datetime import datetime

from secondsource.comments.advancing import show
from secondsource.comments.drafts import draft_of
from secondsource.comments.setting import interval
from secondsource.comments.writing import record
from secondsource.ledger.desk import dossiers, entries, standings
from secondsource.ledger.desk.file import Transaction
from secondsource.ledger.moments import moment_of
from secondsource.model.comment import CommentId, PublicComment, Reason
from secondsource.model.desk import DeskAction

CLOCK = "second-source"
"""Who did it, where the clock did."""


def publish_due(transaction: Transaction, *, at: datetime) -> list[CommentId]:
    """Show what was approved long enough ago, unless the last batch was too short a while ago; return what is new."""
    approved = standings.find_approved_unseen(transaction)
    # Nearly always nothing waits for the page: the log, in which batches may be far back, is then left alone.
    if not approved:
        return []
    apart = interval(transaction)
    last = entries.last_at(transaction, DeskAction.PUBLISH)
    if last is not None and at - last < apart:
        return []
    due = [
        standing
        for standing in approved
        if standing.decided_seq is not None and at - entries.find_entry(transaction, standing.decided_seq).at >= apart
    ]
    if not due:
        return []
    body = {"comments": {standing.id: standing.content_seq for standing in due}}
    record(transaction, DeskAction.PUBLISH, "desk", body, text=None, who=CLOCK, at=at)
    for standing in due:
        standings.put_standing(transaction, show(standing, standing.content_seq))
    for dossier_id in sorted({standing.dossier_id for standing in due}):
        dossiers.touch(transaction, dossier_id)
    return [standing.id for standing in due]


def public_comments(transaction: Transaction, dossier_id: str) -> list[PublicComment]:
    """Return what readers see of a dossier's comments, first sent first."""
    return [
        PublicComment(
            id=CommentId(row["id"]),
            draft=draft_of(row["text"]),
            edited=None if row["edited"] is None else Reason(row["edited"]),
            submitted_at=moment_of(row["submitted_at"]),
        )
        for row in standings.find_public(transaction, dossier_id)
    ]
