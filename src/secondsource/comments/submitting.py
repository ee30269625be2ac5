"""What a reader can do: send a comment, follow it, amend it, withdraw it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from secondsource.comments.advancing import begin
from secondsource.comments.drafts import draft_of, draft_text
from secondsource.comments.errors import CommentsClosed, NotPossible, StaleView, UnknownDossier, UnknownReceipt
from secondsource.comments.receipts import comment_id, quick_digest, receipt_code, receipt_digest, well_formed
from secondsource.comments.setting import Watch
from secondsource.comments.steps import Seen, find_flags, priority_of
from secondsource.comments.work import Proof, find_fault
from secondsource.comments.writing import record, step
from secondsource.ledger.desk import contents, dossiers, standings
from secondsource.ledger.desk.file import Transaction
from secondsource.ledger.desk.standings import Standing
from secondsource.ledger.moments import moment_text
from secondsource.model.comment import CommentStatus, Draft
from secondsource.model.desk import DeskAction

READER = "reader"
"""Who did it, where a reader did: the log never says more of them."""

_OPEN = (CommentStatus.WAITING, CommentStatus.HELD, CommentStatus.APPROVED, CommentStatus.REJECTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What came with a filled-in form.

    Attributes:
        dossier_id: The dossier it is about.
        draft: What was typed.
        form: The form's number of its own; the same form sent again brings no second comment.
        terms: Version of the terms that stood on the form.
        network: Where it came from, cut to a network; None if unknown. Only a keyed digest is kept.
        source: ``form``, or the format of the file it was brought in with.
        proof: The work that its browser shows; None where nobody asks for any.
    """

    dossier_id: str
    draft: Draft
    form: str
    terms: int
    network: str | None = None
    source: str = "form"
    proof: Proof | None = None


def submit(
    transaction: Transaction,
    submission: Submission,
    *,
    secret: bytes,
    watch: Watch,
    at: datetime,
    sent_at: datetime | None = None,
    who: str = READER,
) -> str | None:
    """Put a comment into the queue and return the code of its receipt; None if this form brought other words before.

    Args:
        transaction: One that holds the write lock.
        submission: The filled-in form.
        secret: The desk's key.
        watch: What the rules look for.
        at: When.
        sent_at: When it was first sent, if it comes from elsewhere; else ``at``.
        who: Who brings it.

    Raises:
        UnknownDossier: There is no such dossier.
        CommentsClosed: It takes no comments.
    """
    code = receipt_code(secret, submission.form)
    new_id = comment_id(secret, code)
    before = standings.find_by_form(transaction, new_id, submission.form)
    if before is not None:
        # A form sent twice, by a double click or because the answer was lost: the reader gets the same receipt.
        return code if _says(transaction, before, submission.draft) else None
    _require_open(transaction, submission.dossier_id)
    body = {
        "dossier": submission.dossier_id,
        "submitted_at": moment_text(sent_at or at),
        "terms": submission.terms,
        "source": submission.source,
    }
    text = draft_text(submission.draft)
    seq = record(transaction, DeskAction.SUBMIT, new_id, body, text=text, who=who, at=at)
    standing = _noticed(
        transaction,
        begin(new_id, seq, body),
        submission.draft,
        secret=secret,
        watch=watch,
        network=submission.network,
        work=None if submission.proof is None else find_fault(submission.proof, bits=watch.work_bits),
        at=at,
    )
    standings.add_standing(transaction, standing)
    return code


def find_sent(transaction: Transaction, form: str, *, secret: bytes) -> Standing | None:
    """Return the comment that the form brought, an erased one too; None if it brought none."""
    return standings.find_by_form(transaction, comment_id(secret, receipt_code(secret, form)), form)


def find_received(transaction: Transaction, code: str, *, secret: bytes) -> Standing:
    """Return the comment that the receipt is for.

    Raises:
        UnknownReceipt: There is none, or it was erased.
    """
    standing = standings.find_by_receipt(transaction, comment_id(secret, well_formed(code)), receipt_digest(code))
    # An erased comment's own entry stays in the log; to its reader nothing is left of it.
    if standing is None or standing.status is CommentStatus.ERASED:
        raise UnknownReceipt(
            "A receipt's code was given; no comment has it, or the comment was erased.\n"
            "Type the twenty letters and digits as they stood on the receipt."
        )
    return standing


def amend(
    transaction: Transaction,
    code: str,
    draft: Draft,
    *,
    version: int,
    secret: bytes,
    watch: Watch,
    at: datetime,
) -> Standing:
    """Take a new draft for a comment, which then waits again and is off the page until it is approved.

    Raises:
        UnknownReceipt: There is no such comment.
        NotPossible: It was withdrawn.
        StaleView: It changed since the reader looked.
        CommentsClosed: The dossier takes no comments any more.
    """
    standing = _require_current(find_received(transaction, code, secret=secret), version, "amended")
    _require_open(transaction, standing.dossier_id)
    noticed = _noticed(transaction, standing, draft, secret=secret, watch=watch, network=None, at=at)
    text = draft_text(draft)
    return step(transaction, noticed, DeskAction.AMEND, {}, text=text, who=READER, at=at)


def withdraw(transaction: Transaction, code: str, *, version: int, secret: bytes, at: datetime) -> Standing:
    """Take a comment back: nobody sees it, and nobody can approve it any more.

    Raises:
        UnknownReceipt: There is no such comment.
        NotPossible: It was withdrawn before.
        StaleView: It changed since the reader looked.
    """
    standing = _require_current(find_received(transaction, code, secret=secret), version, "withdrawn")
    return step(transaction, standing, DeskAction.WITHDRAW, {}, text=None, who=READER, at=at)


def _require_current(standing: Standing, version: int, done: str) -> Standing:
    if standing.status not in _OPEN:
        raise NotPossible(
            f"The comment {standing.id} was to be {done}; it is {standing.status}.\nSend a new one if you wish."
        )
    if standing.version != version:
        raise StaleView(
            f"The comment {standing.id} was to be {done} as it stood at entry {version}; it moved on to "
            f"{standing.version}.\nLook at it again: type the receipt's code once more."
        )
    return standing


def _require_open(transaction: Transaction, dossier_id: str) -> None:
    found = dossiers.find_generation(transaction, dossier_id)
    if found is None:
        raise UnknownDossier(
            f"The dossier {dossier_id!r} was named; none of that id is published.\nSee what there is: the list at /"
        )
    if found[1]:
        raise CommentsClosed(
            f"A comment was sent to the dossier {dossier_id}; it takes no comments any more.\n"
            "What was approved before stays on its page."
        )


def _says(transaction: Transaction, standing: Standing, draft: Draft) -> bool:
    text = contents.find_text(transaction, standing.content_seq)
    return text is not None and draft_of(text) == draft


def _noticed(
    transaction: Transaction,
    standing: Standing,
    draft: Draft,
    *,
    secret: bytes,
    watch: Watch,
    network: str | None,
    at: datetime,
    work: str | None = None,
) -> Standing:
    sameness = quick_digest(secret, "words", " ".join(draft.words.casefold().split()))
    from_where = standing.network if network is None else quick_digest(secret, "network", network)
    n_network = 0
    if from_where is not None:
        n_network = standings.count_from_network(transaction, from_where, since=at - timedelta(hours=1))
    n_same = standings.count_same(transaction, sameness) if sameness != standing.sameness else 0
    seen = Seen(draft=draft, n_same=n_same, n_network=n_network, watched=watch.words, work=work)
    flags = find_flags(seen)
    return replace(standing, flags=flags, priority=priority_of(flags), network=from_where, sameness=sameness)
