"""Tracing the edge of land in a grid, by marching squares."""

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
_Crossing = tuple[int, int, int]
"""A side between two neighbouring cells where land meets sea: 0 across a row and 1 down a column, row, column."""

_TOP, _RIGHT, _BOTTOM, _LEFT = range(4)
# By which sides of four cells taken together land lies: top left 8, top right 4, bottom right 2, bottom left 1. Land is
# always on the same hand, so that every side that is entered is left once and all rings close.
_STEPS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((_LEFT, _BOTTOM),),
    2: ((_BOTTOM, _RIGHT),),
    3: ((_LEFT, _RIGHT),),
    4: ((_RIGHT, _TOP),),
    5: ((_LEFT, _BOTTOM), (_RIGHT, _TOP)),
    6: ((_BOTTOM, _TOP),),
    7: ((_LEFT, _TOP),),
    8: ((_TOP, _LEFT),),
    9: ((_TOP, _BOTTOM),),
    10: ((_TOP, _LEFT), (_BOTTOM, _RIGHT)),
    11: ((_TOP, _RIGHT),),
    12: ((_RIGHT, _LEFT),),
    13: ((_RIGHT, _BOTTOM),),
    14: ((_BOTTOM, _LEFT),),
}


def trace(shares: NDArray[np.float64], *, level: float = 0.5) -> list[list[Point]]:
    """Return the closed rings along which the share of land in a cell passes ``level``.

    Args:
        shares: Shape (rows, columns), each 0 to 1; beyond its edges all is sea.
        level: In (0, 1).

    Returns:
        Rings of (column, row), in cells from the middle of the first one, the last point joined to the first. Land and
        its lakes are rings alike: a place is on land where an odd number of them lies around it.
    """
    padded = np.zeros((shares.shape[0] + 2, shares.shape[1] + 2))
    padded[1:-1, 1:-1] = shares
    following = _following(padded >= level)
    rings = []
    while following:
        first = next(iter(following))
        ring, crossing = [first], following.pop(first)
        while crossing != first:
            ring.append(crossing)
            crossing = following.pop(crossing)
        rings.append([_point(padded, each, level) for each in ring])
    return rings


def _following(land: NDArray[np.bool_]) -> dict[_Crossing, _Crossing]:
    """Return for every crossing the next one of its ring."""
    top_left, top_right, bottom_left, bottom_right = land[:-1, :-1], land[:-1, 1:], land[1:, :-1], land[1:, 1:]
    cases = top_left * 8 + top_right * 4 + bottom_right * 2 + bottom_left * 1
    rows, columns = np.nonzero((cases > 0) & (cases < 15))
    return {
        _side(row, column, entered): _side(row, column, left)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        for entered, left in _STEPS[int(cases[row, column])]
    }


def _side(row: int, column: int, side: int) -> _Crossing:
    across, down = (0, row + (side == _BOTTOM), column), (1, row, column + (side == _RIGHT))
    return across if side in (_TOP, _BOTTOM) else down


def _point(padded: NDArray[np.float64], crossing: _Crossing, level: float) -> Point:
    """Return where between its two cells the share passes the level; the rim of sea is one cell wide."""
    down, row, column = crossing
    here = float(padded[row, column])
    there = float(padded[row + 1, column] if down else padded[row, column + 1])
    way = (level - here) / (there - here)
    return (column - 1 + (0 if down else way), row - 1 + (way if down else 0))
