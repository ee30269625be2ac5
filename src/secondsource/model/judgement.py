"""What a person decided where the machine only proposes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """A person's answer; ``unsure`` is an answer too, and is kept."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"


class Reliability(StrEnum):
    """How far a source may be relied on by what is known of it: the letters of the Admiralty code."""

    COMPLETELY = "A"
    USUALLY = "B"
    FAIRLY = "C"
    NOT_USUALLY = "D"
    UNRELIABLE = "E"
    CANNOT_BE_JUDGED = "F"


class JudgementKind(StrEnum):
    """What is asked about the subject."""

    SAME_EVENT = "same-event"
    COPIES = "copies"
    SAME_SPEAKER = "same-speaker"
    CONTRADICTS = "contradicts"
    RELIABILITY = "reliability"
    SPEAKER = "speaker"
    EVENT_DAY = "event-day"
    HIT = "hit"
    NOTE = "note"


IN_WORDS = frozenset({JudgementKind.SPEAKER, JudgementKind.EVENT_DAY, JudgementKind.NOTE})
"""Kinds that are answered in words: who speaks, the day as EDTF, the note; an empty answer takes the last one back."""

Answer = Verdict | Reliability | str
"""What can be answered: a letter to a question of reliability, words to :data:`IN_WORDS`, a verdict to every other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One answer of one person; it stands above what the machine finds until another answer supersedes it.

    Attributes:
        subject: The ids it is about; in the order of the question where order counts (the copy, then its parent),
            else sorted, see :func:`unordered`. For a speaker the report and the place of the words, see
            :func:`place_of`; for a day a report that is mainly about the event; for a hit the name, the list, the
            entry and the digest of what the entry said; for a note what it is about and its own id; for
            reliability the one name of a source.
        kind: What was asked.
        value: The answer, see :func:`answer_of`.
        who: Who answered.
        why: Their reason, in their words.
        at: When, aware UTC.
    """

    subject: tuple[str, ...]
    kind: JudgementKind
    value: Answer
    who: str
    why: str
    at: datetime


def unordered(*ids: str) -> tuple[str, ...]:
    """Return the one subject for ``ids`` whose order has no meaning."""
    return tuple(sorted(ids))


def place_of(start: int, end: int) -> str:
    """Return how a subject names a place in a report: its first character and one past its last."""
    return f"{start}-{end}"


def answer_of(kind: JudgementKind, words: str) -> Answer:
    """Return the answer to a question of ``kind`` that ``words`` stand for; an empty letter takes the last one back.

    Raises:
        ValueError: They are no answer to it.
    """
    if kind in IN_WORDS:
        return words
    if kind is JudgementKind.RELIABILITY:
        return Reliability(words.upper()) if words else words
    return Verdict(words)
