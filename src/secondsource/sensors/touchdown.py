"""A landing that the fixes show: the aircraft flew, and then it was on the ground."""

from collections.abc import Sequence

from secondsource.model.track import Fix, Landing, Rule, Verdict
from secondsource.sensors.airports import nearest_airport
from secondsource.sensors.gaps import GAP_LEAST_S, moment
from secondsource.sensors.ground import FIELD_RADIUS_NM, Stay
from secondsource.sensors.telling import clock, named, tell_fix

_P_FLAGGED, _P_SLOW = 0.99, 0.97
"""An aircraft's own flag is wrong once in some thousand messages; slowness may be a helicopter's."""

_ON_RUNWAY_FT = 75.0
"""Altitudes come in steps of 25 ft, and the pressure at a wing on the runway is not that of still air."""
_ROLL_MOST_S = 300.0


def landing_at(fixes: Sequence[Fix], stay: Stay) -> Landing:
    """Return the landing that a stay on the ground ends in; the stay is not the beginning of the record."""
    first = stay.first if stay.flagged else _touchdown_index(fixes, stay)
    before, ground = fixes[first - 1], fixes[first]
    unseen_s = ground.at_s - before.at_s
    observed = unseen_s < GAP_LEAST_S
    field = nearest_airport(fixes[stay.first].lat, fixes[stay.first].lon, FIELD_RADIUS_NM)
    where = "a place where no listed field is" if field is None else named(field[1])
    how = "its own messages say so" if stay.flagged else "it moved slower than any aeroplane flies, at field height"
    when = f"at {clock(ground.at_s)}" if observed else f"between {clock(before.at_s)} and {clock(ground.at_s)}"
    seen = "The touchdown is in the data" if observed else "The touchdown itself was not received"
    return Landing(
        verdict=Verdict.LANDED,
        p=_P_FLAGGED if stay.flagged else _P_SLOW,
        observed=observed,
        rule=Rule.TOUCHDOWN_RECEIVED if observed else Rule.SEEN_ON_GROUND,
        airport=None if field is None else field[1],
        at=moment(ground.at_s),
        shows=(
            tell_fix("Last fix in the air", before),
            tell_fix("First fix on the ground", ground),
            tell_fix("Last fix on the ground", fixes[stay.last]),
        ),
        because=f"On the ground at {where}: {how}. {seen}, {when}.",
    )


def _touchdown_index(fixes: Sequence[Fix], stay: Stay) -> int:
    """Return the first fix of the roll that ends in the stay: at field height from there on, and near the field."""
    level_ft = _field_level(fixes, stay)
    index = stay.first
    while index > 1 and fixes[stay.first].at_s - fixes[index - 1].at_s <= _ROLL_MOST_S:
        fix = fixes[index - 1]
        if fix.altitude_ft not in (None, 0) and (fix.altitude_ft or 0) > level_ft + _ON_RUNWAY_FT:
            break
        if nearest_airport(fix.lat, fix.lon, FIELD_RADIUS_NM) is None:
            break
        index -= 1
    return index


def _field_level(fixes: Sequence[Fix], stay: Stay) -> float:
    """Return the pressure altitude on the field, as the aircraft itself gave it last."""
    start = stay.first
    while start > 0 and fixes[stay.first].at_s - fixes[start - 1].at_s <= _ROLL_MOST_S:
        start -= 1
    # Zero is what trackers write for "on the ground", not a measurement.
    given = [fix.altitude_ft for fix in fixes[start : stay.last + 1] if fix.altitude_ft]
    return min(given, default=0.0)
