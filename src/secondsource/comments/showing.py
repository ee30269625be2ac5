"""Approved comments reach the page in batches, never at once."""

from datetime import datetime, timedelta

from secondsource.comments.advancing import show
from secondsource.comments.drafts import draft_of
from secondsource.comments.errors import BadSetting
from secondsource.comments.writing import record
from secondsource.ledger.desk import accounts, dossiers, entries, standings
from secondsource.ledger.desk.file import Transaction
from secondsource.ledger.moments import moment_of
from secondsource.model.comment import CommentId, PublicComment, Reason
from secondsource.model.desk import DeskAction

LEAST_INTERVAL_S = 60
"""No desk can be set to publish faster."""

DEFAULT_INTERVAL_S = 600
"""Ten minutes: time to notice a slip of the hand and reverse it before anybody sees it."""

CLOCK = "second-source"
"""Who did it, where the clock did."""


def interval(transaction: Transaction) -> timedelta:
    """Return how long an approved comment waits, and how far batches are apart."""
    kept = accounts.find_setting(transaction, "interval_s")
    return timedelta(seconds=max(LEAST_INTERVAL_S, DEFAULT_INTERVAL_S if kept is None else int(kept)))


def set_interval(transaction: Transaction, interval_s: int) -> None:
    """Set how long an approved comment waits.

    Raises:
        BadSetting: It is under a minute.
    """
    if interval_s < LEAST_INTERVAL_S:
        raise BadSetting(
            f"An interval of {interval_s} seconds was asked for; comments never appear at once.\n"
            f"Give at least {LEAST_INTERVAL_S} seconds: second-source desk set --interval {LEAST_INTERVAL_S}"
        )
    accounts.put_setting(transaction, "interval_s", str(interval_s))


def publish_due(transaction: Transaction, *, at: datetime) -> list[CommentId]:
    """Show what was approved long enough ago, unless the last batch was too short a while ago; return what is new."""
    apart = interval(transaction)
    last = entries.last_at(transaction, DeskAction.PUBLISH)
    if last is not None and at - last < apart:
        return []
    due = [
        standing
        for standing in standings.find_approved_unseen(transaction)
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
