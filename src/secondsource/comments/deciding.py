"""What a moderator can do with a comment; each decision names the version it was made on."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from secondsource.comments.drafts import draft_text, note_text
from secondsource.comments.errors import NotPossible, ReasonMissing, StaleView
from secondsource.comments.writing import require, step
from secondsource.ledger.desk import contents, entries
from secondsource.ledger.desk.file import Transaction
from secondsource.ledger.desk.standings import Standing
from secondsource.model.comment import CommentStatus, Draft, Reason
from secondsource.model.desk import DeskAction

REVERSIBLE = timedelta(days=30)
"""How long a decision can be taken back."""

_FROM = {
    DeskAction.APPROVE: (CommentStatus.WAITING, CommentStatus.HELD),
    DeskAction.EDIT: (CommentStatus.WAITING, CommentStatus.HELD),
    DeskAction.REJECT: (CommentStatus.WAITING, CommentStatus.HELD),
    DeskAction.HOLD: (CommentStatus.WAITING,),
    DeskAction.REVERSE: (CommentStatus.APPROVED, CommentStatus.REJECTED, CommentStatus.HELD),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a moderator decides.

    Attributes:
        comment_id: The comment.
        version: The version that was on the moderator's screen.
        action: Approve, edit, reject, hold or reverse.
        reason: Why; a rejection and an edit have one.
        note: Words to the reader; the reason ``other`` needs them.
        draft: The edited draft; for an edit alone.
    """

    comment_id: str
    version: int
    action: DeskAction
    reason: Reason | None = None
    note: str = ""
    draft: Draft | None = None


def decide(transaction: Transaction, ruling: Ruling, *, who: str, at: datetime) -> Standing:
    """Record the decision and return where the comment stands then.

    Raises:
        UnknownComment: There is no such comment.
        StaleView: Somebody decided it or changed it after the moderator looked; nothing is done.
        NotPossible: Where it stands this cannot be decided, or it was decided too long ago to be reversed.
        ReasonMissing: A rejection or an edit without its reason.
    """
    standing = require(transaction, ruling.comment_id)
    _check_version(standing, ruling)
    if standing.status not in _FROM[ruling.action]:
        raise NotPossible(
            f"The comment {standing.id} was to get the decision {ruling.action}; it is {standing.status}.\n"
            "Reverse what was decided first, or leave it."
        )
    _check_reason(ruling)
    if ruling.action is DeskAction.REVERSE:
        return _reverse(transaction, standing, who=who, at=at)
    body: dict[str, Any] = {"on": ruling.version}
    if ruling.reason is not None:
        body["reason"] = str(ruling.reason)
    # Where it came from served to order the queue; once it is decided nobody needs to know.
    standing = replace(standing, network=None)
    return step(transaction, standing, ruling.action, body, text=_text(ruling), who=who, at=at)


def _text(ruling: Ruling) -> str | None:
    if ruling.draft is not None:
        return draft_text(ruling.draft, ruling.note)
    return note_text(ruling.note) if ruling.note else None


def _check_version(standing: Standing, ruling: Ruling) -> None:
    if standing.version != ruling.version:
        raise StaleView(
            f"The decision {ruling.action} on comment {standing.id} was made on its version {ruling.version}; "
            f"it has moved on to {standing.version} and is {standing.status}.\n"
            f"Nothing was done. Look at it again: /desk/comments/{standing.id}"
        )


def _check_reason(ruling: Ruling) -> None:
    needs = ruling.action in (DeskAction.REJECT, DeskAction.EDIT)
    if needs and ruling.reason is None:
        raise ReasonMissing(f"The decision {ruling.action} was made without a reason.\nChoose one from the list.")
    if ruling.reason is Reason.OTHER and not ruling.note.strip():
        raise ReasonMissing(
            'The reason "other" was chosen without words.\nSay in a sentence what the reader is to know.'
        )
    if (ruling.draft is not None) != (ruling.action is DeskAction.EDIT):
        raise NotPossible(f"The decision {ruling.action} does not go with what was sent.\nOnly an edit has new words.")


def _reverse(transaction: Transaction, standing: Standing, *, who: str, at: datetime) -> Standing:
    seq = standing.decided_seq
    assert seq is not None  # noqa: S101  (every status that can be reversed comes from a decision)
    decided = entries.find_entry(transaction, seq)
    if at - decided.at > REVERSIBLE:
        raise NotPossible(
            f"The decision on comment {standing.id} was to be reversed; it was made on {decided.at:%Y-%m-%d}, "
            f"more than {REVERSIBLE.days} days ago.\nIt stands. The reader can send the comment again."
        )
    body = {"on": seq, "content_seq": _readers_own(transaction, standing)}
    return step(transaction, standing, DeskAction.REVERSE, body, text=None, who=who, at=at)


def _readers_own(transaction: Transaction, standing: Standing) -> int:
    """Return the entry with the reader's own last draft: reversing an edit brings it back."""
    texts = contents.find_texts(transaction, standing.id)
    by_reader = (DeskAction.SUBMIT, DeskAction.AMEND)
    return max(
        e.seq for e in entries.find_entries(transaction, standing.id) if e.action in by_reader and e.seq in texts
    )
