"""What the end of a stretch of record lets one infer: it ends in the air, and what came next was not received."""

from collections.abc import Sequence
from datetime import datetime

from secondsource.model.track import Candidate, Fix, Landing, Rule, Verdict
from secondsource.sensors.airports import nearest_airport
from secondsource.sensors.candidates import Fit, fitting_fields, miles_at_hand
from secondsource.sensors.chances import CRUISE_FROM_FT, Chance, chance_of_landing, climbs_away
from secondsource.sensors.earth import KT_TO_NM_S, distance_nm
from secondsource.sensors.gaps import TURNAROUND_LEAST_S, moment
from secondsource.sensors.motion import Motion, Phase
from secondsource.sensors.telling import clock, named, tell_fit, tell_fix, tell_motion

LANDED_FROM_P = 0.9
"""A landing that was not received is asserted only where one field alone is this likely."""

NOT_LANDED_TO_P = 0.1
"""Only an aircraft that was last seen climbing away, or level and high, is said not to have landed in the record."""

_P_LATER_DEPARTURE = 0.97
_DEPARTURE_NM, _DEPARTURE_FT = 12.0, 6_000.0
"""Where a flight that has just left a field is first heard: twelve miles out it has climbed some 6,000 ft."""
_ARRIVAL_NM = 60.0
"""How far from that field the flight before may have been lost and still be taken to have ended there."""

HEARD_AGAIN_N = 30
"""How many fixes of what was received later are looked at."""

_P_UNHEARD = 0.2
"""Least probability where the aircraft is heard again only after so long that a landing fits in between."""

_APPROACH_LEAST_KT, _APPROACH_MOST_KT = 100.0, 220.0


def infer_end(motion: Motion, last: Fix, after: Sequence[Fix]) -> Landing:
    """Return what follows from the way a stretch of record ends.

    Args:
        motion: How the aircraft moved at its end.
        last: Its last fix.
        after: What was received of the same aircraft afterwards; nothing if the record ends here.
    """
    departed = _later_departure(motion, last, after)
    if departed is not None:
        return departed
    fits = fitting_fields(motion) if _may_land(motion) else []
    chance = chance_of_landing(motion, fits)
    p = max(chance.p, _P_UNHEARD) if after else chance.p
    best = fits[0] if fits else None
    verdict = _verdict(motion, p, best, heard_again=bool(after))
    return Landing(
        verdict=verdict,
        p=round(p, 3),
        observed=False,
        rule=chance.rule,
        airport=best.airport if best is not None and verdict is not Verdict.NOT_LANDED else None,
        at=_arrival(motion, best) if best is not None and verdict is Verdict.LANDED else None,
        candidates=tuple(_candidate(fit, p) for fit in fits) if verdict is not Verdict.NOT_LANDED else (),
        shows=_shows(last, motion, best, after),
        because=_because(chance, verdict, best, heard_again=bool(after)),
    )


def _may_land(motion: Motion) -> bool:
    return motion.phase is not Phase.CLIMBING and motion.altitude_ft is not None


def _verdict(motion: Motion, p: float, best: Fit | None, *, heard_again: bool) -> Verdict:
    if best is not None and p * best.share >= LANDED_FROM_P:
        return Verdict.LANDED
    high = motion.altitude_ft is not None and motion.altitude_ft >= CRUISE_FROM_FT
    leaving = climbs_away(motion) or (high and motion.phase is not Phase.CLIMBING)
    if not heard_again and p <= NOT_LANDED_TO_P and leaving:
        return Verdict.NOT_LANDED
    return Verdict.INDETERMINATE


