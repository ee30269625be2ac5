"""Moments as tracks write them, as seconds since 1970-01-01 UTC."""

from collections.abc import Sequence
from datetime import UTC, datetime
from math import isfinite

_MILLISECONDS_FROM = 1e11
"""A number this large is no second of this age; tracks in milliseconds are common."""


def seconds_of(text: str) -> float | None:
    """Return the moment that ``text`` names, None where it names none; one without a zone is taken as UTC."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return _number(text)
    try:
        return (at if at.tzinfo is not None else at.replace(tzinfo=UTC)).timestamp()
    except (OverflowError, ValueError):
        return None


def seconds_of_all(texts: Sequence[str]) -> list[float | None]:
    """Return the moment of each text; the same as one by one, and quicker where all are dates with a zone."""
    try:
        moments = [*map(datetime.fromisoformat, texts)]
        if None not in {at.tzinfo for at in moments}:
            return [at.timestamp() for at in moments]
    except (ValueError, OverflowError):
        pass  # some are numbers, or none at all: one by one then
    return [*map(seconds_of, texts)]


def has_zone(text: str) -> bool:
    """Return whether the moment says its zone, or is a number, which counts from 1970 UTC."""
    try:
        return datetime.fromisoformat(text.strip()).tzinfo is not None
    except ValueError:
        return True


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    if not isfinite(value):
        return None
    return value / 1000 if abs(value) >= _MILLISECONDS_FROM else value
