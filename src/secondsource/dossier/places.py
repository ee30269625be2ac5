"""The places of an event on a map: those that its reports name, and the aerodromes that tracks bearing on it show."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondsource.dossier.material import Material
from secondsource.dossier.mentions import mentions_of
from secondsource.dossier.whereabouts import is_named_by, whereabouts
from secondsource.model.event_place import EventPlace, PlaceBasis, PlaceDoubt, PlaceReach
from secondsource.model.evidence import Evidence, Span
from secondsource.model.ids import EventId, ReportId
from secondsource.model.linked import Event
from secondsource.model.timeplace import PlaceMention
from secondsource.model.track import Airport, Landing, Verdict
from secondsource.model.track_account import TrackAccount
from secondsource.text.normalise import fold


def tell_places(material: Material, event: Event, tracks: Sequence[TrackAccount]) -> tuple[EventPlace, ...]:
    """Return the places of the event: those named with it, the aerodromes of its tracks, then others of its reports.

    A name that a reading left open stays so here, with the reason. Each group stands in the order of how many reports
    name it.
    """
    named = sorted(_named(material, event), key=lambda place: -len(place.cited))
    with_event = [place for place in named if place.with_event]
    return (*with_event, *_aerodromes(event, tracks), *(place for place in named if not place.with_event))


def aerodromes(track: TrackAccount) -> list[EventPlace]:
    """Return the aerodromes that the track shows it landed at, or that fit it; without what it bears on."""
    return [_aerodrome(track, airport, sure=sure) for airport, sure in _fields(track.landing)]


def _named(material: Material, event: Event) -> list[EventPlace]:
    of_event = {fold(name) for name in event.places}
    first: dict[tuple[str, bool], dict[ReportId, Evidence]] = {}
    for report_id, mention in _mentions(material, event, of_event):
        cited = material.cite(report_id, Span(mention.start, mention.end))
        # "There" and the like are places to a reading; on a map stands what a reader finds in the words cited.
        if is_named_by(mention.name, cited.exact):
            first.setdefault((mention.name, mention.lat is not None), {}).setdefault(report_id, cited)
    return [
        _place(
            name,
            tuple(cited[each] for each in sorted(cited, key=material.number)),
            placed=placed,
            with_event=fold(name) in of_event,
        )
        for (name, placed), cited in first.items()
    ]


def _mentions(material: Material, event: Event, of_event: set[str]) -> Iterator[tuple[ReportId, PlaceMention]]:
    """Yield the mentions of places, those that stand with the event first; more than once where both hold."""
    for reading, mention in mentions_of(material, event):
        for place in (reading.places[index] for index in mention.places):
            if fold(place.name) in of_event:
                yield reading.id, place
    for report_id in event.reports:
        reading_of = material.reading(report_id)
        yield from ((report_id, place) for place in (() if reading_of is None else reading_of.places))


def _place(name: str, cited: tuple[Evidence, ...], *, placed: bool, with_event: bool) -> EventPlace:
    place = EventPlace(name=name, basis=PlaceBasis.GAZETTEER, with_event=with_event, cited=cited)
    known = whereabouts(name)
    if known is None:
        return replace(place, doubt=PlaceDoubt.IN_NO_TABLE)
    if not placed:
        # The reading knew the name and could not tell which of its places is meant ("Georgia").
        return replace(place, doubt=PlaceDoubt.SHARED_NAME)
    return replace(place, lat=known.lat, lon=known.lon, reach=known.reach, country=known.country)


def _aerodromes(event: Event, tracks: Sequence[TrackAccount]) -> list[EventPlace]:
    """Return the aerodromes of the tracks that bear on the event; one that any track landed at is sure."""
    found: dict[str, EventPlace] = {}
    for track in tracks:
        words = _words(track, event.id)
        for place in aerodromes(track) if words else ():
            before = found.get(place.name, place)
            found[place.name] = replace(
                place,
                cited=tuple(dict.fromkeys((*before.cited, *words))),
                tracks=tuple(dict.fromkeys((*before.tracks, track.track_id))),
                doubt=None if place.doubt is None or before.doubt is None else place.doubt,
            )
    return list(found.values())


def _words(track: TrackAccount, event_id: EventId) -> list[Evidence]:
    return [bearing.words for bearing in track.bearings if bearing.event_id == event_id]


def _fields(landing: Landing) -> Iterator[tuple[Airport, bool]]:
    if landing.candidates:
        yield from ((candidate.airport, False) for candidate in landing.candidates)
    elif landing.airport is not None:
        yield landing.airport, landing.verdict is Verdict.LANDED


def _aerodrome(track: TrackAccount, airport: Airport, *, sure: bool) -> EventPlace:
    return EventPlace(
        name=f"{airport.name} ({airport.icao})",
        basis=PlaceBasis.TRACK,
        with_event=True,
        cited=(),
        lat=airport.lat,
        lon=airport.lon,
        reach=PlaceReach.SPOT,
        doubt=None if sure else PlaceDoubt.ONLY_FITS,
        tracks=(track.track_id,),
    )
