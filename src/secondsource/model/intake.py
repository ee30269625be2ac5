"""What comes in through the door: a report with its bytes, or the reason why there is none."""

from dataclasses import dataclass

from secondsource.model.evidence import Spans
from secondsource.model.reading import NO_QUESTIONS, Questions
from secondsource.model.report import Capture, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenMention:
    """An event mention that the caller already found and wants linked as given.

    Attributes:
        id: The caller's id.
        spans: The words that carry it.
    """

    id: str
    spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """One report taken in.

    Attributes:
        report: The report.
        capture: The bytes it was taken from.
        questions: What the caller asks about it.
        mentions: Event mentions the caller gave.
    """

    report: Report
    capture: Capture
    questions: Questions = NO_QUESTIONS
    mentions: tuple[GivenMention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One input that could not be taken in; the rest goes on.

    Attributes:
        id: The report's id where the input gave one, else the name of the input.
        origin: The file, address or line, as the user would name it.
        code: Stable code of the error.
        message: What was asked, what was found, what to do.
    """

    id: str
    origin: str
    code: str
    message: str
