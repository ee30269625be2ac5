"""Offices beside persons in Korean and Russian text."""

import re
from collections.abc import Sequence
from functools import cache

from secondsource.model.entity import NameType
from secondsource.model.evidence import Span
from secondsource.model.outlets import Outlet
from secondsource.model.territories import Territory
from secondsource.reading.names.found import Found
from secondsource.reading.names.korean import korean_office
from secondsource.reading.names.people import cyrillic_stem
from secondsource.reading.names.tokens import Token
from secondsource.reading.vocabulary import word_set

_HANGUL_WORD = re.compile(r"\s([가-힣]+)")
_HANGUL_BEFORE = re.compile(r"([가-힣]{2,12})\s\Z")
_WINDOW = 6
_OBLIQUE = re.compile(r"(?:[ыи]|ов|ев|ей|ого|его|ой|их|ых|а|я|е|у|ам|ям|ах)\Z")
_PREPOSITIONS = frozenset({"в", "на", "при", "по"})


def korean_role_after(
    text: str, person: Found, following: Sequence[Found], preceding: Sequence[Found]
) -> tuple[Span, Span | None, str | None] | None:
    """Return office, body and country right after a Korean name, None if there is no office.

    The body stands between name and office ("임수석 외교부 대변인") or before the name ("김일성대학 김금철 총장").

    Args:
        text: The whole text.
        person: The person's name.
        following: The next name, if there is one.
        preceding: The name before, if there is one.
    """
    begin = person.end
    body: Found | None = None
    beside = _HANGUL_WORD.match(text, begin)
    # "북한인권특사" opens with a state's name and is an office all the same.
    for name in following if beside is None or korean_office(beside[1]) is None else ():
        if text[begin : name.start].isspace() and name.type in (NameType.ORG, NameType.GPE):
            body, begin = name, name.end
    word = _HANGUL_WORD.match(text, begin)
    if word is None and body is not None:
        return None
    office = None if word is None else korean_office(word[1])
    if word is None or office is None:
        return None
    if body is None:
        body = next((name for name in preceding if text[name.end : person.start].strip("의 ") == ""), None)
    span = Span(word.start(1), word.start(1) + len(office))
    if body is None:
        return span, None, None
    organisation = Span(body.start, body.end) if body.type is NameType.ORG else None
    return span, organisation, _country(body)


def korean_role_before(text: str, person: Found) -> Span | None:
    """Return the words of an office right before a Korean name ("외무장관 라브로프"), None if there is none."""
    word = _HANGUL_BEFORE.search(text, max(0, person.start - 20), person.start)
    return None if word is None or korean_office(word[1]) != word[1] else Span(*word.span(1))


def cyrillic_role_before(tokens: Sequence[Token]) -> Span | None:
    """Return the words of an office that open within the last words before a name; None if there are none.

    Between the office and the name only words in an oblique case may stand ("представитель президента России").
    """
    found: int | None = None
    for place in range(len(tokens) - 1, max(-1, len(tokens) - 1 - _WINDOW), -1):
        token = tokens[place]
        if place < len(tokens) - 1 and not tokens[place + 1].joined:
            break
        if cyrillic_stem(token.low) in _stems():
            found = place
        elif _OBLIQUE.search(token.low) is None and not token.capital and token.low not in _PREPOSITIONS:
            break
    return None if found is None else Span(tokens[found].start, tokens[-1].end)


@cache
def _stems() -> frozenset[str]:
    return frozenset(cyrillic_stem(word) for word in word_set("names_cyrillic", "offices"))


def _country(name: Found) -> str | None:
    if isinstance(name.known, Territory):
        return name.known.alpha3
    return name.known.country if isinstance(name.known, Outlet) else None
