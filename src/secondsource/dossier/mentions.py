"""The event mentions behind an event, with their reports."""

from collections.abc import Iterable, Iterator

from secondsource.dossier.material import Material
from secondsource.model.entity import NameType
from secondsource.model.evidence import Evidence, Span
from secondsource.model.ids import EventId, ReportId
from secondsource.model.linked import Event
from secondsource.model.mention import EventMention
from secondsource.model.reading import Reading
from secondsource.text.normalise import fold

_LANDS = (NameType.GPE, NameType.NORP, NameType.LOC)
_TELLING_LETTERS = 4
"""Shorter words ("the", "its") tell nobody apart."""


def mentions_of(material: Material, event: Event) -> Iterator[tuple[Reading, EventMention]]:
    """Yield the mentions that tell ``event`` with the readings that hold them, the event's own reports first.

    These are the mentions that linking put behind it and, in the same report, those that tell the same in other
    words: of the same type and stance, with the same actor or one that the first names as sent ("the delegation's
    departure" beside "sent a delegation").
    """
    wanted: dict[ReportId, set[EventId]] = {}
    for report_id, mention_id in event.mentions:
        wanted.setdefault(report_id, set()).add(mention_id)
    for report_id in dict.fromkeys((*event.reports, *wanted)):
        reading = material.reading(report_id)
        if reading is None or report_id not in wanted:
            continue
        main = [mention for mention in reading.events if mention.id in wanted[report_id]]
        for mention in reading.events:
            if mention in main or any(_same(material, reading, mention, other) for other in main):
                yield reading, mention


def _same(material: Material, reading: Reading, mention: EventMention, main: EventMention) -> bool:
    if (mention.type, mention.stance) != (main.type, main.stance):
        return False
    entities = {actor.entity for actor in main.actors if actor.entity is not None}
    if any(actor.entity in entities for actor in mention.actors):
        return True
    text = material.report(reading.id).text
    named = _words(text, [*main.trigger, *(span for actor in main.actors for span in actor.spans)])
    # Without the lands: "North" would join every deed of North Korea's leader to those of its army.
    named -= _words(text, [Span(name.start, name.end) for name in reading.names if name.type in _LANDS])
    return bool(named & _words(text, [span for actor in mention.actors for span in actor.spans]))


def _words(text: str, spans: Iterable[Span]) -> set[str]:
    words = (fold(word) for span in spans for word in span.of(text).replace("’", " ").replace("'", " ").split())
    return {word for word in words if len(word) >= _TELLING_LETTERS}


def label_evidence(material: Material, event: Event) -> Evidence:
    """Return where the event's label stands, else the headline of its first report."""
    if event.label_evidence is not None:
        return event.label_evidence
    about = event.reports or event.mentioned_in or (material.reports[0].id,)
    return material.headline(about[0])
