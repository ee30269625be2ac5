"""The map of a flight track: drawn here from its own fixes and the fields it is judged by, without outside tiles."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, floor, hypot, log10, radians

from secondsource.model.track import Airport
from secondsource.model.track_account import TrackAccount, TrackPoint

# One unit is one CSS pixel on a screen 320 wide, as in the picture of the lines.
WIDTH = 288
_MAP_HEIGHT = 190
_PROFILE_HEIGHT = 90
_MARGIN = 14.0
_ROOM_BELOW = 26.0
"""Room above and below the track for caption, scale and names."""
_LABEL_APART = 24.0
_LEAST_SPAN_NM = 4.0
_NEAR_NM = 60.0
"""The close-up shows what was flown within so many miles of the end."""
_FAR_FROM_NM = 150.0
"""Only a track that reaches farther needs an overview beside the close-up."""
_PROFILE_ROOM = 18.0
_PROFILE_S = 30 * 60.0
_NM_PER_DEGREE = 60.0
_SCALE_SHARE = 0.35
_FIELDS_MOST = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the map.

    Attributes:
        x: From the left.
        y: From the top.
        label: Its name.
        shape: ``field`` (where it landed), ``candidate`` (where it may have), ``first`` or ``last`` (fix).
        anchor: ``start`` or ``end``: on which side of the mark the name stands.
    """

    x: float
    y: float
    label: str
    shape: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One map, north up.

    Attributes:
        caption: What it shows.
        width: In units.
        height: In units.
        lines: What was received, as points of polylines.
        gaps: Where nothing was received, likewise.
        marks: Places.
        scale: Length of the scale's bar in units.
        scale_label: What that length is.
    """

    caption: str
    width: int
    height: int
    lines: tuple[str, ...]
    gaps: tuple[str, ...]
    marks: tuple[Mark, ...]
    scale: float
    scale_label: str


@dataclass(frozen=True, slots=True)
class Profile:
    """Height against time at the end of the track.

    Attributes:
        width: In units.
        height: In units.
        lines: As points of polylines.
        field_y: Where the field's elevation is; None without a field.
        top_label: The greatest altitude.
        start_label: Time at the left.
        end_label: Time at the right.
    """

    width: int
    height: int
    lines: tuple[str, ...]
    field_y: float | None
    top_label: str
    start_label: str
    end_label: str


@dataclass(frozen=True, slots=True)
class TrackMap:
    """Everything that is drawn of a track.

    Attributes:
        panels: An overview where the track is long, then the close-up of its end.
        profile: Height against time; None where no altitude was given.
        description: The drawing in words.
    """

    panels: tuple[Panel, ...]
    profile: Profile | None
    description: str


def draw_track(track: TrackAccount) -> TrackMap:
    """Return the map of the track and the height at its end."""
    points, last = _unrolled(track.path), track.path[-1]
    near = [point for point in points if _way(point, points[-1]) <= _NEAR_NM]
    fields = _fields(track, last)
    panels = [_panel("The last 60 NM" if len(near) < len(points) else "The whole track", near, fields)]
    if max(_way(point, points[-1]) for point in points) > _FAR_FROM_NM:
        panels.insert(0, _panel("The whole track", points, fields[:1]))
    return TrackMap(
        panels=tuple(panels),
        profile=_profile(track),
        description=" ".join((*track.landing.shows, track.landing.because)),
    )


def _unrolled(path: Sequence[TrackPoint]) -> list[TrackPoint]:
    """Return the points with longitudes that run on past 180 degrees, so that no line crosses the whole map."""
    points: list[TrackPoint] = []
    for point in path:
        lon = point.lon if not points else points[-1].lon + (point.lon - points[-1].lon + 180) % 360 - 180
        points.append(
            TrackPoint(
                at_s=point.at_s, lat=point.lat, lon=lon, altitude_ft=point.altitude_ft, after_gap=point.after_gap
            )
        )
    return points


def _fields(track: TrackAccount, last: TrackPoint) -> list[tuple[Airport, str]]:
    """Return the fields to mark: where it landed, or those where it may have, with their shape."""
    landing = track.landing
    certain = [(landing.airport, "field")] if landing.airport is not None and not landing.candidates else []
    likely = [(candidate.airport, "candidate") for candidate in landing.candidates[:_FIELDS_MOST]]
    return [(field, shape) for field, shape in certain + likely if abs(field.lat - last.lat) < 2]


def _panel(caption: str, points: Sequence[TrackPoint], fields: Sequence[tuple[Airport, str]]) -> Panel:
    frame = _Frame(points, [field for field, _ in fields])
    lines, gaps = lines_and_gaps([(*frame.at(point.lat, point.lon), point.after_gap) for point in points])
    marks = [frame.mark(field.lat, frame.lon_near(field.lon), field.icao, shape) for field, shape in fields]
    ends = [("last", points[-1], "last fix")] if len(points) == 1 else []
    ends = ends or [("first", points[0], ""), ("last", points[-1], "last fix")]
    marks += [_apart(frame.mark(point.lat, point.lon, label, shape), marks) for shape, point, label in ends]
    length_nm = _round_length(frame.width_nm * _SCALE_SHARE)
    return Panel(
        caption=caption,
        width=WIDTH,
        height=_MAP_HEIGHT,
        lines=lines,
        gaps=gaps,
        marks=tuple(marks),
        scale=round(length_nm * frame.units_per_nm, 1),
        scale_label=f"{length_nm:g} NM",
    )


def _apart(mark: Mark, others: Sequence[Mark]) -> Mark:
    """Return the mark without its name where another's stands so near that the two would overlap."""
    near = any(hypot(mark.x - other.x, mark.y - other.y) < _LABEL_APART for other in others)
    return replace(mark, label="") if near else mark


