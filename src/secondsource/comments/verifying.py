"""Does the desk's log hold, do the words stand as they were recorded, and do comments stand as the log says?"""

from collections.abc import Iterator

from secondsource.comments.folding import fold
from secondsource.ledger.canonical import sha256_of, sha256_of_text
from secondsource.ledger.desk import contents, dossiers, drafts, entries, standings
from secondsource.ledger.desk.errors import CONTENT_FAULT, DESK_CHAIN_FAULT, DESK_GUARD_FAULT, STANDING_FAULT
from secondsource.ledger.desk.file import Transaction
from secondsource.ledger.desk.guarding import missing_guards
from secondsource.ledger.errors import LedgerDamaged
from secondsource.model.custody import Fault, Head
from secondsource.model.desk import DeskAction, DeskEntry

_TOLD = (
    "dossier_id",
    "status",
    "version",
    "revision",
    "content_seq",
    "public_seq",
    "edited",
    "submitted_at",
    "terms",
    "decided_seq",
)


def find_faults(transaction: Transaction, *, expected_head: Head | None = None) -> Iterator[Fault]:
    """Yield all that does not hold, the chain first."""
    yield from _chain(transaction, expected_head)
    try:
        kept = list(entries.find_entries(transaction))
        # All at once: whatever one of these stumbles over is an entry or a row that no desk has written.
        yield from [*_contents(transaction, kept), *_pages(transaction, kept), *_standings(transaction, kept)]
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        yield _fault(DESK_CHAIN_FAULT, "log", f"The log was to be read; it holds what no desk wrote: {error!r}.")
    for name in missing_guards(transaction):
        yield _fault(DESK_GUARD_FAULT, name, f"The guard {name} was to keep its table append-only; it is not there.")


def _chain(transaction: Transaction, expected: Head | None) -> Iterator[Fault]:
    for seq, wrong in entries.broken_entries(transaction):
        yield _fault(DESK_CHAIN_FAULT, f"log {seq}", f"Entry {seq} was to follow from the one ahead of it; {wrong}.")
    if expected is not None and not entries.holds(transaction, expected):
        yield _fault(
            DESK_CHAIN_FAULT, f"log {expected.seq}", f"Entry {expected.seq} was to have the hash noted; it has not."
        )


def _contents(transaction: Transaction, kept: list[DeskEntry]) -> Iterator[Fault]:
    recorded = {entry.seq: (entry.subject, entry.body["content"]) for entry in kept if "content" in entry.body}
    erased = {entry.subject: entry.seq for entry in kept if entry.action is DeskAction.ERASE}
    found = {seq: (subject, digest) for seq, subject, digest in contents.all_digests(transaction)}
    for seq in sorted(recorded.keys() | found.keys()):
        subject, digest = recorded.get(seq, (None, None))
        there = found.get(seq)
        # Words may be gone after an erasure, and only then.
        gone = there is not None and there == (subject, None) and erased.get(str(subject), 0) > seq
        if there != (subject, digest) and not gone:
            yield _fault(
                CONTENT_FAULT,
                str(subject or (there and there[0])),
                f"The words of entry {seq} were to be those that it recorded; they are others, or gone and not erased.",
            )


def _pages(transaction: Transaction, kept: list[DeskEntry]) -> Iterator[Fault]:
    for entry in kept:
        if entry.action is DeskAction.DOSSIER:
            if _page_digest(transaction, entry) != entry.body["sha256"]:
                yield _fault(
                    CONTENT_FAULT,
                    entry.subject,
                    f"Version {entry.body['version']} of the dossier was to be that of entry {entry.seq}; it is not.",
                )
        elif entry.action is DeskAction.DRAFT:
            if _draft_digests(transaction, entry) != (entry.body["sha256"], entry.body["dossier_sha256"]):
                yield _fault(
                    CONTENT_FAULT,
                    entry.subject,
                    f"The draft of entry {entry.seq} was to be kept as recorded; it is not.",
                )
        elif entry.action is DeskAction.TERMS:
            terms = dossiers.find_terms(transaction, entry.body["version"])
            if terms is None or sha256_of_text(terms[1]) != entry.body["sha256"]:
                yield _fault(CONTENT_FAULT, "terms", f"The terms of entry {entry.seq} were to be kept as recorded.")


def _draft_digests(transaction: Transaction, entry: DeskEntry) -> tuple[str, str] | None:
    try:
        kept = drafts.find_contents(transaction, entry.subject)
    except LedgerDamaged:
        return None
    return None if kept is None else (sha256_of(kept[0]), sha256_of_text(kept[1]))


def _page_digest(transaction: Transaction, entry: DeskEntry) -> str | None:
    try:
        page = dossiers.find_page(transaction, entry.subject, entry.body["version"])
    except LedgerDamaged:
        return None
    return None if page is None else sha256_of(page)


def _standings(transaction: Transaction, kept: list[DeskEntry]) -> Iterator[Fault]:
    told = fold(kept)
    found = {standing.id: standing for standing in standings.find_all(transaction)}
    for comment_id in sorted(told.keys() | found.keys()):
        one, other = told.get(comment_id), found.get(comment_id)  # type: ignore[call-overload]
        if one is None or other is None or any(getattr(one, name) != getattr(other, name) for name in _TOLD):
            yield _fault(
                STANDING_FAULT,
                comment_id,
                f"The comment {comment_id} was to stand as its entries say; the table says otherwise.",
            )


def _fault(code: str, subject: str, message: str) -> Fault:
    told = f"{message}\nThe desk's file was changed from outside, or its disk fails. Compare it with your last copy."
    return Fault(code=code, subject=subject, message=told)
