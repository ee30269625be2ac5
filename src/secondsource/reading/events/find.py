"""Event mentions of a page: what happened, who did it to whom, and how surely it is put."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondsource.model.entity import Name, NameType
from secondsource.model.evidence import Span
from secondsource.model.ids import EventId
from secondsource.model.mention import QUAD, EventMention, Participant
from secondsource.model.statement import Stance, Statement
from secondsource.model.timeplace import PlaceMention, TimeMention
from secondsource.reading.actor_codes import code_of
from secondsource.reading.certainty.scale import group_start, stance_of
from secondsource.reading.certainty.stance import find_stance
from secondsource.reading.events.frame import Framed, frame
from secondsource.reading.events.participants import find_participants
from secondsource.reading.events.stems import find_stems
from secondsource.reading.events.stretch import Stretch, stretches
from secondsource.reading.events.triggers import Match, find_matches, is_carrier, keep_longest
from secondsource.reading.events.when import places_of, time_of
from secondsource.reading.events.words import Word
from secondsource.reading.page import Naming, Page

LEAST_WEIGHT = 0.5
"""Patterns below it are too thin to make an event by themselves."""

_SURENESS = (
    Stance.ASSERTED,
    Stance.LIKELY,
    Stance.PLANNED,
    Stance.POSSIBLE,
    Stance.CONDITIONAL,
    Stance.DENIED,
)


def find_events(
    page: Page,
    naming: Naming,
    times: Sequence[TimeMention],
    places: Sequence[PlaceMention],
    statements: Sequence[Statement],
) -> tuple[EventMention, ...]:
    """Return the event mentions of ``page`` in text order of their triggers.

    Every one has the words that carry it; one with neither actor nor recipient is left out, except the landing of an
    aircraft or a ship that the page told of before. An event inside what somebody is quoted as saying is at most as
    sure as the saying, and bears its id. Korean and Russian have a short table of stems; pages in other languages than
    these and English give none.
    """
    found: list[EventMention] = []
    carrier_known = False
    for stretch in stretches(page, naming, times, places, statements):
        if page.language in (None, "en"):
            found.extend(_english(page, naming, stretch, carrier_known=carrier_known))
            carrier_known = carrier_known or any(is_carrier(word) for word in stretch.words)
        else:
            found.extend(_from_stems(page, naming, stretch, page.language))
    found.sort(key=lambda mention: (mention.trigger, mention.type.value))
    return tuple(replace(mention, id=EventId(f"v{number}")) for number, mention in enumerate(found, start=1))


def weaker(one: Stance, other: Stance) -> Stance:
    """Return the less sure of two stances: asserted, likely, planned, possible, conditional, denied."""
    return max(one, other, key=_SURENESS.index)


def _english(page: Page, naming: Naming, stretch: Stretch, *, carrier_known: bool) -> Iterator[EventMention]:
    words = stretch.words
    every = frame(words, keep_longest(find_matches(words, carrier_known=carrier_known)), question=stretch.question)
    for framed in every:
        if not _stands(stretch, framed):
            continue
        mention = _mention(page, naming, stretch, framed, every)
        if mention.actors or mention.recipients or framed.match.trigger.carrier:
            yield mention


def _stands(stretch: Stretch, framed: Framed) -> bool:
    if framed.match.trigger.weight < LEAST_WEIGHT or framed.part_of is not None:
        return False
    head = stretch.words[framed.match.head].span
    # "Multilateral Sanctions Monitoring Team", "Kim Il Sung Military University": a name tells of no event.
    return not any(
        name.start <= head.start and head.end <= name.end and name.type is not NameType.EVENT for name in stretch.names
    )


def _content_of(match: Match, every: Sequence[Framed]) -> Match | None:
    if match.trigger.words[-1] != "to" or match.trigger.takes_object:
        return None
    return next((f.match for f in every if f.part_of is match and f.match.first <= match.last + 3), None)


def _mention(page: Page, naming: Naming, stretch: Stretch, framed: Framed, every: Sequence[Framed]) -> EventMention:
    matches = [other.match for other in every]
    match = framed.match
    actors, recipients = find_participants(page, naming, stretch, match, matches)
    content = _content_of(match, every)
    if content is not None:
        # "Refuses to lift the ban on ships": whom it meets is told by what is refused.
        recipients = find_participants(page, naming, stretch, content, matches)[1] or recipients
    mention = EventMention(
        id=EventId(""),
        type=framed.type,
        trigger=match.spans(stretch.words),
        quad=QUAD[framed.type],
        actors=actors,
        recipients=recipients,
        mode=None if framed.retyped else match.trigger.mode,
        cameo=None if framed.retyped else match.trigger.cameo,
        places=places_of(stretch, match.head),
        stance=_stance(page, stretch.words, framed),
    )
    return _tied(stretch, mention, stretch.words[match.head].span, time_of(stretch, match.head))


def _tied(stretch: Stretch, mention: EventMention, head: Span, time: tuple[int, TimeMention] | None) -> EventMention:
    """Return the mention with its time, and with the statement that holds it."""
    if time is not None:
        mention = replace(mention, time=time[0], edtf=time[1].edtf)
    statement = stretch.statement_at(head)
    if statement is None:
        return mention
    stance = weaker(mention.stance, statement.stance) if _weakens(statement, head) else mention.stance
    return replace(mention, according_to=statement.id, stance=stance)


def _weakens(statement: Statement, head: Span) -> bool:
    # Content may come in pieces ("X left, state media reported, a move that would be …"): a hedge in one piece says
    # nothing of the other. Hedges outside all pieces are the cue's, and hold for everything.
    elsewhere = [span for span in statement.content if not span.covers(head)]
    return not statement.hedges or not all(any(e.covers(hedge) for e in elsewhere) for hedge in statement.hedges)


def _stance(page: Page, words: Sequence[Word], framed: Framed) -> Stance:
    head = framed.match.head
    begin = group_start(words, head, 0)
    group = Span(words[begin].span.start, words[head].span.end)
    stance = weaker(stance_of(framed.cues), find_stance(page.text, (group,)).stance)
    return weaker(stance, Stance.PLANNED) if framed.match.trigger.planned else stance


def _from_stems(page: Page, naming: Naming, stretch: Stretch, language: str) -> Iterator[EventMention]:
    for match in find_stems(page.text, stretch.span, language, stretch.names):
        if not match.actors and not match.recipients:
            continue
        head = next((i for i, word in enumerate(stretch.words) if word.span.meets(match.span)), 0)
        # The verb's ending carries negation and doubt, and it follows the stem.
        rest = Span(match.span.start, stretch.span.end)
        mention = EventMention(
            id=EventId(""),
            type=match.type,
            trigger=(match.span,),
            quad=QUAD[match.type],
            actors=tuple(_named(page, naming, name) for name in match.actors),
            recipients=tuple(_named(page, naming, name) for name in match.recipients),
            mode=match.mode,
            cameo=match.cameo,
            places=tuple(index for index, _ in stretch.places),
            stance=find_stance(page.text, (rest,), language=language).stance,
        )
        # Korean puts its verb last: a time after it tells when that was reported.
        until = match.span.end if language == "ko" else stretch.span.end
        yield _tied(stretch, mention, match.span, time_of(stretch, head, until=until))


def _named(page: Page, naming: Naming, name: Name) -> Participant:
    entity = naming.entity(name.entity)
    words = page.text[name.start : name.end]
    code = code_of(entity, naming, phrase=words)
    return Participant(spans=(Span(name.start, name.end),), entity=entity.id, code=code)
