"""Runs of words as numbers, and which reports share runs with which."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from secondsource.linking.wording import Wording

RUN = 5
"""Words of a run that tells texts apart; shorter ones are shared by chance."""

SHORT_RUN = 3
"""Words of a run that still counts once two texts are known to share a longer one; copes with changed words."""

POSTINGS_MOST = 60
"""Reports kept for a run, the earliest; a notice copied a thousand times still leads to its first copies."""

FURNITURE_REPORTS = 20
"""Reports a run must stand in before it can be furniture of an outlet or a stock phrase."""

FURNITURE_DAYS = 14
"""Days over which those reports must spread: copies come within days, furniture stays for good."""

_FACTOR = np.uint64(0x9E3779B97F4A7C15)
"""Odd, so that no word is lost in a product; the golden ratio in 64 bits spreads what stands close together."""

RunArray = NDArray[np.uint64]
"""Runs of words as numbers: equal runs are equal in every process, and two different ones meet once in 2**64."""

BROKEN = np.uint64(0)
"""Stands at a place where words were left out inside the run."""


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of words of one report.

    Attributes:
        n_words: Words of the report's own wording.
        long: uint64; run of :data:`RUN` words at each place, :data:`BROKEN` where words were left out inside it.
        short: uint64; run of :data:`SHORT_RUN` words at each place, likewise.
        long_set: uint64; all long runs, ascending, each once, no broken one.
        short_set: uint64; all short runs, likewise.
    """

    n_words: int
    long: RunArray
    short: RunArray
    long_set: RunArray
    short_set: RunArray


class Vocabulary(dict[str, int]):
    """Numbers for words, the same in every process; each is worked out once."""

    def __missing__(self, word: str) -> int:
        number = int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
        self[word] = number
        return number

    def runs(self, wording: Wording) -> Runs:
        """Return the runs of words in ``wording``."""
        words = np.fromiter(map(self.__getitem__, wording.tokens), np.uint64, len(wording.tokens))
        long, short = (grams_of(words, n, wording.breaks) for n in (RUN, SHORT_RUN))
        return Runs(len(words), long, short, set_of(long), set_of(short))


def grams_of(words: RunArray, n: int, breaks: Sequence[int]) -> RunArray:
    """Return the run of ``n`` words at each place as a number, :data:`BROKEN` where a break lies inside it.

    Args:
        words: The words' numbers.
        n: Words of a run.
        breaks: Places before which words were left out, ascending.
    """
    n_grams = max(0, len(words) - n + 1)
    grams = words[:n_grams].copy()
    for shift in range(1, n):
        grams *= _FACTOR
        grams ^= grams >> np.uint64(29)
        grams += words[shift : shift + n_grams]
    # A last mixing, since runs are sampled by their low bits.
    grams *= _FACTOR
    grams ^= grams >> np.uint64(32)
    for place in breaks:
        grams[max(0, place - n + 1) : place] = BROKEN
    return grams


def set_of(grams: RunArray) -> RunArray:
    """Return all runs in ``grams`` but broken ones, ascending, each once."""
    found = np.sort(grams)
    if not len(found):
        return found
    kept = np.empty(len(found), np.bool_)
    kept[0] = found[0] != BROKEN
    np.not_equal(found[1:], found[:-1], out=kept[1:])
    return found[kept]


def among(runs: RunArray, known: RunArray) -> NDArray[np.bool_]:
    """Return for each of ``runs`` whether it is one of ``known``, which is ascending and holds no broken run."""
    if not len(known):
        return np.zeros(len(runs), np.bool_)
    places = known.searchsorted(runs)
    # One past the end is no place; what would stand there is compared with the last and is not equal to it.
    places[places == len(known)] = len(known) - 1
    found: NDArray[np.bool_] = known[places] == runs
    return found


class SharedRuns:
    """An index from runs to the reports that hold them.

    Args:
        runs: The runs of each report, the earliest report first: the order decides which postings are kept.
        days: Day of each report as a number, None where unknown.

    Attributes:
        furniture: Runs that are no sign of copying, ascending.
    """

    def __init__(self, runs: Sequence[Runs], days: Sequence[float | None]) -> None:
        sizes = [len(report_runs.long_set) for report_runs in runs]
        holders = np.repeat(np.arange(len(runs), dtype=np.int32), sizes)
        held = np.concatenate([report_runs.long_set for report_runs in runs]) if runs else np.empty(0, np.uint64)
        order = held.argsort(kind="stable")
        held, holders = held[order], holders[order]
        starts = np.flatnonzero(np.concatenate([np.ones(min(1, len(held)), np.bool_), held[1:] != held[:-1]]))
        counts = np.diff(np.append(starts, len(held)))
        self._holders = holders
        self._starts = starts
        self._counts = np.minimum(counts, POSTINGS_MOST)
        lasting = [
            group
            for group in np.flatnonzero(counts > FURNITURE_REPORTS).tolist()
            if lasts(holders[starts[group] : starts[group] + self._counts[group]].tolist(), days)
        ]
        self.furniture: RunArray = held[starts[lasting]]
        # Runs that nobody shares, and furniture, lead nowhere.
        leading = counts > 1
        leading[lasting] = False
        group_of = np.empty(len(held), np.int64)
        group_of[order] = np.repeat(np.arange(len(starts)), counts)
        self._groups = [groups[leading[groups]] for groups in np.split(group_of, np.cumsum(sizes)[:-1])] if runs else []

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


def lasts(holders: Sequence[int], days: Sequence[float | None]) -> bool:
    """Return whether the reports that hold a run spread over more days than copies do."""
    known = [day for day in (days[at] for at in holders) if day is not None]
    return len(known) > FURNITURE_REPORTS // 2 and max(known) - min(known) > FURNITURE_DAYS
