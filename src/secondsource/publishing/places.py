"""Every cited place of a dossier with its anchor on the page."""

from collections.abc import Iterable
from dataclasses import dataclass

from secondsource.dossier.check import evidence_in
from secondsource.model.dossier import Dossier, ReportEntry
from secondsource.model.evidence import Evidence, Span
from secondsource.model.ids import ReportId


@dataclass(frozen=True, slots=True)
class CitationLink:
    """A link from the dossier to words in a report.

    Attributes:
        anchor: Id of the words on the page.
        label: What is shown: the report's number, and a letter where one sentence cites the report more than once.
        report: The report, in words, for those who hear the page.
    """

    anchor: str
    label: str
    report: str


class Places:
    """The anchors of a dossier's citations.

    An anchor is made from the report's number and the place's rank in it (``r3-c12``), so that the same dossier
    always has the same addresses.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._entries = {entry.report_id: entry for entry in dossier.reports}
        self._spans: dict[ReportId, list[Span]] = {}
        found: dict[ReportId, set[Span]] = {}
        for evidence in evidence_in(dossier):
            found.setdefault(evidence.report_id, set()).add(Span(evidence.start, evidence.end))
        for report_id, spans in found.items():
            self._spans[report_id] = sorted(spans, key=lambda span: (span.start, -span.end))
        self._anchors = {
            (report_id, span): f"r{self._entries[report_id].number}-c{rank}"
            for report_id, spans in self._spans.items()
            for rank, span in enumerate(spans, 1)
        }

    def entry(self, report_id: ReportId) -> ReportEntry:
        """Return the entry of the report."""
        return self._entries[report_id]

    def anchor(self, evidence: Evidence) -> str:
        """Return the id of the cited words on the page."""
        return self._anchors[evidence.report_id, Span(evidence.start, evidence.end)]

    def anchored(self, report_id: ReportId) -> list[tuple[Span, str]]:
        """Return the cited places of the report with their anchors, in text order, wider ones first."""
        return [(span, self._anchors[report_id, span]) for span in self._spans.get(report_id, [])]

    def links(self, citations: Iterable[Evidence]) -> list[CitationLink]:
        """Return a link for each place; one that lies inside another of the same sentence needs no link of its own."""
        unique = list(dict.fromkeys(citations))
        shown = [each for each in unique if not any(_inside(each, other) for other in unique)]
        counts: dict[ReportId, int] = {}
        links: list[CitationLink] = []
        for evidence in shown:
            entry = self._entries[evidence.report_id]
            rank = counts[evidence.report_id] = counts.get(evidence.report_id, 0) + 1
            links.append(CitationLink(self.anchor(evidence), f"{entry.number}{_letter(rank)}", entry.summary))
        return links


def _inside(one: Evidence, other: Evidence) -> bool:
    same = one.report_id == other.report_id and (one.start, one.end) != (other.start, other.end)
    return same and other.start <= one.start and one.end <= other.end


def _letter(rank: int) -> str:
    if rank == 1:
        return ""
    return chr(ord("a") + rank - 1) if rank <= 26 else f".{rank}"
