"""How much confidence the reporting of an event bears, by written rules; how likely it is, is another question."""

from collections.abc import Iterator

from secondsource.linking.origins import count_origins
from secondsource.model.linked import Confidence, ConfidenceLevel, Event, EventStatus, OriginKind

_DOUBTED = {
    EventStatus.DENIED: "it is denied, and nobody known asserts it",
    EventStatus.DISPUTED: "it is disputed",
}
_RELIED_ON = frozenset("AB")
_WEAK = frozenset("DEF")


def confidence_of(event: Event) -> Confidence:
    """Return the analytic confidence in an event as its lines tell it, with the rules it follows from.

    High: at least two origins under different control, one of them usually reliable (A or B) or a sensor, and nothing
    that contradicts. Low: no known origin, or it is denied, or a single origin that is not usually reliable (D), is
    unreliable (E) or cannot be judged (F), or a single one that is disputed. Moderate: all else.

    Source: levels of confidence from ICD 203, Analytic Standards (2015), which asks that they rest on the quality and
    the number of the sources and stand apart from words of likelihood.
    """
    n_origins = count_origins(event.lines)
    because = tuple(_because(event, n_origins))
    doubted = event.status in _DOUBTED
    weak = event.admiralty.reliability in _WEAK and not _has_sensor(event)
    if not n_origins or event.status is EventStatus.DENIED or (n_origins == 1 and (weak or doubted)):
        return Confidence(level=ConfidenceLevel.LOW, because=because)
    relied_on = event.admiralty.reliability in _RELIED_ON or _has_sensor(event)
    if n_origins > 1 and relied_on and not doubted and not event.contradictions:
        return Confidence(level=ConfidenceLevel.HIGH, because=because)
    return Confidence(level=ConfidenceLevel.MODERATE, because=because)


def _has_sensor(event: Event) -> bool:
    # A track that was looked at here makes the status, and adds no line.
    seen_here = event.status is EventStatus.SENSOR_CONFIRMED
    return seen_here or any(line.origin_kind is OriginKind.SENSOR for line in event.lines)


def _because(event: Event, n_origins: int) -> Iterator[str]:
    if not n_origins:
        yield "no origin is known"
    elif n_origins == 1:
        yield "1 origin; nobody under another control says so"
    else:
        yield f"{n_origins} origins under different control"
    yield f"the best source is rated {event.admiralty.reliability}"
    if _has_sensor(event):
        yield "a sensor is among what it rests on"
    if event.status in _DOUBTED:
        yield _DOUBTED[event.status]
    if event.contradictions:
        yield "reports differ in: " + ", ".join(sorted({each.about for each in event.contradictions}))
