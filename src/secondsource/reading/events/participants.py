"""Who did it and to whom: the noun phrases on the two sides of a trigger."""

import re
from collections.abc import Sequence
from dataclasses import replace

from secondsource.model.entity import Name, NameType
from secondsource.model.evidence import Span
from secondsource.model.mention import EventType, Participant
from secondsource.model.territories import find_demonym
from secondsource.reading.actor_codes import actor_code, code_of
from secondsource.reading.events.phrases import TIMES, Phrase, phrase_after, phrases_joined, subject_of
from secondsource.reading.events.stretch import Stretch
from secondsource.reading.events.triggers import Match
from secondsource.reading.events.words import DETERMINERS, PREPOSITIONS, PRONOUNS, RELATIVES, Word
from secondsource.reading.page import Naming, Page
from secondsource.reading.vocabulary import word_set

_TOWARDS = word_set("event_words", "towards")
_DESCRIBING = (NameType.NORP, NameType.GPE, NameType.LOC)
_DONE_BY_WHAT_FOLLOWS = frozenset({EventType.CONSULT, EventType.PROTEST})
"""Types whose nouns name the actor with "of" ("the visit of"); with others it names the recipient ("the arrest of")."""
_HANGING = re.compile(r" (?:of|in|from|for|at|by|with|to|against|on|under|near) ")
_HANGING_ELSE = re.compile(r" (?:in|from|for|at|by|with|to|against|on|under|near) ")
_RANK = {
    NameType.PERSON: 0,
    NameType.ORG: 1,
    NameType.PLATFORM: 2,
    NameType.GPE: 3,
    NameType.FACILITY: 4,
    NameType.LOC: 5,
    NameType.NORP: 6,
}


