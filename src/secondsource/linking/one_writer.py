"""One process at a time that writes into a folder."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_LOCK = ".lock"


@contextmanager
def sole_writer(folder: Path) -> Iterator[bool]:
    """Yield whether this process alone may write into ``folder`` while the block lasts; it never waits.

    The lock ends with the process, however that ends.

    Raises:
        OSError: The folder cannot be written to.
    """
    lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        yield _locked(lock)
    finally:
        os.close(lock)


def _locked(lock: int) -> bool:
    if sys.platform == "win32":
        # It has no such locks. What is written is whole all the same; of two writers one may have to begin anew.
        return True
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
