"""Reports by the entries of the log that made them what they are, so that what is new since an entry can be asked."""

from typing import Any

from sqlalchemy import Connection, Select, Table, func, select, union_all

from secondsource.ledger.readings import find_linked_parts
from secondsource.ledger.reports import find_report, unknown
from secondsource.ledger.tables import log, readings, reports
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


def subject_of(connection: Connection, entry: int) -> ReportId:
    """Return the report that the entry is about.

    Raises:
        UnknownReport: It is about something else, or there is none of that number.
    """
    query = select(log.c.subject).where(log.c.seq == entry, log.c.action.in_(_OF_REPORTS))
    found: str | None = connection.scalar(query)
    if found is None:
        raise unknown(ReportId(f"of entry {entry} of the log"))
    return ReportId(found)


def held_as(connection: Connection, report_id: ReportId, *, entry: int) -> Held:
    """Return the report as it was from that entry on.

    Raises:
        UnknownReport: There was none of that id.
    """
    report = find_report(connection, report_id, bound=entry)
    return Held(entry=entry, report=report, reading=find_linked_parts(connection, report_id, bound=entry))


def _not_overtaken(table: Table, after: int, last: int, upto: int) -> Select[Any]:
    name = _IDS[table]
    query = select(table.c.seq.label("seq"), name.label("name")).where(table.c.seq > after, table.c.seq <= last)
    for other in _IDS:
        later = other.alias()
        theirs = later.c[_IDS[other].name]
        newer = select(later.c.seq).where(theirs == name, later.c.seq > table.c.seq, later.c.seq <= upto)
        query = query.where(~newer.exists())
    return query
