"""The runs of a set of reports as small whole numbers: who shares which, without a search for any of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondsource.linking.shingles import BROKEN, FURNITURE_REPORTS, POSTINGS_MOST, RunArray, Runs, among, lasts

NumberArray = NDArray[np.int32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class NumberedRuns:
    """The runs of one report by their numbers in its set; it answers as :class:`Runs` does.

    Attributes:
        n_words: Words of the report's own wording.
        long: int32; number of the long run at each place, 0 where words were left out inside it.
        short: int32; number of the short run, likewise.
        long_marks: One false flag for each number of a long run of the set; borrowed while a question is answered.
        short_marks: Likewise for short runs.
        distinct_long: The long runs of the set, ascending; number n stands for the one at n - 1.
    """

    n_words: int
    long: NumberArray
    short: NumberArray
    long_marks: Flags
    short_marks: Flags
    distinct_long: RunArray

    @property
    def long_set(self) -> RunArray:
        """All long runs, ascending, each once, no broken one."""
        numbers = np.unique(self.long)
        return self.distinct_long[numbers[numbers > 0] - 1]

    def has_long(self, runs: NumberArray) -> Flags:
        """Return for each of ``runs`` whether it is a long run of this report; a broken one never is."""
        return _marked(self.long_marks, self.long, runs)

    def has_long_between(self, first: int, end: int, runs: NumberArray) -> Flags:
        """Return for each of ``runs`` whether it begins in this report at a place from ``first`` to before ``end``."""
        return _marked(self.long_marks, self.long[first:end], runs)

    def has_short(self, runs: NumberArray) -> Flags:
        """Return for each of ``runs`` whether it is a short run of this report; a broken one never is."""
        return _marked(self.short_marks, self.short, runs)


class Numbering:
    """Numbers for the runs of a set of reports, and an index from runs to the reports that hold them.

    Args:
        runs: The runs of each report, the earliest report first: the order decides which postings are kept.
        days: Day of each report as a number, None where unknown.

    Attributes:
        runs: The runs of each report by their numbers.
        furniture: Runs that are no sign of copying, ascending; see :data:`FURNITURE_DAYS`.
    """

    def __init__(self, runs: Sequence[Runs], days: Sequence[float | None]) -> None:
        flat = _joined([each.long for each in runs])
        # Stable, so that those who hold a run stand in the order of time.
        order = flat.argsort(kind="stable")
        new = _new(flat[order])
        in_order = new.cumsum(dtype=np.int32)
        self._distinct = flat[order[new]]
        self._long = np.empty_like(in_order)
        self._long[order] = in_order
        self._ends = np.cumsum([len(each.long) for each in runs], dtype=np.int64)
        self.runs = self._numbered(runs)
        self._share(order, new, days)

    def _numbered(self, runs: Sequence[Runs]) -> list[NumberedRuns]:
        flat = _joined([each.short for each in runs])
        order = flat.argsort()
        in_order = _new(flat[order]).cumsum(dtype=np.int32)
        numbers = np.empty_like(in_order)
        numbers[order] = in_order
        long_marks = np.zeros(len(self._distinct) + 1, np.bool_)
        short_marks = np.zeros(int(in_order[-1]) + 1 if len(in_order) else 1, np.bool_)
        short = np.split(numbers, np.cumsum([len(each.short) for each in runs])[:-1])
        long = np.split(self._long, self._ends[:-1])
        return [
            NumberedRuns(each.n_words, long[at], short[at], long_marks, short_marks, self._distinct)
            for at, each in enumerate(runs)
        ]

    def _share(self, order: NDArray[np.int64], new: Flags, days: Sequence[float | None]) -> None:
        sizes = np.diff(self._ends, prepend=0)
        holders = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)[order]
        # Each report once for each run, and none for broken ones.
        kept = np.ones(len(holders), np.bool_)
        kept[1:] = new[1:] | (holders[1:] != holders[:-1])
        kept &= self._long[order] > 0
        self._holders = holders[kept]
        self._starts = np.flatnonzero(new[kept])
        counts = np.diff(self._starts, append=len(self._holders))
        self._counts = np.minimum(counts, POSTINGS_MOST)
        lasting = [
            group
            for group in np.flatnonzero(counts > FURNITURE_REPORTS).tolist()
            if lasts(self._holders[self._starts[group] : self._starts[group] + self._counts[group]].tolist(), days)
        ]
        self.furniture: RunArray = self._distinct[lasting]
        # Runs that nobody shares, and furniture, lead nowhere.
        leading = np.zeros(len(counts) + 1, np.bool_)
        leading[1:] = counts > 1
        leading[np.array(lasting, np.int64) + 1] = False
        telling = np.zeros(len(order), np.bool_)
        telling[order[kept]] = True
        telling &= leading[self._long]
        edges = np.concatenate([[0], telling.cumsum()])[self._ends]
        self._groups = np.split(self._long[telling] - 1, edges[:-1])

    def partners(self, at: int) -> dict[int, int]:
        """Return how many long runs the report at place ``at`` shares with each other report."""
        groups = self._groups[at]
        counts = self._counts[groups]
        if not len(counts):
            return {}
        ends = counts.cumsum()
        places = np.arange(ends[-1]) + np.repeat(self._starts[groups] - ends + counts, counts)
        shared = np.bincount(self._holders[places])
        others = np.flatnonzero(shared)
        return {other: n for other, n in zip(others.tolist(), shared[others].tolist(), strict=True) if other != at}

    def numbers_of(self, runs: RunArray) -> NumberArray:
        """Return the numbers of those long runs that a report of the set holds, ascending as ``runs`` are."""
        held = runs[among(runs, self._distinct)]
        return (self._distinct.searchsorted(held) + 1).astype(np.int32)


def _joined(parts: Sequence[RunArray]) -> RunArray:
    return np.concatenate(parts) if parts else np.empty(0, np.uint64)


def _new(ordered: RunArray) -> Flags:
    """Return where another run begins than before; broken ones, which stand first, begin none."""
    new = np.empty(len(ordered), np.bool_)
    new[:1] = ordered[:1] != BROKEN
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return new


def _marked(marks: Flags, known: NumberArray, runs: NumberArray) -> Flags:
    marks[known] = True
    marks[0] = False
    found = marks[runs]
    marks[known] = False
    return found
