"""The trained network as the model in the package: int8 ONNX, vocabulary, and what the runtime must know."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import torch

from training.base_model import base_vocabulary
from training.fit import CHECKPOINT
from training.graph import graph_of
from training.network import Network
from training.opening import opening_states
from training.recipe import Recipe


def export(recipe: Recipe, work: Path, folder: Path) -> None:
    """Write ``encoder.onnx``, ``vocabulary.txt`` and ``encoder.json`` of the trained network into ``folder``."""
    pack(mean_of([folder_of(work, seed) for seed in recipe.seeds]), recipe, folder)


def pack(network: Network, recipe: Recipe, folder: Path) -> None:
    """Write ``network`` into ``folder`` as what the runtime reads."""
    folder.mkdir(parents=True, exist_ok=True)
    state = {name: weight.numpy() for name, weight in network.state_dict().items()}
    model = graph_of(state, opening_states(network, recipe.window), recipe.window).SerializeToString(deterministic=True)
    (folder / "encoder.onnx").write_bytes(model)
    (folder / "vocabulary.txt").write_text("\n".join(base_vocabulary()), encoding="utf-8")
    about = {
        "window": recipe.window,
        "transitions": [[round(value, 6) for value in row] for row in network.transitions.tolist()],
        "sha256": hashlib.sha256(model).hexdigest(),
    }
    (folder / "encoder.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def folder_of(work: Path, seed: int) -> Path:
    """Return the folder of one training's checkpoint and log."""
    return work / f"seed-{seed}"


def mean_of(folders: Sequence[Path]) -> Network:
    """Return the network whose weights are the mean of the last checkpoints in ``folders``."""
    kept = [torch.load(folder / CHECKPOINT, map_location="cpu", weights_only=True)["network"] for folder in folders]
    network = Network()
    network.load_state_dict({name: sum(each[name] for each in kept) / len(kept) for name in kept[0]})
    return network.eval()