def find_participants(
    page: Page, naming: Naming, stretch: Stretch, match: Match, matches: Sequence[Match]
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Return actors and recipients of the event that ``match`` carries.

    The subject's side acts and the object's side receives; a passive turns the two round, and then only a phrase with
    "by" acts. A noun takes its actor from before it ("Russia's visit", "a Russian attack") and its recipient from the
    preposition after it.
    """
    words = stretch.words
    verbs = {other.head for other in matches if not other.trigger.noun}
    if match.trigger.noun:
        left, right = _of_noun(words, match, verbs)
    elif match.passive:
        left, right = _of_passive(words, match, verbs)
    else:
        left, right = _of_verb(words, match, verbs)
    actors = _participants(page, naming, stretch, left)
    taken = {span for who in actors for span in who.spans}
    recipients = tuple(
        who
        for who in _participants(page, naming, stretch, right)
        if not any(s.meets(t) for s in who.spans for t in taken)
    )
    return actors, recipients


def _of_verb(words: Sequence[Word], match: Match, verbs: set[int]) -> tuple[list[Phrase], list[Phrase]]:
    subject = subject_of(words, match.head, verbs)
    if match.trigger.away:
        return subject, []
    if match.trigger.takes_object:
        bare = _names_follow(words, match)
        after = phrase_after(words, match.last + 1, verbs, prepositions=_TOWARDS - {"of"}, bare=bare)
        after = after or phrase_after(words, match.last + 1, verbs, prepositions=_TOWARDS, bare=bare)
        inside = _inside_gap(words, match)
        given = match.trigger.type in (EventType.ACCUSE, EventType.REQUEST, EventType.AID, EventType.COERCE)
        if inside is not None and (after is None or given):
            return subject, [inside]
        return subject, phrases_joined(words, after, verbs)
    after = phrase_after(words, match.last + 1, verbs, prepositions=_TOWARDS, bare=True)
    return subject, phrases_joined(words, after, verbs)


def _of_passive(words: Sequence[Word], match: Match, verbs: set[int]) -> tuple[list[Phrase], list[Phrase]]:
    agent = phrase_after(words, match.head + 1, verbs, prepositions=frozenset({"by"}), bare=False, reach=8)
    if match.trigger.takes_object:
        target = phrase_after(words, match.head + 1, verbs, prepositions=_TOWARDS, bare=False)
        return phrases_joined(words, agent, verbs), phrases_joined(words, target, verbs)
    return phrases_joined(words, agent, verbs), subject_of(words, match.head, verbs)


def _of_noun(words: Sequence[Word], match: Match, verbs: set[int]) -> tuple[list[Phrase], list[Phrase]]:
    start = match.first
    while start and not words[start].comma and not words[start].hard and _modifies(words, start - 1):
        start -= 1
    stop = match.first - 1
    while stop > start and not words[stop].capital and words[stop].low != "'s":
        stop -= 1
    while start < match.first and words[start].low == "'s":
        start += 1
    before = Phrase(start, stop) if start < match.first else None
    own = [before] if before is not None and any(w.capital or w.low == "'s" for w in words[start : match.first]) else []
    if not own:
        own = phrases_joined(
            words,
            phrase_after(words, match.last + 1, verbs, prepositions=frozenset({"by"}), bare=False, reach=8),
            verbs,
        )
    between = phrase_after(words, match.last + 1, verbs, prepositions=frozenset({"between"}), bare=False, reach=0)
    if between is not None:
        return phrases_joined(words, between, verbs), []
    after = phrase_after(words, match.last + 1, verbs, prepositions=_TOWARDS - {"between"}, bare=False, reach=0)
    if not own and after is not None and match.trigger.type in _DONE_BY_WHAT_FOLLOWS:
        # "The landing of a Russian aircraft": what follows "of" acts where nothing else does.
        lead = words[match.last + 1 : after.first]
        if any(word.low == "of" for word in lead) or match.trigger.words[-1] == "of":
            return phrases_joined(words, after, verbs), []
    return own, phrases_joined(words, after, verbs)


def _modifies(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.low in DETERMINERS or word.low in PREPOSITIONS or word.low in TIMES:
        return False
    # "Kim's rare journey": an adjective may stand between.
    if at + 1 < len(words) and words[at + 1].low == "'s" and not words[at + 1].comma:
        return True
    possessive = any(words[i].low == "'s" for i in range(max(0, at - 2), at)) and not word.hard
    return word.capital or word.low == "'s" or possessive


def _names_follow(words: Sequence[Word], match: Match) -> bool:
    """Return whether the phrase after a pattern with an object of its own may follow without a preposition."""
    after = match.last + 1
    if after >= len(words) or words[after].comma:
        return False
    return words[after].capital or words[after].low == "the" or match.trigger.words[-1] in PREPOSITIONS


def _inside_gap(words: Sequence[Word], match: Match) -> Phrase | None:
    places = sorted(match.at)
    gap = [i for i in range(places[0] + 1, places[-1]) if i not in match.at and words[i].capital]
    if not gap or match.passive:
        return None
    return Phrase(gap[0], gap[-1])


def _participants(page: Page, naming: Naming, stretch: Stretch, phrases: Sequence[Phrase]) -> tuple[Participant, ...]:
    words = stretch.words
    found: list[Participant] = []
    for phrase in phrases:
        span = Span(words[phrase.first].span.start, words[phrase.last].span.end)
        if words[phrase.first].low in PRONOUNS and phrase.first == phrase.last:
            found.append(Participant(spans=(span,)))
            continue
        who = _participant(page, naming, stretch, span)
        found.append(replace(who, spans=(Span(_article_start(words, phrase.first), who.spans[0].end),)))
    return tuple(dict.fromkeys(found))


def _article_start(words: Sequence[Word], first: int) -> int:
    led = (
        first > 0
        and words[first - 1].low in DETERMINERS - RELATIVES
        and not words[first].comma
        and not words[first].quoted
    )
    return words[first - 1 if led else first].span.start


def _participant(page: Page, naming: Naming, stretch: Stretch, span: Span) -> Participant:
    names = stretch.names_in(span)
    if not names:
        return Participant(spans=(span,), code=actor_code(span.of(page.text)))
    span = _cut(page, names, span)
    text = span.of(page.text)
    name = _head_name(page, stretch.names_in(span), span)
    if name is None or (name.type in _DESCRIBING and span.end > name.end + 1):
        # "A Russian military aircraft" is not Russia: the words have a code, but no entity of the page.
        country = None if name is None else naming.entity(name.entity).country
        return Participant(spans=(span,), code=actor_code(text, country=country))
    entity = naming.entity(name.entity)
    return Participant(spans=(span,), entity=entity.id, code=code_of(entity, naming, phrase=text))


def _head_name(page: Page, names: Sequence[Name], span: Span) -> Name | None:
    """Return the name that the phrase as a whole stands for, None if it only says whose or where something is.

    That is a name before the first preposition, else one that an apposition opens with ("the head of the council, Ada
    Lind"), else one that "of" adds ("a delegation of the army").
    """
    text = span.of(page.text)
    hanging = _HANGING.search(text)
    comma = text.find(", ")
    ends = [span.start + place for place in (hanging.start() if hanging else -1, comma) if place >= 0]
    head = [name for name in names if name.end <= min(ends, default=span.end)]
    if not head and comma >= 0:
        head = [name for name in names if name.start == span.start + comma + 2 and name.type is NameType.PERSON]
    if not head and hanging is not None and hanging.group().strip() == "of":
        rest = _HANGING_ELSE.search(text, hanging.end() - 1)
        end = span.start + rest.start() if rest is not None else span.end
        head = [name for name in names if name.end <= end and name.type is NameType.ORG]
    return min(head, key=lambda n: (_RANK.get(n.type, 9), -n.start), default=None)


def _cut(page: Page, names: Sequence[Name], span: Span) -> Span:
    """Return the phrase without the small words after the person or country it begins with ("Moscow leads")."""
    first = names[0]
    rest = page.text[first.end : span.end].lstrip()
    if first.start == span.start and first.type in (NameType.PERSON, NameType.GPE) and rest[:1].islower():
        after = rest.split(maxsplit=1)[0]
        if after != "of" and not _adjective(page.text[first.start : first.end]):
            return Span(first.start, first.end)
    return span


def _adjective(words: str) -> bool:
    return find_demonym(words) is not None
