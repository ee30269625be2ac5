"""Which SQLite stands under the ledger."""

import sqlite3
from contextlib import closing


def engine_version() -> str:
    """Return the version of SQLite and whether it can search text, as one line of words."""
    with closing(sqlite3.connect(":memory:")) as connection:
        (has_fts5,) = connection.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')").fetchone()
    return f"{sqlite3.sqlite_version} with{'' if has_fts5 else 'out'} FTS5"
