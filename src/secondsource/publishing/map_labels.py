"""Names on a map, each where none stands on another or on a mark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.publishing.picture import fit, width_px

_LINE = 13.0
"""Height of a line of type in units."""
_MARK = 5.0
"""From the middle of a mark to its rim."""
_AWAY = 8.0
"""From the middle of a mark to the name beside it."""
_MOST_PX = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLabel:
    """A name on the map.

    Attributes:
        text: The name, cut to its room.
        x: Where it is anchored, from the left.
        y: Its base line, from the top.
        anchor: ``start``, ``middle`` or ``end``: which part of the name stands there.
    """

    text: str
    x: float
    y: float
    anchor: str


_Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


class Room:
    """What of a map is still free."""

    def __init__(self, width: float, height: float, marks: Sequence[tuple[float, float]]) -> None:
        self._width, self._height = width, height
        self._taken: list[_Box] = [(x - _MARK, y - _MARK, x + _MARK, y + _MARK) for x, y in marks]

    def take(self, text: str, x: float, y: float) -> None:
        """Keep the room of a text that stands there already, begun at its base line."""
        self._taken.append((x, y - _LINE + 3, x + width_px(text), y + 3))

    def label(self, name: str, x: float, y: float) -> MapLabel | None:
        """Return the name beside the mark, right or left of it, below or above; None where it would hide something."""
        text = fit(name, _MOST_PX)
        own = (x - _MARK, y - _MARK, x + _MARK, y + _MARK)
        for label, box in _ways(text, x, y):
            if self._holds(box) and not any(_meet(box, other) for other in self._taken if other != own):
                self._taken.append(box)
                return label
        return None

    def _holds(self, box: _Box) -> bool:
        left, top, right, bottom = box
        return left >= 0 and top >= 0 and right <= self._width and bottom <= self._height


def _ways(text: str, x: float, y: float) -> Iterator[tuple[MapLabel, _Box]]:
    long = width_px(text)
    half = _LINE / 2
    for anchor, at, left in (("start", x + _AWAY, x + _AWAY), ("end", x - _AWAY, x - _AWAY - long)):
        label = MapLabel(text=text, x=round(at, 1), y=round(y + 4, 1), anchor=anchor)
        yield label, (left, y - half, left + long, y + half)
    for middle in (y + _MARK + half, y - _MARK - half):
        label = MapLabel(text=text, x=x, y=round(middle + 4, 1), anchor="middle")
        yield label, (x - long / 2, middle - half, x + long / 2, middle + half)


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
