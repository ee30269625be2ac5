"""The best sequence of tags."""

import numpy as np
from numpy.typing import NDArray

from secondsource.reading.encoder.tags import OUTSIDE, begin, inside

FloatArray = NDArray[np.float32]

FORBIDDEN = -1e4
_QUIET = 12.0
"""Nats by which "outside" must lead at a word for the sequence to be cut there: what follows cannot tip it."""

WordSpan = tuple[int, int, int]
"""Role or type, first word, one past the last word."""


def allowed_moves(n_roles: int) -> FloatArray:
    """Return what no sequence may do, shape (tags, tags), from row to column: an inside without its begin."""
    n_tags = 1 + 2 * n_roles
    moves = np.zeros((n_tags, n_tags), dtype=np.float32)
    for role in range(n_roles):
        moves[:, inside(role)] = FORBIDDEN
        moves[begin(role), inside(role)] = moves[inside(role), inside(role)] = 0.0
    return moves


def tagged_spans(scores: FloatArray, moves: FloatArray) -> list[WordSpan]:
    """Return the spans of the best sequence of tags.

    Args:
        scores: float32, shape (words, tags).
        moves: float32, shape (tags, tags); what it costs to go from row to column.

    Returns:
        Spans in text order, not overlapping.

    Source: Viterbi 1967; stretches in which no tag comes near "outside" are passed over, as nothing there can win.
    """
    spans: list[WordSpan] = []
    if not len(scores):
        return spans
    rest = scores[:, 1:].max(axis=1)
    loud = np.flatnonzero(rest > scores[:, OUTSIDE] - _QUIET)
    if not len(loud):
        return spans
    breaks = np.flatnonzero(np.diff(loud) > 1)
    for low, high in zip([0, *(breaks + 1)], [*breaks, len(loud) - 1], strict=True):
        start, end = int(loud[low]), int(loud[high]) + 1
        spans.extend(_spans_of(_best(scores[start:end], moves), start))
    return spans


def _best(scores: FloatArray, moves: FloatArray) -> list[int]:
    n_words, n_tags = scores.shape
    back = np.empty((n_words, n_tags), dtype=np.intp)
    total = scores[0] + moves[OUTSIDE]
    columns = np.arange(n_tags)
    for place in range(1, n_words):
        step = total[:, None] + moves
        came = step.argmax(axis=0)
        back[place] = came
        total = step[came, columns] + scores[place]
    tag = int((total + moves[:, OUTSIDE]).argmax())
    tags = [tag]
    for place in range(n_words - 1, 0, -1):
        tag = int(back[place, tag])
        tags.append(tag)
    return tags[::-1]


def _spans_of(tags: list[int], start: int) -> list[WordSpan]:
    spans: list[WordSpan] = []
    opened: tuple[int, int] | None = None
    for place, tag in enumerate([*tags, OUTSIDE]):
        role = (tag - 1) // 2
        if opened is not None and (tag == OUTSIDE or tag == begin(role)):
            spans.append((opened[0], start + opened[1], start + place))
            opened = None
        if tag != OUTSIDE and tag == begin(role):
            opened = (role, place)
    return spans
