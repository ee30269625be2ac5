"""What a ledger holds, in numbers."""

from pathlib import Path

from sqlalchemy import Connection, Table, func, select

from secondsource.ledger.chain import find_head
from secondsource.ledger.schema import find_revision
from secondsource.ledger.tables import (
    captures,
    event_mentions,
    judgements,
    publications,
    readings,
    reports,
    statements,
)
from secondsource.model.custody import LedgerInfo
from secondsource.model.ids import Digest
from secondsource.model.reading import ReaderModel


def find_info(connection: Connection, path: Path) -> LedgerInfo:
    """Return what the ledger at ``path`` holds."""
    reader = (readings.c.reader_name, readings.c.reader_version, readings.c.reader_sha256)
    readers = connection.execute(select(*reader).group_by(*reader).order_by(func.min(readings.c.seq)))
    return LedgerInfo(
        path=str(path),
        size_bytes=_size_bytes(path),
        schema=find_revision(connection) or "",
        n_captures=_count(connection, captures),
        n_reports=connection.scalar(select(func.count(reports.c.id.distinct()))) or 0,
        n_readings=_count(connection, readings),
        n_statements=_count(connection, statements),
        n_events=_count(connection, event_mentions),
        n_judgements=_count(connection, judgements),
        n_publications=_count(connection, publications),
        readers=tuple(ReaderModel(name=row[0], version=row[1], sha256=Digest(row[2])) for row in readers),
        head=find_head(connection),
    )


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _size_bytes(path: Path) -> int:
    files = (path, path.with_name(path.name + "-wal"))
    return sum(file.stat().st_size for file in files if file.exists())
