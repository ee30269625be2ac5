"""Where a report's words were before: what a ledger holds that repeats it, or that it repeats."""

from dataclasses import dataclass

from secondsource.model.evidence import Evidence
from secondsource.model.ids import ReportId
from secondsource.model.linked import CopyLink


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A report of the ledger, told apart without its words.

    Attributes:
        id: The report.
        outlet: Who published it, None if unknown.
        published: When, EDTF; None if unknown.
        title: Its headline, None if none.
    """

    id: ReportId
    outlet: str | None
    published: str | None
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenLink:
    """A link between the report that is asked about and one that the ledger holds.

    Attributes:
        holder: The report of the ledger.
        link: Which of the two repeats the other, how much of it, and the passage in both.
    """

    holder: Holder
    link: CopyLink


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSeen:
    """Who had a passage first, of the report that is asked about and those of the ledger that share it.

    Attributes:
        passage: The passage in the report that is asked about.
        holders: Those of the ledger that have it, the earliest first, undated ones last.
        first: Those of ``holders`` that may have had it first.
        here: Whether the report that is asked about may have had it first.
    """

    passage: Evidence
    holders: tuple[Holder, ...]
    first: tuple[Holder, ...]
    here: bool

    @property
    def decided(self) -> bool:
        """Whether time or naming tells who was first."""
        return len(self.first) + self.here == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Where a report's words were before.

    Attributes:
        id: The report, under the id that it came with.
        asked_as: The id under which it is compared, as the ledger keeps it or would.
        kept: Whether the ledger holds it already; it is then compared with the others.
        repeats: The reports that it repeats, the best first.
        repeated_by: The reports held that repeat it, those with most of their words in it first.
        first: Who had the longest shared passage first; None where there is no passage.
        n_sharing: How many reports of the ledger share telling runs of words with it.
    """

    id: ReportId
    asked_as: ReportId
    kept: bool
    repeats: tuple[SeenLink, ...] = ()
    repeated_by: tuple[SeenLink, ...] = ()
    first: FirstSeen | None = None
    n_sharing: int = 0
