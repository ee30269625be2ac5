"""The graph of the runtime says what the network says."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training is not installed")
pytest.importorskip("onnx", reason="training is not installed")

import onnxruntime  # noqa: E402
from training.graph import graph_of  # noqa: E402
from training.network import LAYERS, Network  # noqa: E402

WINDOW = 62
OPENING = 101


@pytest.fixture(scope="module")
def network() -> Network:
    torch.manual_seed(4)
    network = Network()
    network.eval()
    for linker in (network.to_anchor, network.to_source):
        torch.nn.init.normal_(linker.distance)
    torch.nn.init.normal_(network.features.weight, std=0.1)
    # Far from rounding, so that what is compared is the graph; vectors that are used stay among the first.
    torch.nn.init.normal_(network.vectors.weight, std=0.5)
    return network


@pytest.mark.parametrize("n_pieces", [1, 7, WINDOW + 1])
def test_the_graph_says_what_the_network_says_to_within_rounding(network: Network, n_pieces: int) -> None:
    drawn = np.random.default_rng(n_pieces)
    pieces = np.append(OPENING, drawn.integers(1000, 2000, n_pieces))[None]
    features = np.append(0, drawn.integers(0, 72, n_pieces))[None]
    first = np.arange(1, n_pieces + 1, 2)[None][:, :WINDOW]
    given = [torch.from_numpy(numbers) for numbers in (pieces, features, first)]
    with torch.no_grad():
        wanted = [said.numpy() for said in network(*given)]
        opening = np.stack([state[0, 0].numpy() for state in network.states(*given[:2])])
    assert len(opening) == LAYERS
    state = {name: weight.numpy() for name, weight in network.state_dict().items()}
    session = onnxruntime.InferenceSession(graph_of(state, opening, WINDOW).SerializeToString())

    said = session.run(None, {"pieces": pieces[:, 1:], "features": features[:, 1:], "first": first - 1})

    for found, exact in zip(said, wanted, strict=True):
        assert found.shape == exact.shape
        assert np.abs(found - exact).max() < 0.1 * np.abs(exact).max()
