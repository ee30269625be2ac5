"""The phrases of a sentence that name an office."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.model.evidence import Span
from secondsource.reading.names.roles_bodies import body_at, lower_body_ending
from secondsource.reading.names.roles_fields import field_end
from secondsource.reading.names.roles_lists import DETERMINERS, is_function_word, words
from secondsource.reading.names.roles_owners import NOBODY, Owner, owner_after, owner_before
from secondsource.reading.names.roles_titles import (
    is_calling,
    is_descriptor,
    is_head,
    is_modifier,
    is_plural_head,
    opens_new_title,
)
from secondsource.reading.names.roles_units import Unit

_ENVOYS = words("ambassador envoy emissary consul attaché attache representative counsellor counselor d'affaires")
_LOCAL = words(
    "prosecutor judge magistrate deputy lawmaker legislator senator governor mayor coroner councillor bishop"
)
_EXPERTS = words("analyst expert scholar specialist researcher correspondent reporter historian watcher editor veteran")
_VERBS = words("heads chairs guards pilots captains masters doctors monitors")
_MATES = words("running room soul")
_TAILS = words("designate elect general emeritus emerita")
_HONORARY = words("emeritus emerita")
_COMMA = re.compile(r"\s?,\s\Z")
_OPENING = re.compile(r"[,(;:–—]")
_CLOSES = re.compile(r"\s?[,.;)]")
_OF_SOMEBODY = words("teacher doctor partner student nurse boss")
"""Callings that tell no office where they are somebody's own: "her teacher"."""
_LOOSE = 4
_MOST_QUALIFIERS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """An office with what stands around it, as places in the units of its sentence.

    Attributes:
        first: First unit, article and owner included.
        last: Last unit, what follows the office ("of the Y Institute") included.
        begin: First unit of the office's own words.
        end: Last unit of the office's own words.
        head: Its last head word, in lower case.
        owner: What the office belongs to.
        determined: Whether an article, a pronoun or an owner stands before it.
        plural: Whether several hold it.
        calling: Whether it is no known office, but a word with the ending of a calling.
        closed: Whether nothing follows that would make the words mean something else ("chief suspect").
    """

    first: int
    last: int
    begin: int
    end: int
    head: str
    owner: Owner
    determined: bool
    plural: bool
    calling: bool
    closed: bool

    def span(self, units: Sequence[Unit]) -> Span:
        """Return the words of the office."""
        return Span(units[self.begin].start, units[self.end].end)


def find_phrases(units: Sequence[Unit]) -> list[Phrase]:
    """Return the phrases of a sentence that name an office, in text order, not overlapping."""
    phrases: list[Phrase] = []
    place = 0
    while place < len(units):
        if not _is_head(units, place):
            place += 1
            continue
        phrase = _phrase(units, place, _last_head(units, place))
        before = phrases[-1] if phrases else None
        if before is not None and before.end >= phrase.begin and units[before.end].low != before.head:
            # "Chief of Staff Admiral X": the field of work is the first office's.
            phrase = replace(phrase, begin=before.end + 1, first=before.end + 1)
        # "deputy oil minister": the first head turned out to qualify the second.
        while phrases and phrases[-1].end >= phrase.begin:
            phrases.pop()
        phrases.append(phrase)
        place = phrase.end + 1
    return phrases


def _is_head(units: Sequence[Unit], place: int) -> bool:
    unit = units[place]
    if unit.name is not None or unit.owner or _verb(units, place) or lower_body_ending(units, place) is not None:
        return False
    return is_head(unit.low) or _calling(units, place)


def _verb(units: Sequence[Unit], place: int) -> bool:
    """Return whether a word such as "heads" stands where a verb does: after a name or "who"."""
    unit = units[place]
    before = units[place - 1] if place else None
    if before is None or not unit.joined or unit.capital:
        return False
    if unit.low == "mate":
        return before.low in _MATES
    return unit.low in _VERBS and (before.person or before.low in ("who", "now", "also", "currently", "still"))


def _calling(units: Sequence[Unit], place: int) -> bool:
    """Return whether "a …" introduces somebody by a calling that is no known office."""
    if units[place].capital or not is_calling(units[place].low):
        return False
    begin = place
    while begin > 0 and units[begin].joined and units[begin - 1].name is None and place - begin < _LOOSE:
        begin -= 1
        if units[begin].low in ("a", "an", "the"):
            return True
        if is_function_word(units[begin].low):
            return False
    return False


