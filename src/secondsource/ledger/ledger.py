"""The ledger: one file that only grows."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from secondsource.ledger import (
    captures,
    chain,
    held,
    judgements,
    linkings,
    publications,
    readings,
    reports,
    reports_told,
    search,
    statements,
)
from secondsource.ledger.appending import Appending
from secondsource.ledger.batch import Batch
from secondsource.ledger.errors import LedgerNotWritable, Unstorable
from secondsource.ledger.info import find_info
from secondsource.ledger.schema import bring_up_to_date, make_place
from secondsource.ledger.sqlite import engine_errors, open_engine, raw_text
from secondsource.ledger.verify import find_faults
from secondsource.model.custody import (
    Added,
    Came,
    Entry,
    Fault,
    FoundPage,
    Head,
    Held,
    KeptJudgement,
    LedgerInfo,
    Publication,
    SearchHit,
    StatementHit,
    Wanted,
)
from secondsource.model.ids import Digest, ReportId
from secondsource.model.intake import Intake
from secondsource.model.judgement import Judgement
from secondsource.model.linked import Linked
from secondsource.model.reading import Reading
from secondsource.model.report import Capture, Report

WAIT_S = 30.0
"""How long we wait for another process that writes; a batch of a thousand reports takes a few seconds."""


class Ledger:
    """Captures, reports, readings, judgements and publications, appended and never overwritten.

    Open it with :meth:`open`, best in a ``with`` block. What a method added is durable when it returns, or, within
    :meth:`batch`, when that block ends. Several processes may have one ledger open; within a process use one object
    in one thread.

    Every question can be asked ``as_of`` a moment: it is then answered from what the log recorded up to it, and the
    answer is the same whenever it is asked, once that moment is behind the last entry. For this the moment of an
    entry is never before that of the one ahead of it, and after it where the two were not added together: where a
    clock runs behind or stands still, the entry takes the next microsecond.

    Any method may raise:
        LedgerLocked: Another process is writing and did not end in time.
        LedgerNotWritable: The file cannot be written, or was opened for reading only.
        DiskFailed: The disk is full or fails; nothing of the step was kept.
        LedgerDamaged: The file's inside is not in order.
        Unstorable: A value cannot be kept as it is: broken characters, a moment without time zone, nobody named.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path
        self._appending: Appending | None = None

    @classmethod
    def open(cls, path: Path, *, create: bool = True, read_only: bool = False, timeout_s: float = WAIT_S) -> Self:
        """Return the ledger at ``path``; an older one is upgraded first.

        Args:
            path: The file; its folder is made with it.
            create: Make a new ledger where there is none.
            read_only: Write nothing, not even an upgrade; works in a folder without the right to write.
            timeout_s: How long to wait for another process that writes.

        Raises:
            LedgerNotFound: There is none, and none is to be made.
            NotALedger: The file is something else; it is left alone.
            LedgerTooNew: A later version of the program made it; it is left alone.
            LedgerTooOld: It would have to be upgraded and ``read_only`` is set.
        """
        try:
            make_place(path, create=create and not read_only)
        except OSError as error:
            raise LedgerNotWritable(
                f"The ledger {path} was asked for; {error.strerror or error}.\n"
                "Check the rights of the folder, or name another file: --ledger FILE"
            ) from error
        engine = open_engine(path, read_only=read_only, timeout_s=timeout_s)
        try:
            with engine_errors(path):
                bring_up_to_date(engine, path, read_only=read_only)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, path)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, intake: Intake, *, who: str, at: datetime) -> Added:
        """Add a report with the bytes it was taken from.

        The same report again changes nothing. The same id with other words is kept beside, under the id that the
        answer names. Where an intake of words that are known tells more about them (a surer date, a title), a
        revision is kept behind the first.

        Raises:
            CaptureMismatch: The capture does not have the digest it claims.
        """
        with self._writing() as appending:
            return reports.add_report(appending, intake, who=who, at=at)

    def add_capture(self, capture: Capture, *, who: str, at: datetime) -> None:
        """Add bytes from which no report is taken, such as a flight track's; the same bytes again change nothing.

        Raises:
            CaptureMismatch: The capture does not have the digest it claims.
        """
        with self._writing() as appending:
            captures.keep_capture(appending, capture, who=who, at=at)

    def add_reading(self, reading: Reading, *, who: str, at: datetime) -> bool:
        """Add a reading beside those there are; return False, and change nothing, if its reader's last was the same.

        Raises:
            UnknownReport: The ledger does not hold the report.
            SpanOutside: The reading points to characters that the report does not have.
        """
        with self._writing() as appending:
            return readings.add_reading(appending, reading, who=who, at=at)

    def add_linking(self, linked: Linked, *, who: str, at: datetime) -> bool:
        """Add a result of linking; return False, and change nothing, if the last was the same."""
        with self._writing() as appending:
            return linkings.add_linking(appending, linked, who=who, at=at)

    def add_judgement(self, judgement: Judgement) -> bool:
        """Add a judgement, which supersedes the standing one on its question; return False if it says the same."""
        with self._writing() as appending:
            return judgements.add_judgement(appending, judgement)

    def record_publication(self, *, dossier_id: str, digest: Digest, path: str, who: str, at: datetime) -> int:
        """Record that a dossier was published and return the number of its entry in the log."""
        with self._writing() as appending:
            return publications.add_publication(
                appending, dossier_id=dossier_id, digest=digest, path=path, who=who, at=at
            )

    @contextmanager
    def batch(self, *, who: str, at: datetime) -> Iterator[Batch]:
        """Add many in one transaction, durable when the block ends; if it fails, nothing of it stays.

        Other processes that write wait meanwhile. What the block asks of the ledger sees what it has added.
        """
        with self._writing() as appending:
            yield Batch(appending, who=who, at=at)

    def report(self, report_id: ReportId, as_of: datetime | None = None) -> Report:
        """Return a report.

        Raises:
            UnknownReport: The ledger does not hold it.
        """
        with self._reading() as connection:
            return reports.find_report(connection, report_id, bound=chain.find_bound(connection, as_of))

    def reports(self, as_of: datetime | None = None) -> list[Report]:
        """Return all reports, in the order in which they first came."""
        with self._reading() as connection:
            return list(reports.find_reports(connection, bound=chain.find_bound(connection, as_of)))

    def would_add(self, report: Report) -> Added:
        """Return what :meth:`add` would make of the report, and add nothing."""
        with self._reading() as connection:
            return reports.would_add(connection, report)

    def came_since(self, seq: int, *, upto: int) -> Iterator[Came]:
        """Yield each report that came, was revised or was read anew after entry ``seq`` of the log, each once.

        They come as they were at entry ``upto``, in the order of the entries that made them so. Only some are held in
        memory at a time, and nothing is kept waiting between them.
        """
        for first in range(seq, upto, held.ENTRIES_AT_ONCE):
            with self._reading() as connection:
                came = held.came(connection, first, min(first + held.ENTRIES_AT_ONCE, upto), since=seq, upto=upto)
            yield from came

    def n_came_since(self, seq: int, *, upto: int) -> int:
        """Return how many reports :meth:`came_since` yields."""
        with self._reading() as connection:
            return held.n_latest_entries(connection, seq, upto)

    def held_at(self, entry: int) -> Held:
        """Return the report that the entry of that number made what it was, as it was then.

        Raises:
            UnknownReport: The entry is no report's.
        """
        with self._reading() as connection:
            return held.held_at(connection, entry)

    def entry_of(self, report_id: ReportId, *, upto: int) -> int | None:
        """Return the number of the entry up to ``upto`` that made the report what it was then, None if there is none.

        It can be asked about with :meth:`held_at`.
        """
        with self._reading() as connection:
            return held.latest_entry(connection, report_id, bound=upto)

    def reading(
        self, report_id: ReportId, reader: Digest | None = None, as_of: datetime | None = None
    ) -> Reading | None:
        """Return the latest reading of a report, of the reader with that digest or of any; None if there is none."""
        with self._reading() as connection:
            bound = chain.find_bound(connection, as_of)
            return readings.find_reading(connection, report_id, reader=reader, bound=bound)

    def readings(self, report_id: ReportId, as_of: datetime | None = None) -> list[Reading]:
        """Return every reading of a report, first to last."""
        with self._reading() as connection:
            return readings.find_readings(connection, report_id, bound=chain.find_bound(connection, as_of))

    def reading_numbers(self, as_of: datetime | None = None) -> dict[ReportId, int]:
        """Return for each report that was read the number of its latest reading; what has a number never changes."""
        with self._reading() as connection:
            return readings.latest_numbers(connection, bound=chain.find_bound(connection, as_of))

    def reading_numbered(self, number: int) -> Reading:
        """Return the reading of that number, one of :meth:`reading_numbers`."""
        with self._reading() as connection:
            return readings.reading_numbered(connection, number)

    def capture(self, sha256: Digest, as_of: datetime | None = None) -> Capture:
        """Return captured bytes by their digest.

        Raises:
            UnknownCapture: The ledger does not hold them.
        """
        with self._reading() as connection:
            return captures.find_capture(connection, sha256, bound=chain.find_bound(connection, as_of))

    def captures(self, media_type: str, as_of: datetime | None = None) -> list[Capture]:
        """Return the captured bytes of that type, first to last."""
        with self._reading() as connection:
            return captures.captures_of_type(connection, media_type, bound=chain.find_bound(connection, as_of))

    def search(self, words: str, limit: int = 20, as_of: datetime | None = None) -> list[SearchHit]:
        """Return the reports that hold all ``words``, best first; see :func:`search.search_reports`."""
        with self._reading() as connection:
            return search.search_reports(connection, words, limit=limit, bound=chain.find_bound(connection, as_of))

    def find(self, wanted: Wanted, *, first: int = 0, most: int = 20, as_of: datetime | None = None) -> FoundPage:
        """Return one page of the reports that fit all that is wanted; see :func:`search.find_wanted`."""
        with self._reading() as connection:
            bound = chain.find_bound(connection, as_of)
            return search.find_wanted(connection, wanted, first=first, most=most, bound=bound)

    def languages(self) -> list[str]:
        """Return the languages that reports are in, ISO 639-1, by letter."""
        with self._reading() as connection:
            return reports_told.languages(connection)

    def statements(
        self,
        speaker: str | None = None,
        organisation: str | None = None,
        words: str | None = None,
        limit: int = 100,
        as_of: datetime | None = None,
    ) -> list[StatementHit]:
        """Return the statements that fit all that is given, last read first."""
        with self._reading() as connection:
            return statements.find_statements(
                connection,
                speaker=speaker,
                organisation=organisation,
                words=words,
                limit=limit,
                bound=chain.find_bound(connection, as_of),
            )

    def linking(self, as_of: datetime | None = None) -> Linked | None:
        """Return the latest result of linking, None if there is none."""
        with self._reading() as connection:
            return linkings.find_linking(connection, bound=chain.find_bound(connection, as_of))

    def judgements(self, subject: tuple[str, ...] | None = None, as_of: datetime | None = None) -> list[KeptJudgement]:
        """Return the judgements that stand, on one subject or all, first to last."""
        with self._reading() as connection:
            return judgements.standing_judgements(connection, subject, bound=chain.find_bound(connection, as_of))

    def judgement_history(
        self, subject: tuple[str, ...] | None = None, as_of: datetime | None = None
    ) -> list[KeptJudgement]:
        """Return every judgement, superseded ones too, on one subject or all, first to last."""
        with self._reading() as connection:
            return judgements.judgement_history(connection, subject, bound=chain.find_bound(connection, as_of))

    def publications(self, as_of: datetime | None = None) -> list[Publication]:
        """Return what was published, first to last."""
        with self._reading() as connection:
            return publications.find_publications(connection, bound=chain.find_bound(connection, as_of))

    def log(self, as_of: datetime | None = None) -> list[Entry]:
        """Return the entries of the log, in order."""
        with self._reading() as connection:
            return list(chain.entries(connection, chain.find_bound(connection, as_of)))

    def head(self) -> Head:
        """Return the end of the log; noted elsewhere, it lets :meth:`verify` see a tail that was cut off."""
        with self._reading() as connection:
            return chain.find_head(connection)

    def hash_of(self, seq: int) -> Digest | None:
        """Return the hash of the log's entry of that number, None where there is none.

        What was derived from the ledger at a noted head can see by it that it is still of this log.
        """
        with self._reading() as connection:
            return chain.find_hash(connection, seq)

    def verify(self, report_id: ReportId | None = None, *, expected_head: Head | None = None) -> list[Fault]:
        """Return whatever in the ledger does not hold; see :func:`secondsource.ledger.verify.find_faults`.

        Args:
            report_id: Check the rows of this report and the chain of the log; all of the ledger without it.
            expected_head: A head noted earlier.

        Raises:
            UnknownReport: The ledger does not hold the report.
        """
        with self._reading() as connection:
            if report_id is not None:
                reports.latest_row(connection, report_id)
            with raw_text(connection):
                return list(find_faults(connection, report_id=report_id, expected_head=expected_head))

    def info(self) -> LedgerInfo:
        """Return what the ledger holds, in numbers."""
        with self._reading() as connection:
            return find_info(connection, self._path)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with engine_errors(self._path), _characters(self._path):
            if self._appending is not None:
                yield self._appending.connection
            else:
                with self._engine.begin() as connection:
                    yield connection

    @contextmanager
    def _writing(self) -> Iterator[Appending]:
        with engine_errors(self._path), _characters(self._path):
            if self._appending is not None:
                with self._appending.step():
                    yield self._appending
                return
            with self._engine.connect().execution_options(writes=True) as connection, connection.begin():
                self._appending = Appending(connection)
                try:
                    yield self._appending
                finally:
                    self._appending = None


@contextmanager
def _characters(path: Path) -> Iterator[None]:
    try:
        yield
    except UnicodeEncodeError as error:
        raise Unstorable(
            f"Words were to be kept in, or found in, the ledger {path}; character {error.start} of them is half a "
            "character (a lone surrogate), which no encoding can write.\nMend the report where it comes from."
        ) from error
