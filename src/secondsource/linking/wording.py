"""The words of a report that are its own: furniture and quoted speech left out."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from secondsource.model.evidence import Span
from secondsource.model.report import Report, Section, SectionKind
from secondsource.text.quotes import quoted_spans

# Korean words are cut into pairs of syllables, so that a changed particle changes one token and not the word;
# Chinese characters and kana stand alone.
_TOKEN = re.compile(r"[^\W_\u1100-\u11ff\u3040-\u9fff\uac00-\ud7a3]+|[\uac00-\ud7a3]{1,2}|[\u3040-\u9fff]")
# The same in ASCII, several times as fast.
_ASCII_TOKEN = re.compile(r"[A-Za-z0-9]+")
_STOP = re.compile(r"[.!?。\n]")
_FURNITURE = frozenset({SectionKind.BYLINE, SectionKind.DATELINE, SectionKind.CREDIT, SectionKind.NOTICE})

QUOTE_MOST = 700
"""Characters of the longest quotation taken as speech; a longer one is a document, and copying it is copying a text."""

CLAUSE_MOST = 60
"""Characters of a reporting clause after a quotation ("… said at a briefing"); it belongs to the quotation."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A report's own words in order.

    Attributes:
        text: The report's text, folded where folding keeps every offset.
        stretches: Where its own words stand, in text order; each holds a word.
        tokens: The words; 0-based places count these.
        breaks: Places where words were left out before; no run of words goes over them. Ascending.
    """

    text: str
    stretches: tuple[Span, ...]
    tokens: tuple[str, ...]
    breaks: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.tokens)

    def span(self, first: int, end: int) -> Span:
        """Return the characters of the words from place ``first`` to before ``end``."""
        # Few reports are ever quoted, so places are not kept; finding the two again costs less than one pass.
        words = self._words_from(first)
        start = next(words)
        if end - first == 1:
            return Span(start.start(), start.end())
        if self._stretch(first) == self._stretch(end - 1):
            return Span(start.start(), next(islice(words, end - first - 2, None)).end())
        return Span(start.start(), next(self._words_from(end - 1)).end())

    def _words_from(self, at: int) -> Iterator[re.Match[str]]:
        """Yield the words of a stretch from place ``at`` on."""
        stretch = self._stretch(at)
        first = self.breaks[stretch - 1] if stretch else 0
        part = self.stretches[stretch]
        return islice(_TOKEN.finditer(self.text, part.start, part.end), at - first, None)

    def _stretch(self, at: int) -> int:
        """Return the number of the stretch in which the word at place ``at`` stands."""
        return bisect_right(self.breaks, at)


def own_wording(report: Report, sections: Sequence[Section] = ()) -> Wording:
    """Return the words of ``report`` without furniture, without quoted speech and the clause that goes with it.

    Args:
        report: The report.
        sections: Its parts as a reading found them; the report's own are used where it has any. Without any,
            all of the text is read.
    """
    text = report.text
    folded = text.casefold()
    # A few letters grow when folded and would shift all offsets; lower case that slips too is left as it is.
    source = next((same for same in (folded, text.lower()) if len(same) == len(text)), text)
    stretches: list[Span] = []
    tokens: list[str] = []
    breaks: list[int] = []
    for part in _own_stretches(text, report.sections or sections):
        words = source[part.start : part.end]
        found = (_ASCII_TOKEN if words.isascii() else _TOKEN).findall(words)
        if not found:
            continue
        if tokens:
            breaks.append(len(tokens))
        stretches.append(part)
        tokens += found
    return Wording(source, tuple(stretches), tuple(tokens), tuple(breaks))


def _own_stretches(text: str, sections: Sequence[Section]) -> list[Span]:
    kept = [Span(part.start, part.end) for part in sections if part.kind not in _FURNITURE]
    if not sections:
        kept = [Span(0, len(text))]
    masks = [_with_clause(text, quote) for quote in quoted_spans(text) if quote.end - quote.start <= QUOTE_MOST]
    own: list[Span] = []
    at = 0
    for part in kept:
        start = part.start
        while at < len(masks) and masks[at].end <= start:
            at += 1
        next_mask = at
        while next_mask < len(masks) and masks[next_mask].start < part.end:
            if masks[next_mask].start > start:
                own.append(Span(start, masks[next_mask].start))
            start = max(start, masks[next_mask].end)
            next_mask += 1
        if start < part.end:
            own.append(Span(start, part.end))
    return own


def _with_clause(text: str, quote: Span) -> Span:
    stop = _STOP.search(text, quote.end + 1, quote.end + CLAUSE_MOST)
    return Span(quote.start, quote.end if stop is None else stop.start())
