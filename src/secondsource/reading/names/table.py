"""Names that a table knows: states, peoples, capitals, places, outlets and official bodies."""

import re
from collections.abc import Iterator
from functools import cache

from secondsource.model.entity import NameType
from secondsource.model.outlet_phrases import PhraseFinder
from secondsource.model.outlets import Outlet, OutletKind, outlets
from secondsource.model.territories import Territory, territories
from secondsource.reading.names.found import Found, Known
from secondsource.reading.places.gazetteer import gazetteer
from secondsource.reading.vocabulary import read_vocabulary

_Entry = tuple[NameType, Known | None, bool]
_GERMAN_ENDINGS = ("", "e", "en", "er", "es", "em")
_CAPITAL_LETTER = re.compile(r"[A-ZÀ-ÞĀ-Ž]")
_CAPITALISED_SCRIPT = re.compile(r"[A-Za-zÀ-ž]")


def find_table_names(text: str) -> list[Found]:
    """Return where names of the tables stand in ``text``, in any of the languages of the tables.

    Korean names may carry particles and Russian ones any case ending; what is found leaves particles out.
    """
    found: list[Found] = []
    for start, end, (type_, known, capital) in _finder().find(text):
        begin = start + 4 if text.startswith("the ", start) else start
        if type_ is NameType.NORP or _named(text[begin:end]):
            found.append(Found(begin, end, type_, known, capital, rank=2))
    return found


def _named(words: str) -> bool:
    """Return whether the words look like a name: in Latin script one needs a capital ("flight tracking site")."""
    return _CAPITAL_LETTER.search(words) is not None or _CAPITALISED_SCRIPT.search(words) is None


@cache
def _finder() -> PhraseFinder[_Entry]:
    return PhraseFinder(list(_entries()))


def _entries() -> Iterator[tuple[str, _Entry]]:
    for territory in territories():
        yield from _territory_entries(territory)
    for place in gazetteer():
        for name in (place.name, *place.aliases):
            yield name, (place.type, place, False)
    for outlet in outlets():
        if outlet.kind not in (OutletKind.GROUP, OutletKind.DOCUMENT):
            yield from ((name, (NameType.ORG, outlet, False)) for name in _spoken_names(outlet))
    words = read_vocabulary("names")
    yield from ((name, (NameType.ORG, None, False)) for name in words["bodies"].strip().splitlines())
    yield from ((name, (NameType.NORP, None, False)) for name in words["peoples"].strip().splitlines())


def _spoken_names(outlet: Outlet) -> tuple[str, ...]:
    return tuple(name for name in (outlet.name, *outlet.aliases) if name not in outlet.whole)


def _territory_entries(territory: Territory) -> Iterator[tuple[str, _Entry]]:
    for name in (territory.name, *territory.aliases):
        yield name, (NameType.GPE, territory, False)
    for name in territory.german:
        yield f"{name}s", (NameType.GPE, territory, False)
    for word in territory.demonyms:
        # German adjectives stand in lower case and are bent.
        for ending in _GERMAN_ENDINGS if word.endswith("isch") and word.islower() else ("",):
            yield word + ending, (NameType.NORP, territory, False)
    if territory.capital is not None:
        for name in (territory.capital, *territory.capital_aliases):
            yield name, (NameType.GPE, territory, True)
