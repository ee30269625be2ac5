"""Does every recorded row say what its entry in the log vouches for?"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select

from secondsource.ledger.canonical import digest_of
from secondsource.ledger.errors import RECORD_FAULT
from secondsource.ledger.reading_rows import Rows
from secondsource.ledger.records import RECORDED, ROW_NAMES, Recorded, digest_of_rows, record
from secondsource.ledger.tables import READING_ROWS, captures, log, readings, reports
from secondsource.model.custody import Action, Fault
from secondsource.model.ids import Digest, ReportId

_AT_ONCE = 200
"""Rows fetched together: readings are large, and a ledger may hold a million."""


def check_records(connection: Connection, report_id: ReportId | None) -> Iterator[Fault]:
    """Yield each row that is not what the log vouches for, and each entry whose row is gone."""
    for action, recorded in RECORDED.items():
        query = _rows(action, recorded, report_id)
        if query is None:
            continue
        for row in connection.execution_options(yield_per=_AT_ONCE).execute(query).mappings():
            fault = _record_fault(connection, action, row)
            if fault is not None:
                yield fault
        if report_id is None:
            yield from _lost(connection, action, recorded)


def stored_rows(connection: Connection, reading_seq: int) -> Rows:
    """Return the rows taken out of a reading, as they are stored."""
    return {
        table.name: [
            dict(row)
            for row in connection.execute(
                select(*(table.c[name] for name in ROW_NAMES[table.name]))
                .where(table.c.reading_seq == reading_seq)
                .order_by(table.c.n)
            ).mappings()
        ]
        for table in READING_ROWS
    }


def _rows(action: Action, recorded: Recorded, report_id: ReportId | None) -> Select[Any] | None:
    table = recorded.table
    query = select(
        *(column for column in table.columns if column.name != "data"),
        log.c.action.label("log_action"),
        log.c.subject.label("log_subject"),
        log.c.digest.label("log_digest"),
    ).join(log, log.c.seq == table.c.seq, isouter=True)
    if report_id is None:
        return query.order_by(table.c.seq)
    if action is Action.CAPTURE:
        mine = select(reports.c.capture_sha256).where(reports.c.id == report_id)
        return query.where(captures.c.sha256.in_(mine)).order_by(table.c.seq)
    if action in (Action.REPORT, Action.READING):
        column = reports.c.id if action is Action.REPORT else readings.c.report_id
        return query.where(column == report_id).order_by(table.c.seq)
    return None


def _record_fault(connection: Connection, action: Action, row: RowMapping) -> Fault | None:
    subject = RECORDED[action].subject(row)
    if row["log_action"] is None:
        return _fault(action, subject, "there is no such entry in the log", row["seq"])
    if (row["log_action"], row["log_subject"]) != (action, subject):
        return _fault(action, subject, f"that entry is about {row['log_action']} {row['log_subject']}", row["seq"])
    rows_sha256: Digest | None = None
    if action is Action.READING:
        rows_sha256 = digest_of_rows(stored_rows(connection, row["seq"]))
    if digest_of(record(action, row, rows_sha256=rows_sha256)) != row["log_digest"]:
        return _fault(action, subject, "what is stored is not what was recorded", row["seq"])
    return None


def _lost(connection: Connection, action: Action, recorded: Recorded) -> Iterator[Fault]:
    table = recorded.table
    query = (
        select(log.c.seq, log.c.subject)
        .join(table, table.c.seq == log.c.seq, isouter=True)
        .where(log.c.action == str(action), table.c.seq.is_(None))
        .order_by(log.c.seq)
    )
    for row in connection.execute(query):
        yield _fault(action, row.subject, "it is not there any more", row.seq)


def _fault(action: Action, subject: str, found: str, seq: int) -> Fault:
    return Fault(
        code=RECORD_FAULT,
        subject=subject,
        message=(
            f"The {action} {subject} was to be as entry {seq} of the log recorded it; {found}.\n"
            "The ledger was changed from outside. Compare it with your last copy."
        ),
    )
