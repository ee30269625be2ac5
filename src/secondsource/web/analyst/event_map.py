"""The map of an event: the places its reports name, fields and tracks, drawn without any outside tiles.

No outline of coasts comes with the program. What shows land are its aerodromes: every cell of a fine grid that holds
one is a faint dot, from the same table of airports that landings are judged by.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import cos, floor, radians

from secondsource.dossier.wording import counted
from secondsource.model.dossier import TrackAccount
from secondsource.model.ids import ReportId
from secondsource.model.linked import Event
from secondsource.publishing.picture import fit
from secondsource.sensors.airports import airports
from secondsource.text.normalise import fold
from secondsource.web.analyst.state import State

WIDTH = 560
HEIGHTS = (220, 460)
"""Least and greatest height in units."""
_LEAST_SPAN_DEG = 20.0
_MARGIN_SHARE = 0.18
_MOST_PLACES = 24
"""Places drawn; the list beside the map has them all."""
_LABEL_ROOM = 150
_MOST_TOLD = 8
"""Names told of each sort; the list has them all."""
_SHAPE_WORDS = {"event": "Named with the event", "field": "Airfields", "other": "Also named"}
_STEPS_DEG = (1, 2, 5, 10, 15, 30)
_MOST_LINES = 8
_DOTS_ACROSS = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map.

    Attributes:
        x: From the left.
        y: From the top.
        label: Its name, cut to its room.
        shape: ``event`` (named with the event), ``other`` (named in its reports) or ``field``.
        anchor: ``start`` or ``end``: on which side of the mark the name stands.
    """

    x: float
    y: float
    label: str
    shape: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace:
    """A place that reports name, or a field that a track was judged by.

    Attributes:
        name: Its name.
        lat: Latitude in degrees.
        lon: Longitude in degrees.
        shape: As of :class:`Spot`.
        reports: The reports that name it.
    """

    name: str
    lat: float
    lon: float
    shape: str
    reports: tuple[ReportId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMap:
    """Everything that is drawn.

    Attributes:
        width: In units.
        height: In units.
        land: Path of the faint dots where aerodromes are.
        graticule: Each line as (path, label, x of the label, y of the label).
        spots: Places, those of the event last so that they stand on top.
        tracks: What was received of each track, as points of polylines.
        places: What the list in words names.
        n_unplaced: Places the reports name that no table puts anywhere.
        description: The drawing in words, for whoever hears the page.
    """

    width: int
    height: int
    land: str
    graticule: tuple[tuple[str, str, float, float], ...]
    spots: tuple[Spot, ...]
    tracks: tuple[str, ...]
    places: tuple[NamedPlace, ...]
    n_unplaced: int
    description: str


def draw_event(state: State, event: Event, tracks: Sequence[TrackAccount]) -> EventMap | None:
    """Return the map of the event; None where nothing of it can be placed."""
    bearing = [track for track in tracks if any(bearing.event_id == event.id for bearing in track.bearings)]
    found, n_unplaced = _named(state, event)
    places = [*found, *_fields(bearing)]
    if not places:
        return None
    paths = [[(point.lat, point.lon) for point in track.path] for track in bearing]
    # The event's own places decide what is shown; a report names half the world beside them.
    own = [place for place in places if place.shape != "other"]
    own = own if len(own) > 1 else places
    frame = frame_of([(place.lat, place.lon) for place in own], paths)
    shown = [place for place in places if frame.holds(place.lat, place.lon)][:_MOST_PLACES]
    return EventMap(
        width=WIDTH,
        height=frame.height,
        land=frame.land(),
        graticule=tuple(frame.graticule()),
        spots=tuple(_spots(frame, shown)),
        tracks=tuple(line for path in paths for line in frame.lines(path)),
        places=tuple(places),
        n_unplaced=n_unplaced,
        description=" ".join(_in_words(frame, shown, len(places), paths)),
    )


def _in_words(
    frame: "Frame", shown: Sequence[NamedPlace], n_places: int, paths: Sequence[Sequence[tuple[float, float]]]
) -> Iterator[str]:
    """Yield the drawing in sentences: what it spans, what stands on it, where its tracks begin and end."""
    west, east, south, north = frame.edges()
    yield f"North up, from {_where(south, west)} to {_where(north, east)}."
    for shape, told in _SHAPE_WORDS.items():
        names = [place.name for place in shown if place.shape == shape]
        if names:
            rest = f" and {len(names) - _MOST_TOLD} more" if len(names) > _MOST_TOLD else ""
            yield f"{told}: {', '.join(names[:_MOST_TOLD])}{rest}."
    for path in paths:
        if path:
            yield f"A flight track from {_where(*path[0])} to {_where(*path[-1])}."
    if n_places > len(shown):
        yield f"{counted(n_places - len(shown), 'more place')} not on the drawing."


def _where(lat: float, lon: float) -> str:
    return f"{_degrees(round(lat, 1), 'N', 'S')} {_degrees(round((lon + 180) % 360 - 180, 1), 'E', 'W')}"


def _named(state: State, event: Event) -> tuple[list[NamedPlace], int]:
    """Return the places of the event's reports, those named with the event first, and how many cannot be placed."""
    of_event = {fold(name) for name in event.places}
    placed: dict[tuple[str, float, float], list[ReportId]] = {}
    unplaced: set[str] = set()
    for report_id in event.reports:
        for place in state.readings[report_id].places:
            if place.lat is None or place.lon is None:
                unplaced.add(fold(place.name))
            else:
                named_in = placed.setdefault((place.name, place.lat, place.lon), [])
                named_in += [] if report_id in named_in else [report_id]
    places = [
        NamedPlace(
            name=name,
            lat=lat,
            lon=lon,
            shape="event" if fold(name) in of_event else "other",
            reports=tuple(reports),
        )
        for (name, lat, lon), reports in placed.items()
    ]
    return sorted(places, key=lambda each: (each.shape, -len(each.reports))), len(unplaced)


def _fields(tracks: Iterable[TrackAccount]) -> Iterator[NamedPlace]:
    seen: set[str] = set()
    for track in tracks:
        likely = [candidate.airport for candidate in track.landing.candidates]
        for field in [*([] if track.landing.airport is None else [track.landing.airport]), *likely]:
            if field.icao not in seen:
                seen.add(field.icao)
                yield NamedPlace(name=f"{field.name} ({field.icao})", lat=field.lat, lon=field.lon, shape="field")


def _spots(frame: "Frame", places: Sequence[NamedPlace]) -> list[Spot]:
    """Return the marks; a name that would stand on another's is left to the list."""
    spots: list[Spot] = []
    taken: list[tuple[float, float, bool]] = []
    for place in places:
        x, y = frame.at(place.lat, place.lon)
        ends = x > WIDTH * 0.7
        free = all(abs(y - other_y) > 13 or abs(x - other_x) > _LABEL_ROOM for other_x, other_y, _ in taken)
        label = fit(place.name, _LABEL_ROOM) if free else ""
        if label:
            taken.append((x, y, ends))
        spots.append(Spot(x=x, y=y, label=label, shape=place.shape, anchor="end" if ends else "start"))
    return spots[::-1]


def frame_of(places: Sequence[tuple[float, float]], paths: Sequence[Sequence[tuple[float, float]]] = ()) -> "Frame":
    """Return the frame that shows all of the places and paths, each as latitude and longitude in degrees."""
    return Frame(places, paths)


class Frame:
    """Where on the map a place is: equal degrees, narrowed by the cosine of the middle latitude."""

    def __init__(self, places: Sequence[tuple[float, float]], paths: Sequence[Sequence[tuple[float, float]]]) -> None:
        self._middle_lon = _middle_lon([lon for _, lon in places])
        lats = [lat for lat, _ in places] + [lat for path in paths for lat, _ in path]
        lons = [self._lon(lon) for _, lon in places] + [self._lon(lon) for path in paths for _, lon in path]
        middle = (min(lats) + max(lats)) / 2
        self._narrow = max(cos(radians(min(abs(middle), 80.0))), 0.2)
        wide = max(max(lons) - min(lons), _LEAST_SPAN_DEG / self._narrow) * (1 + 2 * _MARGIN_SHARE)
        high = max(max(lats) - min(lats), _LEAST_SPAN_DEG / 2) * (1 + 2 * _MARGIN_SHARE)
        # Wide enough for its height: a map taller than it may be is drawn in a smaller scale.
        self._scale = min(WIDTH / (wide * self._narrow), HEIGHTS[1] / high)
        self.height = round(min(HEIGHTS[1], max(HEIGHTS[0], high * self._scale)))
        self._lat, self._mid = middle, (min(lons) + max(lons)) / 2

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Return the point in units, from the left and from the top."""
        x = WIDTH / 2 + (self._lon(lon) - self._mid) * self._narrow * self._scale
        return round(x, 1), round(self.height / 2 - (lat - self._lat) * self._scale, 1)

    def holds(self, lat: float, lon: float) -> bool:
        """Return whether the place is on the map."""
        x, y = self.at(lat, lon)
        return 0 <= x <= WIDTH and 0 <= y <= self.height

    def lines(self, path: Sequence[tuple[float, float]]) -> Iterator[str]:
        """Yield the path as the points of a polyline."""
        yield " ".join(f"{x:g},{y:g}" for x, y in (self.at(lat, lon) for lat, lon in path))

    def graticule(self) -> Iterator[tuple[str, str, float, float]]:
        """Yield each line of the graticule as path, label, and where the label stands."""
        west, east, south, north = self.edges()
        step = next((s for s in _STEPS_DEG if (east - west) / s <= _MOST_LINES), _STEPS_DEG[-1])
        for lat in _steps(max(south, -90), min(north, 90), step):
            y = self.at(lat, self._mid)[1]
            yield f"M 0 {y:g} H {WIDTH}", _degrees(lat, "N", "S"), 4, y - 3
        for lon in _steps(west, east, step):
            x = self.at(self._lat, lon)[0]
            yield f"M {x:g} 0 V {self.height}", _degrees((lon + 180) % 360 - 180, "E", "W"), x + 3, self.height - 5

    def land(self) -> str:
        """Return the path of the dots where aerodromes are."""
        west, east, south, north = self.edges()
        cell = max((east - west) / _DOTS_ACROSS, 0.25)
        dots = [self.at(lat, lon) for lat, lon in _cells(round(cell, 2)) if south <= lat <= north]
        inside = [(x, y) for x, y in dots if 0 <= x <= WIDTH and 0 <= y <= self.height]
        return "".join(f"M{x:g} {y:g}h0" for x, y in inside)

    def edges(self) -> tuple[float, float, float, float]:
        """Return west, east, south and north in degrees; longitudes may run on past 180."""
        half_lon, half_lat = WIDTH / 2 / self._scale / self._narrow, self.height / 2 / self._scale
        return self._mid - half_lon, self._mid + half_lon, self._lat - half_lat, self._lat + half_lat

    def _lon(self, lon: float) -> float:
        """Return the longitude that is nearest to the middle, so that no map is cut at 180 degrees."""
        return self._middle_lon + (lon - self._middle_lon + 180) % 360 - 180


def _middle_lon(lons: Sequence[float]) -> float:
    """Return the longitude around which the places lie closest."""
    around = sorted(lons)
    gaps = [(b - a, (a + b) / 2) for a, b in pairwise(around)]
    gaps.append((around[0] + 360 - around[-1], (around[0] + 360 + around[-1]) / 2))
    # The middle lies opposite the widest stretch without any place.
    return (max(gaps)[1] + 180) % 360


@lru_cache(maxsize=16)
def _cells(size_deg: float) -> tuple[tuple[float, float], ...]:
    """Return the middle of every cell of that size that holds an aerodrome."""
    cells = {(floor(each.lat / size_deg), floor(each.lon / size_deg)) for each in airports().values()}
    return tuple(((row + 0.5) * size_deg, (column + 0.5) * size_deg) for row, column in sorted(cells))


def _steps(low: float, high: float, step: int) -> Iterator[int]:
    first = -floor(-low / step) * step
    yield from range(first, floor(high) + 1, step)


def _degrees(value: float, positive: str, negative: str) -> str:
    return f"{abs(value):g}°{'' if value == 0 else positive if value > 0 else negative}"
