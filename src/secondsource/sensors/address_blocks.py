"""To which state an aircraft's 24-bit address was allotted: ICAO hands them out in blocks."""

import csv
from functools import cache
from importlib.resources import files


def state_of_address(icao24: str) -> str | None:
    """Return the state that the address belongs to, ISO 3166-1 alpha-3; None where our table has no block for it.

    The table holds the states that reports on security and sanctions name most; an address can also be set wrongly.

    Args:
        icao24: Six hex digits.
    """
    number = int(icao24, 16)
    return next((state for first, last, state in _blocks() if first <= number <= last), None)


@cache
def _blocks() -> tuple[tuple[int, int, str], ...]:
    table = (files("secondsource.sensors") / "vocab" / "address-blocks.csv").read_text(encoding="utf-8")
    return tuple(
        (int(row["first"], 16), int(row["last"], 16), row["alpha3"]) for row in csv.DictReader(table.splitlines())
    )
