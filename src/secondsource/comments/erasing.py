"""Taking every word of a comment out of the file, while the log stays whole."""

from dataclasses import replace
from datetime import datetime

from secondsource.comments.writing import step
from secondsource.ledger.desk import contents
from secondsource.ledger.desk.errors import ErasureUnfinished
from secondsource.ledger.desk.file import DeskFile, Transaction
from secondsource.ledger.desk.standings import Standing, put_standing
from secondsource.model.desk import DeskAction


def erase(transaction: Transaction, standing: Standing, *, who: str, at: datetime) -> None:
    """Erase the words of every draft and every note, the name, the receipt, and all that tells where it came from."""
    after = step(transaction, standing, DeskAction.ERASE, {}, text=None, who=who, at=at)
    contents.erase(transaction, standing.id)
    bare = replace(after, flags=(), priority=0, form=None, receipt=None, network=None, sameness=None)
    put_standing(transaction, bare)


def scrub(file: DeskFile) -> None:
    """Leave no byte of what was erased in the file or its write-ahead log.

    Raises:
        ErasureUnfinished: Another process reads an older state and keeps it alive.
    """
    with file.alone() as connection:
        done = contents.scrub(connection)
    if not done:
        raise ErasureUnfinished(
            f"A comment in {file.path} was to be erased; its words are gone from the tables, and another process that "
            "reads the file keeps the bytes.\nEnd that process, then finish it: second-source desk scrub"
        )
