"""The trace of an event in one report's words."""

from dataclasses import dataclass
from enum import StrEnum

from secondsource.model.evidence import Spans
from secondsource.model.ids import EntityId, EventId, StatementId
from secondsource.model.statement import Stance


class EventType(StrEnum):
    """The sixteen event types of PLOVER 0.8."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


QUAD: dict[EventType, int] = {
    **dict.fromkeys((EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE), 1),
    **dict.fromkeys((EventType.COOPERATE, EventType.AID, EventType.RETREAT), 2),
    **dict.fromkeys((EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN), 3),
    **dict.fromkeys(
        (EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT), 4
    ),
}
"""Quad class of each type: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.

Source: PLOVER manual, draft 0.8 (2021).
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An actor or a recipient of an event mention.

    Attributes:
        spans: The words that name it.
        entity: The entity they stand for, None if not resolved.
        code: PLOVER actor code, None if not known; never guessed.
    """

    spans: Spans
    entity: EntityId | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One sentence's trace of something that happened, is said to have happened, or may happen.

    Attributes:
        id: Within the reading, in text order.
        type: PLOVER type.
        trigger: The words that carry the type; never empty.
        quad: Quad class, 1 to 4.
        actors: Who did it.
        recipients: To whom it was done.
        mode: PLOVER mode ("visit"), None if not known.
        cameo: CAMEO code, None if not known.
        time: Index into the reading's times, None if none belongs to it.
        edtf: When, as EDTF; None if open.
        places: Indexes into the reading's places.
        stance: How surely the report, or the statement it stands in, puts it.
        according_to: The statement whose content holds the trigger, None if the report says it in its own voice.
    """

    id: EventId
    type: EventType
    trigger: Spans
    quad: int
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    mode: str | None = None
    cameo: str | None = None
    time: int | None = None
    edtf: str | None = None
    places: tuple[int, ...] = ()
    stance: Stance = Stance.ASSERTED
    according_to: StatementId | None = None
