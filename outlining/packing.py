"""The outline as the package keeps it, for :mod:`secondsource.publishing.outline` to read."""

import zlib
from collections.abc import Sequence

Grid = tuple[tuple[int, int], ...]
"""A ring in steps from 0° E and 0° N, without its first point at the end."""


def pack(levels: Sequence[tuple[int, Sequence[Grid]]]) -> bytes:
    """Return the outline as it is kept: counts and steps from point to point as short numbers, compressed."""
    numbers: list[int] = [len(levels)]
    for per_degree, rings in levels:
        numbers += [per_degree, len(rings)]
        for ring in rings:
            numbers.append(len(ring))
            for (x, y), (before_x, before_y) in zip(ring, [(0, 0), *ring], strict=False):
                numbers += [_unsigned(x - before_x), _unsigned(y - before_y)]
    return zlib.compress(b"".join(_short(number) for number in numbers), 9)


def _unsigned(number: int) -> int:
    return number * 2 if number >= 0 else -number * 2 - 1


def _short(number: int) -> bytes:
    """Return the number by sevens of bits, the lowest first; all but the last have their eighth bit set."""
    parts = []
    while number > 127:
        parts.append(number & 127 | 128)
        number >>= 7
    return bytes([*parts, number])
