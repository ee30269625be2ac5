"""The head of a page: what stands above the first paragraph of news."""

import re
from collections.abc import Sequence

from secondsource.model.evidence import Span
from secondsource.model.report import SectionKind
from secondsource.text.bylines import find_byline
from secondsource.text.captions import is_caption, is_photo_credit
from secondsource.text.date_lines import is_date_line
from secondsource.text.end_credits import is_credit_line
from secondsource.text.furniture import is_notice
from secondsource.text.normalise import fold
from secondsource.text.units import ends_with_stop

HEAD_MOST = 12
"""Lines that the head of a page has at most."""

TITLE_MOST = 250
"""Characters that a headline has at most."""

STANDFIRST_MOST = 400
"""Characters that a line of a standfirst has at most."""

STANDFIRST_SENTENCES_MOST = 2
"""Lines with a stop that stand above a byline at most; with more of them the byline closes a text."""

_PARAGRAPH_LEAST = 80
_PARAGRAPH_LEAST_CJK = 35
_SENTENCE_END = re.compile(r"[.。][\"'”’»)]{0,3}$")
_INITIALISM_END = re.compile(r"(?:\b[A-Z]\.){2,6}$")
_CJK = re.compile(r"[가-힣぀-ヿ一-鿿]")


def head_kinds(text: str, units: Sequence[Span], *, title: str | None) -> list[SectionKind]:
    """Return the kinds of the lines above the first paragraph of news; empty where the text opens with news.

    A byline or a line that gives the date ends the head: sentences above it are a standfirst, not news.
    """
    lead = _lead(text, units)
    known = None if title is None else fold(title)
    kinds: list[SectionKind] = []
    headline: str | None = None
    for i, unit in enumerate(units[:lead]):
        words = unit.of(text)
        kind = _furniture_kind(text, unit)
        if kind is None and headline is None and len(words) <= TITLE_MOST:
            kind, headline = SectionKind.TITLE, fold(words)
        if kind is None:
            after = units[i + 1].of(text) if i + 1 < len(units) else ""
            kind = _below_headline(words, after, (headline, known))
        kinds.append(kind)
    return kinds or _lone_title(text, units, known)


def maker_kind(text: str, unit: Span) -> SectionKind | None:
    """Return byline or dateline where a line says nothing but who wrote the report or when, else None."""
    if find_byline(text, unit) is not None:
        return SectionKind.BYLINE
    return SectionKind.DATELINE if is_date_line(unit.of(text)) else None


def _furniture_kind(text: str, unit: Span) -> SectionKind | None:
    words = unit.of(text)
    kind = maker_kind(text, unit)
    if kind is not None:
        return kind
    if is_photo_credit(words) or is_credit_line(words):
        return SectionKind.CREDIT
    if is_caption(text, unit):
        return SectionKind.CAPTION
    return SectionKind.NOTICE if is_notice(words) else None


def _below_headline(words: str, after: str, headlines: tuple[str | None, ...]) -> SectionKind:
    if fold(words) in headlines:
        return SectionKind.TITLE
    # The words of a picture without a sentence are known only by the photo credit on the next line.
    return SectionKind.CAPTION if is_photo_credit(after) else SectionKind.STANDFIRST


def _lone_title(text: str, units: Sequence[Span], known: str | None) -> list[SectionKind]:
    """Return a title for a first line that has a stop but is a headline all the same."""
    if len(units) < 2 or units[0].end - units[0].start > TITLE_MOST:
        return []
    words = units[0].of(text)
    return [SectionKind.TITLE] if fold(words) == known or _is_title_case(words) else []


def _is_title_case(words: str) -> bool:
    long_words: list[str] = re.findall(r"[^\W\d_]{4,}", words)
    if len(long_words) < 4 or re.search(r"[.!?][\"”’]? ", words):
        return False
    return sum(word[0].isupper() for word in long_words) >= 0.8 * len(long_words)


def _lead(text: str, units: Sequence[Span]) -> int:
    """Return the index of the first paragraph of news, 0 where there is no head."""
    anchor = _anchor(text, units)
    for i in range(anchor, min(len(units), HEAD_MOST)):
        if _furniture_kind(text, units[i]) is None and _is_paragraph(units[i].of(text)):
            return i
    return anchor if anchor < len(units) else 0


def _anchor(text: str, units: Sequence[Span]) -> int:
    """Return the index after the last byline or date line of the head, 0 if it has none.

    Where more stands above it than a headline and a short standfirst, or no news below, it closes a text instead.
    """
    anchor = n_sentences = 0
    for i, unit in enumerate(units[:HEAD_MOST]):
        words = unit.of(text)
        if find_byline(text, unit) is not None or is_date_line(words):
            anchor = i + 1
            continue
        n_sentences += _is_paragraph(words)
        if len(words) > STANDFIRST_MOST or i - anchor > 4 or n_sentences > STANDFIRST_SENTENCES_MOST:
            break
    return anchor if any(_is_paragraph(unit.of(text)) for unit in units[anchor : anchor + HEAD_MOST]) else 0


def _is_paragraph(words: str) -> bool:
    least = _PARAGRAPH_LEAST_CJK if _CJK.search(words) else _PARAGRAPH_LEAST
    if _SENTENCE_END.search(words) and not (_INITIALISM_END.search(words) and len(words) <= least * 2):
        return True
    return len(words) > TITLE_MOST or (len(words) >= least and ends_with_stop(words))
