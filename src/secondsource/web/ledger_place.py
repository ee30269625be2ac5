"""Where the server's ledger lies: opened anew for each question, so that what other processes add is seen."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from secondsource.ledger.ledger import Ledger


class LedgerPlace:
    """A ledger's file. It holds no connection and may be shared by threads; each block opens one of its own.

    Attributes:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        """Yield the ledger, opened for reading only, to be used in this thread within the block.

        Raises:
            LedgerNotFound: There is none any more.
            LedgerTooOld: It would have to be upgraded first.
        """
        with Ledger.open(self.path, create=False, read_only=True) as ledger:
            yield ledger

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """Yield the ledger, opened for adding to it, to be used in this thread within the block.

        Raises:
            LedgerNotFound: There is none any more.
        """
        with Ledger.open(self.path, create=False) as ledger:
            yield ledger
