"""A report laid out for reading."""

from collections.abc import Iterator

from secondsource.model.report import Report, Section, SectionKind
from secondsource.reading.page import Page, Sentence
from secondsource.text.language import find_language
from secondsource.text.quotes import quoted_spans
from secondsource.text.sections import find_sections
from secondsource.text.segment import paragraph_spans, sentence_spans

_READ = frozenset({SectionKind.TITLE, SectionKind.STANDFIRST, SectionKind.CAPTION, SectionKind.BODY})


def lay_out(report: Report) -> Page:
    """Return the page of ``report``: sections, sentences and quotations.

    Sections and language are the report's own where it has them and are found in its text where not. Bylines,
    datelines, credits and notices have no sentences.
    """
    sections = report.sections or find_sections(report.text, title=report.title)
    return Page(
        report=report,
        language=report.language or find_language(report.text),
        sections=sections,
        sentences=tuple(_sentences(report.text, sections)),
        quotes=tuple(quoted_spans(report.text)),
    )


def _sentences(text: str, sections: tuple[Section, ...]) -> Iterator[Sentence]:
    starts = [span.start for span in paragraph_spans(text)]
    paragraph = 0
    for section in sections:
        if section.kind not in _READ:
            continue
        for span in sentence_spans(text, section.start, section.end):
            while paragraph + 1 < len(starts) and starts[paragraph + 1] <= span.start:
                paragraph += 1
            yield Sentence(span=span, section=section.kind, paragraph=paragraph)
