"""Fixes in order and without what cannot be true."""

from collections.abc import Sequence
from datetime import UTC, datetime
from math import isnan
from operator import sub

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

_NEAR_DEG = 0.05
_HEADING_MOST_DEG = 360.0
"""Some exports count from -180; directions are only ever compared, so that both are right."""

_JUMP_SLACK_NM = 3.0
_JUMPS_BELIEVED = 5
"""After so many fixes elsewhere in a row it was the one before them that was wrong."""


def tidy(fixes: Sequence[Fix]) -> tuple[tuple[Fix, ...], int]:
    """Return the fixes, earliest first, no two at one moment, and how many were dropped because they cannot be true.

    A value that cannot be true becomes None where a fix can do without it; a fix without a true place or time goes.
    """
    if _is_tidy(fixes):
        return tuple(fixes), 0
    true = [fix for fix in fixes if -90 <= fix[1] <= 90 and -180 <= fix[2] <= 180 and FIRST_S <= fix[0] <= LAST_S]
    n_untrue = len(fixes) - len(true)
    # Two receivers may give one moment twice; that is no fault, and the later row stands.
    true = list({fix.at_s: fix for fix in sorted(true, key=lambda fix: fix.at_s)}.values())
    placed = _without_jumps(true)
    return tuple(_with_true_values(placed)), n_untrue + len(true) - len(placed)


def _is_tidy(fixes: Sequence[Fix]) -> bool:
    """Return whether nothing is to be done, by the extremes of each column; most tracks are in order, and long."""
    if len(fixes) < 2:
        return False
    times, lats, lons, altitudes, speeds, headings, climbs, _ = zip(*fixes, strict=True)
    return (
        _within(times, FIRST_S, LAST_S)
        and _within(lats, -90, 90)
        and _within(lons, -180, 180)
        and _within(altitudes, ALTITUDE_LEAST_FT, ALTITUDE_MOST_FT)
        and _within(speeds, 0, SPEED_MOST_KT)
        and _within(headings, -_HEADING_MOST_DEG, _HEADING_MOST_DEG)
        and _within(climbs, -CLIMB_MOST_FPM, CLIMB_MOST_FPM)
        and min(map(sub, times[1:], times)) > 0
        and _steps_within(lats, _NEAR_DEG)
        and _steps_within(lons, _NEAR_DEG)
        and _steps_within([each for each in altitudes if each is not None], _ALTITUDE_SLACK_FT)
    )


def _within(column: Sequence[float | None], least: float, most: float) -> bool:
    known = [each for each in column if each is not None]
    # What is no number is never found to be in order, so the extremes of a column that holds one prove nothing.
    return not known or (least <= min(known) and max(known) <= most and not isnan(sum(known)))


def _steps_within(column: Sequence[float], most: float) -> bool:
    steps = [*map(sub, column[1:], column)]
    return not steps or (max(steps) <= most and min(steps) >= -most)


def _without_jumps(fixes: list[Fix]) -> list[Fix]:
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


def _reachable(one: Fix, other: Fix) -> bool:
    # Most fixes are a few seconds and a mile apart; only others are worth the reckoning.
    if abs(other[1] - one[1]) <= _NEAR_DEG and abs(other[2] - one[2]) <= _NEAR_DEG:
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
            or (heading_deg is not None and not -_HEADING_MOST_DEG <= heading_deg <= _HEADING_MOST_DEG)
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
    if heading_deg is not None and not -_HEADING_MOST_DEG <= heading_deg <= _HEADING_MOST_DEG:
        heading_deg = None
    if climb_fpm is not None and not -CLIMB_MOST_FPM <= climb_fpm <= CLIMB_MOST_FPM:
        climb_fpm = None
    return fix._replace(speed_kt=speed_kt, heading_deg=heading_deg, climb_fpm=climb_fpm)
