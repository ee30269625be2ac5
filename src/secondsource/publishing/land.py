"""The land on a map: the packaged outline, cut to the frame and drawn as one path."""

from collections.abc import Callable, Iterator, Sequence

from secondsource.publishing.map_frame import WIDTH, Frame
from secondsource.publishing.outline import Ring, coarse, fine

TENTHS = 10
"""The path counts tenths of a unit, so that its numbers are whole and short."""
_COARSE_BELOW = 5.0
"""Units to a degree below which the coarser outline shows all that can be seen."""
_APART = 0.6
"""Points nearer to the last one than so many units are left out."""
_LEAST_AREA = 1.0
"""In square units; smaller islands cannot be seen."""
_RIM = 3.0
"""The cut lies so many units outside the frame, where it is not seen."""

_Point = tuple[float, float]


def land_path(frame: Frame) -> str:
    """Return the land in the frame as the data of an SVG path, to be filled by the rule ``evenodd``.

    Its numbers are tenths of a unit.
    """
    outline = coarse() if frame.scale < _COARSE_BELOW else fine()
    return "".join(_drawn(points) for ring in outline for points in _on_map(frame, ring))


def _on_map(frame: Frame, ring: Ring) -> Iterator[list[_Point]]:
    """Yield the ring as it lies in the frame: not at all, once, or at both ends of a map of the whole world."""
    west, east, south, north = frame.edges()
    if ring.south > north or ring.north < south:
        return
    # A frame may run on past 180 degrees on either side.
    for turn in (-360, 0, 360):
        if ring.west + turn <= east and ring.east + turn >= west:
            points = _thinned([frame.unturned(lat, lon + turn) for lon, lat in ring.points])
            inside = _cut(points, frame.height)
            if len(inside) > 2 and _area(inside) >= _LEAST_AREA:
                yield inside


def _thinned(points: Sequence[_Point]) -> list[_Point]:
    kept = [points[0]]
    for x, y in points[1:]:
        if abs(x - kept[-1][0]) >= _APART or abs(y - kept[-1][1]) >= _APART:
            kept.append((x, y))
    return kept


def _cut(points: list[_Point], height: int) -> list[_Point]:
    """Return what of the closed line lies within the frame's rim, side by side, as Sutherland and Hodgman do."""
    for axis, bound, keeps_above in (
        (0, -_RIM, True),
        (0, WIDTH + _RIM, False),
        (1, -_RIM, True),
        (1, height + _RIM, False),
    ):
        points = _cut_at(points, axis, bound, keeps_above=keeps_above)
    return points


def _cut_at(points: Sequence[_Point], axis: int, bound: float, *, keeps_above: bool) -> list[_Point]:
    inside: Callable[[_Point], bool] = (
        (lambda point: point[axis] >= bound) if keeps_above else (lambda point: point[axis] <= bound)
    )
    if all(inside(point) for point in points):
        return list(points)
    kept: list[_Point] = []
    before = points[-1] if points else (0.0, 0.0)
    for point in points:
        if inside(point) != inside(before):
            share = (bound - before[axis]) / (point[axis] - before[axis])
            other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            kept.append((bound, other) if axis == 0 else (other, bound))
        if inside(point):
            kept.append(point)
        before = point
    return kept


def _area(points: Sequence[_Point]) -> float:
    following = [*points[1:], points[0]]
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(points, following, strict=True))) / 2


def _drawn(points: Sequence[_Point]) -> str:
    """Return the closed line: where it begins, then step by step."""
    grid = [(round(x * TENTHS), round(y * TENTHS)) for x, y in points]
    steps = [(x - a, y - b) for (x, y), (a, b) in zip(grid[1:], grid, strict=False) if (x, y) != (a, b)]
    told = " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-")
    return f"M{grid[0][0]} {grid[0][1]}l{told}z"
