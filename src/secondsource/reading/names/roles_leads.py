"""Offices that a verb gives: "X, who heads the Y", "the Y, led by X"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.model.evidence import Span
from secondsource.reading.names.roles_lists import words
from secondsource.reading.names.roles_owners import Owner, owner_of_object
from secondsource.reading.names.roles_units import Unit

_ACTIVE = words(
    """
    heads headed leads led chairs chaired runs ran directs directed commands commanded oversees oversaw manages
    managed founded co-founded cofounded established governs governed
    """
)
_PASSIVE = words(
    """
    headed led chaired run directed commanded overseen managed founded co-founded cofounded established
    """
)
_ADVERBS = words(
    """
    now currently also once long previously formerly still then has had who and since later
    """
)
_COMMA = re.compile(r"\s?[,(]\s?\Z|\s[–—-]\s\Z")
_MOST_BETWEEN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A person, the verb that gives the office, and the body the verb speaks of; units and characters."""

    person: int
    verb: Span
    owner: Owner


def find_leads(units: Sequence[Unit]) -> Iterator[Lead]:
    """Yield the persons who head, lead, run or founded a named body by a verb of the sentence."""
    for place, unit in enumerate(units):
        if unit.name is not None or unit.capital:
            continue
        found = _passive(units, place) if unit.low in _PASSIVE else None
        if found is None and unit.low in _ACTIVE:
            found = _active(units, place)
        if found is not None:
            yield found


def _active(units: Sequence[Unit], verb: int) -> Lead | None:
    person = _subject(units, verb)
    if person is None or verb + 1 >= len(units):
        return None
    owner = owner_of_object(units, verb + 1)
    if owner.body is None and owner.noun is None:
        return None
    return Lead(person=person, verb=Span(units[verb].start, units[verb].end), owner=owner)


def _subject(units: Sequence[Unit], verb: int) -> int | None:
    """Return the person who does it: the name right before, or the one that "who" stands for."""
    place = verb
    relative = False
    while place > 0 and verb - place < _MOST_BETWEEN:
        unit, before = units[place], units[place - 1]
        if before.person and not before.owner:
            return place - 1 if unit.joined or (relative and _COMMA.match(unit.gap)) else None
        if before.name is not None or before.low not in _ADVERBS or not unit.joined:
            return _antecedent(units, place) if relative else None
        relative = relative or before.low == "who"
        place -= 1
    return None


def _antecedent(units: Sequence[Unit], who: int) -> int | None:
    """Return the person in whose apposition "who" stands ("X, a former diplomat who runs Y")."""
    commas = 0
    for place in range(who, max(0, who - 12), -1):
        if not units[place].joined and units[place].gap != "-":
            commas += 1
        if units[place - 1].person:
            return place - 1 if 1 <= commas <= 2 else None
    return None


def _passive(units: Sequence[Unit], verb: int) -> Lead | None:
    if verb + 2 >= len(units) or units[verb + 1].low != "by" or verb == 0:
        return None
    before = verb - 1
    while before > 0 and units[before].low in ("is", "was", "which", "now", "currently", "jointly"):
        before -= 1
    body = units[before]
    plain = body.plain and units[before - 1].plain if before else False
    if not (body.body or plain):
        return None
    begin = before
    while not body.body and begin > 0 and units[begin].joined and units[begin - 1].plain:
        begin -= 1
    if body.body and begin and units[begin].joined and re.match(r"\d+(?:st|nd|rd|th)\Z", units[begin - 1].low):
        begin -= 1
    for place in range(verb + 2, min(len(units), verb + 2 + _MOST_BETWEEN)):
        if not units[place].joined:
            return None
        if units[place].person:
            return Lead(
                person=place,
                verb=Span(units[verb].start, units[verb].end),
                owner=Owner(body=Span(units[begin].start, body.end)),
            )
    return None
