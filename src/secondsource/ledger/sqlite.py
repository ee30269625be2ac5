"""All that is SQLite's own: opening, pragmas, transactions, guards and full-text search.

The rest of the ledger is SQLAlchemy Core and would run on PostgreSQL; this file is what would then have a twin.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, Table, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from secondsource.ledger.errors import (
    AppendOnly,
    DiskFailed,
    LedgerDamaged,
    LedgerLocked,
    LedgerNotWritable,
    NotALedger,
)
from secondsource.ledger.phrases import Phrase
from secondsource.model.errors import SecondSourceError

MAGIC = b"SQLite format 3\x00"
"""The first bytes of every SQLite file."""

APPLICATION_ID = 0x53534C44
"""Ours, in the file's header: the letters SSLD."""

_ERRORS: dict[int, tuple[type[SecondSourceError], str]] = {
    sqlite3.SQLITE_BUSY: (
        LedgerLocked,
        "another process is writing to it.\nTry again when that is done; nothing of this step was kept.",
    ),
    sqlite3.SQLITE_READONLY: (
        LedgerNotWritable,
        "it cannot be written to.\nCheck the rights of the file and its folder, or copy it to a folder of your own.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        LedgerNotWritable,
        "it cannot be opened.\nCheck the rights of the file and its folder, or name another: --ledger FILE",
    ),
    sqlite3.SQLITE_FULL: (
        DiskFailed,
        "the disk is full.\nMake room and run the same command again; nothing of this step was kept.",
    ),
    sqlite3.SQLITE_IOERR: (
        DiskFailed,
        "the disk did not take or give back its bytes.\nCheck the disk; nothing of this step was kept.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        LedgerDamaged,
        "its inside is damaged.\nKeep the file as it is, take your last copy, see what differs: second-source verify",
    ),
    sqlite3.SQLITE_NOTADB: (NotALedger, "it is not a ledger.\nName another file: --ledger FILE"),
}
_SAME_AS = {
    sqlite3.SQLITE_LOCKED: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PERM: sqlite3.SQLITE_READONLY,
}


def open_engine(path: Path, *, read_only: bool, timeout_s: float) -> Engine:
    """Return an engine on the one connection to the file at ``path``, which is made if it is not there.

    Reads run in a transaction of their own; writes ask for the lock at their begin, so that the end of the log
    that a writer sees is the end it appends to. Every commit waits for the disk.
    """
    connect = _connect_to_read if read_only else _connect
    engine = create_engine("sqlite://", creator=lambda: connect(path, timeout_s), poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def _connect(path: Path, timeout_s: float) -> sqlite3.Connection:
    connection = _open(path, "mode=rwc", timeout_s)
    try:
        if connection.execute("PRAGMA page_count").fetchone() == (0,):
            # Before write-ahead logging, so that it stands in the file itself and the next to open it knows it as ours.
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode=WAL")
        return _dress(connection)
    except sqlite3.Error:
        connection.close()
        raise


def _connect_to_read(path: Path, timeout_s: float) -> sqlite3.Connection:
    connection = _open(path, "mode=ro", timeout_s)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
        return _dress(connection)
    except sqlite3.Error as error:
        connection.close()
        if not isinstance(error, sqlite3.OperationalError):
            raise
        # In a folder we cannot write to, SQLite cannot make the file that its readers share. Without a log of
        # writes under way nobody can be writing either, and the file can be read as it stands.
        if path.with_name(path.name + "-wal").exists():
            raise
    connection = _open(path, "mode=ro&immutable=1", timeout_s)
    try:
        return _dress(connection)
    except sqlite3.Error:
        connection.close()
        raise


def _open(path: Path, mode: str, timeout_s: float) -> sqlite3.Connection:
    # Transactions are begun and ended by us alone: isolation_level None keeps Python from adding its own.
    return sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?{mode}", uri=True, isolation_level=None, timeout=timeout_s
    )


