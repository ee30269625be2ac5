"""Windows of marked texts, drawn by chance and laid side by side."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from secondsource.reading.encoder.features import NO_FEATURE
from secondsource.reading.encoder.pieces import CLOSING, LINE_BREAK, OPENING, PADDING
from training.examples import NO_TARGET, Example
from training.recipe import NAME_WEIGHTS, Recipe


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Batch:
    """Windows side by side, the shorter ones filled up.

    Attributes:
        kind: The head that learns from it.
        pieces: int64, shape (windows, pieces).
        features: int64, shape (windows, pieces).
        mask: bool, shape (windows, pieces); false where filled up.
        first: int64, shape (windows, words); 0 where filled up.
        words: bool, shape (windows, words); false where filled up.
        allowed: int64, shape (windows, words); bits of the tags that may be right.
        anchors: int64, shape (windows, words); -1 where nothing is asked.
        sources: int64, shape (windows, words); likewise.
    """

    kind: str
    pieces: torch.Tensor
    features: torch.Tensor
    mask: torch.Tensor
    first: torch.Tensor
    words: torch.Tensor
    allowed: torch.Tensor
    anchors: torch.Tensor
    sources: torch.Tensor


Window = tuple[Example, int, int]
"""An example and the run of its words, end exclusive."""


_SHORT_SHARE = 0.15
"""Share of the windows that are cut short: the reader is also given headlines, captions and single sentences."""
_SHORTEST = 8


def windows_of(example: Example, rng: random.Random, size: int) -> Iterator[Window]:
    """Yield windows of at most ``size`` pieces that cover the text, whole lines as the reader packs them.

    Some are cut short, the first most often, so that the same lines stand elsewhere in the next reading; a line that
    is too long for a window is cut where the window is full.
    """
    ends = np.append(example.first[1:], len(example.pieces))
    closes_line = example.pieces[ends - 1] == LINE_BREAK
    start = 0
    while start < len(example.first):
        short = start == 0 or rng.random() < _SHORT_SHARE
        room = rng.randint(_SHORTEST, size) if short else size
        end = int(np.searchsorted(ends, example.first[start] + room, side="right"))
        end = max(end, start + 1)
        line_ends = np.flatnonzero(closes_line[start:end])
        end = start + int(line_ends[-1]) + 1 if len(line_ends) else end
        yield example, start, end
        start = end


def epoch(
    statements: Sequence[Sequence[Example]],
    names: Mapping[str, list[list[Example]]],
    recipe: Recipe,
    rng: random.Random,
) -> list[list[Window]]:
    """Return the batches of one pass: every statement window once, name windows by weight, in random order."""
    told = [window for texts in statements for window in windows_of(rng.choice(texts), rng, recipe.window)]
    named: list[Window] = []
    for name, weight in NAME_WEIGHTS.items():
        drawn = [w for texts in names[name] for w in windows_of(rng.choice(texts), rng, recipe.window)]
        whole, part = divmod(weight, 1)
        named += drawn * int(whole) + [window for window in drawn if rng.random() < part]
    batches = [*_batches(told, rng, recipe.batch), *_batches(named, rng, recipe.batch)]
    rng.shuffle(batches)
    return batches


def _batches(windows: list[Window], rng: random.Random, size: int) -> Iterator[list[Window]]:
    """Yield batches of windows of like length, so that little is filled up."""
    rng.shuffle(windows)
    for at in range(0, len(windows), size * 40):
        near = sorted(windows[at : at + size * 40], key=_length)
        for place in range(0, len(near), size):
            yield near[place : place + size]


def _length(window: Window) -> int:
    example, start, end = window
    return _end(example, end) - int(example.first[start])


def _end(example: Example, end: int) -> int:
    return int(example.first[end]) if end < len(example.first) else len(example.pieces)


def lay_side_by_side(windows: Sequence[Window]) -> Batch:
    """Return the windows as one batch."""
    n_pieces = max(map(_length, windows)) + 2
    n_words = max(end - start for _, start, end in windows)
    shape = (len(windows), n_pieces)
    pieces = np.full(shape, PADDING, dtype=np.int64)
    features = np.full(shape, NO_FEATURE, dtype=np.int64)
    mask = np.zeros(shape, dtype=bool)
    first = np.zeros((len(windows), n_words), dtype=np.int64)
    words = np.zeros((len(windows), n_words), dtype=bool)
    allowed = np.ones((len(windows), n_words), dtype=np.int64)
    anchors = np.full((len(windows), n_words), NO_TARGET, dtype=np.int64)
    sources = anchors.copy()
    for row, (example, start, end) in enumerate(windows):
        low, high = int(example.first[start]), _end(example, end)
        length, count = high - low, end - start
        pieces[row, 0], pieces[row, length + 1] = OPENING, CLOSING
        pieces[row, 1 : length + 1] = example.pieces[low:high]
        features[row, 1 : length + 1] = example.features[low:high]
        mask[row, : length + 2] = True
        first[row, :count] = example.first[start:end] - low + 1
        words[row, :count] = True
        allowed[row, :count] = example.allowed[start:end]
        anchors[row, :count] = _within(example.anchors[start:end], start, end)
        sources[row, :count] = _within(example.sources[start:end], start, end)
    return Batch(
        kind=windows[0][0].kind,
        **{
            name: torch.from_numpy(array)
            for name, array in {
                "pieces": pieces,
                "features": features,
                "mask": mask,
                "first": first,
                "words": words,
                "allowed": allowed,
                "anchors": anchors,
                "sources": sources,
            }.items()
        },
    )


def _within(targets: np.ndarray, start: int, end: int) -> np.ndarray:
    inside = (targets >= start) & (targets < end)
    return np.where(inside, targets - start, NO_TARGET)
