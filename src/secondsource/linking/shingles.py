"""Which reports share runs of words with which."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

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

Run = int
"""A run of words as the hash of their numbers: equal runs are equal, and two different ones meet once in 2**60."""


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of words of one report.

    Attributes:
        n_words: Words of the report's own wording.
        long: Run of :data:`RUN` words at each place, None where words were left out inside it.
        short: Run of :data:`SHORT_RUN` words at each place, likewise.
        long_set: All long runs.
        short_set: All short runs.
    """

    n_words: int
    long: tuple[Run | None, ...]
    short: tuple[Run | None, ...]
    long_set: frozenset[Run]
    short_set: frozenset[Run]


class Vocabulary:
    """Numbers for words, so that runs compare fast."""

    def __init__(self) -> None:
        self._number: dict[str, int] = {}

    def runs(self, wording: Wording) -> Runs:
        """Return the runs of words in ``wording``."""
        number = self._number
        ids = [number.setdefault(token, len(number)) for token in wording.tokens]
        long = _grams(ids, RUN, wording.breaks)
        short = _grams(ids, SHORT_RUN, wording.breaks)
        return Runs(len(ids), tuple(long), tuple(short), frozenset(filter(None, long)), frozenset(filter(None, short)))


def _grams(ids: Sequence[int], n: int, breaks: Sequence[int]) -> list[Run | None]:
    # Hashes of whole numbers are the same in every process, unlike those of words.
    grams: list[Run | None] = list(map(hash, zip(*(ids[shift:] for shift in range(n)), strict=False)))
    for place in breaks:
        for first in range(max(0, place - n + 1), min(place, len(grams))):
            grams[first] = None
    return grams


class SharedRuns:
    """An index from runs to the reports that hold them.

    Args:
        runs: The runs of each report, the earliest report first: the order decides which postings are kept.
        days: Day of each report as a number, None where unknown.
    """

    def __init__(self, runs: Sequence[Runs], days: Sequence[float | None]) -> None:
        self._runs = runs
        postings: dict[Run, list[int]] = {}
        for at, report_runs in enumerate(runs):
            for run in report_runs.long_set:
                found = postings.get(run)
                if found is None:
                    postings[run] = [at]
                elif len(found) < POSTINGS_MOST:
                    found.append(at)
        self._postings = {run: found for run, found in postings.items() if len(found) > 1}
        self.furniture = frozenset(
            run for run, found in self._postings.items() if len(found) > FURNITURE_REPORTS and self._lasts(found, days)
        )

    def _lasts(self, postings: Sequence[int], days: Sequence[float | None]) -> bool:
        known = [day for day in (days[at] for at in postings) if day is not None]
        return len(known) > FURNITURE_REPORTS // 2 and max(known) - min(known) > FURNITURE_DAYS

    def partners(self, at: int) -> dict[int, int]:
        """Return how many long runs the report at place ``at`` shares with each other report."""
        shared: defaultdict[int, int] = defaultdict(int)
        for run in self._runs[at].long_set:
            for other in () if run in self.furniture else self._postings.get(run, ()):
                shared[other] += 1
        shared.pop(at, None)
        return dict(sorted(shared.items()))
