"""From a capture, or a line of one, to a report."""

from secondsource.collect.errors import InputEmpty, InputTooLarge
from secondsource.collect.given import GivenReport
from secondsource.collect.limits import TEXT_MOST
from secondsource.collect.page import read_page
from secondsource.collect.publishing_date import find_published
from secondsource.model.evidence import Span
from secondsource.model.ids import Digest, ReportId
from secondsource.model.report import Capture, Report, Section, SectionKind
from secondsource.text.bylines import byline_outlet
from secondsource.text.language import find_language
from secondsource.text.sections import find_sections

ID_DIGITS = 12
"""Hex digits of the digest in the id of a report that brings none."""


def id_from(digest: Digest) -> ReportId:
    """Return the id of a report that brings none: the same bytes always have the same."""
    return ReportId(f"r-{digest[:ID_DIGITS]}")


def report_from_text(text: str, capture: Capture, *, encoding: str, published: str | None) -> Report:
    """Return the report that a plain text is, kept character for character.

    Args:
        text: The capture's text.
        capture: Where it comes from.
        encoding: How it was decoded.
        published: The date that the user gives, None if none.

    Raises:
        InputEmpty: The text is blank.
        InputTooLarge: It is longer than is taken in.
    """
    check_size(text, capture.origin)
    sections = find_sections(text)
    return Report(
        id=id_from(capture.sha256),
        text=text,
        published=find_published(text, sections, given=(published,)),
        outlet=_outlet(text, sections),
        title=_title(text, sections),
        language=find_language(_news(text, sections)),
        sections=sections,
        capture_sha256=capture.sha256,
        encoding=encoding,
    )


def report_from_page(source: str, capture: Capture, *, encoding: str, published: str | None) -> Report:
    """Return the report of an HTML page's article.

    Raises:
        InputEmpty: The page is blank.
        InputTooLarge: Its text is longer than is taken in.
        PageTooComplex: It nests deeper or holds more tags than any article does.
        PageWithoutText: It holds no article.
    """
    if not source.strip():
        raise _empty(capture.origin)
    article = read_page(source, origin=capture.origin)
    check_size(article.text, capture.origin)
    facts = article.facts
    return Report(
        id=id_from(capture.sha256),
        text=article.text,
        published=find_published(article.text, article.sections, given=(published,), stated=facts.dates),
        outlet=facts.outlet or _outlet(article.text, article.sections),
        title=_title(article.text, article.sections) or facts.title,
        url=facts.url,
        language=find_language(_news(article.text, article.sections)) or facts.language,
        sections=article.sections,
        links=article.links,
        capture_sha256=capture.sha256,
        encoding=encoding,
    )


def report_from_given(
    given: GivenReport, *, report_id: ReportId, capture: Capture, position: int, published: str | None
) -> Report:
    """Return the report that a JSON line gives, its text kept character for character.

    Raises:
        InputEmpty: The text is blank.
    """
    check_size(given.text, f"{capture.origin} line {position}")
    sections = find_sections(given.text, title=given.title)
    return Report(
        id=report_id,
        text=given.text,
        published=find_published(given.text, sections, given=(given.published, published)),
        outlet=given.outlet or _outlet(given.text, sections),
        title=given.title or _title(given.text, sections),
        url=given.url,
        language=_language_code(given.language) or find_language(_news(given.text, sections)),
        sections=sections,
        capture_sha256=capture.sha256,
        encoding="utf-8",
        position=position,
    )


def check_size(text: str, origin: str) -> None:
    """Check that a text holds words, and not too many.

    Raises:
        InputEmpty: The text is blank.
        InputTooLarge: It is longer than is taken in.
    """
    if not text.strip():
        raise _empty(origin)
    if len(text) > TEXT_MOST:
        raise InputTooLarge(
            f"{origin} was to be read; its text has {len(text):,} characters, and at most {TEXT_MOST:,} are taken in.\n"
            "Split the report into several."
        )


def _empty(origin: str) -> InputEmpty:
    return InputEmpty(f"{origin} was to be read; it holds nothing but white space.\nLook at it: wc -c {origin}")


def _title(text: str, sections: tuple[Section, ...]) -> str | None:
    first = next((section for section in sections if section.kind is SectionKind.TITLE), None)
    return None if first is None else text[first.start : first.end]


def _outlet(text: str, sections: tuple[Section, ...]) -> str | None:
    """Return the outlet that the byline names, None if none does."""
    bylines = (Span(s.start, s.end) for s in sections if s.kind is SectionKind.BYLINE)
    return next((outlet for byline in bylines if (outlet := byline_outlet(text, byline)) is not None), None)


def _news(text: str, sections: tuple[Section, ...]) -> str:
    """Return the words of the body, since furniture may be in another language; all words where there is no body."""
    body = [text[s.start : s.end] for s in sections if s.kind is SectionKind.BODY]
    return "\n".join(body) or text


def _language_code(words: str | None) -> str | None:
    """Return the language code of a tag such as "en-US", None if it is none."""
    code = (words or "").strip().lower().replace("_", "-").split("-")[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None
