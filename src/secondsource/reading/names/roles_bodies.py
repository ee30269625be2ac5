"""Names of bodies beside an office, those included that no rule of names has taken for one."""

import re
from collections.abc import Sequence

from secondsource.model.entity import NameType
from secondsource.model.evidence import Span
from secondsource.reading.names.roles_lists import is_function_word, words
from secondsource.reading.names.roles_titles import is_descriptor, is_head, is_modifier, is_plural_head
from secondsource.reading.names.roles_units import Unit
from secondsource.reading.vocabulary import word_set

_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)\Z")
_PAIRS = frozenset(
    {
        ("coast", "guard"), ("air", "force"), ("central", "bank"), ("supreme", "court"), ("general", "staff"),
        ("national", "guard"), ("armed", "forces"), ("national", "assembly"), ("constitutional", "court"),
    }
)  # fmt: skip
_PORTFOLIOS = words(
    """
    foreign defence defense interior finance justice energy economy trade health education transport agriculture
    culture labour labor oil information unification industry environment tourism security police external
    internal home railways commerce planning science
    """
)
_STANDING = words("forum conference dialogue congress games festival olympics")
_PARTISAN = words(
    """
    democratic republican conservative labour labor liberal socialist communist libertarian green north south
    east west
    """
)
_LONGEST_NAME = 8


def body_at(units: Sequence[Unit], place: int) -> tuple[int, Span] | None:
    """Return the last unit and the words of a body's name that begins at ``place``, None if none does."""
    unit = units[place]
    pair = _lower_body(units, place)
    if pair is not None:
        return pair, Span(unit.start, units[pair].end)
    if unit.body or _named_like_a_body(unit):
        last = _with_kind(units, place)
        return last, Span(unit.start, units[last].end)
    if unit.place and not unit.people and not unit.compound:
        last = _with_kind(units, place)
        return None if last == place else (last, Span(unit.start, units[last].end))
    return _capital_run(units, place)


def _with_kind(units: Sequence[Unit], place: int) -> int:
    """Return the last unit of a name with the kind of body that was cut from it ("Herat" in "Herat Daily")."""
    following = units[place + 1] if place + 1 < len(units) and not units[place].owner else None
    kind = following is not None and following.joined and following.plain and following.low in word_set("names", "org")
    return place + 1 if kind else place


def body_ending_at(units: Sequence[Unit], last: int) -> int | None:
    """Return the first unit of a body's name that ends at ``last``, None if none does."""
    lower = lower_body_ending(units, last)
    if lower is not None:
        return lower
    unit = units[last]
    known = unit.body or _named_like_a_body(unit)
    if unit.compound or not (known or (unit.name is None and of_body(unit, owner=True))):
        return None
    begin = last
    kind = not known and unit.low in word_set("names", "org")
    while begin > known and last - begin < _LONGEST_NAME and units[begin].joined:
        before = units[begin - 1]
        if not (of_body(before) or (kind and before.plain and not before.owner and not is_head(before.low))):
            break
        begin -= 1
    # One word that opens a sentence is capitalised anyway.
    return None if begin == last == 0 and not known else begin


def lower_body_ending(units: Sequence[Unit], place: int) -> int | None:
    """Return the first unit of a body in lower case that ends at ``place`` ("coast guard")."""
    return place - 1 if place > 0 and _lower_body(units, place - 1) == place else None


def of_body(unit: Unit, *, owner: bool = False) -> bool:
    """Return whether a capitalised word may be part of an unknown body's name and is no part of a title.

    Args:
        unit: The word.
        owner: Whether a possessive mark may follow it.
    """
    title = is_head(unit.low) or is_modifier(unit.low) or is_descriptor(unit.low)
    return unit.plain and not title and (owner or not unit.owner)


def is_partisan(unit: Unit) -> bool:
    """Return whether a capitalised word is a party's or a direction's ("Democratic"), which alone names no body."""
    return unit.name is None and unit.low in _PARTISAN


def _named_like_a_body(unit: Unit) -> bool:
    """Return whether what was taken for a landscape or an event is likely a body ("Gulf Tankers", "Pacific Forum")."""
    if unit.name is None or unit.name.known is not None or unit.compound:
        return False
    if unit.name.type is NameType.EVENT:
        return unit.last_word in _STANDING
    landscape = unit.last_word in word_set("names", "location")
    return unit.name.type is NameType.LOC and " " in unit.words and not landscape


def _lower_body(units: Sequence[Unit], place: int) -> int | None:
    """Return the last unit of a body in lower case that only one can be meant by ("foreign ministry")."""
    first = units[place]
    if first.name is not None or first.capital or place + 1 >= len(units) or not units[place + 1].joined:
        return None
    second = units[place + 1].low
    found = (first.low, second) in _PAIRS or (first.low in _PORTFOLIOS and second == "ministry")
    return place + 1 if found else None


def _capital_run(units: Sequence[Unit], place: int) -> tuple[int, Span] | None:
    """Return a run of capitalised words that no rule of names took, with a body's name that goes on from it."""
    first = units[place]
    ordinal = _ORDINAL.match(first.low) is not None
    if not (first.plain or ordinal) or is_head(first.low) or first.low in word_set("names", "honorific"):
        return None
    last = place
    for here in range(place + 1, min(len(units), place + _LONGEST_NAME)):
        unit = units[here]
        if not unit.joined or units[here - 1].owner:
            break
        if unit.plain or unit.body or (unit.place and not unit.compound):
            last = here
        elif not _joins(units, here):
            break
    alone = last == place and (ordinal or is_partisan(first) or _only_qualifies(units, place))
    title = is_head(units[last].low) and not is_plural_head(units[last].low)
    return None if alone or title else (last, Span(first.start, units[last].end))


def _only_qualifies(units: Sequence[Unit], place: int) -> bool:
    """Return whether one capitalised word only qualifies a small one ("the Kennedy clan")."""
    following = units[place + 1] if place + 1 < len(units) else None
    if following is None or units[place].owner or not following.joined:
        return False
    return following.name is None and not following.capital and not is_function_word(following.low)


def _joins(units: Sequence[Unit], place: int) -> bool:
    """Return whether a small word stands inside a body's name ("Embassy of the …", "Intelligence and Analysis …")."""
    low, opener = units[place].low, units[place - 1].low
    following = place + 1
    if low == "the":
        return opener in ("of", "for")
    if low in ("of", "for") and following < len(units) and units[following].low == "the":
        following += 1
    if following >= len(units) or not units[following].joined:
        return False
    goes_on = units[following].plain or units[following].name is not None
    if low in ("of", "for"):
        return goes_on and (opener in word_set("names", "org") or opener in word_set("names", "facility"))
    if low == "and":
        return units[following].body or (goes_on and units[following].low in word_set("names", "org_and"))
    return low == "&" and goes_on
