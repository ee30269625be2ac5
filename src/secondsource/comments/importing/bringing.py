"""Putting the comments of a file into the queue."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from secondsource.comments.drafts import MAX_NAME, make_draft
from secondsource.comments.errors import CommentsClosed, DraftRefused, UnknownDossier
from secondsource.comments.importing.brought import Brought, Unread
from secondsource.comments.importing.disqus import read_disqus
from secondsource.comments.importing.json_lines import read_json_lines
from secondsource.comments.importing.wxr import read_wxr
from secondsource.comments.setting import Watch
from secondsource.comments.submitting import Submission, find_sent, submit
from secondsource.ledger.canonical import digest_of
from secondsource.ledger.desk.file import Transaction

FORMATS: dict[str, Callable[[bytes, str], Iterator[Brought | Unread]]] = {
    "wxr": read_wxr,
    "disqus": read_disqus,
    "jsonl": read_json_lines,
}
"""The forms of files that are read as bytes; Isso's database is opened, see :mod:`secondsource.ledger.desk.isso`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtIn:
    """What became of a file.

    Attributes:
        n_new: Comments put into the queue.
        n_known: Comments that an earlier import had brought.
        left_out: What was left out, and why; each names the comment and never its words.
    """

    n_new: int
    n_known: int
    left_out: tuple[str, ...]


def bring_in(
    transaction: Transaction,
    found: Iterator[Brought | Unread],
    *,
    source: str,
    dossier_id: str | None,
    secret: bytes,
    watch: Watch,
    who: str,
    at: datetime,
) -> BroughtIn:
    """Put every comment that can be read into the queue and tell of the others; none where the file breaks off.

    Args:
        transaction: One that holds the write lock.
        found: The comments.
        source: The form's name.
        dossier_id: The dossier for all of them; None takes the one whose id is the last part of the page's address.
        secret: The desk's key.
        watch: What the rules look for.
        who: Who brings them.
        at: When.
    """
    n_new = n_known = 0
    left_out: list[str] = []
    forms: set[str] = set()
    for each in found:
        if isinstance(each, Unread):
            left_out.append(f"{each.key}: {each.why}")
            continue
        form = f"{source}:{each.key or _key_of(each)}"
        if form in forms:
            left_out.append(f"{each.key or 'a comment without a number'}: it stands in the file before")
            continue
        forms.add(form)
        # One that was erased here since is known too: a file from before does not bring it back.
        if find_sent(transaction, form, secret=secret) is not None:
            n_known += 1
            continue
        try:
            submission = Submission(
                dossier_id=dossier_id or each.thread,
                draft=make_draft(each.name[:MAX_NAME], each.words),
                form=form,
                terms=0,
                source=source,
            )
            submit(transaction, submission, secret=secret, watch=watch, at=at, sent_at=each.sent_at, who=who)
            n_new += 1
        except (DraftRefused, UnknownDossier, CommentsClosed) as error:
            left_out.append(f"{each.key or 'a comment without a number'}: {error.message.splitlines()[0]}")
    return BroughtIn(n_new=n_new, n_known=n_known, left_out=tuple(left_out))


def _key_of(each: Brought) -> str:
    """Return what a comment without a number is known by: what it says, wherever in the file it stands."""
    sent_at = None if each.sent_at is None else each.sent_at.isoformat()
    return f"digest {digest_of([each.thread, each.name, each.words, sent_at])}"
