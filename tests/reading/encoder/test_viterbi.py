from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.reading.encoder.tags import OUTSIDE, begin, inside
from secondsource.reading.encoder.viterbi import allowed_moves, tagged_spans

TWO = allowed_moves(2)
N_TAGS = 5


def best_by_trying_all(scores: np.ndarray, moves: np.ndarray) -> float:
    def worth(tags: tuple[int, ...]) -> float:
        steps = [OUTSIDE, *tags, OUTSIDE]
        return float(sum(scores[i, t] for i, t in enumerate(tags)) + sum(moves[a, b] for a, b in pairwise(steps)))

    return max(worth(tags) for tags in product(range(N_TAGS), repeat=len(scores)))


def worth_of(spans: list[tuple[int, int, int]], scores: np.ndarray, moves: np.ndarray) -> float:
    tags = [OUTSIDE] * len(scores)
    for role, start, end in spans:
        tags[start] = begin(role)
        tags[start + 1 : end] = [inside(role)] * (end - start - 1)
    steps = [OUTSIDE, *tags, OUTSIDE]
    return float(sum(scores[i, t] for i, t in enumerate(tags)) + sum(moves[a, b] for a, b in pairwise(steps)))


@settings(max_examples=40)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_no_other_sequence_is_better(n_words: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(0, 3, (n_words, N_TAGS)).astype(np.float32)
    moves = TWO + rng.normal(0, 1, (N_TAGS, N_TAGS)).astype(np.float32) * (TWO == 0)
    spans = tagged_spans(scores, moves)
    assert abs(worth_of(spans, scores, moves) - best_by_trying_all(scores, moves)) < 1e-3


def test_two_spans_of_one_role_side_by_side_stay_two() -> None:
    scores = np.zeros((3, N_TAGS), dtype=np.float32)
    scores[0, begin(0)] = scores[1, inside(0)] = scores[2, begin(0)] = 9
    assert tagged_spans(scores, TWO) == [(0, 0, 2), (0, 2, 3)]


def test_an_inside_without_its_begin_never_stands() -> None:
    scores = np.zeros((2, N_TAGS), dtype=np.float32)
    scores[:, inside(1)] = 5
    scores[0, begin(1)] = 4
    assert tagged_spans(scores, TWO) == [(1, 0, 2)]


def test_an_empty_text_has_no_spans() -> None:
    assert tagged_spans(np.zeros((0, N_TAGS), dtype=np.float32), TWO) == []
