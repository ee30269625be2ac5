"""A set of reports that are looked at together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from secondsource.cli.errors import IdTwice
from secondsource.cli.take_in import ReadReport
from secondsource.model.ids import ReportId
from secondsource.model.intake import Failure, GivenMention
from secondsource.model.judgement import Judgement
from secondsource.model.linked import Linked
from secondsource.model.reading import Reading
from secondsource.model.report import Report

if TYPE_CHECKING:
    from secondsource.linking.link import CopiesOf


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSet:
    """Reports that are looked at together, each once.

    Attributes:
        order: What came in, in that order: the id of a report, again where it came again, or a failure.
        reports: The distinct reports, in the order of their first coming.
        readings: One for each of ``reports``, in that order.
        mentions: The event mentions that came with a report, by its id; only where some came.
        judgements: What people decided, the latest answer to each question.
        as_of: The moment that was asked about, None for now.
        copies_of: Finds the copy links by what was kept of them; None compares all reports at once.
    """

    order: tuple[ReportId | Failure, ...]
    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    mentions: dict[ReportId, tuple[GivenMention, ...]]
    judgements: tuple[Judgement, ...] = ()
    as_of: datetime | None = None
    copies_of: "CopiesOf | None" = None

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What could not be read, in the order of coming."""
        return tuple(item for item in self.order if isinstance(item, Failure))

    def linked(self) -> Linked:
        """Return the reports linked with one another."""
        from secondsource.linking.link import all_at_once, link

        return link(
            self.reports,
            self.readings,
            mentions=self.mentions,
            judgements=self.judgements,
            copies_of=self.copies_of or all_at_once,
        )


def gather(items: Iterable[ReadReport | Failure]) -> ReadSet:
    """Return the set of all items; the same report twice stands once, one id for two texts is a failure."""
    order: list[ReportId | Failure] = []
    first: dict[ReportId, ReadReport] = {}
    for item in items:
        if isinstance(item, Failure):
            order.append(item)
        elif first.setdefault(item.report.id, item).report.text == item.report.text:
            order.append(item.report.id)
        else:
            order.append(_id_twice(item.report))
    return ReadSet(
        order=tuple(order),
        reports=tuple(item.report for item in first.values()),
        readings=tuple(item.reading for item in first.values()),
        mentions={report_id: item.mentions for report_id, item in first.items() if item.mentions},
    )


def _id_twice(report: Report) -> Failure:
    return Failure(
        id=report.id,
        origin=report.id,
        code=IdTwice.code,
        message=(
            f"The id {report.id} was given to two reports with different texts; the first is kept.\n"
            "Give each report an id of its own, or leave the id out and one is made from its bytes."
        ),
    )
