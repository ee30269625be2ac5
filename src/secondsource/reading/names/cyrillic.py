"""Persons and bodies in Russian, Ukrainian and Bulgarian text, by capitals and endings."""

import re
from collections.abc import Iterator, Mapping, Sequence

from secondsource.model.entity import NameType
from secondsource.reading.names.found import Found
from secondsource.reading.names.people import cyrillic_stem
from secondsource.reading.names.tokens import Token
from secondsource.reading.vocabulary import word_set

_SURNAME = re.compile(
    r"[а-яё-]{2,}(?:[оеё]в|[иы]н|ск|цк|енко|чук|щук|юк|ук|ян|дзе|швили|вич|ко)"
    r"(?:ого|ому|ий|ой|ая|ую|ым|им|ом|ой|а|у|е|ы|ем)?\Z"
)
_CYRILLIC = re.compile(r"[А-ЯЁІЇЄҐ]")
_ACRONYM = re.compile(r"[А-ЯЁІЇЄҐ]{3,6}\Z")
_LONGEST = 4


def find_cyrillic_names(tokens: Sequence[Token], table: Mapping[int, Found]) -> Iterator[Found]:
    """Yield persons and abbreviated bodies; a capital at the start of a sentence is no evidence by itself.

    Args:
        tokens: Words of one sentence.
        table: Names that tables know, by first character; they are left to the table.
    """
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if not token.capital or _CYRILLIC.match(token.text) is None or token.start in table:
            index += 1
            continue
        end = index + 1
        while end < len(tokens) and end - index < _LONGEST and _goes_on(tokens[end], table):
            end += 1
        run = tokens[index:end]
        if _ACRONYM.match(token.text) and len(run) == 1 and token.low not in word_set("names_cyrillic", "not_names"):
            yield Found(token.start, token.end, NameType.ORG)
        else:
            yield from _person(run, first=index == 0)
        index = end


def _goes_on(token: Token, table: Mapping[int, Found]) -> bool:
    return token.joined and token.capital and token.start not in table and _CYRILLIC.match(token.text) is not None


def _person(run: Sequence[Token], *, first: bool) -> Iterator[Found]:
    words = [token.low for token in run]
    offices = word_set("names_cyrillic", "offices")
    while words and (words[0] in offices or words[0] in word_set("names_cyrillic", "not_names")):
        words, run = words[1:], run[1:]
        first = False
    if len(words) > 1 and not _given(words[0]) and (_given(words[1]) or first) and words[0] not in _korean():
        # A verb may open the sentence before a name ("Прилетел Владимир …").
        words, run = words[1:], run[1:]
        first = False
    if not words:
        return
    if len(words) == 1:
        if not first and _SURNAME.match(words[0]) and words[0] not in word_set("names_cyrillic", "not_names"):
            yield Found(run[0].start, run[0].end, NameType.PERSON)
        return
    if _given(words[0]) or _SURNAME.match(words[-1]) or words[0] in _korean():
        yield Found(run[0].start, run[-1].end, NameType.PERSON, rank=1)


def _korean() -> frozenset[str]:
    return word_set("names_cyrillic", "korean_surnames")


def _given(word: str) -> bool:
    stems = word_set("names_cyrillic", "given")
    return word in stems or cyrillic_stem(word) in stems
