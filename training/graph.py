"""The network as the graph that the runtime reads, in the runtime's own operations."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from secondsource.reading.encoder.tags import N_NAME_TAGS, N_STATEMENT_TAGS
from training.int8 import FloatArray, columns_of, table_of
from training.network import ATTENTION_HEADS, LAYERS, LINK_REACH, LINK_WIDTH, WIDTH

_OPSET = 18
_IR_VERSION = 8
_RUNTIME = "com.microsoft"
_EPSILON = 1e-12
_LINKERS = (("to_anchor", "anchors"), ("to_source", "sources"))

State = Mapping[str, FloatArray]


def graph_of(state: State, opening: FloatArray, window: int) -> onnx.ModelProto:
    """Return the network as an int8 model that reads one window.

    It wants ``pieces`` and ``features``, int64, shape (1, pieces), without the opening piece, and ``first``, int64,
    shape (1, words); it gives ``statements``, ``names``, ``anchors`` and ``sources``, as the network does.

    Attention is one operation, which never writes out who sees whom; query, key and value share one rounding of what
    they are made from; how far apart two words stand is cut from a table. Adding stays apart from normalising: the
    runtime's operation that does both is slower.

    Args:
        state: The network's weights.
        opening: float32, shape (layers, 384); the opening piece as each layer finds it. It is nearly the same
            whatever is read, and some of its numbers are ten times all others, for which the rounding of activations
            would have to be five times as coarse.
        window: Most pieces of a window, without the two that open and close it.
    """
    return _Builder(state, opening, window).model()


class _Builder:
    def __init__(self, state: State, opening: FloatArray, window: int) -> None:
        self._state = state
        self._opening = opening
        self._window = window
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}

    def model(self) -> onnx.ModelProto:
        """Return the whole graph, checked."""
        hidden = self._embedded()
        for number in range(LAYERS):
            hidden = self._layer(hidden, number)
        self._heads(hidden)
        inputs = [
            helper.make_tensor_value_info(name, TensorProto.INT64, [1, size])
            for name, size in (("pieces", "n"), ("features", "n"), ("first", "w"))
        ]
        sizes: dict[str, int | str] = {
            "statements": N_STATEMENT_TAGS,
            "names": N_NAME_TAGS,
            "anchors": "w",
            "sources": "w",
        }
        outputs = [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, "w", size]) for name, size in sizes.items()
        ]
        graph = helper.make_graph(self._nodes, "encoder", inputs, outputs, list(self._constants.values()))
        versions = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_RUNTIME, 1)]
        model = helper.make_model(graph, opset_imports=versions, ir_version=_IR_VERSION)
        onnx.checker.check_model(model)
        return model

    def _add(
        self, kind: str, inputs: Sequence[str], outputs: Sequence[str] = (), *, domain: str = "", **attributes: Any
    ) -> str:
        """Add an operation and return the name of its first output, which is made up where none is given."""
        name = f"{kind}-{len(self._nodes)}"
        made = list(outputs) or [name]
        self._nodes.append(helper.make_node(kind, inputs, made, name=name, domain=domain, **attributes))
        return made[0]

    def _constant(self, name: str, value: NDArray[np.generic]) -> str:
        self._constants[name] = numpy_helper.from_array(np.array(value, order="C"), name)
        return name

    def _indices(self, *numbers: int) -> str:
        return self._constant(f"indices-{'-'.join(map(str, numbers))}", np.array(numbers, dtype=np.int64))

    def _embedded(self) -> str:
        count = self._add("Shape", ["pieces"], start=1)
        # The opening piece, which stands first, is not among the pieces.
        places = self._table("positions", self._state["positions.weight"][1 : self._window + 2])
        place = self._spread("positions", self._add("Slice", [places, self._indices(0), count, self._indices(0)]))
        word = self._spread("vectors", self._add("Gather", [self._table("vectors"), "pieces"]))
        feature = self._spread("features", self._add("Gather", [self._table("features"), "features"]))
        return self._normal(self._add("Add", [self._add("Add", [word, place]), feature]), "norm")

    def _table(self, name: str, vectors: FloatArray | None = None) -> str:
        table = table_of(self._state[f"{name}.weight"] if vectors is None else vectors)
        self._constant(f"{name}.scale", np.asarray(table.scale))
        self._constant(f"{name}.zero", np.asarray(table.zero))
        return self._constant(f"{name}.numbers", table.numbers)

    def _spread(self, name: str, rows: str) -> str:
        return self._add("DequantizeLinear", [rows, f"{name}.scale", f"{name}.zero"])

    def _normal(self, hidden: str, name: str) -> str:
        scale, shift = (self._constant(part, self._state[part]) for part in (f"{name}.weight", f"{name}.bias"))
        return self._add("LayerNormalization", [hidden, scale, shift], axis=-1, epsilon=_EPSILON)

    def _layer(self, hidden: str, number: int) -> str:
        name = f"layers.{number}"
        around = self._rounded(hidden)
        key, value = (self._with_opening(around, number, part) for part in (1, 2))
        if number == LAYERS - 1:
            # Nobody asks for the other pieces after the last layer.
            hidden = self._add("Gather", [hidden, self._add("Squeeze", ["first", self._indices(0)])], axis=1)
            around = self._rounded(hidden)
        query = self._third(around, number, 0)
        seen = self._add("MultiHeadAttention", [query, key, value], domain=_RUNTIME, num_heads=ATTENTION_HEADS)
        seen = self._linear(seen, f"{name}.output")
        hidden = self._normal(self._add("Add", [hidden, seen]), f"{name}.output_norm")
        wide = self._add("Gelu", [self._linear(hidden, f"{name}.widen")], domain=_RUNTIME)
        return self._normal(self._add("Add", [hidden, self._linear(wide, f"{name}.narrow")]), f"{name}.narrow_norm")

    def _rounded(self, hidden: str) -> list[str]:
        """Return the state in 8 bits, its scale and its zero."""
        outputs = [f"{hidden}.{part}" for part in ("numbers", "scale", "zero")]
        self._add("DynamicQuantizeLinear", [hidden], outputs)
        return outputs

    def _third(self, rounded: Sequence[str], number: int, part: int) -> str:
        """Return the queries (part 0), keys (1) or values (2) of a layer."""
        name = f"layers.{number}.query_key_value"
        weight, bias = self._part(number, part)
        numbers, scale, zero = rounded
        parts = self._columns(f"{name}.{part}", weight, bias)
        inputs = [numbers, parts[0], scale, parts[1], zero, *parts[2:]]
        return self._add("MatMulIntegerToFloat", inputs, domain=_RUNTIME)

    def _part(self, number: int, part: int) -> tuple[FloatArray, FloatArray]:
        name, rows = f"layers.{number}.query_key_value", slice(part * WIDTH, (part + 1) * WIDTH)
        return self._state[f"{name}.weight"][rows].T, self._state[f"{name}.bias"][rows]

    def _with_opening(self, rounded: Sequence[str], number: int, part: int) -> str:
        weight, bias = self._part(number, part)
        first = (self._opening[number] @ weight + bias).astype(np.float32)
        opening = self._constant(f"layers.{number}.opening.{part}", first[None, None])
        return self._add("Concat", [opening, self._third(rounded, number, part)], axis=1)

    def _linear(self, hidden: str, name: str) -> str:
        parts = self._columns(name, self._state[f"{name}.weight"].T, self._state[f"{name}.bias"])
        return self._add("DynamicQuantizeMatMul", [hidden, *parts], domain=_RUNTIME)

    def _columns(self, name: str, weight: FloatArray, bias: FloatArray) -> list[str]:
        """Return the names of a weight's numbers, its scales, their zeros and the bias."""
        columns = columns_of(weight)
        return [
            self._constant(f"{name}.numbers", columns.numbers),
            self._constant(f"{name}.scales", columns.scales),
            self._constant(f"{name}.zeros", np.zeros(len(columns.scales), dtype=np.int8)),
            self._constant(f"{name}.bias", bias),
        ]

    def _heads(self, words: str) -> None:
        """Add the heads, which are one multiplication, and the links between words."""
        ends = [f"{name}.{end}" for name, _ in _LINKERS for end in ("points", "pointed")]
        names = ["statements", "names", *ends]
        weights = [self._state[f"{name}.weight"].T for name in names]
        bias = np.concatenate([self._state[f"{name}.bias"] for name in names])
        parts = self._columns("heads", np.concatenate(weights, axis=1), bias)
        said = self._add("DynamicQuantizeMatMul", [words, *parts], domain=_RUNTIME)
        self._add("Split", [said, self._indices(*(weight.shape[1] for weight in weights))], names, axis=2)
        count = self._add("Shape", ["first"], start=1)
        square = self._add("Concat", [count, count], axis=0)
        for name, output in _LINKERS:
            inputs = [f"{name}.points", f"{name}.pointed"]
            fit = self._add("FusedMatMul", inputs, domain=_RUNTIME, alpha=LINK_WIDTH**-0.5, transB=1)
            apart = self._add("Slice", [self._distances(name), self._indices(0, 0), square])
            self._add("Add", [fit, apart], [output])

    def _distances(self, name: str) -> str:
        """Return what distance says of a row's word pointing to a column's, for every two words of a window."""
        place = np.arange(self._window)
        apart = (place[None, :] - place[:, None]).clip(-LINK_REACH, LINK_REACH) + LINK_REACH
        return self._constant(f"{name}.distances", self._state[f"{name}.distance"][apart])
