"""Reading the database of Isso, another program for comments."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from secondsource.ledger.desk.errors import NotADesk

_WANTED = """
    SELECT comments.id AS id, threads.uri AS uri, comments.author AS author, comments.text AS text,
           comments.created AS created
    FROM comments JOIN threads ON threads.id = comments.tid WHERE comments.mode IN (1, 2) ORDER BY comments.id
"""


_TABLES = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('comments', 'threads')"


def read_rows(path: Path) -> Iterator[tuple[int, str, str, str, float]]:
    """Yield number, address, author, text and moment (seconds since 1970) of each comment that was not deleted there.

    Raises:
        NotADesk: The file is none of Isso's.
    """
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro", uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema=OFF")
            # One text that is no UTF-8 must not keep all the others out.
            connection.text_factory = _text
            # Where Isso has tables a stranger could have put a view that never ends.
            if connection.execute(_TABLES).fetchone()[0] != 2:
                raise ValueError("it has no tables of comments and threads")
            for row in connection.execute(_WANTED):
                yield int(row[0]), _text(row[1]), _text(row[2]), _text(row[3]), _seconds(row[4])
    except (sqlite3.Error, ValueError, TypeError) as error:
        raise NotADesk(
            f"Comments of Isso were to be read from {path}; {error}.\nName the database that its dbpath names."
        ) from error


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return "" if value is None else str(value)


def _seconds(value: object) -> float:
    try:
        return float(_text(value) or 0)
    except ValueError:
        return 0.0
