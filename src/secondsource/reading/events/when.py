"""Which time expression and which places belong to an event."""

from collections.abc import Sequence

from secondsource.model.timeplace import TimeMention, TimeType
from secondsource.reading.events.stretch import Stretch
from secondsource.reading.events.words import CONJUNCTIONS, DETERMINERS, RELATIVES, REPORTING, Word
from secondsource.reading.vocabulary import word_set

_WHERE = word_set("event_words", "where")
_CLAUSAL = frozenset({"since", "after", "before", "until"})
_CLOSE = 6
_CLAUSE_COST = 40
_COMMA_COST = 8
_REPORT_COST = 60
_POINTS = (TimeType.DATE, TimeType.TIME)


def time_of(stretch: Stretch, head: int, *, until: int | None = None) -> tuple[int, TimeMention] | None:
    """Return the time expression that belongs to the word at ``head``, with its index; None if there is none.

    The nearest in the same clause is taken; one that hangs on a reporting verb ("said on Tuesday") tells when it was
    said, and is not taken.

    Args:
        stretch: The words and the times in them.
        head: Index of the event's word.
        until: Character that the expression must end by, None for the stretch's end.
    """
    ranked: list[tuple[int, int, TimeMention]] = []
    for index, time in stretch.times:
        if time.type not in _POINTS or (until is not None and time.end > until):
            continue
        at = _word_at(stretch.words, time.start)
        if at is None:
            continue
        cost = _cost(stretch.words, head, at)
        if cost < _CLAUSE_COST:
            ranked.append((cost, index, time))
    if not ranked:
        return None
    _, index, time = min(ranked, key=lambda item: item[:2])
    return index, time


def places_of(stretch: Stretch, head: int) -> tuple[int, ...]:
    """Return the indexes of the places that a preposition of place leads to, in text order.

    Those in another clause than the word at ``head`` are left out.
    """
    words = stretch.words
    found: list[int] = []
    for index, place in stretch.places:
        at = _word_at(words, place.start)
        if at is None or _borders(words, head, at):
            continue
        before = at - 1
        while before >= 0 and (words[before].low in DETERMINERS or (words[before].capital and before != head)):
            before -= 1
        if before >= 0 and words[before].low in _WHERE:
            found.append(index)
    return tuple(found)


def _word_at(words: Sequence[Word], position: int) -> int | None:
    return next((i for i, word in enumerate(words) if word.span.start <= position < word.span.end), None)


def _borders(words: Sequence[Word], head: int, at: int) -> int:
    low, high = min(head, at), max(head, at)
    return sum(
        word.hard
        or word.low in RELATIVES
        or word.low in _CLAUSAL
        or (word.low in CONJUNCTIONS and word.low not in ("and", "or"))
        for word in words[low + 1 : high + 1]
    )


def _cost(words: Sequence[Word], head: int, at: int) -> int:
    low, high = min(head, at), max(head, at)
    cost = abs(head - at) + _CLAUSE_COST * _borders(words, head, at)
    cost += _COMMA_COST * sum(word.comma for word in words[low + 1 : high + 1])
    return cost + (_REPORT_COST if _told_then(words, head, at) else 0)


def _told_then(words: Sequence[Word], head: int, at: int) -> bool:
    # "told a briefing on Tuesday": the time hangs on the reporting verb unless the event stands between the two.
    for index in range(at - 1, max(-1, at - 1 - _CLOSE), -1):
        if index == head or words[index + 1].hard or words[index + 1].comma:
            return False
        if _says(words[index]):
            return True
    return False


def _says(word: Word) -> bool:
    told = ("say", "tell", "report", "announce", "state", "add", "write", "declare", "confirm", "claim", "note")
    return any(base in REPORTING and base in told and form.finite_past for base, form in word.bases)
