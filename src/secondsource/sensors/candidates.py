"""Which fields an aircraft on its way down can have landed at, and how the chances are shared out among them.

An approach follows a path of three degrees, so the height above a field says how many miles are still to be flown;
the straight way to the field, and the turn towards it, must fit those miles. Traffic is shared out most unevenly:
a few hundred airports have most landings. How much each weighs is written down here, not fitted.
"""

from dataclasses import dataclass
from math import cos, exp, log, radians, sin

from secondsource.model.track import Airport
from secondsource.sensors.airports import airports_within, busy_airports
from secondsource.sensors.earth import angle_between_deg, bearing_deg
from secondsource.sensors.motion import Motion

FT_PER_NM_ON_PATH = 318.0
"""Height lost in a nautical mile on a path of three degrees: 6,076 ft times its tangent."""

DETOUR_MOST = 2.2
"""Miles flown from a height at most, in multiples of the straight path: level stretches, vectors."""

_AT_LEAST_NM = 8.0
_AT_MOST_NM = 90.0

_REFERENCE_NM = 1.0
"""The path leads to the runway's end, the table gives the middle of the field."""

_TURN_NM = 4.0
"""Miles that a turn by a right angle adds to an approach at airliners' speeds; turning back adds twice as many."""

_SLACK_NM = 2.0
"""A pressure of 20 hPa off the standard is 540 ft, or 1.7 miles on the path."""

_USUAL_DETOUR = 0.1
_SPREAD_SHORT, _SPREAD_LONG = 0.35, 0.5
"""Spread of the logarithm of miles needed to miles at hand: too high for the field is rarer than dragged in low."""

STABILISED_FT = 1_000.0
"""By this height above the field an airliner must be lined up with the runway, or break the approach off."""

_ABEAM_NM, _ABEAM_PER_NM, _ABEAM_PER_1000_FT = 1.0, 0.08, 1.5
"""How far a field may lie beside the way ahead: its size, the turn still to come, and more the higher the aircraft."""

_LINED_UP_DEG = 25.0
_BEARING_FROM_NM, _BEARING_FULL_NM = 1.5, 3.0
"""Nearer than the first, the direction to a field's middle says nothing of its runways; beyond the second it counts."""

_CIRCUIT_NM, _CIRCUIT_FT, _CIRCUIT_KT = 4.0, 2_000.0, 130.0
_CIRCUIT_LEAST = 0.5
"""Slow aircraft fly round a field at 1,000 to 1,500 ft before they land, and then point anywhere."""

_JET_FROM_KT = 250.0
_SHARE_BUSY, _SHARE_AIRLINE, _SHARE_OTHER = 60.0, 6.0, 0.5
_SHARE_LIGHT_BUSY, _SHARE_LIGHT_AIRLINE, _SHARE_LIGHT_OTHER = 4.0, 3.0, 1.0
"""Landings at a busy airport, at another with an airline code and at any other field, by fast and by slow aircraft."""

_UNLISTED = 0.02
"""Weight of a field that no table has, beside the likeliest one; a strip or an air base may be missing."""

_THIN = {"KP": 0.1}
"""The same, added, for states of whose fields the table has few: five of some seventy in North Korea."""
_THIN_FROM_NM = 15.0
"""So far from the likeliest field the whole of it counts; on final approach to that field hardly any does."""

