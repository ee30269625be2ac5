"""What a track shows, in plain sentences with their figures."""

from secondsource.model.track import Airport, Fix
from secondsource.sensors.candidates import Fit
from secondsource.sensors.gaps import moment
from secondsource.sensors.motion import Motion, Phase

_MOVES = {Phase.CLIMBING: "Climbing", Phase.LEVEL: "Level", Phase.DESCENDING: "Descending"}


def clock(at_s: float) -> str:
    """Return the moment as a reader checks it: 2024-07-09 04:05:06 UTC."""
    return f"{moment(at_s):%Y-%m-%d %H:%M:%S} UTC"


def named(airport: Airport) -> str:
    """Return the airport's name with its location indicator."""
    return f"{airport.name} ({airport.icao})"


def tell_fix(which: str, fix: Fix) -> str:
    """Return where and how the aircraft was at a fix."""
    parts = [f"{which} {clock(fix.at_s)} at {_place(fix.lat, fix.lon)}"]
    if fix.on_ground:
        parts.append("on the ground by its own message")
    if fix.altitude_ft is not None:
        parts.append(f"pressure altitude {fix.altitude_ft:,.0f} ft")
    if fix.speed_kt is not None:
        parts.append(f"{fix.speed_kt:.0f} kt over ground")
    return ", ".join(parts) + "."


def tell_motion(motion: Motion) -> str:
    """Return how the aircraft moved up or down at the end."""
    if motion.altitude_ft is None or motion.phase is None:
        return "No altitude was received in the last minute and a half."
    rate = "" if motion.trend_fpm is None else f", {abs(motion.trend_fpm):,.0f} ft a minute over the last 90 s"
    below = f"; {motion.descended_ft:,.0f} ft below its highest of the last half hour" if motion.descended_ft else ""
    return f"{_MOVES[motion.phase]}{rate if motion.phase is not Phase.LEVEL else ''}{below}."


def tell_fit(fit: Fit) -> str:
    """Return where the last fix lies as seen from a field."""
    beside = "" if fit.off_deg is None else f", {fit.off_deg:.0f}° off its way"
    height = f"{abs(fit.height_ft):,.0f} ft {'above' if fit.height_ft >= 0 else 'below'} it by pressure altitude"
    return f"{named(fit.airport)} lies {fit.distance_nm:.1f} NM away{beside}; the last fix is {height}."


def _place(lat: float, lon: float) -> str:
    return f"{abs(lat):.4f}°{'N' if lat >= 0 else 'S'} {abs(lon):.4f}°{'E' if lon >= 0 else 'W'}"
