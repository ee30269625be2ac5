"""The parts of one paragraph of the body: byline, dateline and credit that stand in the same line as news."""

from secondsource.model.evidence import Span
from secondsource.model.report import Section, SectionKind
from secondsource.text.bylines import find_opening_byline
from secondsource.text.datelines import find_dateline
from secondsource.text.end_credits import opening_credit, tail_credit

OPENINGS_MOST = 4
"""Bylines, datelines and credits that one paragraph opens with at most."""


def body_parts(text: str, unit: Span, *, first: bool, last: bool) -> list[Section]:
    """Return the parts of a body paragraph, in text order; together they cover all its words.

    Args:
        text: The report's words.
        unit: The paragraph.
        first: Whether it is the first of the body, where bylines and datelines stand.
        last: Whether it is the last of the body, where credits stand.
    """
    parts = _opening_parts(text, unit) if first else []
    start = _next_word(text, parts[-1].end) if parts else unit.start
    credit = tail_credit(text, Span(start, unit.end)) if last else None
    end = unit.end if credit is None else start + len(text[start : credit.start].rstrip())
    if start < end:
        parts.append(Section(kind=SectionKind.BODY, start=start, end=end))
    if credit is not None:
        parts.append(Section(kind=SectionKind.CREDIT, start=credit.start, end=credit.end))
    return parts


def _opening_parts(text: str, unit: Span) -> list[Section]:
    parts: list[Section] = []
    start = unit.start
    while len(parts) < OPENINGS_MOST and (part := _opening_part(text, Span(start, unit.end))) is not None:
        if part.end >= unit.end:
            break
        parts.append(part)
        start = _next_word(text, part.end)
    return parts


def _opening_part(text: str, rest: Span) -> Section | None:
    byline = find_opening_byline(text, rest)
    if byline is not None:
        return Section(kind=SectionKind.BYLINE, start=byline.span.start, end=byline.span.end)
    dateline = find_dateline(text, rest.start, rest.end)
    if dateline is not None:
        return Section(kind=SectionKind.DATELINE, start=dateline.span.start, end=dateline.span.end)
    credit = opening_credit(text, rest)
    return None if credit is None else Section(kind=SectionKind.CREDIT, start=credit.start, end=credit.end)


def _next_word(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position
