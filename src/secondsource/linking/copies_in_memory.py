"""The copies among reports that grow in number while a program runs."""

from collections.abc import Mapping, Sequence

from secondsource.linking.copies import Copies
from secondsource.linking.kept_copies import NOTHING_KEPT, with_new
from secondsource.linking.kept_file import KEPT_FROM
from secondsource.model.ids import ReportId
from secondsource.model.linked import CopyLink
from secondsource.model.reading import Reading
from secondsource.model.report import Report


class CopiesInMemory:
    """Finds what comparing all reports at once would, and compares only those that new ones may change.

    Asked of the past, when fewer had come, it compares them all and keeps what it had. One thread at a time.
    """

    def __init__(self, *, kept_from: int = KEPT_FROM) -> None:
        self._kept_from = kept_from
        self._kept = NOTHING_KEPT

    def __call__(
        self, reports: Sequence[Report], readings: Mapping[ReportId, Reading]
    ) -> dict[ReportId, tuple[CopyLink, ...]]:
        """Return the copy links of the reports."""
        given = {report.id for report in reports}
        if len(reports) < self._kept_from or any(each.id not in given for each in self._kept.reports):
            return Copies(reports, readings).links()
        self._kept = with_new(self._kept, reports, readings)
        return self._kept.links(reports)
