"""The trained network as the model in the package: int8 ONNX, vocabulary, and what the runtime must know."""

import hashlib
import json
import warnings
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from training.base_model import base_vocabulary
from training.fit import CHECKPOINT
from training.network import Network
from training.recipe import Recipe

_OPSET = 18


def export(recipe: Recipe, work: Path, folder: Path) -> None:
    """Write ``encoder.onnx``, ``vocabulary.txt`` and ``encoder.json`` into ``folder``.

    Weights are int8 with a range of 7 bits, so that processors without VNNI add them up without overflow and every
    machine gives the same spans.
    """
    network = mean_of([folder_of(work, seed) for seed in recipe.seeds])
    folder.mkdir(parents=True, exist_ok=True)
    whole, prepared = work / "encoder-fp32.onnx", work / "encoder-prepared.onnx"
    _to_onnx(network, whole)
    quant_pre_process(str(whole), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared),
        str(folder / "encoder.onnx"),
        op_types_to_quantize=["MatMul", "Gather"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )
    (folder / "vocabulary.txt").write_text("\n".join(base_vocabulary()), encoding="utf-8")
    about = {
        "window": recipe.window,
        "transitions": [[round(value, 6) for value in row] for row in network.transitions.tolist()],
        "sha256": hashlib.sha256((folder / "encoder.onnx").read_bytes()).hexdigest(),
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


def _to_onnx(network: Network, path: Path) -> None:
    pieces = torch.randint(1000, 2000, (1, 40))
    example = (pieces, torch.zeros_like(pieces), torch.arange(1, 31)[None])
    with warnings.catch_warnings(), torch.no_grad():
        # The exporter by tracing keeps the graph that quantisation knows; its successor is not needed here.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            example,
            str(path),
            input_names=["pieces", "features", "first"],
            output_names=["statements", "names", "anchors", "sources"],
            dynamic_axes={"pieces": {1: "n"}, "features": {1: "n"}, "first": {1: "w"}},
            opset_version=_OPSET,
            dynamo=False,
        )
    onnx.checker.check_model(str(path))
