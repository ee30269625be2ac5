"""The best sequence of tags."""

import numpy as np
from numpy.typing import NDArray

from secondsource.reading.encoder.tags import OUTSIDE, begin, inside

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.intp]

FORBIDDEN = -1e4
_QUIET = 12.0
"""Nats by which "outside" must lead at a word for the sequence to be cut there: what follows cannot tip it."""

_NO_LINES: IntArray = np.zeros(0, dtype=np.intp)

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


def tagged_spans(scores: FloatArray, moves: FloatArray, opens: IntArray = _NO_LINES) -> list[WordSpan]:
    """Return the spans of the best sequence of tags, line by line.

    Args:
        scores: float32, shape (words, tags).
        moves: float32, shape (tags, tags); what it costs to go from row to column.
        opens: Shape (lines,); the words that a line begins with, in order. No span runs over the end of a line.

    Returns:
        Spans in text order, not overlapping.

    Source: Viterbi 1967; stretches in which no tag comes near "outside" are passed over, as nothing there can win.
    """
    if not len(scores):
        return []
    rest = scores[:, 1:].max(axis=1)
    loud = np.flatnonzero(rest > scores[:, OUTSIDE] - _QUIET)
    if not len(loud):
        return []
    new_line = np.zeros(len(scores), dtype=np.bool_)
    new_line[opens] = True
    breaks = np.flatnonzero((np.diff(loud) > 1) | new_line[loud[1:]]) + 1
    starts, ends = loud[[0, *breaks]], loud[[*(breaks - 1), -1]] + 1
    spans: list[WordSpan] = []
    for start, tags in zip(starts, _best(scores, moves, starts, ends), strict=True):
        spans.extend(_spans_of(tags, int(start)))
    return spans


def _best(scores: FloatArray, moves: FloatArray, starts: IntArray, ends: IntArray) -> list[list[int]]:
    """Return the best tags of each stretch of words, all stretches taken forward and back side by side."""
    lengths = ends - starts
    longest, n_tags = int(lengths.max()), scores.shape[1]
    # Past its end a stretch is outside, which changes nothing between its sequences.
    padded = np.full((longest, n_tags, len(starts)), FORBIDDEN, dtype=np.float32)
    padded[:, OUTSIDE] = 0.0
    place = np.arange(longest)[:, None]
    there, stretch = np.nonzero(place < lengths)
    padded[there, :, stretch] = scores[there + starts[stretch]]
    totals = np.empty_like(padded)
    totals[0] = padded[0] + moves[OUTSIDE][:, None]
    steps = moves[:, :, None]
    for at in range(1, longest):
        # The stretches stand in the last axis, where numpy adds and compares many numbers at once.
        np.maximum.reduce(totals[at - 1][:, None] + steps, axis=0, out=totals[at])
        totals[at] += padded[at]
    tags = np.empty((longest, len(starts)), dtype=np.intp)
    tags[-1] = (totals[-1] + moves[:, OUTSIDE][:, None]).argmax(axis=0)
    for at in range(longest - 1, 0, -1):
        tags[at - 1] = (totals[at - 1] + moves[:, tags[at]]).argmax(axis=0)
    return [tags[:length, row].tolist() for row, length in enumerate(lengths)]


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
