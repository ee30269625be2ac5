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


Answer = Verdict | Reliability
"""What can be answered: a letter to a question of reliability, a verdict to every other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One answer of one person; it stands above what the machine finds until another answer supersedes it.

    Attributes:
        subject: The ids it is about; in the order of the question where order counts (the copy, then its parent),
            else sorted, see :func:`unordered`. For reliability the one name of a source.
        kind: What was asked.
        value: The answer.
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


def answer_of(kind: JudgementKind, words: str) -> Answer:
    """Return the answer to a question of ``kind`` that ``words`` stand for.

    Raises:
        ValueError: They are no answer to it.
    """
    return Reliability(words.upper()) if kind is JudgementKind.RELIABILITY else Verdict(words)
