"""Answers what one asked actor did to one asked recipient."""

from collections.abc import Iterable, Sequence

from secondsource.model.evidence import Span
from secondsource.model.mention import QUAD, EventMention, EventType
from secondsource.model.reading import AskedPair, PairAnswer
from secondsource.reading.events.frame import Framed, frame
from secondsource.reading.events.stretch import pieces
from secondsource.reading.events.triggers import find_matches, keep_longest
from secondsource.reading.events.words import Word, words_in
from secondsource.reading.page import Page

# Weights say how well a trigger's place fits "actor - trigger - recipient"; tried on PLV's training sentences.
_BETWEEN = 1.0
_TURNED = 0.45
_AFTER_BOTH = 0.5
_BEFORE_BOTH = 0.35
_INSIDE = 0.3
_PART = 0.25
_DECAY = 0.06
_OPEN = 0.25
"""Weight of the answer that none of the triggers is meant; keeps the probabilities under 1."""


def answer_pairs(page: Page, events: Sequence[EventMention], pairs: Iterable[AskedPair]) -> tuple[PairAnswer, ...]:
    """Return an answer for each asked pair, in their order.

    The trigger that best connects the two decides: one between them before one beside them, near before far, one
    that stands by itself before one inside another's content. Where no word of the sentence carries an event, an
    event mention of the page with both as its participants is taken; else the answer is open.
    """
    return tuple(_answer(page, events, pair) for pair in pairs)


def _answer(page: Page, events: Sequence[EventMention], pair: AskedPair) -> PairAnswer:
    sentence = _sentence(page, pair)
    scores: dict[EventType, float] = {}
    if sentence is not None:
        for words in pieces(words_in(page.text, sentence)):
            for framed in frame(words, keep_longest(find_matches(words))):
                weight = _weight(words, framed, pair)
                scores[framed.type] = scores.get(framed.type, 0.0) + weight
    if not scores:
        scores = {event.type: 1.0 for event in events if _joins(event, pair)}
    return _to_answer(scores)


def _to_answer(scores: dict[EventType, float]) -> PairAnswer:
    if not scores:
        return PairAnswer(type=None, quad=None, binary=None, p={})
    total = sum(scores.values()) + _OPEN
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0].value))
    best = ranked[0][0]
    quad = _quad(best)
    return PairAnswer(
        type=best,
        quad=quad,
        binary="cooperation" if quad <= 2 else "conflict",
        p={kind.value: round(score / total, 4) for kind, score in ranked},
    )


def _quad(kind: EventType) -> int:
    # CAMEO, whose codes such questions come from, counts all yielding as material cooperation; PLOVER splits it.
    return 2 if kind is EventType.CONCEDE else QUAD[kind]


def _sentence(page: Page, pair: AskedPair) -> Span | None:
    """Return the stretch that holds both: from the sentence of the first to that of the last."""
    spans = (*pair.actor, *pair.recipient)
    if not spans:
        return _first_sentence(page)
    low, high = min(span.start for span in spans), max(span.end for span in spans)
    held = [s.span for s in page.sentences if s.span.meets(Span(low, high))]
    if not held:
        return Span(low, high) if low < high else None
    return Span(min(low, held[0].start), max(high, held[-1].end))


def _first_sentence(page: Page) -> Span | None:
    return page.sentences[0].span if page.sentences else None


def _joins(event: EventMention, pair: AskedPair) -> bool:
    actors = [span for who in event.actors for span in who.spans]
    recipients = [span for who in event.recipients for span in who.spans]
    return any(a.meets(b) for a in actors for b in pair.actor) and any(
        a.meets(b) for a in recipients for b in pair.recipient
    )


def _indexes(words: Sequence[Word], spans: Iterable[Span]) -> list[int]:
    wanted = list(spans)
    return [index for index, word in enumerate(words) if any(word.span.meets(span) for span in wanted)]


def _weight(words: Sequence[Word], framed: Framed, pair: AskedPair) -> float:
    match = framed.match
    actor, recipient = _indexes(words, pair.actor), _indexes(words, pair.recipient)
    weight = match.trigger.weight * (1.0 + 0.25 * (match.trigger.n_literal - 1))
    weight *= _place(match.head, actor, recipient, passive=match.passive)
    near = min((abs(match.head - index) for index in (*actor, *recipient)), default=0)
    weight /= 1.0 + _DECAY * near
    if framed.part_of is not None:
        weight *= _PART
    return weight


def _place(head: int, actor: Sequence[int], recipient: Sequence[int], *, passive: bool) -> float:
    if head in actor or head in recipient:
        return _INSIDE
    if not actor or not recipient:
        return _AFTER_BOTH if actor and head > actor[-1] else _BEFORE_BOTH
    first, second = (recipient, actor) if passive else (actor, recipient)
    if first[-1] < head < second[0]:
        return _BETWEEN
    if second[-1] < head < first[0]:
        return _TURNED
    return _AFTER_BOTH if head > max(actor[-1], recipient[-1]) else _BEFORE_BOTH