def _later_departure(motion: Motion, last: Fix, after: Sequence[Fix]) -> Landing | None:
    """Return the landing that a later departure from a field near the end of the record shows, None if none does."""
    if not after or after[0].at_s - motion.at_s < TURNAROUND_LEAST_S:
        return None
    first = after[0]
    field = nearest_airport(first.lat, first.lon, _DEPARTURE_NM)
    if field is None or not _has_just_left(after, field[1].elevation_ft):
        return None
    airport = field[1]
    way_nm = distance_nm(motion.lat, motion.lon, airport.lat, airport.lon)
    if way_nm > _ARRIVAL_NM or motion.phase is Phase.CLIMBING:
        return None
    return Landing(
        verdict=Verdict.LANDED,
        p=_P_LATER_DEPARTURE,
        observed=False,
        rule=Rule.LATER_DEPARTURE,
        airport=airport,
        candidates=(
            Candidate(
                airport=airport,
                p=_P_LATER_DEPARTURE,
                distance_nm=round(way_nm, 1),
                height_ft=None if motion.altitude_ft is None else motion.altitude_ft - airport.elevation_ft,
            ),
        ),
        shows=(tell_fix("Last fix", last), tell_motion(motion), tell_fix("Heard again", first)),
        because=(
            f"The same aircraft later left {named(airport)}, {way_nm:.0f} NM from where it was lost, so it had "
            f"landed there between {clock(motion.at_s)} and {clock(first.at_s)}. The touchdown is not in the data."
        ),
    )


def _has_just_left(after: Sequence[Fix], elevation_ft: float) -> bool:
    first = after[0]
    if first.on_ground:
        return True
    if first.altitude_ft is None or first.altitude_ft - elevation_ft > _DEPARTURE_FT:
        return False
    soon = [fix.altitude_ft for fix in after[:HEARD_AGAIN_N] if fix.altitude_ft is not None]
    return (first.climb_fpm or 0) > 0 or max(soon) > first.altitude_ft


def _candidate(fit: Fit, p: float) -> Candidate:
    return Candidate(
        airport=fit.airport,
        p=round(p * fit.share, 3),
        distance_nm=round(fit.distance_nm, 1),
        height_ft=round(fit.height_ft),
    )


def _arrival(motion: Motion, fit: Fit) -> datetime:
    speed_kt = min(max(motion.speed_kt or _APPROACH_LEAST_KT, _APPROACH_LEAST_KT), _APPROACH_MOST_KT)
    return moment(motion.at_s + fit.to_fly_nm / (speed_kt * KT_TO_NM_S))


def _shows(last: Fix, motion: Motion, best: Fit | None, after: Sequence[Fix]) -> tuple[str, ...]:
    told = [tell_fix("Last fix", last), tell_motion(motion)]
    told += [] if best is None else [tell_fit(best)]
    told += [tell_fix("Heard again", after[0])] if after else []
    return tuple(told)


_ENDS = {
    Verdict.LANDED: "it is taken to have landed there. The touchdown is not in the data",
    Verdict.NOT_LANDED: "it had not landed when the record ended. What came later is not in the data",
    Verdict.INDETERMINATE: "whether it landed, and where, this record alone cannot tell",
}


def _because(chance: Chance, verdict: Verdict, best: Fit | None, *, heard_again: bool) -> str:
    return f"Rule {chance.rule}: {_reason(chance.rule, best)}; {_ENDS[verdict]}." + (
        " Nothing was received for longer than the way needs, and a landing fits into that time." if heard_again else ""
    )


def _reason(rule: Rule, best: Fit | None) -> str:
    if rule is Rule.NO_HEIGHT:
        return "without an altitude nothing is known of a descent"
    if rule is Rule.AIRBORNE_THROUGHOUT:
        return "last seen climbing, or level high above any field"
    if best is None:
        return "last seen low or coming down, and no listed field fits"
    miles = f"{best.to_fly_nm:.0f} NM are left to fly and a path of 3° takes {miles_at_hand(best.height_ft):.0f} NM"
    if rule is Rule.FINAL_APPROACH:
        return f"height, distance and direction are those of a final approach to {named(best.airport)} ({miles})"
    if rule is Rule.DESCENT:
        return f"coming down; {named(best.airport)} fits best ({miles}), with {best.share:.0%} of the chances"
    return f"level and low; {named(best.airport)} fits best ({miles}), with {best.share:.0%} of the chances"