class _Frame:
    """Places of the earth on the panel: equal lengths in both directions at its middle."""

    def __init__(self, points: Sequence[TrackPoint], fields: Sequence[Airport]) -> None:
        self._lon0 = points[-1].lon
        lats = [point.lat for point in points] + [field.lat for field in fields]
        lons = [point.lon for point in points] + [self.lon_near(field.lon) for field in fields]
        self._lat, self._lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
        self._per_lon = _NM_PER_DEGREE * max(cos(radians(self._lat)), 0.01)
        wide = max((max(lons) - min(lons)) * self._per_lon, _LEAST_SPAN_NM)
        high = max((max(lats) - min(lats)) * _NM_PER_DEGREE, _LEAST_SPAN_NM)
        self.units_per_nm = min((WIDTH - 2 * _MARGIN) / wide, (_MAP_HEIGHT - 2 * _ROOM_BELOW) / high)
        self.width_nm = WIDTH / self.units_per_nm

    def lon_near(self, lon: float) -> float:
        return self._lon0 + (lon - self._lon0 + 180) % 360 - 180

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        x = WIDTH / 2 + (lon - self._lon) * self._per_lon * self.units_per_nm
        y = _MAP_HEIGHT / 2 - (lat - self._lat) * _NM_PER_DEGREE * self.units_per_nm
        return round(x, 1), round(y, 1)

    def mark(self, lat: float, lon: float, label: str, shape: str) -> Mark:
        x, y = self.at(lat, lon)
        return Mark(x, y, label, shape, "end" if x > WIDTH * 0.7 else "start")


def lines_and_gaps(points: Sequence[tuple[float, float, bool]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the received stretches and the gaps between them, each as the points of a polyline."""
    lines: list[list[tuple[float, float]]] = []
    gaps: list[str] = []
    for x, y, after_gap in points:
        if lines and after_gap:
            gaps.append(_points([lines[-1][-1], (x, y)]))
        if not lines or after_gap:
            lines.append([])
        lines[-1].append((x, y))
    return tuple(_points(line) for line in lines), tuple(gaps)


def _points(line: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in line)


def _profile(track: TrackAccount) -> Profile | None:
    end_s = track.path[-1].at_s
    shown = [point for point in track.path if point.altitude_ft is not None and point.at_s >= end_s - _PROFILE_S]
    if len(shown) < 2:
        return None
    start_s = shown[0].at_s
    field_ft = None if track.landing.airport is None else track.landing.airport.elevation_ft
    heights = [point.altitude_ft or 0.0 for point in shown] + ([] if field_ft is None else [field_ft])
    low, high = min(heights), max(*heights, min(heights) + 1_000)

    def y_of(height_ft: float) -> float:
        return round(
            _PROFILE_HEIGHT - _PROFILE_ROOM - (height_ft - low) / (high - low) * (_PROFILE_HEIGHT - 2 * _PROFILE_ROOM),
            1,
        )

    wide = (WIDTH - 2 * _MARGIN) / max(end_s - start_s, 1.0)
    lines, _ = lines_and_gaps(
        [
            (round(_MARGIN + (each.at_s - start_s) * wide, 1), y_of(each.altitude_ft or 0.0), each.after_gap)
            for each in shown
        ]
    )
    return Profile(
        width=WIDTH,
        height=_PROFILE_HEIGHT,
        lines=lines,
        field_y=None if field_ft is None else y_of(field_ft),
        top_label=f"{max(heights):,.0f} ft",
        start_label=_clock(start_s),
        end_label=_clock(end_s),
    )


def _clock(at_s: float) -> str:
    minutes = floor(at_s / 60) % (24 * 60)
    return f"{minutes // 60:02}:{minutes % 60:02} UTC"


def _way(one: TrackPoint, other: TrackPoint) -> float:
    east = (other.lon - one.lon) * _NM_PER_DEGREE * cos(radians((one.lat + other.lat) / 2))
    north = (other.lat - one.lat) * _NM_PER_DEGREE
    return float((east**2 + north**2) ** 0.5)


def _round_length(most_nm: float) -> float:
    """Return the longest of 1, 2, 5, 10, 20, 50 … that is no longer than ``most_nm``."""
    power = 10.0 ** floor(log10(most_nm))
    return next(float(step * power) for step in (5, 2, 1) if step * power <= most_nm)
