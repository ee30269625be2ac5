"""For which body a person speaks, as any of several reports tells."""

from collections.abc import Iterable
from functools import lru_cache

from secondsource.linking.skeleton import skeleton
from secondsource.model.outlet_phrases import fold_name
from secondsource.model.outlets import find_outlet
from secondsource.model.reading import Reading

SKELETON_LEAST = 4
"""Consonants of a name below which it is compared as it is written: too many names share so few."""


@lru_cache(maxsize=65_536)
def person_key(name: str) -> str:
    """Return the key under which spellings of one person's name meet, in Latin, Hangul and Cyrillic."""
    if name.endswith("]"):
        # One of two whom a person told apart, "Park [2]", must not meet the other.
        return f"e:{fold_name(name)}"
    # Surnames that begin with L in one spelling begin with R or nothing in the next (Lim, Rim, Im).
    bones = skeleton(name).removeprefix("l")
    return f"p:{bones}" if len(bones) >= SKELETON_LEAST else f"e:{fold_name(name)}"


def offices_of(readings: Iterable[Reading]) -> dict[str, str]:
    """Return the known body that each person speaks for, by :func:`person_key`; the first that is told stands."""
    found: dict[str, str] = {}
    for reading in readings:
        by_id = {entity.id: entity for entity in reading.entities}
        for statement in reading.statements:
            person = None if statement.speaker is None else by_id.get(statement.speaker)
            body = statement.organisation
            if person is not None and body is not None and find_outlet(body) is not None:
                found.setdefault(person_key(person.name), body)
    return found
