"""Which reports hold which run of words, exactly, in sorted arrays that can be kept in files and grow by parts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondsource.linking.run_index import Holders
from secondsource.linking.shingles import FURNITURE_REPORTS, POSTINGS_MOST, RunArray, lasts

PARTS_MOST = 8
"""Parts that are looked through one after the other; one more and all become one."""


Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class RunPart:
    """Runs with those that hold them.

    Attributes:
        runs: uint64, ascending; a run stands once for each report that holds it.
        holders: int32, of the same length; the number of the report.
    """

    runs: RunArray
    holders: Holders


class KeptRuns:
    """An index from runs of words to the numbers of all reports that hold them; it only grows.

    Args:
        parts: What it holds; the arrays are left alone and may lie in files.
    """

    def __init__(self, parts: Sequence[RunPart] = ()) -> None:
        self.parts = list(parts)

    def add(self, first: int, runs: Iterable[RunArray]) -> None:
        """Take in the runs of reports numbered from ``first`` on, of each report each once, ascending."""
        given = list(runs)
        numbers = np.repeat(np.arange(first, first + len(given), dtype=np.int32), [len(each) for each in given])
        held = np.concatenate(given) if given else np.empty(0, np.uint64)
        if len(held):
            self.parts.append(_sorted(held, numbers))
        if len(self.parts) > PARTS_MOST:
            together = (np.concatenate([part.runs for part in self.parts]), [part.holders for part in self.parts])
            self.parts = [_sorted(together[0], np.concatenate(together[1]))]

    def holders(self, runs: RunArray) -> list[Holders]:
        """Return for each of ``runs`` the numbers of all reports that hold it."""
        found: list[list[Holders]] = [[] for _ in range(len(runs))]
        for part in self.parts:
            starts, ends = part.runs.searchsorted(runs, "left"), part.runs.searchsorted(runs, "right")
            for at in np.flatnonzero(starts < ends).tolist():
                found[at].append(part.holders[int(starts[at]) : int(ends[at])])
        empty = np.empty(0, np.int32)
        return [each[0] if len(each) == 1 else np.concatenate(each) if each else empty for each in found]


@dataclass(frozen=True, slots=True)
class Posting:
    """What a run tells of who may copy from whom.

    Attributes:
        places: The reports that count for it, the earliest first; empty where it leads nowhere.
        furniture: Whether it is no sign of copying.
    """

    places: tuple[int, ...]
    furniture: bool


def posting(places: Places, days: Sequence[float | None]) -> Posting:
    """Return what a run tells that the reports at ``places`` hold, by the rules of :class:`Numbering`.

    Args:
        places: Places of the reports in the order of time, in any order.
        days: Day of the report at each place, None where unknown.
    """
    if len(places) < 2:
        return Posting((), False)
    earliest = tuple(np.sort(places)[:POSTINGS_MOST].tolist())
    if len(places) > FURNITURE_REPORTS and lasts(earliest, days):
        return Posting((), True)
    return Posting(earliest, False)


def _sorted(runs: RunArray, holders: Holders) -> RunPart:
    order = runs.argsort(kind="stable")
    return RunPart(runs[order], holders[order])
