"""Names as the encoder finds them, with what tables and shapes know beside it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from secondsource.model.entity import NameType
from secondsource.reading.encoder.heads import Heads
from secondsource.reading.encoder.names import find_name_places
from secondsource.reading.names.found import Found, longest
from secondsource.reading.page import Page

_THINGS = frozenset({NameType.PLATFORM, NameType.WEAPON, NameType.LAW, NameType.EVENT})
"""Types of which the encoder saw little, so that a shape that can be nothing else is believed before it."""

_INITIAL = re.compile(r"\b[A-Z][a-z]+ [A-Z]\. [A-Z]")
_MEN_OF = re.compile(r"[A-Z][a-z]+s of (?:the )?[A-Z]")
_SENTENCE_END = re.compile(r"[.!?][\"”’')]{0,2}\s{1,3}\Z")

_BY_LAST_WORD = frozenset({NameType.ORG, NameType.FACILITY, NameType.LOC})

_NO_NAMES = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "and",
        "i",
        "he",
        "she",
        "they",
        "we",
        "it",
        "you",
        "north",
        "south",
        "east",
        "west",
        "the north",
        "the south",
        "the east",
        "the west",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)
"""Words that name nothing by themselves: "the North" is a state only where the report says which."""

_BY_TABLE = frozenset({NameType.GPE, NameType.LOC, NameType.FACILITY, NameType.ORG, NameType.NORP, NameType.LAW})
"""Types that a table decides between, once the encoder and the table agree on the words."""


def find_encoded_names(page: Page, heads: Heads, table: Sequence[Found], shapes: Sequence[Found]) -> list[Found]:
    """Return the names of ``page`` in text order, not overlapping.

    Args:
        page: The report laid out.
        heads: What the encoder says of it.
        table: Names that the tables know in it, in text order, not overlapping.
        shapes: Names by shape in its sentences, likewise.

    The encoder decides what is a name and where it ends; a table that holds just these words says what they stand for.
    Names by shape (tail numbers, resolutions) and names of the tables are added where the encoder saw nothing.
    """
    known = {(found.start, found.end): found for found in table}
    sure = [found for found in shapes if found.type in _THINGS]
    encoded = list(clear_of((_as_known(found, known) for found in _encoded(page, heads)), sure))
    # "Sea of Japan": where the table knows a longer name than the encoder saw, the table is right.
    return longest([*sure, *encoded, *clear_of((found for found in table if _read(page, found)), sure)])


def set_right(text: str, encoded: Sequence[Found], by_rule: Sequence[Found]) -> list[Found]:
    """Return the encoder's names, some as a rule has them; both in text order, neither overlapping.

    A rule that sees a longer body, building or region is right ("Korean People's Army" before "Korean People"), and so
    is one that knows a body or building by its last word ("Kim Il Sung Military University" is no person) or a person
    by an initial. Where the encoder takes a common noun with the name before or after it ("Seoul's airport",
    "Fighters of Hezbollah"), the name is what the rule has; where it has nothing there, the words name nothing.
    """
    same = {(found.start, found.end): found for found in by_rule}
    longer = [found for found in by_rule if found.type in _BY_LAST_WORD]
    taken: list[Found] = []
    at = 0
    for found in encoded:
        while at < len(longer) and longer[at].end <= found.start:
            at += 1
        whole = longer[at] if at < len(longer) else None
        if whole is not None and _covers_more(whole, found):
            taken.append(whole)
            continue
        rule = same.get((found.start, found.end))
        if rule is not None:
            taken.append(rule if _by_last_word(found, rule) or _by_initial(text, rule) else found)
            continue
        inner = [rule for rule in by_rule if found.start <= rule.start and rule.end <= found.end]
        taken.extend(inner if _is_description(text, found) or _holds_bodies(text, found, inner) else [found])
    return longest(taken)


def _covers_more(whole: Found, found: Found) -> bool:
    return whole.start <= found.start and found.end <= whole.end and whole.end - whole.start > found.end - found.start


def _by_last_word(found: Found, rule: Found) -> bool:
    return rule.type is NameType.FACILITY or (
        rule.type is NameType.ORG and found.type in (NameType.PERSON, NameType.FACILITY)
    )


def _by_initial(text: str, rule: Found) -> bool:
    return rule.type is NameType.PERSON and _INITIAL.search(text, rule.start, rule.end) is not None


def _holds_bodies(text: str, found: Found, inner: Sequence[Found]) -> bool:
    """Return whether two bodies, or one and a common noun, were taken for one name ("Security Council resolution")."""
    bodies = sum(rule.type is NameType.ORG for rule in inner)
    return bodies > 1 or (bodies == 1 and text[found.start : found.end].rsplit(maxsplit=1)[-1].islower())


def _is_description(text: str, found: Found) -> bool:
    """Return whether the words describe a thing or people by a name instead of naming them."""
    words = text[found.start : found.end]
    opens = (
        found.start == 0
        or text[found.start - 1] == "\n"
        or _SENTENCE_END.search(text, max(0, found.start - 6), found.start) is not None
    )
    if found.type is NameType.FACILITY:
        return words.rsplit(maxsplit=1)[-1].islower()
    if opens and found.type is NameType.NORP:
        return " " not in words
    return opens and found.type is NameType.ORG and _MEN_OF.match(words) is not None


def _encoded(page: Page, heads: Heads) -> Iterator[Found]:
    """Yield what the encoder takes for names; two of one type with but a space between them are one."""
    last: Found | None = None
    for kind, start, end in find_name_places(heads.scores):
        span = heads.span((start, end))
        if last is not None and kind is last.type and page.text[last.end : span.start] == " ":
            last = Found(last.start, span.end, kind, rank=3)
            continue
        if last is not None and _names_something(page.text, last):
            yield last
        last = Found(span.start, span.end, kind, rank=3)
    if last is not None and _names_something(page.text, last):
        yield last


def _names_something(text: str, found: Found) -> bool:
    return text[found.start : found.end].lower() not in _NO_NAMES


def _as_known(found: Found, known: dict[tuple[int, int], Found]) -> Found:
    entry = known.get((found.start, found.end))
    if entry is None or found.type is NameType.PERSON:
        return found
    kind = entry.type if found.type in _BY_TABLE else found.type
    return Found(found.start, found.end, kind, entry.known, entry.capital, rank=3)


def clear_of(found: Iterable[Found], taken: Sequence[Found]) -> Iterator[Found]:
    """Yield what overlaps nothing of ``taken``; both in text order, ``taken`` not overlapping."""
    at = 0
    for item in found:
        while at < len(taken) and taken[at].end <= item.start:
            at += 1
        if at == len(taken) or taken[at].start >= item.end:
            yield item


def _read(page: Page, found: Found) -> bool:
    return page.sentence_at(found.start) is not None
