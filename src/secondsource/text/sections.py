"""The parts of a report's page: headline, byline, captions and credits apart from the news."""

from collections.abc import Sequence

from secondsource.model.evidence import Span
from secondsource.model.report import Section, SectionKind
from secondsource.text.captions import is_caption, is_photo_credit
from secondsource.text.end_credits import is_credit_line
from secondsource.text.furniture import is_end_notice, is_list_heading, is_notice
from secondsource.text.head import head_kinds
from secondsource.text.paragraph_parts import body_parts
from secondsource.text.units import ends_with_stop, line_units

SUBHEAD_MOST = 90
"""Characters that a heading inside the body has at most."""


def find_sections(text: str, *, title: str | None = None) -> tuple[Section, ...]:
    """Return the parts of a plain text, in text order, not overlapping.

    Every character that is not white space belongs to exactly one part. A heading inside the body is a body part
    of its own; the paragraphs between two headings are one. What is not known for furniture is body.

    Args:
        text: The report's words.
        title: The headline where it is known apart from the text; the same words at the top are then a title.
    """
    units = line_units(text)
    return sections_of(text, units, _kinds(text, units, title))


def sections_of(text: str, units: Sequence[Span], kinds: Sequence[SectionKind]) -> tuple[Section, ...]:
    """Return the parts of a text whose lines are known by kind; bylines, datelines and credits are cut from body lines.

    Args:
        text: The report's words.
        units: Its lines, in text order.
        kinds: The kind of each.
    """
    sections: list[Section] = []
    body = [i for i, kind in enumerate(kinds) if kind is SectionKind.BODY]
    heads_follow = False
    for i, (unit, kind) in enumerate(zip(units, kinds, strict=True)):
        if kind is not SectionKind.BODY:
            sections.append(Section(kind=kind, start=unit.start, end=unit.end))
            continue
        alone = 0 < i < len(units) - 1 and is_subhead(unit.of(text))
        parts = body_parts(text, unit, first=i == body[0], last=i == body[-1])
        _append(sections, parts, joined=not alone and not heads_follow)
        heads_follow = alone
    return tuple(sections)


def kinds_below_head(text: str, units: Sequence[Span]) -> list[SectionKind]:
    """Return the kind of each line of a page below its head: captions, credits and notices apart from the body."""
    tail = _tail_kinds(text, units)
    return [*(_middle_kind(text, unit) for unit in units[: len(units) - len(tail)]), *tail]


def is_subhead(words: str) -> bool:
    """Return whether a line of the body is a heading: short, without a stop at its end, no item of a list."""
    return len(words) <= SUBHEAD_MOST and not ends_with_stop(words) and words[0] not in "-•·*–—\"“'‘«"


def _kinds(text: str, units: Sequence[Span], title: str | None) -> list[SectionKind]:
    below = kinds_below_head(text, units)
    n_tail = len(_tail_kinds(text, units))
    head = head_kinds(text, units[: len(units) - n_tail], title=title)
    return [*head, *below[len(head) :]]


def _middle_kind(text: str, unit: Span) -> SectionKind:
    words = unit.of(text)
    if is_photo_credit(words):
        return SectionKind.CREDIT
    if is_caption(text, unit):
        return SectionKind.CAPTION
    if is_notice(words):
        return SectionKind.NOTICE
    return SectionKind.CREDIT if is_credit_line(words) else SectionKind.BODY


def _tail_kinds(text: str, units: Sequence[Span]) -> list[SectionKind]:
    """Return the kinds of the last units, from the first after which there is furniture only."""
    listed = _list_start(text, units)
    kinds = [SectionKind.NOTICE] * (len(units) - listed)
    for unit in reversed(units[:listed]):
        words = unit.of(text)
        if is_credit_line(words) or is_photo_credit(words):
            kinds.append(SectionKind.CREDIT)
        elif is_end_notice(words) and (kinds or is_notice(words) or len(units) > 1):
            kinds.append(SectionKind.NOTICE)
        else:
            break
    return kinds[::-1]


def _list_start(text: str, units: Sequence[Span]) -> int:
    """Return the index of the heading after which only titles of other pages follow, the number of units if none."""
    for i in range(len(units) - 1, 0, -1):
        words = units[i].of(text)
        if is_list_heading(words):
            return i
        if ends_with_stop(words) and len(words) > SUBHEAD_MOST and not is_end_notice(words):
            break
    return len(units)


def _append(sections: list[Section], parts: Sequence[Section], *, joined: bool) -> None:
    for part in parts:
        last = sections[-1] if sections else None
        if joined and last is not None and last.kind is part.kind is SectionKind.BODY:
            sections[-1] = Section(kind=SectionKind.BODY, start=last.start, end=part.end)
        else:
            sections.append(part)
