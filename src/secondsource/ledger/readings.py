"""Readings: each stands beside those before it."""

import json
from datetime import datetime

from sqlalchemy import Connection, Select, func, insert, select

from secondsource.ledger.appending import Appending
from secondsource.ledger.canonical import canonical_json
from secondsource.ledger.errors import SpanOutside
from secondsource.ledger.moments import moment_text
from secondsource.ledger.reading_rows import all_spans, reading_rows
from secondsource.ledger.records import digest_of_rows
from secondsource.ledger.reports import latest_row
from secondsource.ledger.tables import READING_ROWS, readings
from secondsource.model.custody import Action
from secondsource.model.encoding import decode, encode
from secondsource.model.ids import Digest, ReportId
from secondsource.model.reading import Reading

_LINKED_BY = frozenset({"id", "language", "published", "published_basis", "model", "sections", "upstream"})


def add_reading(appending: Appending, reading: Reading, *, who: str, at: datetime) -> bool:
    """Add a reading of a report the ledger holds; return whether it is new.

    A reader that finds the same as at its last reading of the report changes nothing.

    Raises:
        UnknownReport: The ledger does not hold the report.
        SpanOutside: The reading points to characters that the report does not have.
    """
    report_seq, text = latest_row(appending.connection, reading.id)
    check_spans(reading, text)
    body = canonical_json(encode(reading))
    if body == _last_body(appending.connection, reading):
        return False
    rows = reading_rows(reading, text)
    values = {
        "report_seq": report_seq,
        "report_id": reading.id,
        "reader_name": reading.model.name,
        "reader_version": reading.model.version,
        "reader_sha256": reading.model.sha256,
        "read_at": moment_text(at),
        "body": body,
    }
    seq = appending.add(Action.READING, values, who=who, at=at, rows_sha256=digest_of_rows(rows))
    for table in READING_ROWS:
        if rows[table.name]:
            appending.connection.execute(insert(table), [{"reading_seq": seq, **row} for row in rows[table.name]])
    return True


def check_spans(reading: Reading, text: str) -> None:
    """Make sure that every place the reading points to is in the text.

    Raises:
        SpanOutside: One is not.
    """
    for span in all_spans(reading):
        if not 0 <= span.start <= span.end <= len(text):
            raise SpanOutside(
                f"A reading of report {reading.id} by {reading.model.name} {reading.model.version} was to be kept; it "
                f"points to characters {span.start}–{span.end}, the report has {len(text)}.\n"
                f"It was made from another text. Read the report as the ledger has it: second-source read"
            )


def find_reading(connection: Connection, report_id: ReportId, *, reader: Digest | None, bound: int) -> Reading | None:
    """Return the latest reading of the report up to entry ``bound``, by the reader of that digest or by any."""
    query = _readings(report_id, bound).order_by(readings.c.seq.desc()).limit(1)
    if reader is not None:
        query = query.where(readings.c.reader_sha256 == reader)
    body = connection.scalar(query)
    return None if body is None else reading_of(body)


def latest_numbers(connection: Connection, *, bound: int) -> dict[ReportId, int]:
    """Return for each report that was read the number of its latest reading up to entry ``bound``."""
    query = select(readings.c.report_id, func.max(readings.c.seq)).where(readings.c.seq <= bound)
    return {ReportId(report_id): seq for report_id, seq in connection.execute(query.group_by(readings.c.report_id))}


def reading_numbered(connection: Connection, seq: int) -> Reading:
    """Return the reading of that number, one of :func:`latest_numbers`."""
    return reading_of(connection.scalars(select(readings.c.body).where(readings.c.seq == seq)).one())


def find_readings(connection: Connection, report_id: ReportId, *, bound: int) -> list[Reading]:
    """Return every reading of the report up to entry ``bound``, first to last."""
    query = _readings(report_id, bound).order_by(readings.c.seq)
    return [reading_of(body) for body in connection.scalars(query)]


def linked_parts_of(body: str) -> Reading:
    """Return the reading that a row's ``body`` stands for, with its sections and sources alone.

    Nothing else of a reading tells who copies from whom, and the rest takes most of the time to take apart.
    """
    return decode(Reading, {name: part for name, part in json.loads(body).items() if name in _LINKED_BY})


def reading_of(body: str) -> Reading:
    """Return the reading that a row's ``body`` stands for."""
    return decode(Reading, json.loads(body))


def _readings(report_id: ReportId, bound: int) -> Select[str]:
    return select(readings.c.body).where(readings.c.report_id == report_id, readings.c.seq <= bound)


def _last_body(connection: Connection, reading: Reading) -> str | None:
    mine = readings.c.reader_sha256 == reading.model.sha256
    query = select(readings.c.body).where(readings.c.report_id == reading.id, mine)
    return connection.scalar(query.order_by(readings.c.seq.desc()).limit(1))
