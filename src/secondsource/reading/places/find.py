"""The places that a page names, with what is known of where they are."""

import re
from collections.abc import Iterator

from secondsource.model.entity import Name, NameType
from secondsource.model.territories import find_capital, find_territory
from secondsource.model.timeplace import PlaceMention
from secondsource.reading.page import Naming, Page
from secondsource.reading.places.gazetteer import find_place
from secondsource.reading.vocabulary import word_set

_PLACES = frozenset({NameType.GPE, NameType.LOC, NameType.FACILITY})
# A capital after one of these is where something is; a preposition may stand up to two words before it.
_THERE = re.compile(
    r"\b(?:in|at|near|from|to|outside|into|around|over|via|through|towards?|within|inside|across|for|reach(?:ed|es|ing)?|"
    r"le(?:ft|aving|ave|aves)|visit(?:ed|ing|s)?|enter(?:ed|ing|s)?|im|in|nach|aus|bei|von|в|во|из|под|над|около|до)\s"
    r"(?:(?:central|downtown|nearby|the|and|or|[A-Z]\w+,?)\s){0,2}\Z",
)
_WITH = re.compile(r"\b(?:with|against|between|by|urged|told|accused?|mit|gegen|с|со)\s(?:[A-Z]\w+\sand\s)?\Z")
_ACTS = re.compile(r"\s(?:and\s[A-Z]\w+\s)?(?:(?:also|now|again|later|still|itself)\s){0,2}(?P<verb>[a-z]+)")
_OWN = re.compile(r"[’']s?\s(?P<noun>[a-z]+)")
# "Georgia" is a state of the Caucasus and one of the United States; these names speak for the first.
_GEORGIAN = frozenset({"Tbilisi", "Abkhazia", "South Ossetia", "Caucasus", "Armenia", "Russia", "Georgian"})


def find_places(page: Page, naming: Naming) -> tuple[PlaceMention, ...]:
    """Return the places among the names of ``page``, in text order.

    A state has the middle of its country, a capital and a place of the table their own point; what no table holds,
    and a name that several places share, has none. A capital that speaks or acts ("Moscow insists") stands for a
    government and is left out.
    """
    return tuple(_mentions(page, naming))


def _mentions(page: Page, naming: Naming) -> Iterator[PlaceMention]:
    named = frozenset(entity.name for entity in naming.entities)
    for name in naming.names:
        if name.type not in _PLACES:
            continue
        words = naming.entity(name.entity).name
        if find_capital(words) is not None and _speaks(page.text, name):
            continue
        yield _mention(name, words, named)


def _mention(name: Name, words: str, named: frozenset[str]) -> PlaceMention:
    place = find_place(words)
    if place is not None:
        return PlaceMention(
            start=name.start, end=name.end, name=place.name, lat=place.lat, lon=place.lon, country=place.country
        )
    territory = find_capital(words)
    if territory is not None:
        return PlaceMention(
            start=name.start,
            end=name.end,
            name=territory.capital or words,
            lat=territory.capital_lat,
            lon=territory.capital_lon,
            country=territory.alpha3,
        )
    territory = find_territory(words)
    if territory is None or (territory.name == "Georgia" and named.isdisjoint(_GEORGIAN)):
        return PlaceMention(start=name.start, end=name.end, name=words)
    return PlaceMention(
        start=name.start,
        end=name.end,
        name=territory.name,
        lat=territory.lat,
        lon=territory.lon,
        country=territory.alpha3,
    )


def _speaks(text: str, name: Name) -> bool:
    """Return whether a capital's name stands for a government here."""
    before = text[max(0, name.start - 40) : name.start]
    own = _OWN.match(text, name.end)
    if own is not None:
        return own["noun"] not in word_set("names", "town")
    if _THERE.search(before):
        return False
    if _WITH.search(before):
        return True
    acts = _ACTS.match(text, name.end)
    return acts is not None and (acts["verb"] in word_set("names", "auxiliary") or _saying(acts["verb"]))


def _saying(verb: str) -> bool:
    say = word_set("names", "say")
    stems = word_set("names", "govern")
    return verb in say or any(verb.removesuffix(ending) in stems for ending in ("ed", "es", "s", "d", ""))
