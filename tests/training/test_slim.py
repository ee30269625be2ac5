"""What the network can do without is left out, and the rest makes it good."""

import random

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training is not installed")

from training.examples import Example, empty_targets  # noqa: E402
from training.network import WIDE, Network  # noqa: E402
from training.slim import _surgeon, leave_out  # noqa: E402
from training.windows import Window, lay_side_by_side  # noqa: E402


def window_of(seed: int, n_words: int) -> Window:
    rng = random.Random(seed)
    pieces = np.array([rng.randint(2000, 20000) for _ in range(n_words)])
    example = Example(
        kind="statements",
        pieces=pieces,
        features=np.zeros_like(pieces),
        first=np.arange(n_words),
        allowed=np.ones(n_words, dtype=np.uint32),
        anchors=empty_targets(n_words),
        sources=empty_targets(n_words),
    )
    return example, 0, n_words


def test_a_column_that_stirs_with_another_is_made_good_by_it() -> None:
    torch.manual_seed(4)
    alone = torch.randn(400, 6, dtype=torch.float64)
    stirred = torch.cat([alone, 2 * alone], dim=1)
    weight = torch.randn(3, 12, dtype=torch.float64)

    kept, narrow = _surgeon(stirred.T @ stirred, weight, 6)

    assert sorted(int(column) % 6 for column in kept) == list(range(6))
    assert torch.allclose(stirred[:, kept] @ narrow.T, stirred @ weight.T, atol=0.3)
    # Leaving the same columns out and doing nothing about it is far off.
    assert (stirred[:, kept] @ weight[:, kept].T - stirred @ weight.T).abs().max() > 1.0


def test_a_network_that_keeps_all_says_the_same() -> None:
    torch.manual_seed(5)
    network = Network().eval()
    windows = [window_of(seed, 20) for seed in range(3)]
    same = leave_out(network, windows, WIDE)

    text = lay_side_by_side(windows)
    with torch.no_grad():
        for one, other in zip(
            network(text.pieces, text.features, text.first), same(text.pieces, text.features, text.first), strict=True
        ):
            assert torch.allclose(one, other, atol=1e-4)


def test_a_slimmer_network_has_the_columns_asked_for_and_its_own_heads() -> None:
    torch.manual_seed(6)
    network = Network().eval()
    slimmer = leave_out(network, [window_of(seed, 40) for seed in range(4)], 1500)

    assert all(layer.widen.out_features == layer.narrow.in_features == 1500 for layer in slimmer.layers)
    assert torch.equal(slimmer.statements.weight, network.statements.weight)
