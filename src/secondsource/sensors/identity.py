"""Whether the words of a report can mean the aircraft of a track."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from secondsource.model.territories import territory_name
from secondsource.model.track import Track
from secondsource.sensors.address_blocks import state_of_address
from secondsource.sensors.claims import LandingClaim

_NAME_LEAST = 4
"""Shorter call signs and registrations stand in other words by chance."""


class Match(StrEnum):
    """How the words and the aircraft go together."""

    NAMED = "named"
    SAME_STATE = "same-state"
    UNKNOWN = "unknown"
    OTHER_STATE = "other-state"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What is known of the aircraft that the words mean.

    Attributes:
        match: How words and aircraft go together.
        because: The reasons, one a line.
    """

    match: Match
    because: tuple[str, ...]


def identify(track: Track, claim: LandingClaim, text: str) -> Identity:
    """Return whether the claim can mean this aircraft: by a name anywhere in the report, else by the state it names.

    Args:
        track: The track.
        claim: The words of the report.
        text: The whole report.
    """
    name = _named_in(track, text)
    if name is not None:
        return Identity(match=Match.NAMED, because=(f"The report names this aircraft: {name}.",))
    state = None if track.icao24 is None else state_of_address(track.icao24)
    return Identity(match=_by_state(state, claim), because=tuple(_reasons(track, state, claim)))


def _by_state(state: str | None, claim: LandingClaim) -> Match:
    if state is None or not claim.states:
        return Match.UNKNOWN
    return Match.SAME_STATE if state in claim.states else Match.OTHER_STATE


def _named_in(track: Track, text: str) -> str | None:
    upper = text.upper()
    names = (track.registration, track.callsign, track.icao24)
    return next((name for name in names if name and len(name) >= _NAME_LEAST and name.upper() in upper), None)


def _reasons(track: Track, state: str | None, claim: LandingClaim) -> Iterator[str]:
    yield "The report names no registration, call sign or address; that it means this aircraft is not known."
    if state is not None:
        yield f"The aircraft's address {track.icao24} lies in the block allotted to {territory_name(state)}."
    if claim.states:
        yield f"The words speak of {', '.join(territory_name(each) for each in sorted(claim.states))}."
