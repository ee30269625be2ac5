"""Marked texts as the numbers that the training reads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from secondsource.model.evidence import Span
from secondsource.reading.encoder.encode import Encoded, encode
from secondsource.reading.encoder.pieces import WordPieces
from secondsource.text.quotes import quoted_spans
from secondsource.text.segment import paragraph_spans
from training.base_model import base_vocabulary

NO_TARGET = -1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Example:
    """One text with what is known of its words.

    Attributes:
        kind: ``statements`` or ``names``: the head that learns from it.
        pieces: int64, shape (pieces,).
        features: int64, shape (pieces,).
        first: int64, shape (words,); each word's first piece.
        allowed: uint32, shape (words,); bit t is set where tag t may be right; all bits where nothing is known.
        anchors: int64, shape (words,); for the first word of a source or content, the word that opens its
            attribution, -1 elsewhere.
        sources: int64, shape (words,); for the word that opens an attribution, the first word of its source, or
            itself where none is named, -1 elsewhere.
    """

    kind: str
    pieces: NDArray[np.int64]
    features: NDArray[np.int64]
    first: NDArray[np.int64]
    allowed: NDArray[np.uint32]
    anchors: NDArray[np.int64]
    sources: NDArray[np.int64]


@cache
def word_pieces() -> WordPieces:
    """Return the vocabulary that the base model was trained with."""
    return WordPieces(base_vocabulary())


def encoded(text: str) -> Encoded:
    """Return ``text`` as the encoder reads it, line by line."""
    return encode(text, paragraph_spans(text), quoted_spans(text), word_pieces())


def words_in(words: Sequence[Span], start: int, end: int, *, starts: NDArray[np.int64]) -> range:
    """Return the indices of the words that share a character with the span.

    Args:
        words: All words in text order.
        start: First character.
        end: One past the last.
        starts: int64, shape (words,); where each word starts.
    """
    low = int(np.searchsorted(starts, start, side="right")) - 1
    if low < 0 or words[low].end <= start:
        low += 1
    high = int(np.searchsorted(starts, end, side="left"))
    return range(low, max(low, high))


def starts_of(words: Sequence[Span]) -> NDArray[np.int64]:
    """Return where each word starts: int64, shape (words,)."""
    return np.asarray([word.start for word in words], dtype=np.int64)


def empty_targets(n_words: int) -> NDArray[np.int64]:
    """Return targets that ask nothing: int64, shape (words,), all -1."""
    return np.full(n_words, NO_TARGET, dtype=np.int64)


def bits(tags: Iterable[int]) -> int:
    """Return the number whose bits are the tags."""
    return sum(1 << tag for tag in set(tags))
