"""Runs of all earlier reports, so that a new report finds those it shares words with, however many there are."""

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondsource.linking.shingles import FURNITURE_DAYS, FURNITURE_REPORTS, POSTINGS_MOST, RunArray

ENTRIES_MOST = 48_000_000
"""Runs held before the index thins itself; 12 bytes each, so some 600 megabytes."""

FRESH_MOST = 16_384
"""Runs that wait unsorted; sorting so many takes a millisecond."""

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
        self._fresh: list[tuple[int, RunArray]] = []
        self._n_fresh = 0
        self._fresh_part: _Part | None = None
        self._small: list[_Part] = []
        self._large: list[_Part] = []
        # Not a number where the day is unknown.
        self._days = array("d")
        self.sampling = 1

    def __len__(self) -> int:
        return len(self._days)

    @property
    def n_entries(self) -> int:
        """How many runs are held."""
        return self._n_fresh + sum(len(part.runs) for part in (*self._small, *self._large))

    @property
    def n_parts(self) -> int:
        """In how many sorted parts they are held, those that wait left out."""
        return len(self._small) + len(self._large)

    def add(self, runs: RunArray, day: float | None) -> int:
        """Take in the runs of one more report, each once, and its day as a number; return the report's number."""
        number = len(self._days)
        self._days.append(math.nan if day is None else day)
        kept = runs[_sampled(runs, self.sampling)]
        self._fresh.append((number, kept))
        self._n_fresh += len(kept)
        self._fresh_part = None
        if self._n_fresh >= FRESH_MOST:
            self._settle()
        return number

    def partners(self, runs: RunArray) -> Partners:
        """Return the earlier reports that hold some of ``runs``, which are ascending, each once."""
        asked = runs[_sampled(runs, self.sampling)]
        # The oldest parts first: the holders of each run then stand in the order in which they came.
        found = [_hits(part, asked) for part in (*self._large, *self._small, self._fresh_sorted())]
        places, holders = (np.concatenate([hits[side] for hits in found]) for side in (0, 1))
        order = places.argsort(kind="stable")
        places, holders = places[order], holders[order]
        starts = np.flatnonzero(np.diff(places, prepend=-1))
        counts = np.diff(starts, append=len(places))
        lasting = [
            group
            for group in np.flatnonzero(counts > FURNITURE_REPORTS).tolist()
            if self._lasts(holders[starts[group] : starts[group] + counts[group]])
        ]
        told = np.minimum(counts, POSTINGS_MOST)
        told[lasting] = 0
        others, n_shared = np.unique(holders[_within(starts, told)], return_counts=True)
        shared = dict(zip(others.tolist(), n_shared.tolist(), strict=True))
        return Partners(shared, asked[places[starts[lasting]]])

    def _fresh_sorted(self) -> _Part:
        """Return what waits as a sorted part; it is made when it is asked for and holds until a report is added."""
        if self._fresh_part is None:
            numbers = np.array([number for number, _ in self._fresh], np.int32)
            holders = np.repeat(numbers, [len(runs) for _, runs in self._fresh])
            waiting = [np.empty(0, np.uint64), *(runs for _, runs in self._fresh)]
            self._fresh_part = _sorted(_Part(np.concatenate(waiting), holders, self.sampling))
        return self._fresh_part

    def _lasts(self, holders: Holders) -> bool:
        days = np.frombuffer(self._days)[holders]
        known = days[~np.isnan(days)]
        return len(known) > FURNITURE_REPORTS // 2 and float(np.ptp(known)) > FURNITURE_DAYS

    def _settle(self) -> None:
        self._small.append(self._fresh_sorted())
        self._fresh, self._n_fresh, self._fresh_part = [], 0, None
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
            self._join_with_last(behind)
        elif self.n_entries > self._entries_most:
            self.sampling *= 2

    def _join_with_last(self, at: int) -> None:
        """Join the large part at ``at`` with the one before it where both together are no larger than one was.

        Otherwise there would be ever more parts to ask, each with ever fewer runs.
        """
        if at and len(self._large[at - 1].runs) + len(self._large[at].runs) <= FRESH_MOST * SMALL_MOST:
            self._large[at - 1 : at + 1] = [_sorted(_joined(self._large[at - 1 : at + 1]))]


_Hits = tuple[NDArray[np.int64], Holders]
"""Places among the runs that are asked for, ascending, and with each the number of a report that holds the run."""


def _sampled(runs: RunArray, sampling: int) -> NDArray[np.bool_]:
    kept: NDArray[np.bool_] = runs & np.uint64(sampling - 1) == 0
    return kept


def _joined(parts: Sequence[_Part]) -> _Part:
    runs = np.concatenate([part.runs for part in parts])
    return _Part(runs, np.concatenate([part.holders for part in parts]), parts[0].sampling)


def _sorted(part: _Part) -> _Part:
    order = part.runs.argsort(kind="stable")
    return _Part(part.runs[order], part.holders[order], part.sampling)


def _hits(part: _Part, asked: RunArray) -> _Hits:
    starts = part.runs.searchsorted(asked, "left")
    # Few runs are held at all, so that only for those the end is looked for.
    held = np.flatnonzero(part.runs[np.minimum(starts, len(part.runs) - 1)] == asked) if len(part.runs) else starts[:0]
    starts = starts[held]
    # Some more than are ever kept, so that furniture shows how long it lasts.
    counts = np.minimum(part.runs.searchsorted(asked[held], "right") - starts, 2 * POSTINGS_MOST)
    return np.repeat(held, counts), part.holders[_within(starts, counts)]


def _within(starts: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the places from each start on, as many as its count, one stretch after the other."""
    ends = counts.cumsum()
    places: NDArray[np.int64] = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + counts, counts)
    return places
