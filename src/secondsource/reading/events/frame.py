"""Whether a trigger tells of a deed, a plan, a threat or a refusal, and which type that makes it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.model.mention import EventType
from secondsource.reading.certainty.scale import Cues, Governor, find_cues
from secondsource.reading.events.triggers import Match
from secondsource.reading.events.words import Word
from secondsource.reading.vocabulary import word_set

WILL = word_set("event_words", "will_or_would")
_COOPERATIVE = frozenset({EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID})
_YIELDING = frozenset({EventType.RETREAT, EventType.CONCEDE})
_FORCEFUL = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.PROTEST, EventType.SANCTION, EventType.REJECT}
)

_CONTROL_REACH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """A match and what its frame makes of it.

    Attributes:
        match: The match.
        cues: The words that bear on whether it happened.
        type: Its PLOVER type in this frame.
        retyped: Whether that is another type than the trigger's own.
        part_of: The match whose event this one is the content of ("agreed to meet"), None if it stands by itself.
    """

    match: Match
    cues: Cues
    type: EventType
    retyped: bool
    part_of: Match | None


def frame(words: Sequence[Word], matches: Sequence[Match], *, question: bool = False) -> list[Framed]:
    """Return each match with its frame, in the order given.

    Future cooperation is AGREE, future force THREATEN, and what one will not do REJECT. "Will withdraw" is AGREE
    (CAMEO 035, intent to yield); an announced withdrawal is CONCEDE by its own words in the table. What another
    "must" do is a REQUEST by whoever says so. A negated past keeps its type: it is a denied event.

    Source: the reduction rules of the PLOVER manual, draft 0.8, section on auxiliary modes.
    """
    framed: list[Framed] = []
    for match in matches:
        cues = find_cues(words, match.head, question=question)
        if any(words[index].low == "no" for index in range(match.first, match.last)):
            # "announced no new sanctions": the negation stands inside the pattern's gap.
            cues = replace(cues, negated=True)
        # "Cooperation would be a breach" announces no cooperation: only verbs have a future.
        kind = match.trigger.type if match.trigger.noun else _type_in_frame(match.trigger.type, cues)
        framed.append(
            Framed(
                match=match,
                cues=cues,
                type=kind,
                retyped=kind is not match.trigger.type,
                part_of=_controller(words, match, matches, cues),
            )
        )
    return framed


def _type_in_frame(kind: EventType, cues: Cues) -> EventType:
    future = cues.modal in WILL or (cues.infinitive and cues.governor is Governor.FUTURE)
    refused = cues.infinitive and cues.governor is Governor.FAILED
    if refused and (kind in _COOPERATIVE or kind in _YIELDING):
        return EventType.REJECT
    if not future:
        return kind
    if cues.negated:
        return EventType.REJECT if kind in _COOPERATIVE or kind in _YIELDING else kind
    if kind in _COOPERATIVE:
        return EventType.AGREE
    if kind is EventType.RETREAT:
        return EventType.AGREE
    return EventType.THREATEN if kind in _FORCEFUL and kind is not EventType.REJECT else kind


def _controller(words: Sequence[Word], match: Match, matches: Sequence[Match], cues: Cues) -> Match | None:
    if not cues.infinitive and words[match.head - 1].low not in ("to", "on", "for", "of"):
        return None
    for other in reversed(matches):
        if not other.trigger.control or other.first >= match.first:
            continue
        # The governing verb must be near, with no stronger mark between: "urged Seoul on Monday to withdraw".
        between = words[other.last + 1 : match.head + 1]
        if len(between) <= _CONTROL_REACH and not any(word.hard for word in between):
            return other
    return None
