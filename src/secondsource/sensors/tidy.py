"""Fixes in order and without what cannot be true."""

from collections.abc import Sequence
from datetime import UTC, datetime
from operator import ge

from secondsource.model.track import Fix
from secondsource.sensors.earth import KT_TO_NM_S, distance_nm
from secondsource.sensors.limits import YEAR_FIRST, YEAR_LAST

FIRST_S = datetime(YEAR_FIRST, 1, 1, tzinfo=UTC).timestamp()
LAST_S = datetime(YEAR_LAST, 1, 1, tzinfo=UTC).timestamp()

ALTITUDE_LEAST_FT, ALTITUDE_MOST_FT = -2_000.0, 70_000.0
"""The lowest field is the Dead Sea's, some 1,250 ft below the sea; aircraft that send positions fly below 70,000 ft."""

SPEED_MOST_KT = 1_600.0
"""Over ground; no aircraft in service that sends positions is faster."""

CLIMB_MOST_FPM = 20_000.0
"""Either way; airliners stay under 8,000, fighters under 60,000 for seconds only, and those do not send."""

_CLIMB_BETWEEN_FPM = 20_000.0
_ALTITUDE_SLACK_FT = 1_000.0
"""Altitudes that jump more than this between two fixes were decoded wrongly, as happens to one message in thousands."""

_NEAR_DEG = 0.02
_JUMP_SLACK_NM = 3.0
_JUMPS_BELIEVED = 5
"""After so many fixes elsewhere in a row it was the one before them that was wrong."""


def tidy(fixes: Sequence[Fix]) -> tuple[tuple[Fix, ...], int]:
    """Return the fixes, earliest first, no two at one moment, and how many were dropped because they cannot be true.

    A value that cannot be true becomes None where a fix can do without it; a fix without a true place or time goes.
    """
    true = [fix for fix in fixes if -90 <= fix[1] <= 90 and -180 <= fix[2] <= 180 and FIRST_S <= fix[0] <= LAST_S]
    n_untrue = len(fixes) - len(true)
    times = [fix[0] for fix in true]
    if any(map(ge, times, times[1:])):
        # Two receivers may give one moment twice; that is no fault, and the later row stands.
        true = list({fix.at_s: fix for fix in sorted(true, key=lambda fix: fix.at_s)}.values())
    placed = _without_jumps(true)
    return tuple(_with_true_values(placed)), n_untrue + len(true) - len(placed)


def _without_jumps(fixes: list[Fix]) -> list[Fix]:
    if not any(map(_is_far, fixes, fixes[1:])):
        return fixes
    kept: list[Fix] = []
    waiting: list[Fix] = []
    for fix in fixes:
        if not kept or _reachable(kept[-1], fix):
            kept.append(fix)
            waiting.clear()
        elif waiting and not _reachable(waiting[-1], fix):
            waiting = [fix]
        else:
            waiting.append(fix)
            if len(waiting) >= _JUMPS_BELIEVED:
                kept += waiting
                waiting = []
    return kept


def _is_far(one: Fix, other: Fix) -> bool:
    # Most fixes are a few seconds and a mile apart; only others are worth the reckoning.
    return abs(other[1] - one[1]) > _NEAR_DEG or abs(other[2] - one[2]) > _NEAR_DEG


def _reachable(one: Fix, other: Fix) -> bool:
    if not _is_far(one, other):
        return True
    way_nm = distance_nm(one.lat, one.lon, other.lat, other.lon)
    return way_nm <= (other.at_s - one.at_s) * SPEED_MOST_KT * KT_TO_NM_S + _JUMP_SLACK_NM


def _with_true_values(fixes: list[Fix]) -> list[Fix]:
    tidied: list[Fix] = []
    last_ft, last_s = fixes[0].altitude_ft if fixes else None, 0.0
    for fix in fixes:
        at_s, _, _, altitude_ft, speed_kt, heading_deg, climb_fpm, _ = fix
        if altitude_ft is not None:
            if _is_true_altitude(altitude_ft, last_ft, at_s - last_s):
                last_ft, last_s = altitude_ft, at_s
            else:
                # A message that was decoded wrongly says nothing of the ground either.
                fix = fix._replace(altitude_ft=None, on_ground=None)  # noqa: PLW2901
        if (
            (speed_kt is not None and not 0 <= speed_kt <= SPEED_MOST_KT)
            or (heading_deg is not None and not 0 <= heading_deg < 360)
            or (climb_fpm is not None and not -CLIMB_MOST_FPM <= climb_fpm <= CLIMB_MOST_FPM)
        ):
            fix = _with_true_motion(fix)  # noqa: PLW2901
        tidied.append(fix)
    return tidied


def _is_true_altitude(altitude_ft: float, last_ft: float | None, since_s: float) -> bool:
    if not ALTITUDE_LEAST_FT <= altitude_ft <= ALTITUDE_MOST_FT:
        return False
    return last_ft is None or abs(altitude_ft - last_ft) <= _ALTITUDE_SLACK_FT + since_s / 60 * _CLIMB_BETWEEN_FPM


def _with_true_motion(fix: Fix) -> Fix:
    speed_kt, heading_deg, climb_fpm = fix.speed_kt, fix.heading_deg, fix.climb_fpm
    if speed_kt is not None and not 0 <= speed_kt <= SPEED_MOST_KT:
        speed_kt = None
    if heading_deg is not None:
        # Some exports count from -180; what is beyond a whole turn is no direction.
        heading_deg = heading_deg % 360 if -360 <= heading_deg <= 360 else None
    if climb_fpm is not None and not -CLIMB_MOST_FPM <= climb_fpm <= CLIMB_MOST_FPM:
        climb_fpm = None
    return fix._replace(speed_kt=speed_kt, heading_deg=heading_deg, climb_fpm=climb_fpm)
