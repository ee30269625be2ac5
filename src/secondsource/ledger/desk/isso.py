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


def read_rows(path: Path) -> Iterator[tuple[int, str, str, str, float]]:
    """Yield number, address, author, text and moment (seconds since 1970) of each comment that was not deleted there.

    Raises:
        NotADesk: The file is none of Isso's.
    """
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro", uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema=OFF")
            for row in connection.execute(_WANTED):
                yield int(row[0]), str(row[1] or ""), str(row[2] or ""), str(row[3] or ""), float(row[4] or 0)
    except (sqlite3.Error, ValueError, TypeError) as error:
        raise NotADesk(
            f"Comments of Isso were to be read from {path}; {error}.\nName the database that its dbpath names."
        ) from error
