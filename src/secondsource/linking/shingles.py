"""Runs of words as numbers, and which reports share runs with which."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
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


@dataclass(frozen=True)
class Runs:
    """The runs of words of one report.

    Attributes:
        n_words: Words of the report's own wording.
        long: uint64; run of :data:`RUN` words at each place, :data:`BROKEN` where words were left out inside it.
        short: uint64; run of :data:`SHORT_RUN` words at each place, likewise.
    """

    n_words: int
    long: RunArray
    short: RunArray

    @cached_property
    def long_set(self) -> RunArray:
        """All long runs, ascending, each once, no broken one."""
        return set_of(self.long)

    @cached_property
    def _short_set(self) -> RunArray:
        return set_of(self.short)

    def has_long(self, runs: RunArray) -> NDArray[np.bool_]:
        """Return for each of ``runs`` whether it is a long run of this report; a broken one never is."""
        return among(runs, self.long_set)

    def has_long_between(self, first: int, end: int, runs: RunArray) -> NDArray[np.bool_]:
        """Return for each of ``runs`` whether it begins in this report at a place from ``first`` to before ``end``."""
        return among(runs, set_of(self.long[first:end]))

    def has_short(self, runs: RunArray) -> NDArray[np.bool_]:
        """Return for each of ``runs`` whether it is a short run of this report; a broken one never is."""
        return among(runs, self._short_set)


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
        return Runs(len(words), long, short)


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


def lasts(holders: Sequence[int], days: Sequence[float | None]) -> bool:
    """Return whether the reports that hold a run spread over more days than copies do."""
    known = [day for day in (days[at] for at in holders) if day is not None]
    return len(known) > FURNITURE_REPORTS // 2 and max(known) - min(known) > FURNITURE_DAYS
