"""The last look at the places of events: each is named in words that are cited, and lies where its basis puts it."""

from collections.abc import Iterator

from secondsource.dossier.places import aerodromes
from secondsource.dossier.whereabouts import is_named_by, whereabouts
from secondsource.model.dossier import Dossier
from secondsource.model.event_place import EventPlace, PlaceBasis, PlaceDoubt

_Shown = dict[tuple[str, str, float | None, float | None], set[PlaceDoubt | None]]
"""The aerodromes of tracks as (track, name, latitude, longitude), each with how sure the tracks of that name are."""


def place_problems(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield where a place of an event is at fault, as a path through the dossier's fields, and what is wrong.

    A place cites at least one report, and a named one words that name it. One that our tables put somewhere lies
    exactly there, and one with a doubt about its name nowhere; an aerodrome is one that a track of the dossier was
    judged by, as sure as that track is of it.
    """
    shown: _Shown = {}
    for track in dossier.tracks:
        for place in aerodromes(track):
            shown.setdefault((track.track_id, place.name, place.lat, place.lon), set()).add(place.doubt)
    for number, event in enumerate(dossier.events):
        for at, place in enumerate(event.places or ()):
            problem = _problem(place, shown)
            if problem is not None:
                yield f"events[{number}].places[{at}]", problem


def _problem(place: EventPlace, shown: _Shown) -> str | None:
    if not place.cited:
        return f"the place {place.name} cites no words"
    return _aerodrome_problem(place, shown) if place.basis is PlaceBasis.TRACK else _named_problem(place)


def _aerodrome_problem(place: EventPlace, shown: _Shown) -> str | None:
    keys = [(track, place.name, place.lat, place.lon) for track in place.tracks]
    doubts = {doubt for key in keys for doubt in shown.get(key, ())}
    if not doubts:
        return f"no track of the dossier was judged by {place.name} at that place"
    return None if place.doubt in doubts else f"its tracks are not so sure of {place.name}"


def _named_problem(place: EventPlace) -> str | None:
    if not all(is_named_by(place.name, each.exact) for each in place.cited):
        return f"the words cited for {place.name} do not name it"
    if place.doubt is not None:
        return None if place.lat is None and place.lon is None else f"it is not sure where {place.name} is"
    known = whereabouts(place.name)
    if known is None or (known.lat, known.lon, known.reach) != (place.lat, place.lon, place.reach):
        return f"no table has {place.name} at that place"
    return None
