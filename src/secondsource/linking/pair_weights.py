"""The weights by which two event mentions are found to mean one event."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from secondsource.linking.mention_pairs import TOLD, FloatArray

REASONS_MOST = 3
CLIP = 5.0
"""Standard deviations past which a feature counts no further: what was never seen must not decide alone."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Layers:
    """A network with one hidden layer of rectified units.

    Attributes:
        inner: float32, shape (features, units).
        inner_bias: float32, shape (units,).
        outer: float32, shape (units,).
        outer_bias: Log-odds where all units are silent.
    """

    inner: FloatArray
    inner_bias: FloatArray
    outer: FloatArray
    outer_bias: float

    def log_odds(self, scaled: FloatArray) -> FloatArray:
        """Return the log-odds for scaled features, shape (..., features)."""
        units = np.maximum(scaled @ self.inner + self.inner_bias, 0)
        return np.asarray(units @ self.outer + np.float32(self.outer_bias), dtype=np.float32)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PairWeights:
    """How what two mentions share is weighed: the mean of a few small networks.

    Attributes:
        features: Names of the features, in the order of the arrays.
        mean: float32, shape (features,); taken from each feature first.
        spread: float32, shape (features,); each feature is divided by it then; above 0.
        networks: The networks, at least one.
        least: Least average probability over all pairs of two groups for joining them, 0 to 1.
    """

    features: tuple[str, ...]
    mean: FloatArray
    spread: FloatArray
    networks: tuple[Layers, ...]
    least: float

    def probabilities(self, features: Mapping[str, FloatArray]) -> FloatArray:
        """Return how probably each two mentions mean one event, float32, shape as the features'.

        Raises:
            KeyError: A feature that the weights were learned for is not given.
        """
        # Row by row: all pairs with all features at once would take fifty times the memory of the answer.
        rows = range(len(features[self.features[0]]))
        return np.stack([self._weigh(np.stack([features[name][row] for name in self.features], -1)) for row in rows])

    def because(self, features: Mapping[str, FloatArray], one: int, other: int) -> tuple[str, ...]:
        """Return what two mentions share without which they would least be one event, the weightiest first."""
        own = np.array([features[name][one, other] for name in self.features], dtype=np.float32)
        told = [name for name in self.features if name in TOLD and features[name][one, other] > 0]
        without = np.repeat(own[None], len(told) + 1, axis=0)
        for row, name in enumerate(told):
            gone = [at for at, each in enumerate(self.features) if each in (name, f"same sort, {name}")]
            without[row, gone] = 0.0
        weighed = self._weigh(without)
        lost = {name: float(weighed[-1] - weighed[row]) for row, name in enumerate(told)}
        telling = sorted((name for name in told if lost[name] > 0), key=lambda name: (-lost[name], name))
        return tuple(TOLD[name] for name in telling[:REASONS_MOST])

    def _weigh(self, rows: FloatArray) -> FloatArray:
        scaled = np.clip((rows - self.mean) / self.spread, -CLIP, CLIP)
        found = [1 / (1 + np.exp(-np.clip(network.log_odds(scaled), -30, 30))) for network in self.networks]
        return np.asarray(sum(found) / len(found), dtype=np.float32)


@cache
def pair_weights() -> PairWeights:
    """Return the weights of the package; ``CARD.md`` beside them says what they were learned from."""
    source = resources.files("secondsource.linking").joinpath("weights/mention_pairs.json")
    found = json.loads(source.read_text(encoding="utf-8"))
    return PairWeights(
        features=tuple(found["features"]),
        mean=_numbers(found["mean"]),
        spread=_numbers(found["spread"]),
        networks=tuple(
            Layers(
                inner=_numbers(each["inner"]),
                inner_bias=_numbers(each["inner_bias"]),
                outer=_numbers(each["outer"]),
                outer_bias=float(each["outer_bias"]),
            )
            for each in found["networks"]
        ),
        least=float(found["least"]),
    )


def _numbers(values: Sequence[object]) -> FloatArray:
    return np.asarray(values, dtype=np.float32)
