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

LARGE_MOST = 16
"""Large parts that are asked one after the other before :meth:`RunIndex.join` makes them fewer."""

JOINED_MOST = 8_000_000
"""Runs of the largest part that joining makes; sorting so many takes about a second."""

Holders = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Partners:
    """Earlier reports that share runs with a new one.

    Attributes:
        shared: How many of the runs held are shared with each earlier report, by its number.
        days: The day of each of them as a number, infinite where it is unknown.
        furniture: Runs of the new report that are no sign of copying, ascending.
    """

    shared: dict[int, int]
    days: dict[int, float]
    furniture: RunArray


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part stands in files.

    Attributes:
        pack: The name of the file of its runs, and of that of their holders.
        start: Its first element in either.
        length: Elements of the whole file.
    """

    pack: tuple[str, str]
    start: int
    length: int


@dataclass(slots=True, eq=False)
class Part:
    """Runs with those that hold them; the arrays are never changed.

    Attributes:
        runs: uint64, ascending unless they wait; a run stands once for each report that holds it.
        holders: int32, of the same length; the number of the report.
        sampling: One of how many runs is held.
        place: Where it is kept, None while it is not.
    """

    runs: RunArray
    holders: Holders
    sampling: int
    place: Place | None = None

    def thinned(self, sampling: int) -> "Part":
        """Return the part with one of so many runs."""
        if self.sampling == sampling:
            return self
        kept = _sampled(self.runs, sampling)
        return Part(self.runs[kept], self.holders[kept], sampling)


@dataclass(frozen=True, slots=True)
class IndexState:
    """All that an index holds, so that it can be kept and taken up again; the arrays may lie in files.

    Attributes:
        days: float64; the day of each report as a number, not a number where it is unknown.
        gone: int32; the numbers of reports that no longer count, ascending.
        sampling: One of how many runs is held, a power of 2; parts may be behind.
        large: Joined parts, the oldest first.
        small: Parts that are not joined yet, all younger.
        fresh: What was taken in last.
    """

    days: NDArray[np.float64]
    gone: Holders
    sampling: int = 1
    large: tuple[Part, ...] = ()
    small: tuple[Part, ...] = ()
    fresh: Part | None = None


class IndexDamaged(ValueError):
    """The index names a report that it does not know."""


EMPTY_STATE = IndexState(np.empty(0, np.float64), np.empty(0, np.int32))
"""That of an index without reports."""


class RunIndex:
    """An index from runs of words to the numbers of the reports that hold them; it only grows.

    All runs are held while they are at most ``entries_most``. Beyond, the index keeps every second run by its number,
    then every fourth, and so on: a scaled MinHash. Whoever shares a passage with a new report is then found with a
    chance that grows with the passage, and what is found is compared word by word all the same.

    Args:
        entries_most: Runs held at most.
        state: What it holds at first; the arrays are left alone.
    """

    def __init__(self, *, entries_most: int = ENTRIES_MOST, state: IndexState = EMPTY_STATE) -> None:
        self._entries_most = entries_most
        self._fresh = [] if state.fresh is None else [state.fresh]
        self._n_fresh = sum(len(part.runs) for part in self._fresh)
        self._fresh_part = state.fresh
        self._small, self._large = list(state.small), list(state.large)
        self._days_before, self._days = state.days, array("d")
        self._gone_before, self._gone = state.gone, set[int]()
        self.sampling = state.sampling

    def __len__(self) -> int:
        return len(self._days_before) + len(self._days)

    @property
    def n_entries(self) -> int:
        """How many runs are held."""
        return self._n_fresh + sum(len(part.runs) for part in (*self._small, *self._large))

    @property
    def n_gone(self) -> int:
        """How many of its reports no longer count."""
        return len(self._gone_ones())

    @property
    def n_parts(self) -> int:
        """In how many sorted parts they are held, those that wait left out."""
        return len(self._small) + len(self._large)

    def state(self) -> IndexState:
        """Return all that the index holds."""
        return IndexState(
            days=np.concatenate([self._days_before, self._days]) if self._days else self._days_before,
            gone=self._gone_ones(),
            sampling=self.sampling,
            large=tuple(self._large),
            small=tuple(self._small),
            fresh=self._fresh_sorted() if self._n_fresh else None,
        )

    def join(self) -> None:
        """Make few parts of many large ones, where somebody can wait for it; each part that is asked costs time."""
        if len(self._large) <= LARGE_MOST:
            return
        joined: list[Part] = []
        together: list[Part] = []
        for part in (each.thinned(self.sampling) for each in self._large):
            # Neighbours alone: the holders of a run stay in the order in which they came.
            if together and len(part.runs) + sum(len(each.runs) for each in together) > JOINED_MOST:
                joined.append(together[0] if len(together) == 1 else _sorted(_joined(together)))
                together = []
            together.append(part)
        joined.append(together[0] if len(together) == 1 else _sorted(_joined(together)))
        self._large = joined

    def retire(self, number: int) -> None:
        """Let a report no longer count: others have come in its place."""
        self._gone.add(number)

    def add(self, runs: RunArray, day: float | None) -> int:
        """Take in the runs of one more report, each once, and its day as a number; return the report's number."""
        number = len(self)
        self._days.append(math.nan if day is None else day)
        kept = runs[_sampled(runs, self.sampling)]
        self._fresh.append(Part(kept, np.full(len(kept), number, np.int32), self.sampling))
        self._n_fresh += len(kept)
        self._fresh_part = None
        if self._n_fresh >= FRESH_MOST:
            self._settle()
        return number

    def partners(self, runs: RunArray, *, without: int | None = None) -> Partners:
        """Return the earlier reports that hold some of ``runs``, which are ascending, each once.

        Args:
            runs: The runs.
            without: The number of a report that does not count, as where it is the one asked about.

        Raises:
            IndexDamaged: What the index was taken up from names reports that it does not have.
        """
        asked = runs[_sampled(runs, self.sampling)]
        # The oldest parts first: of one day, the holders of a run then stand in the order in which they came.
        found = [_hits(part, asked) for part in (*self._large, *self._small, self._fresh_sorted())]
        places, holders = (np.concatenate([hits[side] for hits in found]) for side in (0, 1))
        if len(holders) and not 0 <= holders.min() <= holders.max() < len(self):
            raise IndexDamaged(f"a run is held by a report that is none of {len(self)}")
        gone = self._gone_ones() if without is None else np.append(self._gone_ones(), np.int32(without))
        if len(gone):
            stays = ~np.isin(holders, gone)
            places, holders = places[stays], holders[stays]
        # Those who hold a run stand in the order of time, undated ones last: where many do the earliest count.
        order = np.lexsort((self._days_of(holders), places))
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
        days = np.nan_to_num(self._days_of(others), nan=math.inf)
        return Partners(
            shared=dict(zip(others.tolist(), n_shared.tolist(), strict=True)),
            days=dict(zip(others.tolist(), days.tolist(), strict=True)),
            furniture=asked[places[starts[lasting]]],
        )

    def _fresh_sorted(self) -> Part:
        """Return what waits as a sorted part; it is made when it is asked for and holds until a report is added."""
        if self._fresh_part is None:
            nothing = Part(np.empty(0, np.uint64), np.empty(0, np.int32), self.sampling)
            self._fresh_part = _sorted(_joined([nothing, *self._fresh]))
        return self._fresh_part

    def _gone_ones(self) -> Holders:
        if not self._gone:
            return self._gone_before
        return np.union1d(self._gone_before, np.array(sorted(self._gone), np.int32))

    def _lasts(self, holders: Holders) -> bool:
        days = self._days_of(holders)
        known = days[~np.isnan(days)]
        return len(known) > FURNITURE_REPORTS // 2 and float(np.ptp(known)) > FURNITURE_DAYS

    def _days_of(self, numbers: Holders) -> NDArray[np.float64]:
        n_before = len(self._days_before)
        days = np.empty(len(numbers), np.float64)
        kept = numbers < n_before
        days[kept] = self._days_before[numbers[kept]]
        if self._days:
            days[~kept] = np.frombuffer(self._days)[numbers[~kept] - n_before]
        return days

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


def _joined(parts: Sequence[Part]) -> Part:
    runs = np.concatenate([part.runs for part in parts])
    return Part(runs, np.concatenate([part.holders for part in parts]), parts[0].sampling)


def _sorted(part: Part) -> Part:
    order = part.runs.argsort(kind="stable")
    return Part(part.runs[order], part.holders[order], part.sampling)


def _hits(part: Part, asked: RunArray) -> _Hits:
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
