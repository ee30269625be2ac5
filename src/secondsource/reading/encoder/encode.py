"""A text as the numbers that the encoder reads."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondsource.model.evidence import Span
from secondsource.reading.encoder.features import NO_FEATURE, line_features
from secondsource.reading.encoder.pieces import LINE_BREAK, WordPieces
from secondsource.reading.encoder.words import word_spans_in

IntArray = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Encoded:
    """A text as pieces; words and pieces in text order.

    Attributes:
        words: Where each word stands in the text.
        pieces: int64, shape (pieces,); numbers in the vocabulary, with a line-break piece after every line.
        features: int64, shape (pieces,); what is known of the word each piece belongs to.
        first: int64, shape (words,); the index of each word's first piece, strictly rising.
    """

    words: Sequence[Span]
    pieces: IntArray
    features: IntArray
    first: IntArray


def encode(text: str, lines: Sequence[Span], quotes: Sequence[Span], vocabulary: WordPieces) -> Encoded:
    """Return the pieces of ``lines``.

    Args:
        text: The report's text.
        lines: Lines to be read, in text order, not overlapping; what stands between them is left out.
        quotes: Insides of the outermost quotations of ``text``, in text order.
        vocabulary: The encoder's vocabulary.
    """
    by_line = list(word_spans_in(text, lines))
    words: list[Span] = []
    pieces: list[int] = []
    features: list[int] = []
    first: list[int] = []
    for spans, numbers in zip(by_line, line_features(text, lines, by_line, quotes), strict=True):
        for span, number in zip(spans, numbers, strict=True):
            first.append(len(pieces))
            cut = vocabulary.of(text[span.start : span.end])
            pieces.extend(cut)
            features.extend([number] * len(cut))
        words.extend(spans)
        pieces.append(LINE_BREAK)
        features.append(NO_FEATURE)
    return Encoded(
        words=words,
        pieces=np.asarray(pieces, dtype=np.int64),
        features=np.asarray(features, dtype=np.int64),
        first=np.asarray(first, dtype=np.int64),
    )
