"""Copies among reports that come one by one: a new report is linked without looking at all the others."""

from collections.abc import Callable
from dataclasses import dataclass

from secondsource.linking.copies import PARTNERS_MOST, Copies
from secondsource.linking.passages import LONG_RUNS_LEAST
from secondsource.linking.run_index import ENTRIES_MOST, RunIndex
from secondsource.linking.shingles import RunArray, Vocabulary
from secondsource.linking.when import stretch_of
from secondsource.linking.wording import own_wording
from secondsource.model.ids import ReportId
from secondsource.model.linked import CopyLink
from secondsource.model.reading import Reading
from secondsource.model.report import Report

WORDS_KEPT_MOST = 1_000_000
"""Different words whose numbers are kept at hand; more are worked out anew."""


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
        least = 1 if self.sampling > 1 else LONG_RUNS_LEAST
        telling = [number for number, n in partners.shared.items() if n >= least]
        near = sorted(telling, key=lambda number: (-partners.shared[number], number))[: 2 * PARTNERS_MOST]
        return self._links(report, reading, [self._ids[number] for number in near], partners.furniture)

    def _links(
        self, report: Report, reading: Reading | None, near: list[ReportId], furniture: RunArray
    ) -> dict[ReportId, tuple[CopyLink, ...]]:
        if not near:
            return {}
        others = [self._find(report_id) for report_id in near]
        readings = {other.report.id: other.reading for other in others if other.reading is not None}
        if reading is not None:
            readings[report.id] = reading
        links = Copies([report, *(other.report for other in others)], readings, furniture=furniture).links()
        return {
            child: found
            for child, found in links.items()
            if child == report.id or any(link.parent == report.id for link in found)
        }
