"""Noun phrases round a verb, found from closed classes of words alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model.territories import find_demonym
from secondsource.reading.certainty.scale import group_start
from secondsource.reading.events.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    REPORTING,
    Word,
)
from secondsource.reading.vocabulary import word_set

TIMES = word_set("event_words", "times")
SUBJECTS = word_set("event_words", "subjects")
_CLAUSAL = word_set("event_words", "clausal")
_MOST_STEPS = 40


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of words that names somebody or something.

    Attributes:
        first: Index of its first word, articles left out.
        last: Index of its last word.
    """

    first: int
    last: int


def subject_of(words: Sequence[Word], head: int, verbs: set[int]) -> list[Phrase]:
    """Return the phrases that are the subject of the verb at ``head``, joined ones in text order; empty if none.

    Looks left past auxiliaries, appositions and relative pronouns; an infinitive and a second verb ("condemned … and
    called") take the subject of the verb before them.

    Args:
        words: The sentence.
        head: Index of the verb.
        verbs: Indexes of words known to be verbs.
    """
    start = group_start(words, head, 0)
    if words[start].low == "to":
        return _subject_of_earlier(words, start - 1, verbs)
    at = start - 1
    if at >= 0 and words[start].comma:
        # "Kim, the president of the university, heads": the comma before the verb closes an aside.
        at = _before_aside(words, at)
        if at < start - 1 and words[at + 1].low not in RELATIVES and words[at + 1].low not in PREPOSITIONS:
            return _with_aside(_subject_left(words, at, verbs), start - 1)
    return _subject_left(words, at, verbs)


def _with_aside(phrases: list[Phrase], last: int) -> list[Phrase]:
    return [*phrases[:-1], Phrase(phrases[-1].first, last)] if phrases else []


def _subject_left(words: Sequence[Word], at: int, verbs: set[int]) -> list[Phrase]:
    tail: Phrase | None = None
    for _ in range(_MOST_STEPS):
        if at < 0 or words[at + 1].hard:
            return []
        if words[at].low in ("and", "or") and at and words[at - 1].low.endswith("ly"):
            at -= 2
        elif words[at].low in ("and", "or", "but", "then") or at in verbs:
            return _subject_of_earlier(words, at, verbs)
        elif words[at].low in SUBJECTS:
            return [Phrase(at, at)]
        elif _passed(words[at]):
            at -= 1
        else:
            phrase = _ending_at(words, at, verbs)
            if phrase is None:
                return _subject_of_earlier(words, at, verbs)
            before = _first_lead(words, phrase, verbs)
            if not _hangs(words, before):
                return _joined(words, phrase if tail is None else Phrase(phrase.first, tail.last), verbs)
            tail = _place_tail(words, phrase, before, tail)
            at = before - 1
            if at >= 0 and _reduced(words, at):
                at -= 1
    return []


def _first_lead(words: Sequence[Word], phrase: Phrase, verbs: set[int]) -> int:
    """Return the index of the word before the phrase, or before all that "and" joins to it on its left."""
    before = _skip_articles(words, phrase.first) - 1
    while before > 0 and words[before].low == "and" and not words[before].comma:
        earlier = _ending_at(words, before - 1, verbs)
        if earlier is None:
            break
        lead = _skip_articles(words, earlier.first) - 1
        if lead < 0 or words[lead].low not in PREPOSITIONS | {"and"}:
            break
        before = lead
    return before


def _place_tail(words: Sequence[Word], phrase: Phrase, before: int, tail: Phrase | None) -> Phrase | None:
    # "A delegation from North Korea", "police in Moscow": the place tells whose they are.
    if words[before].low in ("from", "in") and words[phrase.first].capital and words[phrase.first].low not in TIMES:
        return tail or phrase
    return None


def _reduced(words: Sequence[Word], at: int) -> bool:
    # "a delegation headed by Kim left": the participle hangs on the delegation.
    return not words[at].capital and any(form.passive and base != words[at].low for base, form in words[at].bases)


