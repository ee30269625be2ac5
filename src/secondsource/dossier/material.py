"""What a dossier is made from, ready to be looked up: reports, readings and links by report."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from secondsource.dossier.compose import Piece, name
from secondsource.dossier.errors import NothingToTell, ReportMissing
from secondsource.dossier.subject import subject_reports
from secondsource.model.evidence import Evidence, Span, Spans
from secondsource.model.ids import ReportId, StatementId
from secondsource.model.linked import Linked, LinkedReport
from secondsource.model.reading import Reading
from secondsource.model.report import Report, Section, SectionKind
from secondsource.model.statement import Statement
from secondsource.text.segment import paragraph_spans, sentence_spans

_POINTS_BACK = re.compile(r"\b(?:this|it|these|they|them|he|she)\b", re.IGNORECASE)
_NEWS = (SectionKind.TITLE, SectionKind.STANDFIRST, SectionKind.CAPTION, SectionKind.BODY)


class Material:
    """The linked reports with their words at hand; every citation of a dossier is cut here.

    Attributes:
        linked: The linking.
        reports: The reports in the order given.
    """

    def __init__(self, linked: Linked, reports: Sequence[Report], readings: Sequence[Reading]) -> None:
        self.linked = linked
        self.reports = tuple(reports)
        self.readings = tuple(readings)
        if not self.reports:
            raise NothingToTell(
                "a dossier was asked for, but no report was given. "
                "Name at least one readable report: second-source dossier report.txt"
            )
        self._reports = {report.id: report for report in reports}
        self._readings = {reading.id: reading for reading in readings}
        self._numbers = {report.id: number for number, report in enumerate(reports, 1)}
        self._sentences: dict[ReportId, list[Span]] = {}
        self._require(self._links)
        self._require(reading.id for reading in readings)

    @cached_property
    def _links(self) -> dict[ReportId, LinkedReport]:
        return {report.id: report for report in self.linked.reports}

    @cached_property
    def _subject(self) -> frozenset[ReportId]:
        return subject_reports(self.linked, self.readings)

    def in_subject(self, report_id: ReportId) -> bool:
        """Return whether the report is about the dossier's subject, and not only handed in with it."""
        return report_id in self._subject

    def report(self, report_id: ReportId) -> Report:
        """Return the report of that id."""
        self._require([report_id])
        return self._reports[report_id]

    def reading(self, report_id: ReportId) -> Reading | None:
        """Return what was read in the report, None if it was not read."""
        return self._readings.get(report_id)

    def link(self, report_id: ReportId) -> LinkedReport | None:
        """Return how the report hangs together with the others, None if it was not linked."""
        return self._links.get(report_id)

    def number(self, report_id: ReportId) -> int:
        """Return the report's number in the dossier, from 1."""
        return self._numbers[report_id]

    def language(self, report_id: ReportId) -> str | None:
        """Return the language of the report's words where it is known and not English."""
        reading = self.reading(report_id)
        language = self.report(report_id).language or (None if reading is None else reading.language)
        return None if language is None or language.split("-")[0] == "en" else language

    def teller(self, report_id: ReportId, *, opening: bool = True) -> Piece | str:
        """Return how a sentence calls the report: by its outlet, else by its number.

        Args:
            report_id: The report.
            opening: Whether the sentence opens with it.
        """
        outlet = self.report(report_id).outlet
        if outlet is not None and outlet.strip():
            return name(outlet, self.language(report_id) if not outlet.isascii() else None)
        plain = "the report" if len(self.reports) == 1 else f"report {self.number(report_id)}"
        return plain[0].upper() + plain[1:] if opening else plain

    def statement(self, report_id: ReportId, statement_id: StatementId | None) -> Statement | None:
        """Return a statement of the report's reading, None if there is none of that id."""
        reading = self.reading(report_id)
        if reading is None or statement_id is None:
            return None
        return next((statement for statement in reading.statements if statement.id == statement_id), None)

    def sections(self, report_id: ReportId) -> tuple[Section, ...]:
        """Return the parts of the report as they were read, else as they were captured; none if neither found any."""
        reading = self.reading(report_id)
        return (
            self.report(report_id).sections if reading is None else reading.sections or self.report(report_id).sections
        )

    def cite(self, report_id: ReportId, span: Span) -> Evidence:
        """Return the words of the report at ``span``."""
        return Evidence(report_id=report_id, exact=span.of(self.report(report_id).text), start=span.start, end=span.end)

    def cite_all(self, report_id: ReportId, spans: Spans) -> tuple[Evidence, ...]:
        """Return the words of the report at each span."""
        return tuple(self.cite(report_id, span) for span in spans)

    def headline(self, report_id: ReportId) -> Evidence:
        """Return the report's title, else its first sentence; what a sentence about the whole report cites."""
        report, sections = self.report(report_id), self.sections(report_id)
        title = next((s for s in sections if s.kind is SectionKind.TITLE and s.start < s.end), None)
        if title is not None:
            return self.cite(report_id, Span(title.start, title.end))
        body = next((s for s in sections if s.kind in _NEWS and s.start < s.end), None)
        start, end = (0, len(report.text)) if body is None else (body.start, body.end)
        sentences = sentence_spans(report.text, start, end)
        return self.cite(report_id, sentences[0] if sentences else Span(0, len(report.text)))

    def sentence(self, report_id: ReportId, span: Span) -> Evidence:
        """Return the whole sentence, or sentences, of the report that ``span`` stands in."""
        met = [sentence for sentence in self.sentences(report_id) if sentence.meets(span)]
        return self.cite(report_id, Span(met[0].start, met[-1].end) if met else span)

    def passage(self, report_id: ReportId, span: Span, *, longest: int = 400) -> Evidence:
        """Return the sentence, with the one before it in its paragraph where it points back ("confirmed this").

        Args:
            report_id: The report.
            span: The words.
            longest: Most characters of the sentence before; a longer one is left out.
        """
        sentence = self.sentence(report_id, span)
        if _POINTS_BACK.search(sentence.exact) is None:
            return sentence
        report = self.report(report_id)
        before = [s for s in self.sentences(report_id) if s.end <= sentence.start]
        if not before or before[-1].end - before[-1].start > longest:
            return sentence
        both = Span(before[-1].start, sentence.end)
        paragraph = next((p for p in paragraph_spans(report.text) if p.covers(both)), None)
        return sentence if paragraph is None or not self._one_section(report_id, both) else self.cite(report_id, both)

    def sentences(self, report_id: ReportId) -> list[Span]:
        """Return the sentences of the report, section by section where sections were found."""
        if report_id not in self._sentences:
            text = self.report(report_id).text
            parts = [(s.start, s.end) for s in self.sections(report_id)] or [(0, len(text))]
            self._sentences[report_id] = [s for part in parts for s in sentence_spans(text, *part)]
        return self._sentences[report_id]

    def _one_section(self, report_id: ReportId, span: Span) -> bool:
        sections = self.sections(report_id)
        return not sections or any(Span(s.start, s.end).covers(span) for s in sections)

    def _require(self, report_ids: Iterable[ReportId]) -> None:
        missing = [report_id for report_id in report_ids if report_id not in self._reports]
        if missing:
            raise ReportMissing(
                f"the dossier needs the words of report {missing[0]}, but of the {len(self._reports)} reports given "
                "none has that id. Hand over every report that was linked; "
                "in a ledger: second-source ledger search shows which ids it holds"
            )
