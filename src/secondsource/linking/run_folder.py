"""The index of a ledger's runs of words, in a folder beside it; it can be deleted and is made anew."""

from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from secondsource.linking.index_folder import Contents, IndexFolder
from secondsource.linking.run_files import NotWhole, RunFiles
from secondsource.linking.run_index import ENTRIES_MOST, IndexState, RunIndex
from secondsource.linking.run_packs import placed, power_of_two, put_parts, taken_parts
from secondsource.linking.seen import Archive, number_of, read_as_held, runs_of
from secondsource.linking.shingles import Vocabulary
from secondsource.linking.when import stretch_of
from secondsource.model.custody import Came, Head
from secondsource.model.ids import Digest

KEPT_EVERY = 50_000
"""Reports after which a long building keeps what it has, so that stopping it loses little."""

GONE_MOST = 0.5
"""Share of an index that may be of reports as they no longer are, as where all were read anew."""

WORDS_KEPT_MOST = 1_000_000
"""Different words whose numbers are kept at hand while an index is built; more are worked out anew."""


class GrowingArchive(Archive, Protocol):
    """A ledger, as far as an index needs it."""

    def hash_of(self, seq: int, /) -> Digest | None:
        """Return the hash of the entry of that number, None where there is none."""

    def came_since(self, seq: int, *, upto: int) -> Iterator[Came]:
        """Yield each report that came or changed after entry ``seq``, as it is at ``upto``, in order of its entry."""


@dataclass(frozen=True, slots=True)
class HeldRuns:
    """The index of all that a ledger holds.

    Attributes:
        index: The runs; a report's number is its place in ``entries``.
        entries: int64, ascending; the entry of the log that made each report what it was.
        seq: The last entry that was looked at.
    """

    index: RunIndex
    entries: NDArray[np.int64]
    seq: int

    @property
    def n_reports(self) -> int:
        """How many reports it is of, each counted once."""
        return len(self.entries) - self.index.n_gone


@dataclass(frozen=True, slots=True)
class RunFolder:
    """A folder that holds the index of one ledger.

    Attributes:
        path: The folder; made when something is first kept.
        archive: The ledger.
        head: The end of its log as it was found; what comes later is left to the next time.
        entries_most: Runs held at most; see :class:`RunIndex`.
    """

    path: Path
    archive: GrowingArchive
    head: Head
    entries_most: int = ENTRIES_MOST

    def kept(self) -> HeldRuns | None:
        """Return the index as it was last kept, None where there is none that can be used.

        Beyond what :class:`IndexFolder` asks of it, not too much of it may be of reports that changed since.
        """
        held = self._folder().kept()
        return None if held is None or held.index.n_gone > GONE_MOST * len(held.entries) else held

    def grown(self, kept: HeldRuns | None, advance: Callable[[str], None]) -> HeldRuns:
        """Return the index of what the ledger held at its head or later, and keep it for the next time.

        Only what came since ``kept`` is read. A folder that cannot be written to, or that another process is writing
        to, is left as it is.

        Args:
            kept: What was kept; None reads the whole ledger.
            advance: Called with the id of each report that is taken in.
        """
        growing = _Growing(kept or HeldRuns(RunIndex(entries_most=self.entries_most), np.empty(0, np.int64), 0))
        for came in self.archive.came_since(growing.since, upto=self.head.seq):
            advance(came.held.report.id)
            growing.take_in(came)
            if growing.n_new % KEPT_EVERY == 0:
                self.keep(growing.held(came.held.entry))
        # Another process may have kept what came behind our head.
        held = growing.held(max(self.head.seq, growing.since))
        if growing.n_new or kept is None:
            self.keep(held)
        return held

    def keep(self, held: HeldRuns) -> None:
        """Keep an index of this ledger for the next time, where the folder can be written to and holds no newer one."""
        self._folder().keep(held.seq, partial(_put, held))

    def _folder(self) -> IndexFolder[HeldRuns]:
        return IndexFolder(self.path, self.archive.hash_of, self._held)

    def _held(self, files: RunFiles, told: Contents) -> HeldRuns:
        """Return the index that the contents tell of.

        Raises:
            OSError, ValueError, KeyError, TypeError: It is not whole.
        """
        names, marks = told["columns"], told["files"]
        columns = zip(names, (np.int64, np.float64, np.int32), strict=True)
        entries, days, gone = (files.array(name, marks, dtype) for name, dtype in columns)
        seq = int(told["seq"])
        ascending = bool((entries[1:] > entries[:-1]).all() and (gone[1:] > gone[:-1]).all())
        of_the_log = not len(entries) or 0 < entries[0] <= entries[-1] <= seq
        of_these = len(days) == len(entries) and (not len(gone) or 0 <= gone[0] <= gone[-1] < len(entries))
        if not (ascending and of_the_log and of_these):
            raise NotWhole(names[0])
        parts = taken_parts(files, marks, told["parts"])
        state = IndexState(
            days=days,
            gone=gone,
            sampling=power_of_two(told["sampling"]),
            large=tuple(part for kind, part in parts if kind == "large"),
            small=tuple(part for kind, part in parts if kind == "small"),
            fresh=next((part for kind, part in parts if kind == "fresh"), None),
        )
        return HeldRuns(RunIndex(entries_most=self.entries_most, state=state), entries, seq)


def _put(held: HeldRuns, files: RunFiles) -> tuple[Contents, set[str]]:
    held.index.join()
    state = held.index.state()
    columns = [files.put_array(each) for each in (held.entries, state.days, state.gone)]
    parts = [("large", each) for each in state.large] + [("small", each) for each in state.small]
    parts += [] if state.fresh is None else [("fresh", state.fresh)]
    put_parts(files, [part for _, part in parts])
    told = {
        "sampling": state.sampling,
        "columns": columns,
        "parts": [[kind, part.sampling, len(part.runs), *astuple(placed(part))] for kind, part in parts],
    }
    return told, {*columns, *(name for _, part in parts for name in placed(part).pack)}


class _Growing:
    """An index on its way from what was kept to what there is."""

    def __init__(self, kept: HeldRuns) -> None:
        self.since = kept.seq
        self.n_new = 0
        self._index, self._before = kept.index, kept.entries
        self._entries: list[int] = []
        self._vocabulary = Vocabulary()

    def take_in(self, came: Came) -> None:
        if len(self._vocabulary) > WORDS_KEPT_MOST:
            self._vocabulary = Vocabulary()
        number = None if came.before is None else number_of(self._before, came.before)
        if number is not None:
            self._index.retire(number)
        when = stretch_of(came.held.report.published.edtf)
        runs = runs_of(read_as_held(came.held), self._vocabulary)
        self._index.add(runs, None if when is None else when.earliest / 1440)
        self._entries.append(came.held.entry)
        self.n_new += 1

    def held(self, seq: int) -> HeldRuns:
        new = np.array(self._entries, np.int64)
        return HeldRuns(self._index, np.concatenate([self._before, new]) if len(new) else self._before, seq)
