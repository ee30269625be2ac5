"""Fields of work that are part of an office: "minister of foreign affairs", "director of research"."""

import re
from collections.abc import Sequence

from secondsource.reading.names.roles_lists import DETERMINERS, is_function_word, words
from secondsource.reading.names.roles_titles import is_head, is_modifier
from secondsource.reading.names.roles_units import Unit
from secondsource.reading.vocabulary import word_set

_NOT_FOR = words("spokesman spokeswoman spokesperson lawyer attorney advocate agent solicitor negotiator interpreter")
_QUALITY = re.compile(r"[a-z]{2,20}(?:al|ic|ary|ive|ear|ous|ed|ent)\Z")
_QUALIFIES = words("foreign public armed human private internal arms people women")
_PEOPLE = re.compile(r"[a-z]+(?:ers|ors|ists|ians|men|ees|ants|people)\Z")
_NO_FIELD = words(
    """
    parliament congress hundreds thousands dozens two three four five several all both course more life sorts
    note
    """
)
_WITH_ARTICLE = words("interior exchequer")


def field_end(units: Sequence[Unit], head: int, *, envoy: bool) -> int:
    """Return the last unit of the field of work that follows an office, else the office's own last unit.

    A field stands without an article; what has one is a body or a part of one ("head of the Asia desk").

    Args:
        units: The sentence.
        head: The last unit of the office.
        envoy: Whether the office is one that is sent somewhere, so that "for" tells where to.
    """
    place = head + 1
    if place + 1 >= len(units) or units[head].owner or not units[place].joined or units[place].low not in ("of", "for"):
        return head
    if units[place].low == "for" and (envoy or units[head].low in _NOT_FOR):
        return head
    if units[place + 1].low == "the":
        return place + 2 if place + 2 < len(units) and units[place + 2].low in _WITH_ARTICLE else head
    end = _one_field_end(units, place + 1)
    if end is None:
        return head
    if end + 2 < len(units) and units[end + 1].low == "and" and units[end + 1].joined:
        end = _one_field_end(units, end + 2) or end
    return end if _ends(units, end) else head


def _ends(units: Sequence[Unit], end: int) -> bool:
    """Return whether nothing follows that the words would only qualify ("head of state oil firm")."""
    following = units[end + 1] if end + 1 < len(units) else None
    if following is None or not following.joined or following.name is not None or following.capital:
        return True
    return is_function_word(following.low)


def _one_field_end(units: Sequence[Unit], place: int) -> int | None:
    """Return the last word of the one field that begins at ``place`` ("foreign affairs"), None if none does."""
    unit = units[place]
    if not _is_field(unit):
        return None
    second = units[place + 1] if place + 1 < len(units) else None
    if second is None or not _is_field(second) or second.capital != unit.capital:
        return place
    if unit.owner:
        return place + 2 if place + 2 < len(units) and _is_field(units[place + 2]) else place + 1
    return place + 1 if unit.capital or unit.low in _QUALIFIES or _QUALITY.match(unit.low) else place


def _is_field(unit: Unit) -> bool:
    if unit.name is not None or not unit.joined or unit.low in DETERMINERS or is_function_word(unit.low):
        return False
    if unit.capital:
        return not is_head(unit.low) and (unit.low in word_set("names", "common") or is_modifier(unit.low))
    return unit.low not in _NO_FIELD and _PEOPLE.match(unit.low) is None and unit.low.isalpha()
