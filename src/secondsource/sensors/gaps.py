"""Where no receiver heard the aircraft, and whether it could have landed there meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from secondsource.model.track import Fix, Gap
from secondsource.sensors.earth import KT_TO_NM_S, distance_nm

GAP_LEAST_S = 120.0
"""Two minutes: receivers that hear an aircraft at all hear it every few seconds; sites thin that out to a minute."""

TURNAROUND_LEAST_S = 600.0
"""Ten minutes beyond the straight way: no aeroplane comes down, lands, turns round and climbs away in less."""

_SPEED_UNKNOWN_KT = 250.0
"""Taken where no speed was sent; slow for an airliner, so that room for a landing is not overlooked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """A gap by its place in the track.

    Attributes:
        before: Index of the last fix before it; the first after it is the next.
        seconds: How long it is.
        room_for_landing: Whether a landing and a new start would fit into it.
    """

    before: int
    seconds: float
    room_for_landing: bool


def find_holes(fixes: Sequence[Fix]) -> list[Hole]:
    """Return the gaps of the track, in order."""
    times = [fix.at_s for fix in fixes]
    steps = map(float.__sub__, times[1:], times)
    return [
        Hole(before=index, seconds=step_s, room_for_landing=has_room(fixes[index], fixes[index + 1]))
        for index, step_s in enumerate(steps)
        if step_s >= GAP_LEAST_S
    ]


def has_room(before: Fix, after: Fix) -> bool:
    """Return whether the time between two fixes is so much longer than the way needs that a landing fits in."""
    way_nm = distance_nm(before.lat, before.lon, after.lat, after.lon)
    speeds = [speed for speed in (before.speed_kt, after.speed_kt) if speed is not None and speed > 0]
    speed_kt = min(speeds) if speeds else _SPEED_UNKNOWN_KT
    needed_s = way_nm / (max(speed_kt, 1.0) * KT_TO_NM_S)
    return after.at_s - before.at_s - needed_s >= TURNAROUND_LEAST_S


def as_gap(hole: Hole, fixes: Sequence[Fix]) -> Gap:
    """Return the gap as an answer gives it."""
    return Gap(
        start_at=moment(fixes[hole.before].at_s),
        end_at=moment(fixes[hole.before + 1].at_s),
        seconds=round(hole.seconds),
        room_for_landing=hole.room_for_landing,
    )


def moment(at_s: float) -> datetime:
    """Return the moment, aware UTC, to the second."""
    return datetime.fromtimestamp(round(at_s), UTC)
