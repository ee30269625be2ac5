"""What the encoder is told of a word beside its letters: its case, and where it stands to quote marks."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from secondsource.model.evidence import Span

N_FEATURES = 72
"""Letter case (6) × place to quote marks (4) × how the line opens (3)."""

NO_FEATURE = 0

_N_PLACES = 4
_N_OPENINGS = 3
_OUTSIDE, _OPENS, _INSIDE, _CLOSES = range(_N_PLACES)
_PLAIN, _QUOTED, _GOES_ON = range(_N_OPENINGS)
_MARKS = frozenset("\"“”„«»‹›「」『』《》＂‘’‚'`")


def feature(case: int, place: int, opening: int) -> int:
    """Return the number, 0 to 71, of one combination."""
    return (case * _N_PLACES + place) * _N_OPENINGS + opening


@lru_cache(maxsize=65_536)
def letter_case(word: str) -> int:
    """Return 0 for signs, 1 lower, 2 capitalised, 3 all capitals, 4 mixed, 5 with a digit."""
    if word.islower() and word.isalpha():
        return 1
    if not word[0].isalnum():
        return 0
    if any(character.isdigit() for character in word):
        return 5
    if word.isupper():
        return 2 if len(word) == 1 else 3
    if word[0].isupper() and word[1:].islower():
        return 2
    return 1 if word.islower() else 4


def line_features(
    text: str, lines: Sequence[Span], words: Sequence[Sequence[Span]], quotes: Sequence[Span]
) -> Iterator[list[int]]:
    """Yield the features of the words of each line.

    Args:
        text: The report's text.
        lines: Lines in text order.
        words: The words of each line.
        quotes: Insides of the outermost quotations, in text order; as ``quoted_spans`` gives them.
    """
    place = 0
    left_open = False
    for line, spans in zip(lines, words, strict=True):
        while place < len(quotes) and quotes[place].end <= line.start:
            place += 1
        opening = _PLAIN
        if spans and place < len(quotes) and quotes[place].start <= spans[0].end + 1 and _is_mark(text, spans[0]):
            opening = _GOES_ON if left_open else _QUOTED
        found = []
        at = place
        for span in spans:
            while at < len(quotes) and quotes[at].end < span.start:
                at += 1
            found.append(feature(letter_case(text[span.start : span.end]), _place(text, span, quotes, at), opening))
        last = next((quote for quote in reversed(quotes[place : at + 1]) if quote.start < line.end), None)
        # A quotation that runs to the very end of its line was never closed: print goes on in the next line.
        left_open = last is not None and bool(spans) and last.end >= spans[-1].end
        yield found


def _place(text: str, span: Span, quotes: Sequence[Span], at: int) -> int:
    for quote in quotes[at : at + 2]:
        if span.start >= quote.start and span.end <= quote.end:
            return _INSIDE
        if _is_mark(text, span):
            if span.end == quote.start or (span.end < quote.start and not text[span.end : quote.start].strip("`'\" ")):
                return _OPENS
            if span.start == quote.end:
                return _CLOSES
    return _OUTSIDE


def _is_mark(text: str, span: Span) -> bool:
    return text[span.start] in _MARKS
