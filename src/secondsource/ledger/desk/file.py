"""Opening the desk's file, and the transactions on it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Self
from urllib.parse import quote

from secondsource.ledger.desk.errors import DeskNotFound, DeskTooNew, NotADesk
from secondsource.ledger.desk.tables import GUARDS, REVISION, TABLES, UPGRADES
from secondsource.ledger.errors import LedgerNotWritable
from secondsource.ledger.sqlite import engine_errors

APPLICATION_ID = 0x53535344
"""Ours, in the file's header: the letters SSSD."""

_PRAGMAS = ("foreign_keys=ON", "synchronous=FULL", "trusted_schema=OFF", "secure_delete=ON", "temp_store=MEMORY")

Transaction = sqlite3.Connection
"""What the functions of this package work on, within :meth:`DeskFile.writing` or :meth:`DeskFile.reading`."""

WAIT_S = 30.0
"""How long we wait for another process that writes."""


class DeskFile:
    """The file with two connections: one to write, held by one thread at a time, and one that only reads.

    Open it with :meth:`open`. What :meth:`writing` did is durable when its block ends, none of it if it fails.
    """

    def __init__(self, path: Path, writer: sqlite3.Connection, reader: sqlite3.Connection) -> None:
        self.path = path
        self._writer = writer
        self._reader = reader
        self._write_lock = RLock()
        self._read_lock = RLock()

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Self:
        """Return the desk's file at ``path``, made with its folder where there is none.

        Raises:
            DeskNotFound: There is none, and none is to be made.
            NotADesk: The file is something else; it is left alone.
            DeskTooNew: A later version of the program made it.
            LedgerNotWritable: The file or its folder cannot be written.
        """
        _make_place(path, create=create)
        with engine_errors(path):
            writer = _connect(path)
            try:
                _make_tables(writer, path)
                reader = _connect(path, "query_only=ON")
            except BaseException:
                writer.close()
                raise
        return cls(path, writer, reader)

    def close(self) -> None:
        """Let go of the file."""
        with self._write_lock, self._read_lock:
            self._reader.close()
            self._writer.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Yield the connection within a transaction that holds the write lock."""
        with self._write_lock, engine_errors(self.path):
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
                self._writer.execute("COMMIT")
            except BaseException:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Yield the connection within a transaction that sees one state of the file."""
        with self._read_lock, engine_errors(self.path):
            self._reader.execute("BEGIN")
            try:
                yield self._reader
            finally:
                self._reader.execute("COMMIT")

    @contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """Yield the writing connection outside any transaction, while no other thread of ours reads or writes."""
        with self._write_lock, self._read_lock, engine_errors(self.path):
            yield self._writer


def _make_place(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise NotADesk(f"The desk {path} was asked for; it is a folder.\nName a file: --desk FILE")
    if path.exists():
        return
    if not create:
        raise DeskNotFound(
            f"The desk {path} was asked for; there is no such file.\n"
            "Make one with its first account: second-source desk account NAME --role admin"
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Hashed passwords, the desk's secret and what nobody is to see yet: for nobody's eyes but the owner's.
        path.touch(mode=0o600)
    except OSError as error:
        raise LedgerNotWritable(
            f"The desk {path} was to be made; {error.strerror or error}.\nCheck the rights of its folder."
        ) from error


def _connect(path: Path, *more: str) -> sqlite3.Connection:
    # Transactions are begun and ended by us alone; DeskFile sees to it that one thread at a time uses a connection.
    connection = sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode=rwc",
        uri=True,
        isolation_level=None,
        timeout=WAIT_S,
        check_same_thread=False,
    )
    connection.row_factory = sqlite3.Row
    try:
        # secure_delete: what is erased is overwritten with zeros, not only unlinked.
        for pragma in (*_PRAGMAS, *more):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        # What is no database says so only now; the file must not stay open for that.
        connection.close()
        raise
    return connection


def _make_tables(connection: sqlite3.Connection, path: Path) -> None:
    if _one(connection, "PRAGMA page_count") == 0:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    elif _one(connection, "PRAGMA application_id") != APPLICATION_ID:
        raise NotADesk(
            f"The desk {path} was asked for; what is there is something else, and was left alone.\n"
            "Name another file: --desk FILE"
        )
    revision = _one(connection, "PRAGMA user_version")
    if revision > REVISION:
        raise DeskTooNew(
            f"The desk {path} was asked for; its tables are of revision {revision}, this version knows {REVISION}.\n"
            "Use the version that made it, or a later one: second-source --version"
        )
    connection.execute("PRAGMA journal_mode=WAL")
    if revision < REVISION:
        _fill(connection)


def _fill(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    # Another process may have been first.
    revision = _one(connection, "PRAGMA user_version")
    lacking = [statement for n, told in UPGRADES.items() if n > revision for statement in told]
    for statement in (*TABLES, *GUARDS) if revision == 0 else lacking:
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version={max(revision, REVISION)}")
    connection.execute("COMMIT")


def _one(connection: sqlite3.Connection, question: str) -> int:
    return int(connection.execute(question).fetchone()[0])
