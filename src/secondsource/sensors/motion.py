"""How an aircraft moved at the end of what was received."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from secondsource.model.track import Fix
from secondsource.sensors.earth import KT_TO_NM_S, bearing_deg, distance_nm

CHANGING_FROM_FPM = 300.0
"""Slower than this counts as level: turbulence and 25-foot steps of the altimeter make 100 to 200."""

_FPM_PER_KT = 6076 / 60
_STEEPEST = 0.4
"""Feet up for each foot ahead, over a minute and a half: 22 degrees; what is steeper is a fault of the altitudes."""

_TREND_S = 90.0
_BEFORE_S = 30 * 60.0
_DIRECTION_S = 15.0


class Phase(StrEnum):
    """Whether the aircraft climbs, keeps its height or comes down."""

    CLIMBING = "climbing"
    LEVEL = "level"
    DESCENDING = "descending"


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """The end of a stretch of track.

    Attributes:
        at_s: Time of the last fix.
        lat: Its latitude.
        lon: Its longitude.
        altitude_ft: The last pressure altitude; None if none was given in the last minutes.
        speed_kt: Over ground; None if it cannot be told.
        heading_deg: Of the way over ground; None if it cannot be told.
        trend_fpm: Mean climb over the last minute and a half; None if it cannot be told.
        phase: What that amounts to; None if it cannot be told.
        descended_ft: How far below its highest in the last half hour it is.
        climbed_ft: How far above its lowest in the last half hour it is.
        fastest_kt: Its highest speed in the last half hour; None if it cannot be told.
    """

    at_s: float
    lat: float
    lon: float
    altitude_ft: float | None
    speed_kt: float | None
    heading_deg: float | None
    trend_fpm: float | None
    phase: Phase | None
    descended_ft: float
    climbed_ft: float
    fastest_kt: float | None


def motion_at_end(fixes: Sequence[Fix]) -> Motion:
    """Return how the aircraft moved at the end of ``fixes``, which are earliest first and at least one."""
    last = fixes[-1]
    recent = _since(fixes, last.at_s - _BEFORE_S)
    heights = [(fix.at_s, fix.altitude_ft) for fix in recent if fix.altitude_ft is not None]
    altitude_ft = heights[-1][1] if heights and last.at_s - heights[-1][0] <= _TREND_S else None
    trend_fpm = _trend(heights, recent) if altitude_ft is not None else None
    levels = [height for _, height in heights] or [0.0]
    speed_kt, heading_deg = _ground_motion(recent)
    if trend_fpm is not None and speed_kt is not None and abs(trend_fpm) > _STEEPEST * speed_kt * _FPM_PER_KT:
        trend_fpm = None
    speeds = [fix.speed_kt for fix in recent if fix.speed_kt is not None]
    return Motion(
        at_s=last.at_s,
        lat=last.lat,
        lon=last.lon,
        altitude_ft=altitude_ft,
        speed_kt=speed_kt,
        heading_deg=heading_deg,
        trend_fpm=trend_fpm,
        phase=_phase(trend_fpm),
        descended_ft=max(levels) - levels[-1],
        climbed_ft=levels[-1] - min(levels),
        fastest_kt=max(speeds, default=speed_kt),
    )


def _since(fixes: Sequence[Fix], at_s: float) -> Sequence[Fix]:
    start = len(fixes) - 1
    while start > 0 and fixes[start - 1].at_s >= at_s:
        start -= 1
    return fixes[start:]


def _trend(heights: list[tuple[float, float]], recent: Sequence[Fix]) -> float | None:
    """Return the mean climb between the last altitude and the one a minute and a half before, else what was sent."""
    end_s, end_ft = heights[-1]
    earlier = next((each for each in heights if each[0] >= end_s - _TREND_S), heights[-1])
    if end_s - earlier[0] >= _TREND_S / 3:
        return (end_ft - earlier[1]) / (end_s - earlier[0]) * 60
    return recent[-1].climb_fpm


def _phase(trend_fpm: float | None) -> Phase | None:
    if trend_fpm is None:
        return None
    if abs(trend_fpm) < CHANGING_FROM_FPM:
        return Phase.LEVEL
    return Phase.CLIMBING if trend_fpm > 0 else Phase.DESCENDING


def _ground_motion(recent: Sequence[Fix]) -> tuple[float | None, float | None]:
    """Return speed and direction as sent with the last fix, else as the last places give them."""
    last = recent[-1]
    if last.speed_kt is not None and last.heading_deg is not None:
        return last.speed_kt, last.heading_deg
    for fix in reversed(recent[:-1]):
        over_s = last.at_s - fix.at_s
        if over_s >= _DIRECTION_S and (fix.lat, fix.lon) != (last.lat, last.lon):
            speed_kt = distance_nm(fix.lat, fix.lon, last.lat, last.lon) / (over_s * KT_TO_NM_S)
            heading_deg = bearing_deg(fix.lat, fix.lon, last.lat, last.lon)
            return (
                speed_kt if last.speed_kt is None else last.speed_kt,
                heading_deg if last.heading_deg is None else last.heading_deg,
            )
    return last.speed_kt, last.heading_deg
