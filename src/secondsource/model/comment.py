"""A reader's comment: what was sent, where it stands, and what a moderator decided."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

CommentId = NewType("CommentId", str)
"""A comment: ``c-`` and random letters, so that nobody can count or guess."""


class CommentStatus(StrEnum):
    """Where a comment stands."""

    WAITING = "waiting"
    HELD = "held"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    ERASED = "erased"


class Reason(StrEnum):
    """Why a moderator rejected or edited a comment; the codes never change their meaning."""

    OFF_TOPIC = "off-topic"
    INSULT = "insult"
    NOT_FACTS = "not-facts"
    PERSONAL_DATA = "personal-data"
    ADVERTISING = "advertising"
    UNLAWFUL = "unlawful"
    REPEAT = "repeat"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a comment says: plain text, never markup.

    Attributes:
        name: What the reader wants to be called; empty if nothing.
        words: The comment, lines parted by line feeds.
    """

    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Something a rule noticed about a draft; it moves the comment in the queue and decides nothing.

    Attributes:
        step: The rule's name.
        why: What it saw, in words for the moderator.
    """

    step: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment as the desk has it.

    Attributes:
        id: Its id.
        dossier_id: The dossier it was written to.
        status: Where it stands.
        version: Number of the last entry about it; a decision names the version it was made on.
        revision: How many drafts there were, from 1; the reader's and the moderators' count alike.
        content_seq: Number of the entry that brought the draft.
        public_seq: Number of the entry whose draft readers see; None if they see none.
        draft: What it says now; None once it is erased.
        edited: Why a moderator edited the draft; None if it is the reader's own.
        submitted_at: When it was first sent, aware UTC.
        terms: Version of the terms that the reader agreed to; 0 for what was brought from elsewhere.
        decided_at: When the standing decision was made; None without one.
        decided_by: Who made it.
        reason: Its coded reason; None without one.
        note: The moderator's words to the reader; None without.
        flags: What the rules noticed.
    """

    id: CommentId
    dossier_id: str
    status: CommentStatus
    version: int
    revision: int
    content_seq: int
    public_seq: int | None
    draft: Draft | None
    edited: Reason | None
    submitted_at: datetime
    terms: int
    decided_at: datetime | None = None
    decided_by: str | None = None
    reason: Reason | None = None
    note: str | None = None
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicComment:
    """A comment as readers see it.

    Attributes:
        id: Its id.
        draft: What was approved.
        edited: Why a moderator edited it; None if it is the reader's own.
        submitted_at: When it was sent, aware UTC.
    """

    id: CommentId
    draft: Draft
    edited: Reason | None
    submitted_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """One version of the terms for comments.

    Attributes:
        version: From 1; 0 stands for none.
        text: The terms, paragraphs parted by blank lines.
        since: When they came into force, aware UTC.
    """

    version: int
    text: str
    since: datetime
