"""How one entry of the log moves a comment on: the one place that knows, for the desk and for its check."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from secondsource.ledger.desk.standings import Standing
from secondsource.ledger.moments import moment_of
from secondsource.model.comment import CommentId, CommentStatus, Reason
from secondsource.model.desk import DeskAction

_DECIDED = {
    DeskAction.APPROVE: CommentStatus.APPROVED,
    DeskAction.REJECT: CommentStatus.REJECTED,
    DeskAction.HOLD: CommentStatus.HELD,
}


def begin(comment_id: str, seq: int, body: Mapping[str, Any]) -> Standing:
    """Return where a comment stands that entry ``seq`` brought in."""
    return Standing(
        id=CommentId(comment_id),
        dossier_id=body["dossier"],
        status=CommentStatus.WAITING,
        version=seq,
        revision=1,
        content_seq=seq,
        public_seq=None,
        edited=None,
        submitted_at=moment_of(body["submitted_at"]),
        terms=body["terms"],
        decided_seq=None,
        priority=0,
        flags=(),
        form=None,
        receipt=None,
        network=None,
        sameness=None,
    )


def advance(standing: Standing, action: DeskAction, seq: int, body: Mapping[str, Any]) -> Standing:
    """Return where the comment stands after entry ``seq``.

    Readers see a draft only while the comment is approved and exactly as it was approved: every other step takes
    it off the page.
    """
    standing = replace(standing, version=seq)
    if action in _DECIDED:
        return replace(standing, status=_DECIDED[action], public_seq=None, decided_seq=seq)
    if action is DeskAction.EDIT:
        return replace(
            _new_draft(standing, seq), status=CommentStatus.APPROVED, edited=Reason(body["reason"]), decided_seq=seq
        )
    if action is DeskAction.AMEND:
        return replace(_new_draft(standing, seq), status=CommentStatus.WAITING, edited=None, decided_seq=None)
    if action is DeskAction.REVERSE:
        return replace(
            standing,
            status=CommentStatus.WAITING,
            content_seq=body["content_seq"],
            public_seq=None,
            edited=None,
            decided_seq=None,
        )
    gone = CommentStatus.ERASED if action is DeskAction.ERASE else CommentStatus.WITHDRAWN
    return replace(standing, status=gone, public_seq=None, edited=None, decided_seq=None)


def show(standing: Standing, content_seq: int) -> Standing:
    """Return where the comment stands once readers see that draft."""
    return replace(standing, public_seq=content_seq)


def _new_draft(standing: Standing, seq: int) -> Standing:
    return replace(standing, revision=standing.revision + 1, content_seq=seq, public_seq=None)
