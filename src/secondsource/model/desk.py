"""The desk's other values: who may work there, what it published, and what its log says."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from secondsource.model.ids import Digest


class Role(StrEnum):
    """What an account may do; see docs/reference/server.md."""

    READER = "reader"
    ANALYST = "analyst"
    EDITOR = "editor"
    MODERATOR = "moderator"
    ADMIN = "admin"


class DeskAction(StrEnum):
    """What an entry of the desk's log records."""

    TERMS = "terms"
    DOSSIER = "dossier"
    CLOSE = "close"
    OPEN = "open"
    SUBMIT = "submit"
    AMEND = "amend"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    EDIT = "edit"
    REJECT = "reject"
    HOLD = "hold"
    REVERSE = "reverse"
    PUBLISH = "publish"
    ERASE = "erase"
    ACCOUNT = "account"
    DRAFT = "draft"
    RETURN = "return"
    RELEASE = "release"
    SET = "set"
    PASSKEY = "passkey"


class DraftStatus(StrEnum):
    """Where a draft of a dossier's version stands."""

    WAITING = "waiting"
    RETURNED = "returned"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskEntry:
    """One entry of the desk's hash-chained log.

    Attributes:
        seq: Its number, from 1 without gaps.
        at: When, aware UTC; never before the entry ahead of it.
        who: The account that did it, ``reader``, or ``second-source`` for what happens by the clock.
        action: What was done.
        subject: To what: a comment's id, a dossier's id, an account, or ``desk``.
        body: The facts of it; no name, address or word of a reader stands here.
        prev: The hash of the entry ahead of it.
        hash: SHA-256 of the canonical JSON of all the above.
    """

    seq: int
    at: datetime
    who: str
    action: DeskAction
    subject: str
    body: dict[str, Any]
    prev: Digest
    hash: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who may sign in.

    Attributes:
        name: Lower-case letters, digits, hyphens.
        role: What they may do.
        active: Whether they may sign in now.
    """

    name: str
    role: Role
    active: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Passkey:
    """A key with which somebody signs in, held by a device of theirs; here is only what checks its signatures.

    Attributes:
        id: The credential's id as the device gave it, base64url without padding.
        account: Whose it is.
        name: What its owner calls it.
        public_key: The public key, COSE.
        sign_count: The device's counter when it last signed; 0 for devices that do not count.
        made_at: When it was kept, aware UTC.
        used_at: When it last signed somebody in, aware UTC; None if it never did.
    """

    id: str
    account: str
    name: str
    public_key: bytes
    sign_count: int
    made_at: datetime
    used_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDossier:
    """A dossier at its permanent address.

    Attributes:
        id: The last part of its address.
        title: Its headline.
        version: The newest version, from 1.
        published_at: When that was published, aware UTC.
        closed: Whether no more comments are taken.
        n_comments: How many comments readers see.
        generation: Grows whenever what readers see of its comments changes.
    """

    id: str
    title: str
    version: int
    published_at: datetime
    closed: bool
    n_comments: int
    generation: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HowPublished:
    """Under which circumstances a version was published.

    Attributes:
        correction: Whether it corrects the version before.
        checked: Whether every citation was checked against the ledger when it was published.
        draft: The draft it was, None where it came from the command line.
        prepared_by: Who prepared it, None where it came from the command line.
        passed_by: Who let it pass, None where it came from the command line.
    """

    correction: bool = False
    checked: bool = False
    draft: str | None = None
    prepared_by: str | None = None
    passed_by: str | None = None

    @property
    def four_eyes(self) -> bool:
        """Whether two people had to do with it."""
        return self.prepared_by is not None and self.prepared_by != self.passed_by


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierVersion:
    """One version of a published dossier.

    Attributes:
        version: From 1.
        title: Its headline.
        note: What changed against the version before; empty for the first.
        digest: SHA-256 of the page as it was handed in.
        published_at: When, aware UTC.
        how: Under which circumstances.
    """

    version: int
    title: str
    note: str
    digest: Digest
    published_at: datetime
    how: HowPublished


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierDraft:
    """A version of a dossier that somebody prepared and somebody else decides on.

    Attributes:
        id: Its id.
        dossier_id: Whose next version it is to be.
        title: Its headline.
        note: What it changes against the version before; empty for the first.
        correction: Whether it corrects the version before.
        base: The version it was prepared against, 0 for none.
        digest: SHA-256 of its page.
        prepared_by: The account that prepared it.
        prepared_at: When, aware UTC.
        status: Where it stands.
        seen: Number of its last entry in the log; a decision names the one that was seen.
        decided_by: Who returned or passed it, None while it waits.
        decided_at: When, None while it waits.
        words: What was said when it was returned; empty otherwise.
        version: As which version it was published, None unless it was.
    """

    id: str
    dossier_id: str
    title: str
    note: str
    correction: bool
    base: int
    digest: Digest
    prepared_by: str
    prepared_at: datetime
    status: DraftStatus
    seen: int
    decided_by: str | None = None
    decided_at: datetime | None = None
    words: str = ""
    version: int | None = None