def _dress(connection: sqlite3.Connection) -> sqlite3.Connection:
    # trusted_schema off: a file from a stranger must not run functions from inside its schema.
    for pragma in ("foreign_keys=ON", "synchronous=FULL", "trusted_schema=OFF", "cell_size_check=ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def engine_errors(path: Path) -> Iterator[None]:
    """Turn what the engine raises inside the block into errors a user can act on.

    Raises:
        LedgerLocked: Another process writes and did not end in time.
        LedgerNotWritable: The file or its folder cannot be written or opened.
        DiskFailed: The disk is full or fails.
        LedgerDamaged: The file's inside is not in order.
        NotALedger: The file is no SQLite file.
        AppendOnly: A guard of the tables refused a change.
    """
    try:
        yield
    except DBAPIError as error:
        raise _ours(error.orig, path) from error
    except sqlite3.Error as error:
        raise _ours(error, path) from error


def _ours(error: BaseException | None, path: Path) -> BaseException:
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_CONSTRAINT_TRIGGER:
        return AppendOnly(
            f"The ledger {path} was to be changed where it only grows ({error}).\n"
            "Add what is right beside it instead; nothing of this step was kept."
        )
    if code is None and isinstance(error, sqlite3.OperationalError):
        # The one error of the driver itself: text that is no UTF-8.
        code = sqlite3.SQLITE_CORRUPT
    primary = (code or 0) & 0xFF
    kind, found = _ERRORS.get(_SAME_AS.get(primary, primary), (None, ""))
    if kind is None:
        return error or LedgerDamaged(f"The ledger {path} failed without a reason. Check it: second-source verify")
    return kind(f"The ledger {path} was to be used; {found}")


def guard(connection: Connection, table: Table) -> None:
    """Make the table append-only, also for a hand that comes past this program."""
    for statement in guards(table):
        connection.exec_driver_sql(statement)


def guards(table: Table) -> Iterator[str]:
    """Yield the statements that make the three guards of a table."""
    same_key = " AND ".join(f'"{column.name}" = NEW."{column.name}"' for column in table.primary_key)
    refusal = f"BEGIN SELECT RAISE(ABORT, 'append-only: {table.name}'); END"
    yield f"CREATE TRIGGER {table.name}_keep_update BEFORE UPDATE ON {table.name} {refusal}"
    yield f"CREATE TRIGGER {table.name}_keep_delete BEFORE DELETE ON {table.name} {refusal}"
    # INSERT OR REPLACE takes a row out without asking the guard against deletion.
    there = f"EXISTS (SELECT 1 FROM {table.name} WHERE {same_key})"  # noqa: S608  (names of our own tables)
    yield f"CREATE TRIGGER {table.name}_keep_insert BEFORE INSERT ON {table.name} WHEN {there} {refusal}"


def missing_guards(connection: Connection, tables: tuple[Table, ...]) -> list[str]:
    """Return the statements of the guards that are not in the file as we made them."""
    found = set(connection.scalars(text("SELECT sql FROM sqlite_master WHERE type = 'trigger'")))
    return [statement for table in tables for statement in guards(table) if statement not in found]


def make_search_index(connection: Connection) -> None:
    """Make the empty full-text index; it holds no copy of the words, only where they are."""
    connection.exec_driver_sql(
        # The words come folded and parted by us; ascii leaves all that is not ASCII as it is, so that an older or
        # newer SQLite, which knows other letters, parts them no differently.
        "CREATE VIRTUAL TABLE report_search USING fts5(title, words, content='', tokenize='ascii')"
    )
    connection.exec_driver_sql("CREATE VIRTUAL TABLE report_search_terms USING fts5vocab('report_search', 'row')")


_INDEX = text("INSERT INTO report_search(rowid, title, words) VALUES (:seq, :title, :words)")


def index(connection: Connection, *, seq: int, title: str, words: str) -> None:
    """Put the folded words of the report row ``seq`` into the full-text index."""
    connection.execute(_INDEX, {"seq": seq, "title": title, "words": words})


def index_terms(connection: Connection) -> Iterator[tuple[str, int]]:
    """Yield each word of the full-text index and how often it occurs."""
    for row in connection.execute(text("SELECT term, cnt FROM report_search_terms")):
        yield row.term, row.cnt


# A report may have several rows, one for each revision; only the latest at the moment asked for is an answer.
_FIND = text(
    """
    SELECT found.seq AS seq FROM (
        SELECT seq, min(tier) AS tier FROM (
            SELECT rowid AS seq, 0 AS tier FROM report_search WHERE report_search MATCH :in_title AND rowid <= :bound
            UNION ALL
            SELECT rowid, 1 FROM report_search WHERE report_search MATCH :side_by_side AND rowid <= :bound
            UNION ALL
            SELECT rowid, 2 FROM report_search WHERE report_search MATCH :anywhere AND rowid <= :bound
        ) GROUP BY seq
    ) AS found
    JOIN reports AS r ON r.seq = found.seq
    WHERE NOT EXISTS (SELECT 1 FROM reports AS n WHERE n.id = r.id AND n.seq > r.seq AND n.seq <= :bound)
    ORDER BY found.tier, found.seq DESC LIMIT :limit
    """
)


def find(connection: Connection, phrases: tuple[Phrase, ...], *, bound: int, limit: int) -> list[int]:
    """Return the report rows up to ``bound`` that hold all phrases, best first.

    First those that hold them all in the title, then those that hold them side by side in their order, then the
    rest; in each, the last added first. No count of the whole index enters, so what is added later changes no order.
    """
    every = " AND ".join(_match(phrase) for phrase in phrases)
    joined = Phrase(keys=tuple(key for phrase in phrases for key in phrase.keys), prefix=phrases[-1].prefix)
    arguments = {
        "in_title": f"title : ({every})",
        "side_by_side": _match(joined),
        "anywhere": every,
        "bound": bound,
        "limit": limit,
    }
    return list(connection.scalars(_FIND, arguments))


def _match(phrase: Phrase) -> str:
    # Keys hold letters and digits only, so that nothing in them can end the quotes.
    return f'"{" ".join(phrase.keys)}"' + ("*" if phrase.prefix else "")


def damages(connection: Connection) -> Iterator[str]:
    """Yield what the engine's own check finds wrong in the file, at most 20 lines."""
    for line in connection.scalars(text("PRAGMA integrity_check(20)")):
        if line != "ok":
            yield line


def orphans(connection: Connection) -> Iterator[tuple[str, int]]:
    """Yield each row that leans on a row that is not there: its table and its number."""
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield row[0], row[1]


@contextmanager
def raw_text(connection: Connection) -> Iterator[None]:
    """Let text that is no UTF-8 through inside the block, as surrogate escapes, so that a check can name it."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101  (open_engine makes no other)
    before = driver.text_factory
    driver.text_factory = _lenient
    try:
        yield
    finally:
        driver.text_factory = before


def _lenient(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")
