"""Weights in eight bits."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]

_MOST = 64
"""Weights keep to 7 bits: two products of them with 8-bit numbers add up without overflow on processors without VNNI,
so that these give the same spans."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Columns:
    """A weight whose columns have each their own scale.

    Attributes:
        numbers: int8, shape (inputs, outputs), in [-64, 64].
        scales: float32, shape (outputs,); times which the numbers are the weights.
    """

    numbers: NDArray[np.int8]
    scales: FloatArray


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """A table of vectors with one scale for all.

    Attributes:
        numbers: uint8, shape (rows, width).
        scale: What one step of the numbers is worth.
        zero: The number that stands for 0.
    """

    numbers: NDArray[np.uint8]
    scale: np.float32
    zero: np.uint8


def columns_of(weight: FloatArray) -> Columns:
    """Return ``weight``, shape (inputs, outputs), in whole numbers; nothing is lost of one that was so made before."""
    scales = (np.abs(weight).max(axis=0) / _MOST).astype(np.float32)
    scales[scales == 0] = 1
    return Columns(numbers=np.rint(weight / scales).astype(np.int8), scales=scales)


def table_of(vectors: FloatArray) -> Table:
    """Return ``vectors``, shape (rows, width), in whole numbers; 0 stays 0."""
    low, high = min(0.0, float(vectors.min())), max(0.0, float(vectors.max()))
    scale = np.float32((high - low) / 255 or 1)
    zero = np.uint8(np.rint(-low / scale))
    numbers = np.rint(vectors / scale + zero).clip(0, 255).astype(np.uint8)
    return Table(numbers=numbers, scale=scale, zero=zero)
