"""A folder beside a ledger that holds an index of it; it can be deleted and is made anew."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from secondsource.linking.made_by import made_by
from secondsource.linking.one_writer import sole_writer
from secondsource.linking.run_files import RunFiles
from secondsource.model.ids import Digest

TRIES = 3
"""Times that an index is looked for whose files another process is just replacing."""

NOT_WHOLE = (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError)
"""What taking up an index raises that is not whole."""

Contents = dict[str, Any]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class IndexFolder(Generic[T]):
    """The files of an index, and the moment of a ledger's log that they are of.

    Attributes:
        path: The folder; made when something is first kept.
        hash_of: The hash of the entry of the log with a number, None where there is none.
        take: Returns the index that contents tell of; raises one of ``NOT_WHOLE`` where its files are not whole.
    """

    path: Path
    hash_of: Callable[[int], Digest | None]
    take: Callable[[RunFiles, Contents], T]

    def kept(self) -> T | None:
        """Return the index as it was last kept, None where there is none that can be used.

        It is used only where it is whole, was made by this very program with this very table of outlets, and at a
        moment of this very log.
        """
        files = RunFiles(self.path)
        for _ in range(TRIES):
            try:
                told = files.contents()
                return self.take(files, told) if self._is_ours(told) else None
            except FileNotFoundError:
                # Another process may have put newer files in their place since the contents were read.
                continue
            except NOT_WHOLE:
                # Cut short or not ours: all of it can be worked out anew.
                return None
        return None

    def keep(self, seq: int, put: Callable[[RunFiles], tuple[Contents, set[str]]]) -> None:
        """Keep an index for the next time.

        A folder that cannot be written to, that another process is writing to, or that holds a newer index of the
        same log is left as it is.

        Args:
            seq: The entry of the log that it was made at.
            put: Writes its files; returns what stands in which of them, and the names of all of them.
        """
        try:
            self.path.mkdir(exist_ok=True)
            with sole_writer(self.path) as alone:
                if alone and not self._is_behind(seq):
                    files = RunFiles(self.path)
                    told, names = put(files)
                    of = {"made_by": made_by(), "seq": seq, "hash": self.hash_of(seq)}
                    files.put_contents(of | told, names)
        except OSError:
            # Another's folder, a full disk: the next time takes as long as this one did.
            return

    def _is_ours(self, told: Contents) -> bool:
        # An entry that the log does not have has no hash, and none written down proves nothing.
        held = self.hash_of(int(told["seq"]))
        return told["made_by"] == made_by() and held is not None and held == told["hash"]

    def _is_behind(self, seq: int) -> bool:
        """Return whether another process has kept more since, of the same log."""
        files = RunFiles(self.path)
        try:
            told = files.contents()
            return int(told["seq"]) > seq and self._is_ours(told) and self.take(files, told) is not None
        except NOT_WHOLE:
            return False
