"""What the encoder says of one page."""

import re
from dataclasses import dataclass

from secondsource.model.evidence import Span
from secondsource.reading.encoder.attributions import Attributed, find_attributions, span_of
from secondsource.reading.encoder.encode import Encoded, encode
from secondsource.reading.encoder.session import Scores, encoder
from secondsource.reading.page import Page

LANGUAGES = frozenset({"en", None})
"""What the encoder was trained on; None stands for texts too short to tell."""

_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Heads:
    """The encoder's answers for one page.

    Attributes:
        encoded: The words that were read.
        scores: What the heads say of each of them.
    """

    encoded: Encoded
    scores: Scores

    def attributions(self) -> list[Attributed]:
        """Return who says what, in words."""
        return find_attributions(self.scores, encoder().statement_moves)

    def span(self, place: tuple[int, int]) -> Span:
        """Return where a run of words stands in the text."""
        return span_of(self.encoded.words, place)


def read_heads(page: Page) -> Heads | None:
    """Return what the encoder says of the sentences of ``page``, None where it does not know the language.

    Title, standfirst, captions and body are read; between paragraphs the encoder sees the end of a line.
    """
    if page.language not in LANGUAGES or _LATIN.search(page.text) is None:
        return None
    return heads_of(page.text, _lines(page), page.quotes)


def heads_of(text: str, lines: list[Span], quotes: tuple[Span, ...]) -> Heads:
    """Return what the encoder says of ``lines``, which stand in text order and do not overlap."""
    encoded = encode(text, lines, quotes, encoder().vocabulary)
    return Heads(encoded=encoded, scores=encoder().run(encoded))


def _lines(page: Page) -> list[Span]:
    """Return the stretches of each paragraph that hold sentences."""
    lines: list[Span] = []
    paragraph = None
    for sentence in page.sentences:
        if sentence.paragraph == paragraph and lines:
            lines[-1] = Span(lines[-1].start, sentence.span.end)
        else:
            lines.append(sentence.span)
        paragraph = sentence.paragraph
    return lines
