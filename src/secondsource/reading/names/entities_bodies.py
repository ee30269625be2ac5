"""Which mentions stand for the same body."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from secondsource.model.entity import NameType
from secondsource.model.territories import find_territory
from secondsource.reading.names.found import Found
from secondsource.text.normalise import fold

_SMALL = frozenset({"of", "the", "for", "and", "on", "in", "to", "a", "an"})


def body_keys(text: str, found: Sequence[Found]) -> dict[int, str]:
    """Return a key for each body's mention by its first character; mentions of one body share theirs.

    Names of the table of outlets go by the table. Of the others, an acronym is the one body whose initials it is, and
    a name is the one longer name that differs by a country's name before it.
    """
    bodies = [item for item in found if item.type is NameType.ORG]
    keys: dict[int, str] = {}
    names: dict[str, str] = {}
    for item in bodies:
        folded = fold(text[item.start : item.end]).removeprefix("the ")
        keys[item.start] = f"ORG:{folded}" if item.known is None else f"ORG:={item.known.name}"
        names.setdefault(folded, keys[item.start])
    defined = _defined(text, bodies, keys)
    initials = _initials(names)
    short = _without_country(names)
    for item in bodies:
        folded = fold(text[item.start : item.end]).removeprefix("the ")
        if item.known is None:
            keys[item.start] = defined.get(folded) or initials.get(folded) or short.get(folded) or keys[item.start]
    return keys


def _defined(text: str, bodies: Sequence[Found], keys: Mapping[int, str]) -> dict[str, str]:
    """Return acronyms that stand in brackets after a full name."""
    defined: dict[str, str] = {}
    for first, second in pairwise(bodies):
        short = text[second.start : second.end]
        if (
            re.fullmatch(r"\s?\(", text[first.end : second.start])
            and short.isupper()
            and text[second.end : second.end + 1] == ")"
        ):
            defined.setdefault(fold(short), keys[first.start])
    return defined


def _initials(names: Mapping[str, str]) -> dict[str, str]:
    """Return the acronyms that the initials of exactly one longer name make."""
    made: dict[str, set[str]] = {}
    for folded, key in names.items():
        words = [word for word in folded.split() if word not in _SMALL]
        if len(words) > 2:
            made.setdefault("".join(word[0] for word in words), set()).add(key)
    return {short: next(iter(keys)) for short, keys in made.items() if len(keys) == 1}


def _without_country(names: Mapping[str, str]) -> dict[str, str]:
    """Return the names that exactly one longer name bears after a country's name."""
    made: dict[str, set[str]] = {}
    for folded, key in names.items():
        words = folded.split()
        for n in (1, 2):
            if len(words) > n + 1 and find_territory(" ".join(words[:n]).upper()) is not None:
                made.setdefault(" ".join(words[n:]), set()).add(key)
    return {short: next(iter(keys)) for short, keys in made.items() if len(keys) == 1}
