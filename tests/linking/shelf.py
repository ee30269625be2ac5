"""A ledger as far as an index of its words needs one, in memory."""

from collections.abc import Iterator
from hashlib import sha256

from secondsource.model.custody import Came, Head, Held
from secondsource.model.ids import Digest, ReportId
from secondsource.model.reading import Reading
from secondsource.model.report import Report


class Shelf:
    """Reports in the order in which they came, the same id again as a newer state of it."""

    def __init__(self) -> None:
        self._held: list[Held] = []
        self.n_read = 0

    def put(self, report: Report, reading: Reading | None = None) -> int:
        """Add a report, or a newer state of it, and return the number of its entry."""
        entry = len(self._held) + 1
        self._held.append(Held(entry=entry, report=report, reading=reading))
        return entry

    def head(self) -> Head:
        """Return the end of the log."""
        return Head(seq=len(self._held), hash=self.hash_of(len(self._held)) or Digest("0" * 64))

    def hash_of(self, seq: int, /) -> Digest | None:
        """Return a digest of all that came up to an entry."""
        if not 1 <= seq <= len(self._held):
            return None
        return Digest(sha256(repr([held.report.text for held in self._held[:seq]]).encode()).hexdigest())

    def held_at(self, entry: int, /) -> Held:
        """Return what that entry made."""
        return self._held[entry - 1]

    def came_since(self, seq: int, *, upto: int) -> Iterator[Came]:
        """Yield each report whose last entry is after ``seq``."""
        latest = {held.report.id: held for held in self._held[:upto]}
        before = {held.report.id: held.entry for held in self._held[:seq]}
        for held in sorted(latest.values(), key=lambda held: held.entry):
            if held.entry > seq:
                self.n_read += 1
                yield Came(held=held, before=before.get(held.report.id))

    def entry_of(self, name: str) -> int:
        """Return the last entry of a report."""
        return max(held.entry for held in self._held if held.report.id == ReportId(name))
