"""Offices that a verb or "as" gives: "X became president of Y", "X resigned as president", "As president, X …"."""

from collections.abc import Sequence

from secondsource.reading.names.roles_lists import words
from secondsource.reading.names.roles_owners import Owner
from secondsource.reading.names.roles_phrases import Phrase
from secondsource.reading.names.roles_scene import COMMA, Holders, Scene
from secondsource.reading.names.roles_units import Unit

_BE = words("is was are were be been being became become becomes remains remain remained made named appointed elected")
_AUXILIARY = words(
    """
    has had have having will would now currently also then once later both again formerly who that used to first
    since previously until recently long still today soon last year month week reappointed re-elected chosen
    nominated confirmed sworn in january february march april may june july august september october november
    december
    """
)
_WORKS = words(
    """
    serves served serve serving works worked work working acts acted acting resigned resigns resign resigning
    stepped steps stepping took takes taking quit quits retired retires left leaves leave sworn replaced
    replaces succeeded succeeds succeed installed chosen picked hired tapped continues continued began begins
    start started starts post role job term stint career confirmed nominated nominates appoints appoint elects
    elect names name picks ousted sacked fired removed dismissed reinstated returned returns selected recalled
    employed
    """
)
_NAMING = words("named names appointed appoints elected elects made makes nominated nominates promoted")
_UNSURE = words("if whether or either unless")
_DENIES = words("not never neither nor no him her them")
_MOST_BETWEEN = 9
_MOST_BEFORE = 4
_MOST_AFTER = 5


def by_verb(scene: Scene, number: int) -> Holders:
    """Return to whom a verb or "as" before an office gives it."""
    phrase = scene.phrases[number]
    place = phrase.first
    low: list[str] = []
    while phrase.closed and place > 0 and len(low) <= _MOST_BETWEEN:
        unit, before = scene.units[place], scene.units[place - 1]
        holders = _subject(scene, number, place)
        if holders:
            return holders if _gives(low, unit, phrase) else ()
        if before.person or (before.name is not None and "as" not in low):
            return ()
        if not unit.joined:
            break
        low.insert(0, before.low)
        place -= 1
    opens = low == ["as"] or (low[-1:] == ["as"] and low[0].endswith("ing"))
    return _after_opening_as(scene, phrase) if opens else ()


def _subject(scene: Scene, number: int, place: int) -> Holders:
    """Return whom the words that begin at ``place`` speak of: the person before them, an aside left out."""
    before = scene.units[place - 1]
    if before.person:
        unsure = place > 1 and scene.units[place - 2].low in _UNSURE
        return () if before.owner or unsure else (place - 1,)
    # "X, the owner of Y, was a colonel"
    if number and scene.phrases[number - 1].last + 1 == place and COMMA.match(scene.units[place].gap):
        return scene.holders[number - 1]
    person = scene.before_aside(place)
    return () if person is None else (person,)


def _gives(low: Sequence[str], opening: Unit, phrase: Phrase) -> bool:
    """Return whether the words between a person and an office say that the one holds the other."""
    if any(word in _DENIES for word in low):
        return False
    if not low:
        # "The group named X its chief executive."
        return opening.joined and phrase.owner.pronoun is not None
    comma = COMMA.match(opening.gap) is not None
    if low[0] == "who":
        return comma and _is_verb(low[1:], phrase)
    return (comma or opening.joined or opening.gap.startswith(")")) and _is_verb(low, phrase)


def _is_verb(low: Sequence[str], phrase: Phrase) -> bool:
    if low and low[-1] == "as":
        works = any(word in _WORKS or word in _BE for word in low)
        return works or (not phrase.calling and (phrase.owner.body is not None or phrase.owner.country is not None))
    known = all(word in _BE or word in _AUXILIARY or word == "as" for word in low)
    return known and not phrase.calling and any(word in _BE for word in low)


def _after_opening_as(scene: Scene, phrase: Phrase) -> Holders:
    """Return who follows words that open a clause: "As head of Y, X signed it"."""
    following = phrase.last + 1
    return (following,) if scene.person_at(following) and COMMA.match(scene.units[following].gap) else ()


def named(scene: Scene, number: int) -> Holders:
    """Return whom a verb before the name gives the office after it: "the group named X chief executive"."""
    phrase = scene.phrases[number]
    person = phrase.first - 1
    if person < 1 or phrase.determined or not phrase.closed or not scene.units[phrase.first].joined:
        return ()
    before = scene.units[max(0, person - _MOST_BEFORE) : person]
    if not scene.units[person].person or not any(unit.low in _NAMING for unit in before):
        return ()
    if not scene.owners[number].told:
        scene.owners[number] = Owner(pronoun="its")
    return (person,)


def inverted(scene: Scene, number: int) -> Holders:
    """Return who closes a sentence that opens with the office: "The director of Y is X"."""
    phrase = scene.phrases[number]
    verbs = 0
    for place in range(phrase.last + 1, min(len(scene.units), phrase.last + 1 + _MOST_AFTER)):
        unit = scene.units[place]
        if not phrase.determined or not unit.joined:
            break
        if unit.person:
            return (place,) if verbs and scene.closes_after(place) else ()
        if unit.low not in _BE and unit.low not in _AUXILIARY:
            break
        verbs += unit.low in _BE
    return ()
