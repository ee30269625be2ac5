"""A comment as the desk and its reader see it: where it stands, what it says, why."""

import json

from secondsource.comments.drafts import draft_of, note_of
from secondsource.ledger.desk import contents, entries, standings
from secondsource.ledger.desk.file import Transaction
from secondsource.ledger.desk.standings import Standing
from secondsource.model.comment import Comment, CommentId, CommentStatus, Draft, Reason
from secondsource.model.desk import DeskEntry


def view(transaction: Transaction, standing: Standing) -> Comment:
    """Return the comment with its words and its standing decision."""
    texts = contents.find_texts(transaction, standing.id)
    decided = None if standing.decided_seq is None else entries.find_entry(transaction, standing.decided_seq)
    reason = None if decided is None else decided.body.get("reason")
    return Comment(
        id=CommentId(standing.id),
        dossier_id=standing.dossier_id,
        status=standing.status,
        version=standing.version,
        revision=standing.revision,
        content_seq=standing.content_seq,
        public_seq=standing.public_seq,
        draft=_draft(texts, standing.content_seq),
        edited=standing.edited,
        submitted_at=standing.submitted_at,
        terms=standing.terms,
        decided_at=None if decided is None else decided.at,
        decided_by=None if decided is None else decided.who,
        reason=None if reason is None else Reason(reason),
        note=note_of(texts[decided.seq]) if decided is not None and decided.seq in texts else None,
        flags=standing.flags,
    )


def waiting(
    transaction: Transaction, *, limit: int, skip: int = 0, status: CommentStatus = CommentStatus.WAITING
) -> list[Comment]:
    """Return the comments of that status in the order of the queue."""
    found = standings.find_with_status(transaction, status, limit=limit, skip=skip)
    return [view(transaction, standing) for standing in found]


def decided(transaction: Transaction, *, limit: int) -> list[Comment]:
    """Return the comments with a standing decision, the latest first."""
    return [view(transaction, standing) for standing in standings.find_decided(transaction, limit=limit)]


def history(transaction: Transaction, comment_id: str) -> list[tuple[DeskEntry, Draft | None, str | None]]:
    """Return every entry about the comment with the draft and the moderator's words that came with it."""
    texts = contents.find_texts(transaction, comment_id)
    return [
        (
            entry,
            _draft(texts, entry.seq),
            note_of(texts[entry.seq]) if entry.seq in texts else None,
        )
        for entry in entries.find_entries(transaction, comment_id)
    ]


def _draft(texts: dict[int, str], seq: int) -> Draft | None:
    text = texts.get(seq)
    return draft_of(text) if text is not None and "words" in json.loads(text) else None
