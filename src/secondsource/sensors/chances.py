"""How likely it is that an aircraft that is seen no more has landed, by how it was last seen.

The figures are our own reading of how aircraft fly, in round steps; none was fitted to a set of tracks.
Of a thousand approaches one to three are broken off near the ground, so nothing here is certain.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model.track import Rule
from secondsource.sensors.candidates import Fit, is_fast, miles_at_hand
from secondsource.sensors.motion import Motion, Phase

FINAL_HEIGHT_FT = 2_000.0
"""Below this an aeroplane on a path of three degrees is lined up with the runway, six miles or less from it."""

FINAL_OFF_DEG = 30.0
OVER_FIELD_NM = 2.0
"""So near, the direction to the middle of the field says nothing about the runway."""

FLYING_LEAST_KT = 50.0
"""What says that it flies and is slower is a helicopter or a glider; it may hang there for an hour."""

_PATH_LEAST, _PATH_MOST = 0.4, 2.0
"""Miles left to fly against those that the height takes at three degrees; steeper or flatter is no final approach."""

_P_FINAL, _P_OVER_FIELD = 0.97, 0.98
_OVER_FIELD_HEIGHT_FT = 500.0

_DESCENDING = ((3_000.0, 0.93), (6_000.0, 0.85), (12_000.0, 0.8), (20_000.0, 0.6), (float("inf"), 0.3))
_LEVEL = ((5_000.0, 0.35), (10_000.0, 0.2), (20_000.0, 0.05), (float("inf"), 0.02))
"""Up to which height above the likeliest field, and how likely."""

CRUISE_FROM_FT = 10_000.0
"""Above this airliners no longer fly approaches, and no longer keep to 250 knots."""

SUSTAINED_FT = 3_000.0
"""Coming down, or climbing, by less is a change of level as often as an approach or a departure."""
_NOT_SUSTAINED = 0.7
_SLOW = 0.8
"""Light aircraft come down for a look, a survey line or the weather more often than airliners do."""

_LEVEL_AFTER_DESCENT = 0.75
"""An airliner that came down and flies level below 5,000 ft is being led to the approach."""

_P_CLIMBING, _P_CLIMBING_LOW = 0.02, 0.1
"""An aircraft that has just begun to climb, low, may be coming round for another approach."""
_P_NO_FIELD = 0.4
"""Factor where no listed field fits: it may be an unlisted one, or none."""
_P_NO_HEIGHT = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """How likely a landing is.

    Attributes:
        p: Probability, 0 to 1.
        rule: Which rule says so.
    """

    p: float
    rule: Rule


def chance_of_landing(motion: Motion, fits: Sequence[Fit]) -> Chance:
    """Return how likely it is that the aircraft landed right after its last fix.

    Args:
        motion: How it was last seen.
        fits: The fields that fit, likeliest first.
    """
    if motion.altitude_ft is None or motion.phase is None:
        return Chance(p=_P_NO_HEIGHT, rule=Rule.NO_HEIGHT)
    if motion.phase is Phase.CLIMBING:
        p = _P_CLIMBING if climbs_away(motion) else _P_CLIMBING_LOW
        return Chance(p=p, rule=Rule.AIRBORNE_THROUGHOUT)
    height_ft = fits[0].height_ft if fits else motion.altitude_ft
    flying = motion.speed_kt is None or motion.speed_kt >= FLYING_LEAST_KT
    if fits and flying and on_final(fits[0]):
        over = fits[0].distance_nm <= OVER_FIELD_NM and height_ft <= _OVER_FIELD_HEIGHT_FT
        return Chance(p=_P_OVER_FIELD if over else _P_FINAL, rule=Rule.FINAL_APPROACH)
    field = 1.0 if fits else _P_NO_FIELD
    if motion.phase is Phase.DESCENDING:
        return Chance(p=field * _descending(motion, height_ft), rule=Rule.DESCENT)
    p = field * _level(motion, height_ft)
    return Chance(p=p, rule=Rule.LOW_LEVEL if height_ft <= _LEVEL[1][0] else Rule.AIRBORNE_THROUGHOUT)


def climbs_away(motion: Motion) -> bool:
    """Return whether the aircraft is leaving: it has climbed far by now, or is high already."""
    high = motion.altitude_ft is not None and motion.altitude_ft >= CRUISE_FROM_FT
    return motion.phase is Phase.CLIMBING and (high or motion.climbed_ft >= SUSTAINED_FT)


def on_final(fit: Fit) -> bool:
    """Return whether height, distance and direction are those of a final approach to the field."""
    if fit.height_ft > FINAL_HEIGHT_FT:
        return False
    if fit.distance_nm > OVER_FIELD_NM and (fit.off_deg is None or fit.off_deg > FINAL_OFF_DEG):
        return False
    # A pressure off the standard moves the height by some hundred feet; near the field that is all of it.
    path = fit.to_fly_nm / miles_at_hand(fit.height_ft)
    return fit.distance_nm <= OVER_FIELD_NM or _PATH_LEAST <= path <= _PATH_MOST


def _descending(motion: Motion, height_ft: float) -> float:
    p = _step(_DESCENDING, height_ft)
    sustained = motion.descended_ft >= SUSTAINED_FT
    return p * (1.0 if sustained else _NOT_SUSTAINED) * (1.0 if is_fast(motion) else _SLOW)


def _level(motion: Motion, height_ft: float) -> float:
    if height_ft <= _LEVEL[0][0] and motion.descended_ft >= SUSTAINED_FT and is_fast(motion):
        return _LEVEL_AFTER_DESCENT
    return _step(_LEVEL, height_ft)


def _step(steps: Sequence[tuple[float, float]], height_ft: float) -> float:
    return next(p for up_to_ft, p in steps if height_ft <= up_to_ft)