def _last_head(units: Sequence[Unit], place: int) -> int:
    """Return the last of the head words that follow each other ("director general", "minister-designate")."""
    while place + 1 < len(units) and not units[place].owner:
        unit, following = units[place], units[place + 1]
        if not (following.low in _TAILS and (following.gap == "-" or following.low in _HONORARY)):
            goes_on = following.joined and following.name is None and is_head(following.low)
            if not goes_on or opens_new_title(unit.low, following.low) or (unit.capital and not following.capital):
                break
        place += 1
    return place


def _phrase(units: Sequence[Unit], first_head: int, head: int) -> Phrase:
    begin = _begin(units, first_head)
    heads = {unit.low for unit in units[first_head : head + 1]}
    envoy = bool(heads & _ENVOYS)
    end = field_end(units, head, envoy=envoy)
    last, after = owner_after(units, end, envoy=envoy, local=bool(heads & _LOCAL))
    first, before, determined = owner_before(units, begin)
    own = units[head].low in _OF_SOMEBODY and units[first].low in ("his", "her", "my", "our", "their")
    if heads & _EXPERTS and begin > 0 and _subject(units[begin - 1]):
        before = NOBODY
    if not (determined or before.told or after.told):
        last, after = _body_beside(units, last)
    while begin < head and is_descriptor(units[begin].low) and not is_head(units[begin].low):
        begin += 1
    return Phrase(
        first=first,
        last=last,
        begin=begin,
        end=end,
        head=units[head].low,
        owner=before.or_else(after),
        determined=determined,
        plural=is_plural_head(units[first_head].low) or is_plural_head(units[head].low),
        calling=not any(is_head(low) for low in heads),
        closed=_closed(units, end) and not own,
    )


def _subject(unit: Unit) -> bool:
    """Return whether a state before the office is what an expert knows and not whose they are ("a Russia analyst")."""
    if unit.owner or unit.words.endswith(".") or unit.words.isupper():
        return False
    return (unit.place and not unit.people) or (unit.plain and unit.low == "korea")


def _body_beside(units: Sequence[Unit], last: int) -> tuple[int, Owner]:
    """Return the body that stands after a comma, as in entries of lists ("X (director, Y Centre)")."""
    place = last + 1
    found = body_at(units, place) if place < len(units) and _COMMA.match(units[place].gap) else None
    if found is None or not (units[place].body or found[0] > place):
        return last, NOBODY
    after = units[found[0] + 1].gap if found[0] + 1 < len(units) else "."
    return (found[0], Owner(body=found[1])) if _CLOSES.match(after) else (last, NOBODY)


def _begin(units: Sequence[Unit], head: int) -> int:
    """Return the first word that qualifies an office: known ones, and unknown ones where a mark shows the start."""
    begin = head
    while begin > 0 and head - begin < _MOST_QUALIFIERS and _qualifies(units, begin):
        begin -= 1
    loose = begin
    while loose > 0 and begin - loose < _LOOSE and _may_qualify(units, loose):
        loose -= 1
    return loose if loose < begin and _anchored(units, loose, begin - loose) else begin


def _qualifies(units: Sequence[Unit], place: int) -> bool:
    unit = units[place - 1]
    if not _stands_before(units, place):
        return False
    if is_head(unit.low) and opens_new_title(unit.low, units[place].low):
        return False
    return is_modifier(unit.low) or is_head(unit.low)


def _may_qualify(units: Sequence[Unit], place: int) -> bool:
    unit = units[place - 1]
    # "the network President X formed": a small word does not qualify a head in capitals.
    capitals = place > 1 and (unit.capital or units[place].capital)
    if capitals or not _stands_before(units, place):
        return False
    return not is_function_word(unit.low) and unit.low not in DETERMINERS and unit.low != "then"


def _stands_before(units: Sequence[Unit], place: int) -> bool:
    """Return whether a word that is no name, no owner and no body's last word stands right before ``place``."""
    unit = units[place - 1]
    plain = units[place].joined and unit.name is None and not unit.owner
    return plain and lower_body_ending(units, place - 1) is None


def _anchored(units: Sequence[Unit], place: int, n_words: int) -> bool:
    """Return whether what stands before a title's unknown words shows that they begin there."""
    unit = units[place]
    if place > 0 and unit.joined and (units[place - 1].owner or units[place - 1].low in DETERMINERS):
        return True
    if unit.low.endswith("s"):
        return False
    if place == 0:
        return n_words == 1
    if not unit.joined:
        return n_words <= 2 and _OPENING.search(unit.gap) is not None
    return units[place - 1].place and n_words == 1


def _closed(units: Sequence[Unit], end: int) -> bool:
    following = units[end + 1] if end + 1 < len(units) else None
    if following is None or not following.joined or following.name is not None:
        return True
    return is_function_word(following.low) or following.low in DETERMINERS
