"""Several states that speak together: listed by name, told by "they" or by "both"."""

import re
from collections.abc import Callable, Sequence

from secondsource.model.entity import Name, NameType
from secondsource.model.evidence import Span
from secondsource.model.territories import find_capital, find_territory
from secondsource.reading.page import Page
from secondsource.reading.statements.speakers_words import ARTICLE

NamesIn = Callable[[Span], Sequence[Name]]
"""Gives the names that lie wholly inside a span, in text order."""

_BETWEEN = re.compile(r"(?:\s|,|\band\b|\bboth\b|\bthe\b)*", re.IGNORECASE)
_DENIAL = re.compile(
    r"\b(?:no|not|nothing|never|untrue|false|fake|baseless|groundless|unfounded|fabricat\w+|lies?|slander\w*|"
    r"den(?:y|ies|ied)|reject\w*|dismiss\w*|refut\w+|отриц\w+|опроверг\w+|weisen|bestreiten|niegan)\b",
    re.IGNORECASE,
)
# "Arms for the war in Ukraine": whom a deed is done to is none of those who are charged with it.
_VICTIM = re.compile(r"\b(?:against|on|(?:war|fight\w*|invasion) (?:in|of|on|against))\s+(?:the\s+)?$", re.IGNORECASE)
# "The United States, South Korea, Japan and eight other countries".
_LISTED = re.compile(
    r"(?:[Tt]he\s)?[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}(?:,\s(?:the\s)?[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}){0,12},?\sand\s"
    r"(?:\w+\s(?:other|more|further)\s\w+|(?:the\s)?[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2})"
)
_BEFORE_NAME = 12
"""Characters before a state's name in which the word that makes it a victim stands."""


def joined_states(page: Page, source: Span, names: Sequence[Name]) -> str | None:
    """Return several states by their names, without articles and not by their capitals ("Moscow and Pyongyang").

    None where the words are not only states and what joins them.
    """
    told = [ARTICLE.sub("", page.text[name.start : name.end]) for name in names if name.type is NameType.GPE]
    rest = source.of(page.text)
    for words in told:
        rest = rest.replace(words, "", 1)
    if len(told) < 2 or _BETWEEN.fullmatch(rest) is None:
        return None
    capitals = [find_capital(words) for words in told]
    shown = [words if state is None else state.name for words, state in zip(told, capitals, strict=True)]
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def listed_before(page: Page, names_in: NamesIn, before: int) -> str | None:
    """Return the states that are listed earlier in the sentence ("A team of A, B and C …, they said")."""
    sentence = page.sentence_at(before)
    if sentence is None:
        return None
    for listed in _LISTED.finditer(page.text, sentence.span.start, before):
        span = Span(listed.start(), listed.end())
        if sum(name.type is NameType.GPE for name in names_in(span)) > 1:
            return re.sub(r"\b[Tt]he\s+", "", span.of(page.text))
    return None


def accused(page: Page, names_in: NamesIn, source: Span, sources: Sequence[Span]) -> str | None:
    """Return the first two states of the charge that "both" deny; None where nothing is denied.

    The charge stands earlier in the sentence or in the one before.

    Args:
        page: The page.
        names_in: Its names.
        source: The words for the two.
        sources: The words for those who spoke before; who charges is none of the accused.
    """
    sentence = page.sentence_at(source.start)
    if sentence is None or _DENIAL.search(page.text, sentence.span.start, sentence.span.end) is None:
        return None
    before = page.sentence_at(max(0, sentence.span.start - 2))
    for charge in (sentence, before):
        names = [] if charge is None else names_in(Span(charge.span.start, source.start))
        states = dict.fromkeys(state for name in names if (state := _spoken_of(page, name, sources)) is not None)
        if len(states) > 1:
            return " and ".join(list(states)[:2])
    return None


def _spoken_of(page: Page, name: Name, sources: Sequence[Span]) -> str | None:
    """Return the state that a name means, its capital too; None for one who speaks and for the victim."""
    speaks = any(span.start <= name.start < span.end for span in sources)
    if name.type is not NameType.GPE or speaks:
        return None
    if _VICTIM.search(page.text, max(0, name.start - _BEFORE_NAME), name.start) is not None:
        return None
    words = page.text[name.start : name.end]
    state = find_capital(words) or find_capital(words.capitalize()) or find_territory(words)
    return words if state is None else state.name
