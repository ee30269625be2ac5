"""Offices that stand right beside the name: before it, after it in apposition, after a comma."""

import re

from secondsource.reading.names.roles_lists import words
from secondsource.reading.names.roles_phrases import Phrase
from secondsource.reading.names.roles_scene import COMMA, Holders, Scene

_OPENS_APPOSITION = re.compile(r"[\"”’')]?(?:\s?,|\s?\(|\s?[–—]|\s-)\s?\Z")
_OPENS_ENTRY = re.compile(r"\s?[:;]\s\Z")
_ASIDE = words(
    """
    until last year years month week recently then now once formerly currently also both who is was has been
    serves served since as at the time one of a an long later first again previously still aged today already
    are were each all january february march april may june july august september october november december
    early late mid
    """
)
_SHIPS = words("frigate cruiser carrier destroyer corvette submarine ship vessel tanker icebreaker trawler yacht")
_MOST_ASIDE = 8
_MOST_LISTED = 6
_MOST_TRAILING = 4
_MOST_TITLES = 3


def before_name(scene: Scene, number: int, titles: int = _MOST_TITLES) -> Holders:
    """Return who follows an office at once: "Foreign Minister X", "envoy for Yemen X", "spokesman Colonel X".

    Args:
        scene: The sentence.
        number: Which office.
        titles: How many more offices may stand between it and the name.
    """
    phrase, units = scene.phrases[number], scene.units
    if phrase.calling or (phrase.first and units[phrase.first - 1].low in _SHIPS and units[phrase.first].capital):
        return ()
    for last in (phrase.last, phrase.end):
        # What follows the office must be whole: "envoy for Yemen X", and not "aide to X".
        if last != phrase.end and units[last].name is None:
            continue
        following = scene.after_honorifics(last + 1) if last + 1 < len(units) else last + 1
        if scene.person_at(following) and units[following].joined and units[last + 1].joined:
            return _listed_after(scene, following) if phrase.plural else (following,)
        if titles and _leads_into(scene, number, last) and (last == phrase.end or _of(scene, phrase)):
            return before_name(scene, number + 1, titles - 1)[:1]
    return ()


def _of(scene: Scene, phrase: Phrase) -> bool:
    """Return whether a state or body follows the office with "of" ("Emir of Qatar Sheikh X", not "aide to U.S. …")."""
    return scene.units[phrase.end + 1].low == "of" and not scene.units[phrase.last].people


def _leads_into(scene: Scene, number: int, last: int) -> bool:
    """Return whether the next office follows with "and" or nothing between ("spokesman Colonel X")."""
    if number + 1 >= len(scene.phrases):
        return False
    later = scene.phrases[number + 1]
    between = scene.units[last + 1 : later.begin + 1]
    if not between or not all(unit.joined for unit in between):
        return False
    return len(between) == 1 or (len(between) == 2 and between[0].low == "and" and not scene.phrases[number].determined)


def _listed_after(scene: Scene, person: int) -> Holders:
    listed = [person]
    for place in range(person + 1, len(scene.units)):
        unit = scene.units[place]
        if unit.person and (unit.gap == ", " or scene.units[place - 1].low == "and"):
            listed.append(place)
        elif unit.low != "and" or len(listed) >= _MOST_LISTED:
            break
    return tuple(listed)


def after_name(scene: Scene, number: int) -> Holders:
    """Return whom an office follows in apposition: "X, the president of Y", "X (president, Y)"."""
    phrase = scene.phrases[number]
    if not phrase.closed:
        return ()
    again = goes_on(scene, number)
    if again:
        return again
    place = phrase.first
    while place > 0 and phrase.first - place <= _MOST_ASIDE:
        unit, before = scene.units[place], scene.units[place - 1]
        if before.person and not before.owner:
            return _apposed(scene, phrase, place)
        person = scene.before_aside(place)
        if person is not None:
            return (person,)
        aside = before.name is None and (before.low in _ASIDE or before.low.isdigit())
        if not aside or not (unit.joined or COMMA.match(unit.gap)):
            break
        place -= 1
    return ()


def _apposed(scene: Scene, phrase: Phrase, opening: int) -> Holders:
    """Return the person before ``opening``, or all of a list, if the mark between opens an apposition."""
    gap = scene.units[opening].gap
    entry = _OPENS_ENTRY.match(gap) and not phrase.determined and scene.closes_after(phrase.last)
    if not (entry or _OPENS_APPOSITION.match(gap)):
        return ()
    one_of = any(unit.low == "one" for unit in scene.units[opening : phrase.begin])
    if not phrase.plural or one_of:
        return (opening - 1,)
    listed = _listed_before(scene, opening - 1)
    return listed if len(listed) > 1 else ()


def _listed_before(scene: Scene, person: int) -> Holders:
    listed = [person]
    for place in range(person - 1, -1, -1):
        if scene.units[place].person:
            listed.append(place)
        elif scene.units[place].low != "and" or len(listed) >= _MOST_LISTED:
            break
    return tuple(reversed(listed))


def goes_on(scene: Scene, number: int) -> Holders:
    """Return who holds the office before, if this one goes on from it: "X, head of Y and adviser to Z"."""
    phrase = scene.phrases[number]
    if number == 0 or not scene.holders[number - 1] or phrase.plural or scene.person_at(phrase.last + 1):
        return ()
    holders = scene.holders[number - 1]
    joined = scene.between(number - 1) in (["and"], ["and", "also"])
    listed = scene.listed(number - 1) and not phrase.determined
    return holders if holders[0] < scene.phrases[number - 1].begin and (joined or listed) else ()


def before_comma(scene: Scene, number: int) -> Holders:
    """Return who stands after an office and a comma: "the ministry's spokeswoman, X, said"."""
    phrase = scene.phrases[number]
    if not phrase.determined or phrase.calling:
        return ()
    for place in range(phrase.last + 1, min(len(scene.units), phrase.last + 1 + _MOST_TRAILING)):
        unit = scene.units[place]
        if COMMA.match(unit.gap):
            return _after_comma(scene, number, place)
        if not unit.joined or unit.person or unit.low in ("and", "who", "that", "which"):
            break
    return ()


def _after_comma(scene: Scene, number: int, place: int) -> Holders:
    """Return the person that stands at ``place``, titles before the name left out, if a mark follows the name."""
    later = scene.phrases[number + 1] if number + 1 < len(scene.phrases) else None
    if later is not None and later.first == place and scene.holders[number + 1]:
        person = scene.holders[number + 1][0]
        return (person,) if person > later.end and scene.closes_after(person) else ()
    person = scene.after_honorifics(place)
    return (person,) if scene.person_at(person) and scene.closes_after(person) else ()
