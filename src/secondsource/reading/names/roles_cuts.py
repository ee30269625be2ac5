"""Names that swallowed a title, cut: "Iranian Foreign Minister X" is a state, a title and a person."""

import re
from collections.abc import Iterator, Sequence

from secondsource.model.entity import NameType
from secondsource.model.evidence import Span
from secondsource.reading.names.found import Found, longest
from secondsource.reading.names.people import possible_person
from secondsource.reading.names.roles_lists import DETERMINERS, words
from secondsource.reading.names.roles_titles import is_descriptor, is_head, is_modifier
from secondsource.reading.names.table import find_table_names
from secondsource.reading.names.tokens import Token, tokens_of
from secondsource.reading.vocabulary import word_set

_ALSO_NAMES = words(
    """
    king prince judge bishop pope dean count baron shah duke elder sultan marshal page major master justice guard
    private mate monk priest wing khan
    """
)
"""Titles that are family or given names as well, so that one inside a name cuts nothing."""
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_SUFFIXES = words("jr sr ii iii iv")
_PARTICLES_AT_FRONT = words("of for the and")


def cut_titles(text: str, found: Sequence[Found]) -> list[Found]:
    """Return the names, those that swallowed a title cut down to the person and what stands before the title.

    A person's name that ends inside a word ("Shin Myung" of "Shin Myung-ah") is made whole; one that is nothing but a
    title is left out.

    Args:
        text: The whole text.
        found: Names in text order, not overlapping.
    """
    whole = longest(_whole(text, name) for name in found)
    return longest(part for name in whole for part in _cut(text, name))


def _whole(text: str, name: Found) -> Found:
    end = name.end
    while name.type is NameType.PERSON and end < len(text) and _inside_word(text, end):
        end += 1
    return name if end == name.end else Found(name.start, end, name.type, name.known, name.capital, name.rank)


def _inside_word(text: str, end: int) -> bool:
    """Whether a word goes on at ``end``, a hyphen in it included: "Jae|-won", not "Orlov|-led"."""
    # In Korean a particle follows at once.
    if _LATIN.match(text, end):
        return _LATIN.match(text, end - 1) is not None or text[end - 1] == "-"
    begin = text.rfind(" ", 0, end) + 1
    word = tokens_of(text, Span(begin, min(len(text), end + 20)))
    return text[end] == "-" and bool(word) and word[0].end > end + 1


def _cut(text: str, name: Found) -> Iterator[Found]:
    if name.known is not None or name.type not in (NameType.PERSON, NameType.ORG):
        yield name
        return
    tokens = tokens_of(text, Span(name.start, name.end))
    if _mere_title(name, tokens):
        return
    known = list(_known(text, tokens))
    if name.type is NameType.PERSON and _no_person(known, tokens):
        yield known[0]
        return
    head = _last_title(tokens)
    person = [] if head is None else _after_field(tokens[head + 1 :])
    begin = head or 0
    while begin > 0 and _of_title(tokens[begin - 1]):
        begin -= 1
    if not possible_person(person) or not _cuttable(name, tokens[:begin], person, known):
        yield name
        return
    before = [found for found in known if found.end <= tokens[begin].start]
    yield from before
    if begin and not before and name.type is NameType.ORG:
        yield Found(name.start, tokens[begin - 1].end, NameType.ORG, rank=name.rank)
    yield Found(person[0].start, person[-1].end, NameType.PERSON, rank=3)


def _mere_title(name: Found, tokens: Sequence[Token]) -> bool:
    """Return whether words taken for a name are a title and nothing else ("Deputy Prime Minister", "Gen")."""
    if not tokens or not all(_of_title(token) or token.low in DETERMINERS for token in tokens):
        return False
    if name.type is NameType.ORG:
        return is_head(tokens[-1].low) and len(tokens) > 1
    return not any(token.low in _ALSO_NAMES or token.low in word_set("names", "org") for token in tokens)


def _no_person(known: Sequence[Found], tokens: Sequence[Token]) -> bool:
    """Return whether the words taken for a person are a people or a body of the tables."""
    whole = len(known) == 1 and (known[0].start, known[0].end) == (tokens[0].start, tokens[-1].end)
    return whole and known[0].type in (NameType.NORP, NameType.ORG)


def _cuttable(name: Found, before: Sequence[Token], person: Sequence[Token], known: Sequence[Found]) -> bool:
    """Return whether what stands before a title inside a name can be no part of a person's name."""
    if name.type is NameType.ORG:
        return bool(before) and len(person) > 1
    return bool(known) or all(_before_title(token) for token in before)


def _after_field(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the words after a title's field of work ("of Foreign Affairs")."""
    place = 0
    if tokens and tokens[0].low in ("of", "for"):
        place = 1
        while place < len(tokens) and (not tokens[place].capital or _before_title(tokens[place])):
            place += 1
    return tokens[place:]


def _last_title(tokens: Sequence[Token]) -> int | None:
    """Return the last word of the last title that something in the name follows."""
    for place in range(len(tokens) - 2, -1, -1):
        if _titles(tokens, place):
            return None if tokens[place + 1].low in _SUFFIXES else place
    return None


def _titles(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.low in word_set("names", "given") and not token.text.endswith("."):
        return False
    if place > 0 and token.low in _ALSO_NAMES:
        return _of_title(tokens[place - 1])
    return is_head(token.low) or (place == 0 and token.low in word_set("names", "honorific"))


def _of_title(token: Token) -> bool:
    return is_head(token.low) or is_modifier(token.low) or is_descriptor(token.low) or token.low in _PARTICLES_AT_FRONT


def _before_title(token: Token) -> bool:
    common = token.low in word_set("names", "common") or token.low in word_set("names", "org")
    return common or _of_title(token)


def _known(text: str, tokens: Sequence[Token]) -> Iterator[Found]:
    """Yield the names of tables among the words."""
    if not tokens:
        return
    start = tokens[0].start
    for name in longest(find_table_names(text[start : tokens[-1].end])):
        yield Found(start + name.start, start + name.end, name.type, name.known, name.capital, name.rank)