def _passed(word: Word) -> bool:
    low = word.low
    closed = low in PREPOSITIONS or low in ADVERBS or low in AUXILIARIES or low in RELATIVES or low in TIMES
    return closed or low.endswith("ly")


def _hangs(words: Sequence[Word], before: int) -> bool:
    # After "since", "after", "before" a clause may follow, whose subject the phrase then is.
    return before >= 0 and words[before].low in PREPOSITIONS - _CLAUSAL and not words[before + 1].comma


def phrase_after(
    words: Sequence[Word], at: int, verbs: set[int], *, prepositions: frozenset[str], bare: bool, reach: int = 3
) -> Phrase | None:
    """Return the phrase that follows the word before ``at``, None if a clause ends first.

    Args:
        words: The sentence.
        at: Index where the search begins.
        verbs: Indexes of words known to be verbs.
        prepositions: Those that may lead to the phrase.
        bare: Whether it may also follow without one.
        reach: How many other words may stand before the preposition.
    """
    index, spare = at, reach
    while index < len(words):
        word = words[index]
        if word.hard or (word.comma and index > at) or word.low in RELATIVES:
            return None
        if word.low == "of" and "of" not in prepositions:
            # "sent a delegation of educators to": what "of" adds belongs to the words before.
            added = _beginning_at(words, index + 1, verbs)
            index = added.last + 1 if added is not None else index + 1
            continue
        if word.low in prepositions:
            following = _beginning_at(words, index + 1, verbs)
            if following is not None and not _is_time(words, following):
                return following
            index += 2
            continue
        if word.low.isdigit() and index and words[index - 1].low in TIMES:
            index += 1
            continue
        if bare and not _passed(word):
            return _beginning_at(words, index, verbs)
        if word.low in CONJUNCTIONS or index in verbs or word.low in AUXILIARIES:
            return None
        timed = word.low in ADVERBS or word.low in TIMES
        if not timed and spare == 0:
            return None
        spare -= not timed
        index += 1
    return None


def phrases_joined(words: Sequence[Word], phrase: Phrase | None, verbs: set[int]) -> list[Phrase]:
    """Return ``phrase`` with those that "and" joins to it on its right; empty for None."""
    found: list[Phrase] = []
    while phrase is not None and len(found) < 12:
        found.append(phrase)
        after = phrase.last + 1
        if after >= len(words) or words[after].hard:
            break
        if words[after].low in ("and", "or"):
            following = _beginning_at(words, after + 1, verbs)
        elif words[after].comma and words[after].capital:
            following = _beginning_at(words, after, verbs)
        else:
            break
        # What "and" adds is a clause of its own where a verb opens or follows it.
        if following is None or _opens_clause(words, following.first) or _acts(words, following.last + 1, verbs):
            break
        phrase = following
    return found


def _opens_clause(words: Sequence[Word], at: int) -> bool:
    plain = not words[at].capital and words[at - 1].low not in DETERMINERS
    return plain and (_verbal(words, at) or any(base in REPORTING for base, _ in words[at].bases))


def _is_time(words: Sequence[Word], phrase: Phrase) -> bool:
    low = words[phrase.first].low
    return low in TIMES or low in ("early", "late", "mid", "least", "once") or low.isdigit()


def _acts(words: Sequence[Word], at: int, verbs: set[int]) -> bool:
    if at >= len(words) or words[at].comma:
        return False
    return at in verbs or words[at].low in AUXILIARIES - {"to"} or _reports(words[at])


def _reports(word: Word) -> bool:
    if word.low in ("says", "tells", "adds", "shows", "writes", "claims"):
        return True
    return not word.capital and any(base in REPORTING and form.finite_past for base, form in word.bases)


def _breaks(words: Sequence[Word], at: int, verbs: set[int]) -> bool:
    low = words[at].low
    closed = low in CONJUNCTIONS or low in RELATIVES or low in AUXILIARIES or low in ADVERBS
    if closed or low in PREPOSITIONS or at in verbs or _reports(words[at]) or _tells(words, at):
        return True
    return (low in TIMES and not _in_name(words, at)) or (low.endswith("ly") and not words[at].capital)


