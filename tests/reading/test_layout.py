from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.ids import ReportId
from secondsource.model.report import Report, Section, SectionKind
from secondsource.reading.layout import lay_out


def report(text: str, *sections: Section) -> Report:
    return Report(id=ReportId("r1"), text=text, sections=sections)


def section(kind: SectionKind, start: int, end: int) -> Section:
    return Section(kind=kind, start=start, end=end)


def test_furniture_has_no_sentences() -> None:
    text = "Envoys leave\nBy A. Writer\nThey left. They came back.\nAll rights reserved."
    page = lay_out(
        report(
            text,
            section(SectionKind.TITLE, 0, 12),
            section(SectionKind.BYLINE, 13, 25),
            section(SectionKind.BODY, 26, 52),
            section(SectionKind.NOTICE, 53, len(text)),
        )
    )

    assert [(sentence.section.value, sentence.span.of(text)) for sentence in page.sentences] == [
        ("title", "Envoys leave"),
        ("body", "They left."),
        ("body", "They came back."),
    ]


def test_sentences_know_their_paragraph() -> None:
    text = "They left. It rained.\n\nThey came back."
    page = lay_out(report(text, section(SectionKind.BODY, 0, len(text))))

    assert [sentence.paragraph for sentence in page.sentences] == [0, 0, 1]


def test_no_sentence_crosses_a_section() -> None:
    text = "One line without a stop and more"
    page = lay_out(report(text, section(SectionKind.STANDFIRST, 0, 23), section(SectionKind.BODY, 24, len(text))))

    assert [sentence.span.of(text) for sentence in page.sentences] == ["One line without a stop", "and more"]


def test_sections_are_found_where_the_report_has_none() -> None:
    page = lay_out(
        report("Envoys leave for talks\n\nThey left on Monday, the ministry said. Nobody knows why they went.")
    )

    assert page.sections
    assert page.sentences[-1].section is SectionKind.BODY


def test_a_quoted_stretch_is_known() -> None:
    text = "He said “we go” and left."
    page = lay_out(report(text, section(SectionKind.BODY, 0, len(text))))

    assert [quote.of(text) for quote in page.quotes] == ["we go"]


@settings(max_examples=40)
@given(st.text(max_size=300))
def test_any_text_can_be_laid_out(text: str) -> None:
    page = lay_out(report(text))

    starts = [sentence.span.start for sentence in page.sentences]
    assert starts == sorted(starts)
    assert all(sentence.span.of(text).strip() for sentence in page.sentences)
