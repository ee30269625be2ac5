"""The map of an event: its places and flight tracks on the outline of the land, drawn without any outside tiles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.dossier.wording import counted
from secondsource.model.dossier import EventAccount
from secondsource.model.event_place import EventPlace, PlaceBasis, PlaceDoubt, PlaceReach
from secondsource.model.track_account import TrackAccount
from secondsource.publishing.land import land_path
from secondsource.publishing.map_frame import WIDTH, Frame, where_words
from secondsource.publishing.map_labels import MapLabel, Room
from secondsource.publishing.track_map import lines_and_gaps

_MOST_PLACES = 16
"""Places drawn; the list below the map has them all."""
_MOST_TOLD = 8
"""Names told of each sort; the list has them all."""
_SHAPE_WORDS = {"event": "Named with the event", "field": "Airfields", "other": "Also named"}
_REACH_WORDS = {PlaceReach.AREA: "of an area, its middle", PlaceReach.STATE: "of a state, its middle"}
_DOUBT_WORDS = {
    PlaceDoubt.IN_NO_TABLE: "not on the map: no table has it",
    PlaceDoubt.SHARED_NAME: "not on the map: several places have this name, and which one is meant is not told",
    PlaceDoubt.ONLY_FITS: "not sure: the flight track ends before any touchdown, and this airfield fits it",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map.

    Attributes:
        x: From the left.
        y: From the top.
        shape: ``event`` (named with the event), ``other`` (named in its reports) or ``field`` (of a flight track).
        open: Whether its outline is dashed: the middle of something large, or not sure.
        label: Its name and where it stands; None where there is no room for it.
    """

    x: float
    y: float
    shape: str
    open: bool
    label: MapLabel | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPlace:
    """A place as the list below the map tells it.

    Attributes:
        place: The place.
        where: Its coordinates in words; empty where they are not known.
        notes: What is to be known of it, in words.
    """

    place: EventPlace
    where: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMap:
    """Everything that is drawn.

    Attributes:
        width: In units.
        height: In units.
        land: Data of the path of the land, in tenths of a unit.
        graticule: Each line as (path, label, x of the label, y of the label).
        spots: Places, those of the event last so that they stand on top.
        lines: What was received of the tracks, as points of polylines.
        gaps: Where nothing was received, likewise.
        ends: The last position of each track.
        places: What the list in words tells.
        description: The drawing in words, for whoever hears the page.
    """

    width: int
    height: int
    land: str
    graticule: tuple[tuple[str, str, float, float], ...]
    spots: tuple[Spot, ...]
    lines: tuple[str, ...]
    gaps: tuple[str, ...]
    ends: tuple[tuple[float, float], ...]
    places: tuple[ToldPlace, ...]
    description: str


def draw_event(event: EventAccount, tracks: Sequence[TrackAccount]) -> EventMap | None:
    """Return the map of the event with the tracks that bear on it; None where nothing of it can be placed."""
    bearing = [track for track in tracks if any(bearing.event_id == event.event_id for bearing in track.bearings)]
    places = event.places or ()
    placed = [(place, place.lat, place.lon) for place in places if place.lat is not None and place.lon is not None]
    if not placed:
        return None
    # The middle of a state says little of where something was, and would stretch the map over half a continent.
    placed = [each for each in placed if each[0].reach is not PlaceReach.STATE] or placed
    # The event's own places decide what is shown, for a report names half the world beside them. One alone says little.
    own = [(lat, lon) for place, lat, lon in placed if place.with_event]
    framed = own if len(own) > 1 else [(lat, lon) for _, lat, lon in placed]
    frame = Frame(framed, [[(point.lat, point.lon) for point in track.path] for track in bearing])
    shown = [(place, frame.at(lat, lon)) for place, lat, lon in placed if frame.holds(lat, lon)][:_MOST_PLACES]
    lines, gaps, ends = _tracks(frame, bearing)
    return EventMap(
        width=WIDTH,
        height=frame.height,
        land=land_path(frame),
        graticule=tuple(frame.graticule()),
        spots=tuple(_spots(frame, shown)),
        lines=tuple(lines),
        gaps=tuple(gaps),
        ends=tuple(ends),
        places=tuple(_told(place, drawn=any(place is each for each, _ in shown)) for place in places),
        description=" ".join(_in_words(frame, [place for place, _ in shown], len(places), bearing)),
    )


