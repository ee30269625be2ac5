"""The packaged weights are the mean of the trainings."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training is not installed")
pytest.importorskip("onnx", reason="training is not installed")

from training.export import folder_of, mean_of  # noqa: E402
from training.network import Network  # noqa: E402


def test_the_weights_are_the_mean_of_the_last_checkpoints(tmp_path: Path) -> None:
    networks = []
    for seed in (1, 2):
        torch.manual_seed(seed)
        networks.append(Network())
        folder_of(tmp_path, seed).mkdir()
        torch.save({"network": networks[-1].state_dict()}, folder_of(tmp_path, seed) / "checkpoint.pt")

    mean = mean_of([folder_of(tmp_path, 1), folder_of(tmp_path, 2)]).state_dict()

    for name, weight in networks[0].state_dict().items():
        assert torch.allclose(mean[name], (weight + networks[1].state_dict()[name]) / 2)
