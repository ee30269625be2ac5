"""Surnames alone, once the full name stands somewhere in the report."""

from collections.abc import Iterable, Iterator

from secondsource.model.entity import NameType
from secondsource.reading.names.found import Found
from secondsource.reading.names.people import cyrillic_stem, family_name
from secondsource.reading.names.tokens import Token
from secondsource.reading.vocabulary import word_set


def find_short_names(sentences: Iterable[list[Token]], found: list[Found]) -> Iterator[Found]:
    """Yield single words that are the family name of a person named in full in the same report.

    Args:
        sentences: The words of each sentence; all sentences in text order.
        found: Names found so far, in text order; words inside them are left alone.
    """
    lines = list(sentences)
    surnames = _surnames(lines, found)
    if not surnames:
        return
    taken = iter(found)
    current = next(taken, None)
    for tokens in lines:
        for token in tokens:
            while current is not None and current.end <= token.start:
                current = next(taken, None)
            inside = current is not None and current.start < token.end
            if not inside and token.capital and cyrillic_stem(token.low) in surnames:
                yield Found(token.start, token.end, NameType.PERSON, rank=1)


def _surnames(lines: list[list[Token]], found: list[Found]) -> frozenset[str]:
    people = {item.start: item.end for item in found if item.type is NameType.PERSON}
    surnames: set[str] = set()
    for tokens in lines:
        for index, token in enumerate(tokens):
            end = people.get(token.start)
            if end is None:
                continue
            words = [word.low for word in tokens[index : index + 6] if word.end <= end]
            if len(words) > 1:
                surnames.add(family_name(words))
    return frozenset(word for word in surnames if len(word) > 1 and word not in word_set("names", "stop"))