def _tracks(frame: Frame, tracks: Sequence[TrackAccount]) -> tuple[list[str], list[str], list[tuple[float, float]]]:
    lines: list[str] = []
    gaps: list[str] = []
    ends: list[tuple[float, float]] = []
    for track in tracks:
        points = [(*frame.at(point.lat, point.lon), point.after_gap) for point in track.path]
        received, missing = lines_and_gaps(points)
        lines += received
        gaps += missing
        ends += [(points[-1][0], points[-1][1])] if points else []
    return lines, gaps, ends


def _spots(frame: Frame, places: Sequence[tuple[EventPlace, tuple[float, float]]]) -> list[Spot]:
    """Return the marks, each with its name where there is room; the first places get it first."""
    room = Room(WIDTH, frame.height, [at for _, at in places])
    for _, label, x, y in frame.graticule():
        room.take(label, x, y)
    spots = [
        Spot(
            x=x,
            y=y,
            shape=_shape(place),
            open=place.doubt is not None or place.reach is not PlaceReach.SPOT,
            label=room.label(_short(place), x, y),
        )
        for place, (x, y) in places
    ]
    return spots[::-1]


def _shape(place: EventPlace) -> str:
    if place.basis is PlaceBasis.TRACK:
        return "field"
    return "event" if place.with_event else "other"


def _short(place: EventPlace) -> str:
    """Return what stands beside the mark: of an aerodrome its code, of one that is not sure with a question mark."""
    name = place.name.rpartition("(")[2].rstrip(")") if place.basis is PlaceBasis.TRACK else place.name
    return f"{name}?" if place.doubt is not None else name


def _told(place: EventPlace, *, drawn: bool) -> ToldPlace:
    notes = ["named with the event"] if place.with_event and place.basis is PlaceBasis.GAZETTEER else []
    if place.basis is PlaceBasis.TRACK:
        shown = "an airfield near the end of" if place.doubt else "the aircraft was on the ground here, by"
        notes.append(f"{shown} {counted(len(place.tracks), 'flight track')}")
    if place.reach in _REACH_WORDS:
        notes.append(_REACH_WORDS[place.reach])
    if place.doubt is not None:
        notes.append(_DOUBT_WORDS[place.doubt])
    if place.lat is not None and not drawn:
        notes.append("not on the drawing")
    where = "" if place.lat is None or place.lon is None else where_words(place.lat, place.lon)
    return ToldPlace(place=place, where=where, notes=tuple(notes))


def _in_words(
    frame: Frame, shown: Sequence[EventPlace], n_places: int, tracks: Sequence[TrackAccount]
) -> Iterator[str]:
    """Yield the drawing in sentences: what it spans, what stands on it, where its tracks begin and end."""
    west, east, south, north = frame.edges()
    yield f"North up, from {where_words(max(south, -90), west)} to {where_words(min(north, 90), east)}."
    for shape, told in _SHAPE_WORDS.items():
        names = [_named(place) for place in shown if _shape(place) == shape]
        if names:
            rest = f" and {len(names) - _MOST_TOLD} more" if len(names) > _MOST_TOLD else ""
            yield f"{told}: {', '.join(names[:_MOST_TOLD])}{rest}."
    for track in tracks:
        if track.path:
            first, last = track.path[0], track.path[-1]
            yield f"A flight track from {where_words(first.lat, first.lon)} to {where_words(last.lat, last.lon)}."
    if n_places > len(shown):
        yield f"{counted(n_places - len(shown), 'more place')} not on the drawing."


def _named(place: EventPlace) -> str:
    if place.doubt is not None:
        return f"{place.name} (not sure)"
    return f"{place.name} ({_REACH_WORDS[place.reach]})" if place.reach in _REACH_WORDS else place.name
