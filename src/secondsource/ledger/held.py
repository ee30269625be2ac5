"""Reports by the entries of the log that made them what they are, so that what is new since an entry can be asked."""

from typing import Any

from sqlalchemy import BindParameter, Connection, Select, Table, bindparam, func, select, union_all

from secondsource.ledger.readings import linked_parts_of
from secondsource.ledger.reports import report_of, unknown
from secondsource.ledger.tables import log, readings, reports, texts
from secondsource.model.custody import Action, Came, Held
from secondsource.model.ids import ReportId

ENTRIES_AT_ONCE = 300
"""Entries of the log that are looked through in one step; what they made of a hundred reports is in memory then."""

_IDS = {reports: reports.c.id, readings: readings.c.report_id}
_OF_REPORTS = (str(Action.REPORT), str(Action.READING))


def came(connection: Connection, after: int, last: int, *, since: int, upto: int) -> list[Came]:
    """Return the reports that entries behind ``after`` up to ``last`` made what they are at entry ``upto``.

    Args:
        connection: To the ledger.
        after: The entry ahead of the first that counts.
        last: The last that counts.
        since: The entry before which a report counts as held before.
        upto: The last entry there is; what it overtakes between here and there is left out.
    """
    rows = union_all(*(_not_overtaken(table, after, last, upto) for table in _IDS)).subquery()
    return [
        Came(
            held=held_as(connection, ReportId(name), entry=seq),
            before=latest_entry(connection, ReportId(name), bound=since) if since else None,
        )
        for seq, name in connection.execute(select(rows).order_by(rows.c.seq)).all()
    ]


def n_latest_entries(connection: Connection, after: int, upto: int) -> int:
    """Return how many entries behind ``after`` up to ``upto`` no later one up to there overtakes."""
    rows = union_all(*(_not_overtaken(table, after, upto, upto) for table in _IDS)).subquery()
    return connection.scalar(select(func.count()).select_from(rows)) or 0


def latest_entry(connection: Connection, report_id: ReportId, *, bound: int) -> int | None:
    """Return the last entry up to ``bound`` that made the report what it was then, None if there is none."""
    found = (
        connection.scalar(select(func.max(table.c.seq)).where(name == report_id, table.c.seq <= bound))
        for table, name in _IDS.items()
    )
    return max((seq for seq in found if seq is not None), default=None)


def held_at(connection: Connection, entry: int) -> Held:
    """Return the report that the entry made what it was, as it was then.

    Raises:
        UnknownReport: The entry is about something else, or there is none of that number.
    """
    found = connection.execute(_SUBJECT, {"entry": entry}).first()
    if found is None or found.action not in _OF_REPORTS:
        raise unknown(ReportId(f"of entry {entry} of the log"))
    return held_as(connection, ReportId(found.subject), entry=entry)


def held_as(connection: Connection, report_id: ReportId, *, entry: int) -> Held:
    """Return the report as it was from that entry on.

    Raises:
        UnknownReport: There was none of that id.
    """
    bound = {"name": report_id, "entry": entry}
    row = connection.execute(_REPORT, bound).mappings().first()
    if row is None:
        raise unknown(report_id)
    body = connection.scalar(_READING, bound)
    return Held(entry=entry, report=report_of(row), reading=None if body is None else linked_parts_of(body))


# Made once: a new report is compared with two dozen others, and putting a query together takes longer than SQLite does.
_ENTRY: BindParameter[int] = bindparam("entry")
_NAME: BindParameter[str] = bindparam("name")
_SUBJECT = select(log.c.subject, log.c.action).where(log.c.seq == _ENTRY)
_REPORT = (
    select(reports, texts.c.text)
    .join(texts)
    .where(reports.c.id == _NAME, reports.c.seq <= _ENTRY)
    .order_by(reports.c.seq.desc())
    .limit(1)
)
_READING = (
    select(readings.c.body)
    .where(readings.c.report_id == _NAME, readings.c.seq <= _ENTRY)
    .order_by(readings.c.seq.desc())
    .limit(1)
)


def _not_overtaken(table: Table, after: int, last: int, upto: int) -> Select[Any]:
    name = _IDS[table]
    query = select(table.c.seq.label("seq"), name.label("name")).where(table.c.seq > after, table.c.seq <= last)
    for other in _IDS:
        later = other.alias()
        theirs = later.c[_IDS[other].name]
        newer = select(later.c.seq).where(theirs == name, later.c.seq > table.c.seq, later.c.seq <= upto)
        query = query.where(~newer.exists())
    return query
