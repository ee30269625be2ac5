import random
from itertools import pairwise, product

import numpy as np
import pytest
from training.examples import Example, empty_targets
from training.recipe import Recipe

from secondsource.reading.encoder.tags import N_STATEMENT_TAGS

torch = pytest.importorskip("torch", reason="torch is installed for training alone")

from training.losses import forbidden_moves, link_loss, sequence_loss, tag_loss  # noqa: E402
from training.windows import lay_side_by_side, windows_of  # noqa: E402


def test_the_loss_of_a_sequence_is_all_sequences_against_the_allowed_ones() -> None:
    torch.manual_seed(1)
    scores = torch.randn(1, 3, N_STATEMENT_TAGS)
    transitions = torch.randn(N_STATEMENT_TAGS, N_STATEMENT_TAGS)
    allowed = torch.rand(1, 3, N_STATEMENT_TAGS) > 0.4
    allowed[..., 0] = True
    moves = transitions + forbidden_moves()

    def worth(tags: tuple[int, ...]) -> float:
        steps = sum(float(moves[a, b]) for a, b in pairwise(tags))
        return steps + sum(float(scores[0, i, tag]) for i, tag in enumerate(tags))

    every = list(product(range(N_STATEMENT_TAGS), repeat=3))
    right = [tags for tags in every if all(bool(allowed[0, i, tag]) for i, tag in enumerate(tags))]
    wanted = np.logaddexp.reduce([worth(t) for t in every]) - np.logaddexp.reduce([worth(t) for t in right])
    found = sequence_loss(scores, transitions, allowed, torch.ones(1, 3, dtype=torch.bool))
    assert abs(float(found) * 3 - wanted) < 1e-3


def test_words_that_fill_up_a_window_cost_nothing() -> None:
    torch.manual_seed(2)
    scores = torch.randn(1, 5, N_STATEMENT_TAGS)
    allowed = torch.zeros(1, 5, N_STATEMENT_TAGS, dtype=torch.bool)
    allowed[..., 0] = True
    transitions = torch.zeros(N_STATEMENT_TAGS, N_STATEMENT_TAGS)
    words = torch.tensor([[True, True, True, False, False]])
    whole = sequence_loss(scores, transitions, allowed, words)
    cut = sequence_loss(scores[:, :3], transitions, allowed[:, :3], words[:, :3])
    assert torch.allclose(whole, cut)


def test_a_word_of_which_nothing_is_known_costs_nothing() -> None:
    scores = torch.randn(1, 2, 5)
    allowed = torch.ones(1, 2, 5, dtype=torch.bool)
    assert float(tag_loss(scores, allowed, torch.ones(1, 2, dtype=torch.bool))) == 0.0


def test_where_nothing_points_there_is_no_loss() -> None:
    scores = torch.randn(1, 4, 4)
    targets = torch.full((1, 4), -1)
    assert float(link_loss(scores, targets, torch.ones(1, 4, dtype=torch.bool))) == 0.0


def example(n_words: int) -> Example:
    return Example(
        kind="statements",
        pieces=np.full(2 * n_words, 2000, dtype=np.int64),
        features=np.zeros(2 * n_words, dtype=np.int64),
        first=np.arange(0, 2 * n_words, 2, dtype=np.int64),
        allowed=np.ones(n_words, dtype=np.uint32),
        anchors=np.minimum(np.arange(n_words) + 30, n_words - 1).astype(np.int64),
        sources=empty_targets(n_words),
    )


def test_windows_cover_a_text_once_and_links_never_leave_their_window() -> None:
    text = example(700)
    found = list(windows_of(text, random.Random(5), Recipe().window))
    assert [start for _, start, _ in found] == [0, *(end for _, _, end in found[:-1])]
    assert found[-1][2] == 700
    batch = lay_side_by_side(found)
    longest = batch.pieces.shape[1]
    assert longest <= Recipe().window + 2
    asked = batch.anchors >= 0
    assert bool((batch.anchors[asked] < batch.words.sum(dim=1).max()).all())
    assert bool(batch.words[torch.where(asked)[0], batch.anchors[asked]].all())
