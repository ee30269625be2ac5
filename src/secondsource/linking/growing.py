"""Copies among reports that come one by one: a new report is linked without looking at all the others."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from secondsource.linking.copies import PARTNERS_MOST, Compared, CopyFinder, Links, compared_at_once
from secondsource.linking.passages import LONG_RUNS_LEAST
from secondsource.linking.run_index import ENTRIES_MOST, Partners, RunIndex
from secondsource.linking.shingles import RunArray, Vocabulary
from secondsource.linking.when import stretch_of
from secondsource.linking.wording import own_wording
from secondsource.model.ids import ReportId
from secondsource.model.linked import CopyLink
from secondsource.model.reading import Reading
from secondsource.model.report import Report

WORDS_KEPT_MOST = 1_000_000
"""Different words whose numbers are kept at hand; more are worked out anew."""

NEAR_MOST = 2 * PARTNERS_MOST
"""Earlier reports that a new one is compared with closely: possible parents, and possible copies of it."""


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report with its reading, as an archive hands it out.

    Attributes:
        report: The report.
        reading: Its reading, None where it was not read.
    """

    report: Report
    reading: Reading | None


class GrowingCopies:
    """Finds the copy links of each new report among all that came before.

    Only runs of words are kept at hand; the words themselves are asked for where two reports are compared closely.

    Args:
        find: Returns an earlier report by its id, as :meth:`add` was given it.
        entries_most: Runs held at most; see :class:`RunIndex`.
    """

    def __init__(self, find: Callable[[ReportId], ReadReport], *, entries_most: int = ENTRIES_MOST) -> None:
        self._find = find
        self._index = RunIndex(entries_most=entries_most)
        self._ids: list[ReportId] = []
        self._vocabulary = Vocabulary()

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def sampling(self) -> int:
        """One of how many runs is held: 1 while all are."""
        return self._index.sampling

    def add(self, report: Report, reading: Reading | None = None) -> dict[ReportId, tuple[CopyLink, ...]]:
        """Take in a new report and return the links it brings; see :meth:`find`."""
        runs = self._runs(report, reading)
        found = self._found(report, reading, runs)
        self._keep(report, runs)
        return found

    def find(self, report: Report, reading: Reading | None = None) -> dict[ReportId, tuple[CopyLink, ...]]:
        """Return the links that a new report would bring, without taking it in.

        Its own, and those of earlier reports that prove to be copies of it, since a report may come late. The links
        are those that comparing all reports at once would give, as far as those with most runs in common tell.
        """
        return self._found(report, reading, self._runs(report, reading))

    def take_in(self, report: Report, reading: Reading | None = None) -> None:
        """Take in a report whose links are known or not wanted."""
        self._keep(report, self._runs(report, reading))

    def take_in_runs(self, report_id: ReportId, runs: RunArray, day: float | None) -> None:
        """Take in a report whose runs are known, as where an index is filled from what is kept.

        Args:
            report_id: The report.
            runs: Its long runs, ascending, each once.
            day: Its day as a number, None where unknown.
        """
        self._ids.append(report_id)
        self._index.add(runs, day)

    def _runs(self, report: Report, reading: Reading | None) -> RunArray:
        if len(self._vocabulary) > WORDS_KEPT_MOST:
            self._vocabulary = Vocabulary()
        return self._vocabulary.runs(own_wording(report, () if reading is None else reading.sections)).long_set

    def _keep(self, report: Report, runs: RunArray) -> None:
        when = stretch_of(report.published.edtf)
        self.take_in_runs(report.id, runs, None if when is None else when.earliest / 1440)

    def _found(self, report: Report, reading: Reading | None, runs: RunArray) -> dict[ReportId, tuple[CopyLink, ...]]:
        partners = self._index.partners(runs)
        near = nearest(partners, telling(partners, sampling=self.sampling))
        if not near:
            return {}
        others = [self._find(self._ids[number]) for number in near]
        compared = compared_with(ReadReport(report, reading), others)
        return links_of(report.id, CopyFinder(compared, furniture=partners.furniture).links())


def telling(partners: Partners, *, sampling: int) -> list[int]:
    """Return the numbers of those that share enough runs to tell of more than chance.

    Args:
        partners: Who shares how many of the runs that are held.
        sampling: One of how many runs is held; where not all are, one in common tells.
    """
    least = 1 if sampling > 1 else LONG_RUNS_LEAST
    return [number for number, n in partners.shared.items() if n >= least]


def nearest(partners: Partners, numbers: Iterable[int]) -> list[int]:
    """Return those of ``numbers`` that share most runs, as many as are compared closely; of equals the earliest."""
    return sorted(numbers, key=lambda number: (-partners.shared[number], partners.days[number], number))[:NEAR_MOST]


def compared_with(new: ReadReport, others: Sequence[ReadReport]) -> Compared:
    """Return what a report and those near it are compared by."""
    all_of_them = (new, *others)
    readings = {each.report.id: each.reading for each in all_of_them if each.reading is not None}
    return compared_at_once([each.report for each in all_of_them], readings)


def links_of(name: ReportId, links: Links) -> dict[ReportId, tuple[CopyLink, ...]]:
    """Return of some links those of one report, and those of the reports that repeat it."""
    return {
        child: tuple(found)
        for child, found in links.items()
        if child == name or any(link.parent == name for link in found)
    }
