"""Windows lie over the texts as the reader packs them."""

import random

import numpy as np
import pytest

pytest.importorskip("torch", reason="training is not installed")

from training.examples import Example, empty_targets
from training.windows import windows_of

from secondsource.reading.encoder.pieces import LINE_BREAK

SIZE = 40


def text_of_lines(lengths: list[int]) -> Example:
    pieces = np.concatenate([[*range(2000, 2000 + n), LINE_BREAK] for n in lengths])
    first = np.flatnonzero(pieces != LINE_BREAK)
    return Example(
        kind="statements",
        pieces=pieces,
        features=np.zeros_like(pieces),
        first=first,
        allowed=np.ones(len(first), dtype=np.uint32),
        anchors=empty_targets(len(first)),
        sources=empty_targets(len(first)),
    )


@pytest.mark.parametrize("seed", range(20))
def test_every_word_stands_in_one_window_and_no_window_is_too_large(seed: int) -> None:
    rng = random.Random(seed)
    text = text_of_lines([rng.randint(1, 90) for _ in range(12)])
    windows = list(windows_of(text, rng, SIZE))

    assert [word for _, start, end in windows for word in range(start, end)] == list(range(len(text.first)))
    ends = np.append(text.first[1:], len(text.pieces))
    assert all(ends[end - 1] - text.first[start] <= SIZE + 1 for _, start, end in windows)


@pytest.mark.parametrize("seed", range(20))
def test_windows_end_where_a_line_ends_if_one_does(seed: int) -> None:
    rng = random.Random(seed)
    text = text_of_lines([8] * 30)
    line_ends = set(range(8, 8 * 31, 8))

    broken = [end for _, _, end in windows_of(text, rng, SIZE) if end not in line_ends]
    # Only a window that was cut shorter than a line may end within one.
    assert len(broken) <= 3


def test_the_same_lines_stand_elsewhere_in_the_next_reading() -> None:
    text = text_of_lines([8] * 30)
    readings = {tuple(start for _, start, _ in windows_of(text, random.Random(seed), SIZE)) for seed in range(10)}

    assert len(readings) > 5
