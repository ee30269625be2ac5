"""Paragraphs, sentences and words of a text, with exact places."""

import re

from secondsource.model.evidence import Span
from secondsource.text.abbreviations import ends_with_abbreviation, goes_on_after_number

_LINE = re.compile(r"[^\n]+")
# A full stop may be followed by closing marks that still belong to the sentence; no mark is in two of the classes,
# so that the scan is linear.
_STOP = re.compile(r"(?:[.!?…]+|[。！？｡]+)[\"'”’»›)\]」』]*")
_OPENERS = "\"'“„‘‚«‹»(['「『—–-•*"
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., т.е.
    r"|[’'](?:s|re|ve|ll|d|m|t)\b"  # what an apostrophe hangs on a word stands by itself
    r"|\d+(?:[.,:]\d+)*\w*(?:-\w+)*"
    r"|\w+(?:[’'](?!(?:s|re|ve|ll|d|m)\b)\w+|-\w+)*"
)
_KOREAN_STOP = re.compile(r"[다요]\.[\"”’]?[가-힣\d]")
_WRAPPED_LEAST = 50
_WRAPPED_MOST = 100


def paragraph_spans(text: str) -> list[Span]:
    """Return the paragraphs of ``text`` in order, white space at their ends left out.

    A blank line parts paragraphs, and so does a single line break, except where lines are broken at a fixed width
    or the next line goes on in lower case.
    """
    spans: list[Span] = []
    block: list[Span] = []
    previous_end = 0
    for line in _LINE.finditer(text):
        span = _trimmed(text, line.start(), line.end())
        if span is None:
            continue
        if block and text.count("\n", previous_end, span.start) > 1:
            spans.extend(_block_paragraphs(text, block))
            block = []
        block.append(span)
        previous_end = span.end
    spans.extend(_block_paragraphs(text, block))
    return spans


def sentence_spans(text: str, start: int, end: int) -> list[Span]:
    """Return the sentences between two places, white space at their ends left out; none crosses a paragraph.

    A line that stands alone (a headline, a caption) is a sentence with or without a full stop.
    """
    spans: list[Span] = []
    for paragraph in paragraph_spans(text[start:end]):
        spans.extend(_sentences(text, start + paragraph.start, start + paragraph.end))
    return spans


def word_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the words between two places, punctuation left out.

    "U.S.", "anti-ship" and "O'Brien" are one word each; the "'s" of a possessive is a word of its own.
    """
    stop = len(text) if end is None else end
    return [Span(match.start(), match.end()) for match in _WORD.finditer(text, start, stop)]


def _block_paragraphs(text: str, lines: list[Span]) -> list[Span]:
    if not lines:
        return []
    lengths = [line.end - line.start for line in lines]
    longest = max(lengths)
    wrapped = (
        len(lines) > 1 and _WRAPPED_LEAST <= longest <= _WRAPPED_MOST and min(lengths[:-1]) >= max(0.6 * longest, 40)
    )
    # Two lines of like length may be a headline and its subhead: only a text without a stop inside runs on.
    wrapped = wrapped and (len(lines) > 2 or text[lines[0].end - 1] not in '.!?:”"')
    spans = [lines[0]]
    for line in lines[1:]:
        if wrapped or text[line.start].islower():
            spans[-1] = Span(spans[-1].start, line.end)
        else:
            spans.append(line)
    return spans


def _sentences(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() <= begin or not _ends_sentence(text, begin, stop, end):
            continue
        span = _trimmed(text, begin, stop.end())
        if span is not None:
            spans.append(span)
        begin = stop.end()
    last = _trimmed(text, begin, end)
    if last is not None:
        spans.append(last)
    return spans


def _ends_sentence(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    mark = stop.group()
    following = stop.end()
    while following < end and text[following].isspace():
        following += 1
    if mark[0] in "。！？｡" or following >= end:
        return True
    if following == stop.end():
        # Korean desks leave the blank out; no other language joins a sentence to the next.
        return _KOREAN_STOP.match(text, stop.start() - 1) is not None
    if not _may_begin(text, following, end):
        return False
    return mark != "." or not (
        ends_with_abbreviation(text, begin, stop.start(), following)
        or goes_on_after_number(text, begin, stop.start(), following)
    )


def _may_begin(text: str, position: int, end: int) -> bool:
    """Return whether a sentence may begin at ``position``: never with a small letter or a mark that closes."""
    while position < end and text[position] in _OPENERS:
        position += 1
    return position < end and not text[position].islower() and text[position] not in ",;:.!?)]}"


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
