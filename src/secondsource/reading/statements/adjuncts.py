"""When, where and to whom something was said."""

from collections.abc import Sequence

from secondsource.reading.statements.cue_table import english_words
from secondsource.reading.statements.cues import Group
from secondsource.reading.statements.subject import Reach, finite
from secondsource.reading.statements.tokens import Token

_TOLD = frozenset(["him", "her", "them", "me", "us", "you", "it", "everyone", "anyone", "himself", "herself"])
_ARTICLES = frozenset(["the", "a", "an", "his", "her", "its", "their", "our"])
_IN_NAMES = frozenset(["and", "'s", "’s", "reporter", "host", "news", "newspaper", "anchor", "magazine", "radio"])
_OPENS_TIME = frozenset(["on", "in", "late", "early", "earlier", "later", "last", "this", "that", "at", "the", "by"])
_WITHIN_TIME = frozenset(["late", "early", "this", "last", "the", "that", "earlier", "same"])


def past_adjuncts(tokens: Sequence[Token], group: Group) -> tuple[int, Reach | None]:
    """Return the first token after when, where and to whom it was said, and who was told."""
    place = group.end
    told: Reach | None = None
    if any(cue.takes == "tell" for cue in group.cues) or (
        place < len(tokens) and tokens[place].low in english_words("addressed")
    ):
        told = _addressee(tokens, place)
        place = told[1] if told else place
    while place < len(tokens):
        step = time_words(tokens, place) or _setting(tokens, place)
        if not step:
            if told is None and tokens[place].low == "to" and (listener := _addressee(tokens, place + 1)):
                told, step = listener, listener[1] - place
            else:
                break
        place += step
    return place, told


def _addressee(tokens: Sequence[Token], start: int) -> Reach | None:
    """Return the words that name who was told."""
    if start >= len(tokens):
        return None
    first = tokens[start]
    if first.low in _TOLD:
        return start, start + 1
    if first.low == "that" or not (
        first.capital or first.low in english_words("determiners") or first.low in english_words("people")
    ):
        return None
    place = start + 1
    while place < len(tokens) and not _ends_addressee(tokens, start, place):
        if finite(tokens, place):
            return None
        place += 1
    return start, place


def _ends_addressee(tokens: Sequence[Token], start: int, place: int) -> bool:
    token, before = tokens[place], tokens[place - 1]
    if not token.word or token.low in english_words("clause_starts") - _ARTICLES or time_words(tokens, place):
        return True
    joins = english_words("prepositions")
    if token.low in joins:
        return token.low not in {"of", "at", "for", "from"}
    after_join = before.low in joins
    if token.low in english_words("determiners"):
        return not after_join
    if token.capital or after_join or before.low in english_words("determiners"):
        return False
    first = tokens[start]
    if first.low in english_words("people"):
        return True
    # "Told Russian media": the noun after the adjective is still who was told.
    goes_on = token.low in _IN_NAMES or token.low in english_words("people")
    return first.capital and not goes_on and before.low not in {"'s", "’s"}


def time_words(tokens: Sequence[Token], place: int) -> int:
    """Return how many tokens say when: "on Tuesday", "earlier this month", "May 24"; 0 for none."""
    start = place
    low = tokens[place].low
    if low in _OPENS_TIME:
        place += 1
        while place < len(tokens) and tokens[place].low in _WITHIN_TIME:
            place += 1
    if place < len(tokens) and (
        tokens[place].low in english_words("times")
        or (place > start and tokens[place].low[:2] in {"19", "20"} and len(tokens[place].low) == 4)
    ):
        place += 1
        while place < len(tokens) and (tokens[place].low in english_words("times") or tokens[place].low[0].isdigit()):
            place += 1
        return place - start
    return 0


def _setting(tokens: Sequence[Token], place: int) -> int:
    """Return how many tokens say where: "in a statement", "at a briefing with reporters"; 0 for none."""
    if tokens[place].low not in {"in", "at", "during", "on", "via", "through", "from", "by", "after"}:
        return 0
    end = place + 1
    last = 0
    while end < len(tokens) and end - place < 16:
        token = tokens[end]
        if (
            not token.word
            or token.low in {"that", "he", "she", "they", "it", "we", "when", "where", "which", "if", "who"}
            or finite(tokens, end)
        ):
            break
        if token.low in english_words("settings"):
            last = end + 1
            while (
                last < len(tokens)
                and tokens[last].low in {"with", "to", "on", "in", "at", "by", "of", "from"}
                and (more := _named(tokens, last + 1))
            ):
                last = more
        end += 1
    return max(last, 0) - place if last else 0


def _named(tokens: Sequence[Token], start: int) -> int:
    """Return one past a short name or noun after a preposition, 0 for none."""
    place = start
    if place < len(tokens) and tokens[place].low in english_words("determiners"):
        place += 1
        while (
            place < len(tokens)
            and tokens[place].word
            and not tokens[place].capital
            and place - start < 5
            and tokens[place].low not in english_words("prepositions") | english_words("boundaries")
            and not finite(tokens, place)
            and tokens[place].low not in english_words("pronouns")
        ):
            place += 1
        if place > start + 1:
            return place
    while (
        place < len(tokens)
        and (tokens[place].capital or tokens[place].low in english_words("times"))
        and tokens[place].low not in english_words("pronouns")
        and not tokens[place].quote
    ):
        place += 1
    if place > start + (1 if tokens[start : start + 1] and tokens[start].low in english_words("determiners") else 0):
        return place
    if start < len(tokens) and tokens[start].low in english_words("people") | english_words("settings"):
        return start + 1
    return 0
