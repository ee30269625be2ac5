"""Desks and comments with plain defaults."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from secondsource.comments.deciding import Ruling
from secondsource.comments.desk import Desk
from secondsource.comments.dossiers import publish_dossier
from secondsource.comments.drafts import make_draft
from secondsource.comments.submitting import Submission
from secondsource.comments.viewing import waiting
from secondsource.model.comment import Comment, Reason
from secondsource.model.desk import DeskAction

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
MUCH_LATER = NOON + timedelta(days=31)
PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="generator" content="Second Source">'
    "<title>The port is closed – dossier</title><style>p{margin:0}</style></head><body><main><p>It is.</p></main>"
    '<footer class="foot"><p>Read by nobody.</p></footer></body></html>'
)


def open_desk(path: Path, *, dossier: str = "port") -> Desk:
    """Return a desk with one published dossier."""
    desk = Desk.open(path, at=NOON)
    with desk.writing() as transaction:
        publish_dossier(
            transaction, dossier, title="The port is closed", html=PAGE.encode(), note="", who="ada", at=NOON
        )
    return desk


def submission(
    words: str = "The ferry ran on Tuesday.",
    *,
    name: str = "A. Reader",
    form: str = "form-1",
    dossier: str = "port",
    network: str | None = "192.0.2.0/24",
) -> Submission:
    return Submission(dossier_id=dossier, draft=make_draft(name, words), form=form, terms=1, network=network)


def submit(
    desk: Desk, words: str = "The ferry ran on Tuesday.", *, form: str = "form-1", name: str = "A. Reader"
) -> str:
    """Send a comment and return its receipt's code."""
    code = desk.submit(submission(words, name=name, form=form), at=NOON)
    assert code is not None
    return code


def ruling(comment: Comment, action: DeskAction = DeskAction.APPROVE, **more: object) -> Ruling:
    return Ruling(comment_id=comment.id, version=comment.version, action=action, **more)  # type: ignore[arg-type]


def queue(desk: Desk) -> list[Comment]:
    with desk.reading() as transaction:
        return waiting(transaction, limit=1000)


def approve_all(desk: Desk) -> None:
    for comment in queue(desk):
        desk.decide(ruling(comment), who="mo", at=NOON)


def reject(comment: Comment, reason: Reason = Reason.INSULT, note: str = "") -> Ruling:
    return ruling(comment, DeskAction.REJECT, reason=reason, note=note)
