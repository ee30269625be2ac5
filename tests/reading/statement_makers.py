"""Small reports read as far as their statements."""

from secondsource.model.evidence import Spans
from secondsource.model.ids import ReportId
from secondsource.model.report import Report, Section, SectionKind
from secondsource.model.statement import Statement
from secondsource.reading.encoder.heads import Heads, read_heads
from secondsource.reading.layout import lay_out
from secondsource.reading.names.find import find_names
from secondsource.reading.page import Naming, Page
from secondsource.reading.statements.find import find_statements


def body(text: str, *, language: str = "en", outlet: str | None = None) -> Report:
    """A report that is all body."""
    section = Section(kind=SectionKind.BODY, start=0, end=len(text))
    return Report(id=ReportId("r1"), text=text, language=language, outlet=outlet, sections=(section,) if text else ())


def laid_out(report: Report) -> tuple[Page, Naming, Heads | None]:
    """The page of a report, its names, and what the encoder says of it."""
    page = lay_out(report)
    heads = read_heads(page)
    return page, find_names(page, heads), heads


def statements_of(text: str, *, language: str = "en") -> tuple[Statement, ...]:
    """What is attributed in a report that is all body."""
    return find_statements(*laid_out(body(text, language=language)))


def words(text: str, spans: Spans) -> list[str]:
    """The words of each piece."""
    return [span.of(text) for span in spans]
