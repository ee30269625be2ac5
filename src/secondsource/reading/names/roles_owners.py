"""What an office belongs to, by the words before and after it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.model.evidence import Span
from secondsource.reading.names.roles_bodies import body_at, body_ending_at, is_partisan
from secondsource.reading.names.roles_lists import DETERMINERS, is_function_word, words
from secondsource.reading.names.roles_titles import is_descriptor, is_head, is_modifier
from secondsource.reading.names.roles_units import Unit
from secondsource.reading.vocabulary import word_set

_PRONOUNS = frozenset({"its", "their"})
_PREPOSITIONS = words("of at for in with from to within inside under")
_GOES_ON = words("of at within inside in for")
_SINGLE = words("army navy military parliament embassy consulate")
"""Bodies in lower case that only one can be meant by, once a state's name stands before them."""
_GENERIC = words(
    """
    ministry agency university institute department company party council committee commission institution bank
    centre center embassy command group organisation organization firm airline foundation union authority bureau
    tank newspaper broadcaster
    """
)
_PLACE_WORDS = words("city region province district state county town village island territory oblast republic")
_MOST_WORDS = 5
_MOST_HOPS = 3
_MOST_OWNED = 4
_FARTHEST = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """What an office belongs to, as far as the words beside it tell.

    Attributes:
        body: The body's name.
        country: ISO 3166-1 alpha-3 of the state or place named.
        noun: A common noun that stands for a body named before ("the ministry").
        pronoun: "its" or "their", which stands for what was named before.
    """

    body: Span | None = None
    country: str | None = None
    noun: str | None = None
    pronoun: str | None = None

    @property
    def told(self) -> bool:
        """Whether anything is told."""
        return self != NOBODY

    def or_else(self, other: "Owner") -> "Owner":
        """Return what this one tells, with what only the other one tells in its gaps."""
        body = self.body or (None if self.noun else other.body)
        return Owner(
            body=body,
            country=self.country or other.country,
            noun=None if body else self.noun or other.noun,
            pronoun=None if body or self.noun else self.pronoun or other.pronoun,
        )


NOBODY = Owner()


def owner_after(units: Sequence[Unit], last: int, *, envoy: bool, local: bool) -> tuple[int, Owner]:
    """Return the last unit of what follows an office's words, and what the office belongs to by it.

    Args:
        units: The sentence.
        last: The last word of the office.
        envoy: Whether the office is one that is sent somewhere; where to is not what it belongs to.
        local: Whether "in" with a place tells what the office belongs to ("prosecutor in Dakar").
    """
    owner = NOBODY
    for hop in range(_MOST_HOPS):
        place = last + 1
        if place + 1 >= len(units) or not units[place].joined or units[last].owner:
            break
        preposition = units[place].low
        if preposition not in _PREPOSITIONS or (hop and preposition not in _GOES_ON):
            break
        found = _Walk(units, place + 1)
        if found.last is None:
            break
        last = found.last
        owner = owner.or_else(_told_by(found.owner, preposition, envoy=envoy, local=local))
        if owner.body is not None or owner.noun is not None:
            break
    return last, owner


def owner_of_object(units: Sequence[Unit], place: int) -> Owner:
    """Return what body the object of a verb names ("heads the Asia desk at the Y Institute")."""
    if not units[place].joined or units[place].low in _PREPOSITIONS:
        return NOBODY
    found = _Walk(units, place)
    if found.last is None or found.owner.body is not None:
        return found.owner
    return found.owner.or_else(owner_after(units, found.last, envoy=False, local=False)[1])


def _told_by(found: Owner, preposition: str, *, envoy: bool, local: bool) -> Owner:
    if preposition == "of" or (preposition == "in" and local):
        return found
    if envoy and preposition in ("to", "for", "in", "at"):
        return NOBODY
    # "An analyst in Seoul", "a lawyer from Kyiv": the place is where they are, not whose office it is.
    return found if found.body is not None else replace(found, country=None)


