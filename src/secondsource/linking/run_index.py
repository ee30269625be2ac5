"""Runs of all earlier reports, so that a new report finds those it shares words with, however many there are."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondsource.linking.shingles import FURNITURE_DAYS, FURNITURE_REPORTS, POSTINGS_MOST, RunArray

ENTRIES_MOST = 48_000_000
"""Runs held before the index thins itself; 12 bytes each, so some 600 megabytes."""

FRESH_MOST = 16_384
"""Runs that wait unsorted; sorting so many takes a few milliseconds."""

SMALL_MOST = 16
"""Small sorted parts that become one larger; joining so many takes some tens of milliseconds, so no report waits."""

Holders = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Partners:
    """Earlier reports that share runs with a new one.

    Attributes:
        shared: How many of the runs held are shared with each earlier report, by its number.
        furniture: Runs of the new report that are no sign of copying, ascending.
    """

    shared: dict[int, int]
    furniture: RunArray


@dataclass(slots=True)
class _Part:
    runs: RunArray
    holders: Holders
    sampling: int

    def thinned(self, sampling: int) -> "_Part":
        if self.sampling == sampling:
            return self
        kept = _sampled(self.runs, sampling)
        return _Part(self.runs[kept], self.holders[kept], sampling)


class RunIndex:
    """An index from runs of words to the numbers of the reports that hold them; it only grows.

    All runs are held while they are at most ``entries_most``. Beyond, the index keeps every second run by its number,
    then every fourth, and so on: a scaled MinHash. Whoever shares a passage with a new report is then found with a
    chance that grows with the passage, and what is found is compared word by word all the same.

    Args:
        entries_most: Runs held at most.
    """

    def __init__(self, *, entries_most: int = ENTRIES_MOST) -> None:
        self._entries_most = entries_most
        self._fresh: dict[int, list[int]] = {}
        self._n_fresh = 0
        self._small: list[_Part] = []
        self._large: list[_Part] = []
        self._days: list[float | None] = []
        self.sampling = 1

    def __len__(self) -> int:
        return len(self._days)

    @property
    def n_entries(self) -> int:
        """How many runs are held."""
        return self._n_fresh + sum(len(part.runs) for part in (*self._small, *self._large))

    def add(self, runs: RunArray, day: float | None) -> int:
        """Take in the runs of one more report, each once, and its day as a number; return the report's number."""
        number = len(self._days)
        self._days.append(day)
        for run in runs[_sampled(runs, self.sampling)].tolist():
            self._fresh.setdefault(run, []).append(number)
            self._n_fresh += 1
        if self._n_fresh >= FRESH_MOST:
            self._settle()
        return number

    def partners(self, runs: RunArray) -> Partners:
        """Return the earlier reports that hold some of ``runs``, which are ascending, each once."""
        asked = runs[_sampled(runs, self.sampling)]
        found = [
            *self._fresh_hits(asked),
            *(hits for part in (*self._small, *self._large) for hits in _hits(part, asked)),
        ]
        by_run: dict[int, list[int]] = {}
        for run, holders in found:
            by_run.setdefault(run, []).extend(holders)
        furniture = sorted(run for run, holders in by_run.items() if self._lasts(holders))
        left_out = set(furniture)
        shared: Counter[int] = Counter()
        for run, holders in by_run.items():
            if run not in left_out:
                shared.update(holders if len(holders) <= POSTINGS_MOST else sorted(holders)[:POSTINGS_MOST])
        return Partners(dict(shared), np.array(furniture, np.uint64))

    def _fresh_hits(self, asked: RunArray) -> Iterator[tuple[int, Sequence[int]]]:
        for run in asked.tolist():
            holders = self._fresh.get(run)
            if holders is not None:
                yield run, holders

    def _lasts(self, holders: Sequence[int]) -> bool:
        if len(holders) <= FURNITURE_REPORTS:
            return False
        known = [day for day in (self._days[number] for number in holders) if day is not None]
        return len(known) > FURNITURE_REPORTS // 2 and max(known) - min(known) > FURNITURE_DAYS

    def _settle(self) -> None:
        runs = np.repeat(np.fromiter(self._fresh, np.uint64, len(self._fresh)), [*map(len, self._fresh.values())])
        holders = np.fromiter((number for held in self._fresh.values() for number in held), np.int32, self._n_fresh)
        self._small.append(_sorted(_Part(runs, holders, self.sampling)))
        self._fresh, self._n_fresh = {}, 0
        if len(self._small) >= SMALL_MOST:
            self._large.append(_sorted(_joined([part.thinned(self.sampling) for part in self._small])))
            self._small = []
        self._thin()

    def _thin(self) -> None:
        """Thin the parts that are behind the sampling; where none is and the index is full, halve the sampling."""
        self._small = [part.thinned(self.sampling) for part in self._small]
        # One large part at a time: thinning all at once would keep a report waiting for seconds.
        behind = next((at for at, part in enumerate(self._large) if part.sampling < self.sampling), None)
        if behind is not None:
            self._large[behind] = self._large[behind].thinned(self.sampling)
        elif self.n_entries > self._entries_most:
            self.sampling *= 2


def _sampled(runs: RunArray, sampling: int) -> NDArray[np.bool_]:
    kept: NDArray[np.bool_] = runs & np.uint64(sampling - 1) == 0
    return kept


def _joined(parts: Sequence[_Part]) -> _Part:
    runs = np.concatenate([part.runs for part in parts])
    return _Part(runs, np.concatenate([part.holders for part in parts]), parts[0].sampling)


def _sorted(part: _Part) -> _Part:
    order = part.runs.argsort(kind="stable")
    return _Part(part.runs[order], part.holders[order], part.sampling)


def _hits(part: _Part, asked: RunArray) -> Iterator[tuple[int, list[int]]]:
    starts = part.runs.searchsorted(asked, "left")
    ends = part.runs.searchsorted(asked, "right")
    for at in np.flatnonzero(starts < ends).tolist():
        first = int(starts[at])
        # Some more than are ever kept, so that furniture shows how long it lasts.
        yield int(asked[at]), part.holders[first : min(int(ends[at]), first + 2 * POSTINGS_MOST)].tolist()
