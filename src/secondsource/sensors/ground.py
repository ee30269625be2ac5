"""When the aircraft was on the ground, as far as the fixes themselves say so."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model.track import Fix
from secondsource.sensors.airports import nearest_airport
from secondsource.sensors.earth import KT_TO_NM_S, distance_nm

TAXI_MOST_KT = 40.0
"""Slower than any aeroplane flies; the slowest airliners land at 90."""

FIELD_RADIUS_NM = 3.0
"""From a field's reference point to the far end of its longest runway; at the largest fields 2.5."""

FIELD_HEIGHT_FT = 1_000.0
"""By how much pressure altitude on a field may differ from its elevation: 27 ft a hectopascal, 980 to 1,045 hPa."""

FIELD_ALTITUDE_MOST_FT = 16_000.0
"""No field lies higher; a flag "on the ground" above it is a decoding error."""

ROLL_MOST_KT = 220.0
"""No aircraft touches down faster."""

_SLOW_OVER_S = 30.0
_FLICKER_S = 60.0
_STAY_LEAST_S = 20.0
"""A shorter contact in mid-flight is a touch-and-go, or a flag that was wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A stretch of fixes on the ground.

    Attributes:
        first: Index of its first fix.
        last: Index of its last fix.
        flagged: Whether the aircraft itself said "on the ground"; else it moved at walking pace on a field.
    """

    first: int
    last: int
    flagged: bool


def find_stays(fixes: Sequence[Fix]) -> list[Stay]:
    """Return the stretches on the ground, in order; touch-and-goes are left out."""
    said = {fix.on_ground for fix in fixes}
    if True in said:
        on_ground = [
            index
            for index, fix in enumerate(fixes)
            if fix.on_ground
            and (fix.altitude_ft is None or fix.altitude_ft <= FIELD_ALTITUDE_MOST_FT)
            and (fix.speed_kt is None or fix.speed_kt <= ROLL_MOST_KT)
        ]
        stays = _stays(fixes, on_ground, flagged=True)
        if stays:
            return stays
    # Where an aircraft keeps saying that it flies, slowness shows a helicopter, not a landing.
    return _stays(fixes, _slow_on_field(fixes), flagged=False) if None in said else []


def _stays(fixes: Sequence[Fix], on_ground: Sequence[int], *, flagged: bool) -> list[Stay]:
    runs: list[list[int]] = []
    for index in on_ground:
        if runs and (index == runs[-1][1] + 1 or fixes[index].at_s - fixes[runs[-1][1]].at_s <= _FLICKER_S):
            runs[-1][1] = index
        else:
            runs.append([index, index])
    for run in runs:
        run[1] = _end_of_silence(fixes, run[1])
    return [
        Stay(first=first, last=last, flagged=flagged)
        for first, last in runs
        if first == 0 or last == len(fixes) - 1 or fixes[last].at_s - fixes[first].at_s >= _STAY_LEAST_S
    ]


def _end_of_silence(fixes: Sequence[Fix], last: int) -> int:
    """Return the last fix of those right after ``last`` that say nothing of the ground; it has not left since."""
    end = last
    for index in range(last + 1, len(fixes)):
        if fixes[index].on_ground is not None or fixes[index].at_s - fixes[last].at_s > _FLICKER_S:
            break
        end = index
    return end


def _slow_on_field(fixes: Sequence[Fix]) -> list[int]:
    slow = {index for index, fix in enumerate(fixes) if fix.speed_kt is not None and fix.speed_kt < TAXI_MOST_KT}
    slow |= _slow_by_places(fixes)
    return [index for index in sorted(slow) if fixes[index].on_ground is None and _at_field_height(fixes[index])]


def _slow_by_places(fixes: Sequence[Fix]) -> set[int]:
    """Return the fixes up to which the aircraft hardly moved; a speed that was sent last in flight is often kept on.

    Only places that differ are looked at: one that is repeated was not received again, but carried on. Over a gap
    nothing is known of the way between, so each step must be short too.
    """
    moved = [0] + [i for i in range(1, len(fixes)) if fixes[i][1:3] != fixes[i - 1][1:3]]
    times = [fixes[index].at_s for index in moved]
    slow: set[int] = set()
    start = 0
    while start < len(moved):
        end = bisect_left(times, times[start] + _SLOW_OVER_S)
        if end - start < 2 or end == len(moved):
            start += 1
            continue
        over_s = times[end] - times[start]
        one, other = fixes[moved[start]], fixes[moved[end]]
        if over_s <= 2 * _SLOW_OVER_S and _way_least_nm(one, other) < over_s * TAXI_MOST_KT * KT_TO_NM_S:
            slow.update(moved[start + 1 : end + 1])
        start = end
    return slow


def _way_least_nm(one: Fix, other: Fix) -> float:
    # Most stretches are miles long to the north alone, and need no reckoning.
    north_nm = abs(other.lat - one.lat) * 60
    return north_nm if north_nm > 1.0 else distance_nm(one.lat, one.lon, other.lat, other.lon)


def _at_field_height(fix: Fix) -> bool:
    found = nearest_airport(fix.lat, fix.lon, FIELD_RADIUS_NM)
    if found is None:
        return False
    # Trackers write 0 feet for an aircraft that told them it stands on the ground, whatever the field's height.
    return fix.altitude_ft in (None, 0) or abs((fix.altitude_ft or 0) - found[1].elevation_ft) <= FIELD_HEIGHT_FT
