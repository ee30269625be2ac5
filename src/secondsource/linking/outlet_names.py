"""One name for each outlet, however a report or a reader writes it."""

from secondsource.model.outlet_phrases import fold_name
from secondsource.model.outlets import find_outlet
from secondsource.model.report import Report


def outlet_name(words: str) -> str:
    """Return the canonical name of an outlet or body the table knows, else the words as they are."""
    outlet = find_outlet(words)
    return words.strip() if outlet is None else outlet.name


def outlet_key(words: str) -> str:
    """Return the key under which two spellings of one outlet meet."""
    return fold_name(outlet_name(words))


def publisher_key(report: Report) -> str | None:
    """Return the key of the outlet that published ``report``, None if nobody says who did."""
    if report.outlet is None or not fold_name(report.outlet):
        return None
    return outlet_key(report.outlet)