_N_CANDIDATES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How well a field fits the end of a track.

    Attributes:
        airport: The field.
        share: Its part of the probability of a landing, 0 to 1.
        distance_nm: From the last fix.
        height_ft: Of the last fix above the field, by pressure altitude.
        off_deg: By how much the way ahead points past the field; None if there is no direction.
        to_fly_nm: Miles still to fly to the field, the turn included.
    """

    airport: Airport
    share: float
    distance_nm: float
    height_ft: float
    off_deg: float | None
    to_fly_nm: float


def fitting_fields(motion: Motion) -> list[Fit]:
    """Return the fields that fit the end of the track, likeliest first; none where no altitude was given.

    The shares of all fields add up to less than one: the rest is for fields that no table has.
    """
    if motion.altitude_ft is None:
        return []
    reach_nm = max(_AT_LEAST_NM, min(_AT_MOST_NM, DETOUR_MOST * motion.altitude_ft / FT_PER_NM_ON_PATH + _AT_LEAST_NM))
    near = airports_within(motion.lat, motion.lon, reach_nm)
    weighed = [(_weight(motion, way_nm, airport), way_nm, airport) for way_nm, airport in near]
    best = max(weighed, key=lambda each: each[0], default=None)
    unlisted = _weight_of_nothing(motion) * _UNLISTED if best is None else _unlisted(*best)
    total = sum(weight for weight, _, _ in weighed) + unlisted
    fits = [_fit(motion, weight / total, way_nm, airport) for weight, way_nm, airport in weighed if weight > 0]
    return sorted(fits, key=lambda fit: (-fit.share, fit.airport.icao))[:_N_CANDIDATES]


def is_fast(motion: Motion) -> bool:
    """Return whether the aircraft flew as only jets and large propeller aircraft do in the last half hour."""
    return motion.fastest_kt is not None and motion.fastest_kt >= _JET_FROM_KT


def miles_at_hand(height_ft: float) -> float:
    """Return the miles that a path of three degrees takes from that height to the middle of the field."""
    return max(height_ft, 0.0) / FT_PER_NM_ON_PATH + _REFERENCE_NM


def _fit(motion: Motion, share: float, way_nm: float, airport: Airport) -> Fit:
    off_deg = _off(motion, airport)
    return Fit(
        airport=airport,
        share=share,
        distance_nm=way_nm,
        height_ft=(motion.altitude_ft or 0.0) - airport.elevation_ft,
        off_deg=off_deg,
        to_fly_nm=_to_fly(way_nm, off_deg),
    )


def _weight(motion: Motion, way_nm: float, airport: Airport) -> float:
    height_ft = (motion.altitude_ft or 0.0) - airport.elevation_ft
    off_deg = _off(motion, airport)
    ratio = log((_to_fly(way_nm, off_deg) + _SLACK_NM) / (miles_at_hand(height_ft) + _SLACK_NM)) - _USUAL_DETOUR
    spread = _SPREAD_LONG if ratio > 0 else _SPREAD_SHORT
    by_height = exp(-0.5 * (ratio / spread) ** 2)
    by_direction = _by_direction(way_nm, height_ft, off_deg)
    slow = motion.speed_kt is not None and motion.speed_kt <= _CIRCUIT_KT
    if slow and way_nm <= _CIRCUIT_NM and height_ft <= _CIRCUIT_FT:
        by_direction = max(by_direction, _CIRCUIT_LEAST)
    return _share_of_traffic(motion, airport) * by_height * by_direction


def _by_direction(way_nm: float, height_ft: float, off_deg: float | None) -> float:
    if off_deg is None:
        return 1.0
    # Behind the aircraft the field is as far off its way as it is away.
    abeam_nm = way_nm * sin(radians(min(off_deg, 90.0)))
    to_turn_ft = max(height_ft - STABILISED_FT, 0.0)
    room_nm = _ABEAM_NM + _ABEAM_PER_NM * way_nm + _ABEAM_PER_1000_FT * to_turn_ft / 1000
    fits = exp(-0.5 * (abeam_nm / room_nm) ** 2)
    if to_turn_ft > 0:
        return fits
    certain = min(max((way_nm - _BEARING_FROM_NM) / (_BEARING_FULL_NM - _BEARING_FROM_NM), 0.0), 1.0)
    return fits * exp(-0.5 * certain * (off_deg / _LINED_UP_DEG) ** 2)


def _share_of_traffic(motion: Motion, airport: Airport) -> float:
    if is_fast(motion):
        busy, airline, other = _SHARE_BUSY, _SHARE_AIRLINE, _SHARE_OTHER
    else:
        busy, airline, other = _SHARE_LIGHT_BUSY, _SHARE_LIGHT_AIRLINE, _SHARE_LIGHT_OTHER
    if airport.icao in busy_airports():
        return busy
    return other if airport.iata is None else airline


def _weight_of_nothing(motion: Motion) -> float:
    return _SHARE_OTHER if is_fast(motion) else _SHARE_LIGHT_OTHER


def _unlisted(weight: float, way_nm: float, airport: Airport) -> float:
    thin = _THIN.get(airport.country, 0.0) * min(1.0, way_nm / _THIN_FROM_NM)
    return weight * (_UNLISTED + thin)


def _off(motion: Motion, airport: Airport) -> float | None:
    if motion.heading_deg is None:
        return None
    return angle_between_deg(motion.heading_deg, bearing_deg(motion.lat, motion.lon, airport.lat, airport.lon))


def _to_fly(way_nm: float, off_deg: float | None) -> float:
    return way_nm if off_deg is None else way_nm + _TURN_NM * (1 - cos(radians(off_deg)))
