"""Comments from the database of Isso."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from secondsource.comments.importing.brought import Brought, last_part
from secondsource.ledger.desk.isso import read_rows


def read_isso(path: Path) -> Iterator[Brought]:
    """Yield the comments of the file but those that were deleted there; their Markdown stays as it was typed.

    Raises:
        NotADesk: The file is none of Isso's.
    """
    for number, uri, author, text, created in read_rows(path):
        yield Brought(
            key=str(number),
            thread=last_part(uri),
            name=author,
            words=text,
            sent_at=datetime.fromtimestamp(created, UTC) if 0 < created < 2**35 else None,
        )
