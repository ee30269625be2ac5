"""What every format is read into before it is tidied: one aircraft's rows as the file has them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from secondsource.model.track import Fix, TrackFormat
from secondsource.sensors.errors import TrackTooLarge
from secondsource.sensors.limits import AIRCRAFT_MOST, FIXES_MOST

FT_PER_M = 1 / 0.3048
KT_PER_M_S = 3600 / 1852
KT_PER_KM_H = 1 / 1.852
FPM_PER_M_S = 60 / 0.3048


@dataclass(slots=True, kw_only=True)
class Flight:
    """One aircraft of a file on its way in; it grows while the file is read.

    Attributes:
        format: The shape of the file.
        fixes: As they stand in the file: any order, doubles, values that cannot be true.
        icao24: The aircraft's address, as sent.
        callsign: Call sign, as sent.
        registration: Registration, as given.
        n_unread: Rows that could not be read.
        notes: What of the format leaves something open.
    """

    format: TrackFormat
    fixes: list[Fix] = field(default_factory=list)
    icao24: str | None = None
    callsign: str | None = None
    registration: str | None = None
    n_unread: int = 0
    notes: tuple[str, ...] = ()


def require_few(n_rows: int, n_aircraft: int = 1) -> None:
    """Raise where a file has more rows or aircraft than are taken in.

    Raises:
        TrackTooLarge: It has.
    """
    if n_rows > FIXES_MOST or n_aircraft > AIRCRAFT_MOST:
        raise TrackTooLarge(
            f"a flight track was to be read; it has more than the {FIXES_MOST:,} rows or {AIRCRAFT_MOST:,} aircraft "
            "that are taken in.\nSplit the file by aircraft or by day."
        )


def number(value: object) -> float | None:
    """Return what a JSON value, or a cell, says as a number; None where it says none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except (ValueError, OverflowError):
        return None


def scaled(value: object, factor: float) -> float | None:
    """Return the number times ``factor``, None where there is none."""
    found = number(value)
    return None if found is None else found * factor


def words(value: object) -> str | None:
    """Return a text without the blanks around it, None where it is none or holds nothing."""
    return value.strip() or None if isinstance(value, str) else None


def first_said(values: Sequence[str | None]) -> str | None:
    """Return the first of the values that says something."""
    return next((value for value in values if value), None)