def _tells(words: Sequence[Word], at: int) -> bool:
    # "Sudan lasted": a past tense after a name is a verb; after "Israeli" it describes what follows.
    if at == 0 or words[at].comma or not words[at - 1].capital or not _verbal(words, at):
        return False
    return find_demonym(words[at - 1].low.title()) is None


def _in_name(words: Sequence[Word], at: int) -> bool:
    return (
        at + 1 < len(words) and words[at + 1].capital and not words[at + 1].comma and words[at].low not in ("on", "in")
    )


def _ending_at(words: Sequence[Word], last: int, verbs: set[int]) -> Phrase | None:
    first = last + 1
    while first > 0 and not _breaks(words, first - 1, verbs):
        first -= 1
        if words[first].comma or words[first].hard or words[first].low in DETERMINERS:
            break
    if first > last:
        return None
    joined = first - 1
    if joined > 0 and words[joined].low == "of" and not words[first].comma:
        outer = _ending_at(words, joined - 1, verbs)
        first = outer.first if outer is not None else first
    return _trimmed(words, first, last)


def _beginning_at(words: Sequence[Word], first: int, verbs: set[int]) -> Phrase | None:
    last = first - 1
    while last + 1 < len(words):
        word = words[last + 1]
        if last + 1 > first and (word.comma or word.hard):
            break
        if _breaks(words, last + 1, verbs) and not (word.low == "of" and last >= first):
            break
        if word.low in DETERMINERS and last >= first and words[last].low not in ("of", *DETERMINERS):
            break
        last += 1
        if word.low in PRONOUNS:
            break
    while last >= first and words[last].low == "of":
        last -= 1
    return _trimmed(words, first, last)


def _trimmed(words: Sequence[Word], first: int, last: int) -> Phrase | None:
    while first <= last and (words[first].low in DETERMINERS or words[first].low == "'s"):
        first += 1
    while last >= first and words[last].low == "'s":
        last -= 1
    return Phrase(first, last) if first <= last else None


def _skip_articles(words: Sequence[Word], first: int) -> int:
    while first and words[first - 1].low in DETERMINERS and not words[first].comma:
        first -= 1
    return first


def _before_aside(words: Sequence[Word], at: int) -> int:
    """Return the index before the aside that ends at ``at``, or ``at`` itself where none opens."""
    for index in range(at, max(0, at - 30), -1):
        if words[index].hard:
            break
        if words[index].comma:
            return index - 1
    return at


def _subject_of_earlier(words: Sequence[Word], at: int, verbs: set[int]) -> list[Phrase]:
    earlier = max((v for v in verbs if v < at + 1), default=None)
    plain = max((i for i in range(at + 1) if _verbal(words, i)), default=None)
    head = max((i for i in (earlier, plain) if i is not None), default=None)
    return subject_of(words, head, {v for v in verbs if v != head}) if head is not None else []


def _verbal(words: Sequence[Word], at: int) -> bool:
    # Any other past tense: not after an article, and not the participle of a passive's agent.
    if words[at].capital or (at and words[at - 1].low in DETERMINERS):
        return False
    return any(form.finite_past and base != words[at].low for base, form in words[at].bases)


def _joined(words: Sequence[Word], phrase: Phrase | None, verbs: set[int]) -> list[Phrase]:
    found: list[Phrase] = []
    while phrase is not None and len(found) < 12:
        found.insert(0, phrase)
        before = _skip_articles(words, phrase.first) - 1
        if before < 0 or words[before + 1].hard:
            break
        if words[before].low == "and" or (len(found) > 1 and words[before + 1].comma):
            last = before - 1 if words[before].low == "and" else before
            earlier = _ending_at(words, last, verbs) if last >= 0 else None
        else:
            break
        # The phrase left of "and" may be the object of a verb, or hang on a preposition.
        lead = _skip_articles(words, earlier.first) - 1 if earlier is not None else -1
        if lead >= 0 and (lead in verbs or words[lead].low in PREPOSITIONS or _reports(words[lead])):
            break
        phrase = earlier
    return found
