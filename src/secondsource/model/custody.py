"""What a ledger answers: what it took in, what its log says, and what does not hold."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from secondsource.model.evidence import Span
from secondsource.model.ids import Digest, ReportId
from secondsource.model.judgement import Judgement
from secondsource.model.published import Published
from secondsource.model.reading import ReaderModel, Reading
from secondsource.model.report import Report
from secondsource.model.statement import Statement


class Action(StrEnum):
    """What an entry of the log records."""

    CAPTURE = "capture"
    REPORT = "report"
    READING = "reading"
    LINKING = "linking"
    JUDGEMENT = "judgement"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of a report that was brought to the ledger.

    Attributes:
        report_id: The id it is kept under; read it under this one.
        new: Whether the ledger did not hold it before.
        beside: The caller's id where other words are already kept under it, so that ``report_id`` differs; else None.
        revised: Whether the ledger held its words and has now learnt more about them (a surer date, a title).
    """

    report_id: ReportId
    new: bool
    beside: ReportId | None = None
    revised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A report as the ledger held it from one entry of its log on.

    Attributes:
        entry: Number of the entry that made it what it is: of its row, or of its reading where that is later.
        report: The report.
        reading: Its latest reading, with its sections and sources alone; None if it was not read.
    """

    entry: int
    report: Report
    reading: Reading | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """A report that came into a ledger, or changed there, after an entry of its log.

    Attributes:
        held: The report as it is now.
        before: The ``entry`` under which it was held before, None if it was not held.
    """

    held: Held
    before: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the hash-chained log.

    Attributes:
        seq: Its number, from 1 without gaps.
        at: When, aware UTC; never before the entry ahead of it.
        who: Who did it.
        action: What was done.
        subject: To what: a capture's digest, a report's id, a dossier's id.
        digest: SHA-256 of the canonical JSON of what was recorded.
        prev: The hash of the entry ahead of it; 64 zeros for the first.
        hash: SHA-256 of the canonical JSON of all the above.
    """

    seq: int
    at: datetime
    who: str
    action: Action
    subject: str
    digest: Digest
    prev: Digest
    hash: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The last entry of the log; kept elsewhere, it proves later that no tail was cut off.

    Attributes:
        seq: Number of the entry; 0 for an empty log.
        hash: Its hash; 64 zeros for an empty log.
    """

    seq: int
    hash: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something in a ledger that does not hold.

    Attributes:
        code: Stable code, ``SS-2xx``.
        subject: What it is about: a report's id, a capture's digest, or an entry ``log 12``.
        message: What was asked, what was found, what to do.
    """

    code: str
    subject: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A report that holds all words of a search.

    Attributes:
        report_id: The report.
        title: Its headline, None if none.
        outlet: Who published it, None if unknown.
        published: When, and how that is known.
        snippet: The words around the first match, character for character.
        start: Where the snippet starts in the report's text, in code points.
        spans: Where the searched words stand in the report's text, in text order; empty where only its title has them.
    """

    report_id: ReportId
    title: str | None
    outlet: str | None
    published: Published
    snippet: str
    start: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a search asks for; what is None or empty is not asked.

    Attributes:
        words: Words that must all stand in a report; quote marks hold some together.
        outlet: Name of the outlet, in any case; the whole of it.
        language: ISO 639-1 code.
        first_on: Day from which the report may be, ISO 8601.
        last_on: Day up to which it may be, ISO 8601.
    """

    words: str = ""
    outlet: str | None = None
    language: str | None = None
    first_on: str | None = None
    last_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage:
    """One page of what a search found.

    Attributes:
        hits: The hits of the page, best first.
        n_found: How many reports fit in all.
        n_undated: How many more would fit, but their day is not known and days were asked for.
    """

    hits: tuple[SearchHit, ...]
    n_found: int
    n_undated: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementHit:
    """A statement that a search for speakers found.

    Attributes:
        report_id: The report that gives it.
        statement: The statement, as the latest reading has it.
        words: The words of its content.
        model: Who read it.
    """

    report_id: ReportId
    statement: Statement
    words: str
    model: ReaderModel


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptJudgement:
    """A judgement as the ledger keeps it.

    Attributes:
        seq: Number of its entry in the log.
        judgement: The judgement.
        supersedes: Number of the judgement on the same question that it takes the place of, None if it is the first.
    """

    seq: int
    judgement: Judgement
    supersedes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A dossier that was published.

    Attributes:
        seq: Number of its entry in the log.
        dossier_id: The dossier.
        digest: SHA-256 of what was published.
        path: Where to, as the user named it.
        who: Who published it.
        at: When, aware UTC.
    """

    seq: int
    dossier_id: str
    digest: Digest
    path: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerInfo:
    """What a ledger holds, in numbers.

    Attributes:
        path: The file.
        size_bytes: Of the file and its write-ahead log.
        schema: Revision of the tables.
        n_captures: Captures.
        n_reports: Reports.
        n_readings: Readings.
        n_statements: Statements of all readings.
        n_events: Event mentions of all readings.
        n_judgements: Judgements, superseded ones too.
        n_publications: Publications.
        readers: Every reader that left a reading, first come first.
        head: The end of the log.
    """

    path: str
    size_bytes: int
    schema: str
    n_captures: int
    n_reports: int
    n_readings: int
    n_statements: int
    n_events: int
    n_judgements: int
    n_publications: int
    readers: tuple[ReaderModel, ...]
    head: Head