class _Walk:
    """The words after a preposition or a verb, as far as they belong to it.

    Attributes:
        last: Their last unit, None if there are none.
        owner: The body or the place they name.
    """

    def __init__(self, units: Sequence[Unit], place: int) -> None:
        self.units = units
        self.last: int | None = None
        self.owner = NOBODY
        self._determined = False
        self._n_words = 0
        while place < len(units) and units[place].joined and self.owner.body is None and self._takes(place):
            place = self._reached(place) + 1

    def _takes(self, place: int) -> bool:
        """Return whether the unit at ``place`` belongs to the words, and note what it tells."""
        unit = self.units[place]
        if unit.name is None and unit.low in DETERMINERS:
            self._determined = True
            return True
        if unit.person or unit.low in word_set("names", "honorific") or (unit.capital and is_head(unit.low)):
            return False
        single = unit.name is None and unit.low in _SINGLE and self.units[place - 1].country is not None
        found = (place, Span(unit.start, unit.end)) if single else body_at(self.units, place)
        if found is not None:
            self._take_body(*found)
        elif unit.place:
            self.owner = Owner(country=self.owner.country or unit.country)
            self.last = place
        elif unit.name is not None or is_function_word(unit.low) or self._n_words >= _MOST_WORDS:
            return False
        else:
            self._take_word(unit)
            self.last = place
        return True

    def _reached(self, place: int) -> int:
        return place if self.last is None else max(self.last, place)

    def _take_body(self, last: int, body: Span) -> None:
        owned = last + 1 if self.units[last].owner and last + 1 < len(self.units) else None
        if owned is not None:
            inner = body_at(self.units, owned) if self.units[owned].joined else None
            last, body = inner or (_last_owned(self.units, last), body)
        self.last = last
        self.owner = Owner(body=body, country=self.owner.country)

    def _take_word(self, unit: Unit) -> None:
        self._n_words += 1
        stands = self._determined and unit.low in _GENERIC and not unit.owner and self._n_words == 1
        if self.owner.country is None and (stands or unit.low not in _PLACE_WORDS):
            self.owner = Owner(noun=unit.low if stands else None)


def _last_owned(units: Sequence[Unit], owner: int) -> int:
    """Return the last word of what the body named owns ("the World Bank's Dhaka office")."""
    last = owner
    while last + 1 < len(units) and units[last + 1].joined and last - owner < _MOST_OWNED:
        unit = units[last + 1]
        if unit.person or unit.body or (unit.name is None and (unit.capital or is_function_word(unit.low))):
            break
        last += 1
    return last


def owner_before(units: Sequence[Unit], first: int) -> tuple[int, Owner, bool]:
    """Return the first unit of what stands before an office's words, what the office belongs to, and if it is sure.

    It is sure that the words mean a certain holder where an article, a pronoun or an owner stands there.
    """
    owner = NOBODY
    determined = False
    place = first
    while place > 0 and units[place].joined and first - place < _FARTHEST:
        unit = units[place - 1]
        if unit.name is None and unit.low in DETERMINERS:
            pronoun = unit.low if unit.low in _PRONOUNS else None
            return place - 1, owner.or_else(Owner(pronoun=pronoun)), True
        begin, told = _before(units, place - 1, determined=determined)
        determined = determined or unit.owner or told.told
        if begin is None:
            break
        owner = owner.or_else(told)
        place = begin
    return place, owner, determined


def _before(units: Sequence[Unit], last: int, *, determined: bool) -> tuple[int | None, Owner]:
    """Return the first unit of what ends at ``last``, None if it does not belong to the office, and what it tells."""
    unit = units[last]
    if unit.person or unit.compound or is_partisan(unit):
        return None if unit.person else last, NOBODY
    body = body_ending_at(units, last)
    if body is not None:
        return body, Owner(body=Span(units[body].start, unit.end))
    if unit.place:
        return last, Owner(country=unit.country)
    if unit.name is not None or unit.plain:
        title = unit.plain and not is_head(unit.low) and (is_modifier(unit.low) or is_descriptor(unit.low))
        return (last if title and not unit.owner else None), NOBODY
    if unit.owner:
        return last, _common_owner(units, last)
    parted = unit.low == "then" or is_modifier(unit.low) or is_descriptor(unit.low)
    # "The country's most senior naval officer": what stands between an owner and the office belongs to it.
    return (last if parted or (determined and not is_function_word(unit.low)) else None), NOBODY


def _common_owner(units: Sequence[Unit], place: int) -> Owner:
    """Return what a common noun in the possessive tells: "the ministry's", "the Iranian navy's"."""
    unit = units[place]
    if unit.low in _SINGLE and place > 0 and units[place - 1].place:
        return Owner(body=Span(unit.start, unit.end))
    return Owner(noun=unit.low) if unit.low in _GENERIC else NOBODY
