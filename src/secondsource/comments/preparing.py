"""Publishing with four eyes: one prepares a version, another lets it pass or gives it back with words."""

from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex

from secondsource.comments.dossiers import publish_dossier, require_a_version
from secondsource.comments.errors import DraftMoved, ReasonMissing, SecondPersonNeeded, UnknownDraft
from secondsource.comments.setting import four_eyes
from secondsource.comments.writing import record
from secondsource.ledger.canonical import sha256_of, sha256_of_text
from secondsource.ledger.desk import dossiers, drafts
from secondsource.ledger.desk.file import Transaction
from secondsource.model.desk import DeskAction, DossierDraft, DraftStatus, HowPublished


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What is to become a version of a dossier.

    Attributes:
        dossier_id: The last part of its address.
        title: Its headline.
        note: What it changes against the version before.
        correction: Whether it corrects the version before.
        html: Its page.
        dossier: What the page was made of, as JSON, for the check of its citations.
    """

    dossier_id: str
    title: str
    note: str
    correction: bool
    html: bytes
    dossier: str


def prepare(transaction: Transaction, prepared: Prepared, *, who: str, at: datetime) -> str:
    """Keep the draft for a second person and return its id.

    Raises:
        PageRefused: The id is none, or a later version does not say what changed, or the first is called a correction.
    """
    before = require_a_version(transaction, prepared.dossier_id, note=prepared.note, correction=prepared.correction)
    draft_id = f"v-{token_hex(6)}"
    body = {
        "dossier": prepared.dossier_id,
        "title": prepared.title,
        "note": prepared.note.strip(),
        "correction": prepared.correction,
        "base": 0 if before is None else before.version,
        "sha256": sha256_of(prepared.html),
        "dossier_sha256": sha256_of_text(prepared.dossier),
    }
    seq = record(transaction, DeskAction.DRAFT, draft_id, body, text=None, who=who, at=at)
    drafts.put_draft(transaction, draft_id, prepared.dossier_id, seq=seq, html=prepared.html, dossier=prepared.dossier)
    return draft_id


def require_draft(transaction: Transaction, draft_id: str) -> DossierDraft:
    """Return the draft as it stands.

    Raises:
        UnknownDraft: There is none of that id.
    """
    draft = drafts.find_draft(transaction, draft_id)
    if draft is None:
        raise UnknownDraft(
            f"The draft {draft_id!r} was asked for; there is none of that id.\nSee the list: /desk/drafts"
        )
    return draft


def give_back(transaction: Transaction, draft_id: str, *, seen: int, words: str, who: str, at: datetime) -> None:
    """Return the draft with words; it is not published, and a new one takes its place.

    Raises:
        UnknownDraft: There is none of that id.
        DraftMoved: It was decided after it was seen.
        ReasonMissing: Nothing is said.
    """
    draft = _as_seen(transaction, draft_id, seen)
    if not words.strip():
        raise ReasonMissing(
            f"The draft {draft.id} was to go back without a word.\n"
            f"Say what is to be done: {draft.prepared_by} reads it."
        )
    record(transaction, DeskAction.RETURN, draft.id, {"words": words.strip()}, text=None, who=who, at=at)


def require_passable(transaction: Transaction, draft_id: str, *, seen: int, who: str) -> DossierDraft:
    """Return the draft, if this person may publish it as it was seen.

    Raises:
        UnknownDraft: There is none of that id.
        DraftMoved: It was decided after it was seen, or another version of the dossier was published since.
        SecondPersonNeeded: Who prepared it wants to publish it, and the desk asks for four eyes.
    """
    draft = _as_seen(transaction, draft_id, seen)
    dossier = dossiers.find_dossier(transaction, draft.dossier_id)
    newest = 0 if dossier is None else dossier.version
    if newest != draft.base:
        raise DraftMoved(
            f"The draft {draft.id} was prepared against version {draft.base} of {draft.dossier_id}; "
            f"version {newest} stands there now.\n"
            f"Seen: the draft with the note “{draft.note}”. Now: version {newest}, /dossiers/{draft.dossier_id}.\n"
            "Nothing was published. Prepare it anew against what stands there."
        )
    if draft.prepared_by == who and four_eyes(transaction):
        raise SecondPersonNeeded(
            f"The draft {draft.id} was to be published by {who}, who prepared it; this desk asks for a second person.\n"
            "Ask another editor or an administrator to read it."
        )
    return draft


def let_pass(transaction: Transaction, draft_id: str, *, seen: int, who: str, at: datetime) -> int:
    """Publish the draft, whose citations the caller has checked, and return the version's number.

    Raises:
        UnknownDraft: There is none of that id.
        DraftMoved: It was decided after it was seen, or another version of the dossier was published since.
        SecondPersonNeeded: Who prepared it wants to publish it, and the desk asks for four eyes.
        PageRefused: The version does not say what changed.
    """
    draft = require_passable(transaction, draft_id, seen=seen, who=who)
    kept = drafts.find_contents(transaction, draft.id)
    assert kept is not None  # noqa: S101  (it was found a moment ago, within the same transaction)
    how = HowPublished(
        correction=draft.correction, checked=True, draft=draft.id, prepared_by=draft.prepared_by, passed_by=who
    )
    version = publish_dossier(
        transaction, draft.dossier_id, title=draft.title, html=kept[0], note=draft.note, who=who, at=at, how=how
    )
    body = {"version": version, "dossier": draft.dossier_id, "four_eyes": how.four_eyes}
    record(transaction, DeskAction.RELEASE, draft.id, body, text=None, who=who, at=at)
    return version


def _as_seen(transaction: Transaction, draft_id: str, seen: int) -> DossierDraft:
    draft = require_draft(transaction, draft_id)
    if draft.status is not DraftStatus.WAITING or draft.seen != seen:
        said = f" and the words “{draft.words}”" if draft.words else ""
        raise DraftMoved(
            f"The draft {draft.id} was decided on as it stood at entry {seen} of the log.\n"
            f"Seen: waiting for a second person, at entry {seen}.\n"
            f"Now: {draft.status} by {draft.decided_by or draft.prepared_by}, entry {draft.seen}{said}.\n"
            "Nothing was done. Look at it again."
        )
    return draft
