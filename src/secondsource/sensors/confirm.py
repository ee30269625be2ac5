"""What tracks make of the events they bear on: a status and a rating, each with the reason."""

from collections.abc import Sequence
from dataclasses import replace

from secondsource.linking.origins import count_origins
from secondsource.model.linked import Admiralty, Event, EventStatus, Linked, OriginKind
from secondsource.model.track import BearingKind, TrackBearing

_DOUBTED = frozenset({EventStatus.DISPUTED, EventStatus.DENIED})


def with_tracks(linked: Linked, bearings: Sequence[TrackBearing]) -> Linked:
    """Return the linking with the status and rating of each event in the light of the tracks; lines stay as they are.

    A landing that a track shows or supports makes the event sensor-confirmed, one that it contradicts disputed.
    A track that cannot tell changes nothing. Where parties dispute or deny it, a track does not end the dispute.
    """
    return replace(linked, events=tuple(_with_tracks(event, bearings) for event in linked.events))


def _with_tracks(event: Event, bearings: Sequence[TrackBearing]) -> Event:
    mine = [bearing for bearing in bearings if bearing.event_id == event.id]
    against = [bearing for bearing in mine if bearing.kind is BearingKind.CONTRADICTS]
    seen = [bearing for bearing in mine if bearing.kind is BearingKind.CONFIRMS]
    supporting = seen or [bearing for bearing in mine if bearing.kind is BearingKind.SUPPORTS]
    if against:
        why = f"the flight track {against[0].track_id} shows the aircraft elsewhere at that time"
        return replace(event, status=EventStatus.DISPUTED, admiralty=_rated(event.admiralty, 4, why, least=True))
    if not supporting:
        return event
    verb = "shows" if seen else "lets one infer"
    why = f"the flight track {supporting[0].track_id}, looked at here, {verb} the landing"
    if event.status in _DOUBTED:
        return replace(event, admiralty=_rated(event.admiralty, event.admiralty.credibility, why))
    return replace(
        event,
        status=EventStatus.SENSOR_CONFIRMED,
        admiralty=_rated(event.admiralty, 1 if seen and _others(event) else 2, why),
    )


def _others(event: Event) -> bool:
    """Return whether anybody but a sensor is an origin: a tracker that a report reads may have the same data."""
    return bool(count_origins([line for line in event.lines if line.origin_kind is not OriginKind.SENSOR]))


def _rated(admiralty: Admiralty, credibility: int, why: str, *, least: bool = False) -> Admiralty:
    choose = max if least else min
    return replace(
        admiralty,
        credibility=choose(admiralty.credibility, credibility),
        because=(*admiralty.because, why),
    )
