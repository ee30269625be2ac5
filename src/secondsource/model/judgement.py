"""What a person decided where the machine only proposes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """A person's answer; ``unsure`` is an answer too, and is kept."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"


class JudgementKind(StrEnum):
    """What is asked about the subject."""

    SAME_EVENT = "same-event"
    COPIES = "copies"
    SAME_SPEAKER = "same-speaker"
    CONTRADICTS = "contradicts"
    SPEAKER = "speaker"
    EVENT_DAY = "event-day"
    HIT = "hit"
    NOTE = "note"


VERDICT_KINDS = frozenset(
    {
        JudgementKind.SAME_EVENT,
        JudgementKind.COPIES,
        JudgementKind.SAME_SPEAKER,
        JudgementKind.CONTRADICTS,
        JudgementKind.HIT,
    }
)
"""Kinds that are answered with a :class:`Verdict`; the others with words of their own, where none takes it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One answer of one person; it stands above what the machine finds until another answer supersedes it.

    Attributes:
        subject: The ids it is about; in the order of the question where order counts (the copy, then its parent),
            else sorted, see :func:`unordered`. For a speaker the report and the place of the words, see
            :func:`place_of`; for a day a report that is mainly about the event; for a hit the name, the list, the
            entry and the digest of what the entry said; for a note whatever it is about.
        kind: What was asked.
        value: The answer: a :class:`Verdict` for :data:`VERDICT_KINDS`; else who speaks, the day as EDTF, the note.
        who: Who answered.
        why: Their reason, in their words.
        at: When, aware UTC.
    """

    subject: tuple[str, ...]
    kind: JudgementKind
    value: str
    who: str
    why: str
    at: datetime


def unordered(*ids: str) -> tuple[str, ...]:
    """Return the one subject for ``ids`` whose order has no meaning."""
    return tuple(sorted(ids))


def place_of(start: int, end: int) -> str:
    """Return how a subject names a place in a report: its first character and one past its last."""
    return f"{start}-{end}"
