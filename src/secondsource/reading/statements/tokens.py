"""Sentences as tokens, each quotation one token."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from secondsource.model.evidence import Span

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|[’'](?:s|re|ve|ll|d|m)\b"
    r"|\d+(?:[.,:]\d+)*\w*(?:-\w+)*%?"
    r"|\w+(?:[’'](?!(?:s|re|ve|ll|d|m)\b)\w+|[-./&](?=\w)\w+)*"
    r"|''|--|\S"
)
_OPENING = ("''", "``", "“", "”", '"', "„", "«", "»", "‘", "'", "「", "『", "‚", "＂", "‹", "›", "《")
_CLOSING = ("''", "”", '"', "“", "»", "«", "’", "'", "」", "』", "‘", "＂", "›", "‹", "》")


class Token(NamedTuple):
    """A word, a mark, or a whole quotation.

    Attributes:
        start: First character.
        end: One past the last character; of a quotation, its marks included.
        low: The words in lower case; ``"`` for a quotation.
        capital: Whether it begins with a capital letter.
        upper: Whether it has no small letter.
    """

    start: int
    end: int
    low: str
    capital: bool
    upper: bool = False

    @property
    def quote(self) -> bool:
        """Whether the token is a quotation."""
        return self.low == '"'

    @property
    def word(self) -> bool:
        """Whether the token is a word."""
        return self.low[0].isalnum() or self.low[0] in "'’"


def marked(text: str, quote: Span) -> Span:
    """Return a quotation with the marks around it, where there are any."""
    start, end = quote.start, quote.end
    for mark in _OPENING:
        if text.startswith(mark, start - len(mark)) and start >= len(mark):
            start -= len(mark)
            break
    for mark in _CLOSING:
        if text.startswith(mark, end):
            end += len(mark)
            break
    return Span(start, end)


def tokens_of(text: str, span: Span, quotes: Sequence[Span]) -> list[Token]:
    """Return the tokens of ``span``; ``quotes`` are the quotations in it with their marks, in text order."""
    tokens: list[Token] = []
    place = span.start
    for quote in quotes:
        start, end = max(quote.start, place), min(quote.end, span.end)
        if end <= start:
            continue
        tokens.extend(_plain(text, place, start))
        tokens.append(Token(start, end, '"', _opens_high(text, start, end)))
        place = end
    tokens.extend(_plain(text, place, span.end))
    return _join_points(tokens)


def _opens_high(text: str, start: int, end: int) -> bool:
    letter = next((char for char in text[start : min(end, start + 6)] if char.isalnum()), "a")
    return letter.isupper()


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        yield Token(
            match.start(), match.end(), word.lower() if word != '"' else "''", word[0].isupper(), word.isupper()
        )


def _join_points(tokens: list[Token]) -> list[Token]:
    """Give points inside the sentence to the abbreviation before them ("Sen. Smith")."""
    joined: list[Token] = []
    for place, token in enumerate(tokens):
        last = joined[-1] if joined else None
        if (
            token.low == "."
            and last is not None
            and last.word
            and last.end == token.start
            and place + 1 < len(tokens)
            and (tokens[place + 1].word or tokens[place + 1].low == ",")
        ):
            joined[-1] = Token(last.start, token.end, last.low, last.capital, last.upper)
        else:
            joined.append(token)
    return joined


LONGEST = 2_000
"""Characters of a sentence that are read at once; a longer run is no sentence, and reading grows with its square."""


def bounded(text: str, span: Span) -> Iterator[Span]:
    """Yield ``span``, parted at white space where it is longer than any sentence."""
    start = span.start
    while span.end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        end = cut if cut > start else start + LONGEST
        yield Span(start, end)
        start = end
    if start < span.end:
        yield Span(start, span.end)


def units(sentences: Iterable[Span], quotes: Sequence[Span]) -> list[Span]:
    """Return the sentences, those joined that one quotation runs over; ``quotes`` with their marks."""
    joined: list[Span] = []
    index = 0
    for span in sentences:
        if joined:
            seam = joined[-1].end
            while index < len(quotes) and quotes[index].end <= seam:
                index += 1
            if index < len(quotes) and quotes[index].start < seam and quotes[index].end >= span.start:
                joined[-1] = Span(joined[-1].start, span.end)
                continue
        joined.append(span)
    return joined
