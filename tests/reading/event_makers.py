"""Small pages and namings made by hand, for the tests of events."""

from secondsource.model.entity import Entity, Name, NameType
from secondsource.model.evidence import Span, Spans
from secondsource.model.ids import EntityId, ReportId
from secondsource.model.mention import EventMention
from secondsource.model.report import Report, Section, SectionKind
from secondsource.reading.events.find import find_events
from secondsource.reading.page import Naming, Page, Sentence
from secondsource.text.segment import sentence_spans

NO_NAMES = Naming((), ())


def page_of(text: str, *, language: str | None = "en") -> Page:
    sentences = tuple(Sentence(span, SectionKind.BODY, 0) for span in sentence_spans(text, 0, len(text)))
    body = Section(kind=SectionKind.BODY, start=0, end=len(text))
    return Page(
        report=Report(id=ReportId("r1"), text=text), language=language, sections=(body,), sentences=sentences, quotes=()
    )


def naming_of(text: str, **kinds: NameType) -> Naming:
    """Name the first place of each keyword (underscores are spaces) and give each an entity of its own."""
    names: list[Name] = []
    entities: list[Entity] = []
    for number, (key, kind) in enumerate(kinds.items(), start=1):
        words = key.replace("_", " ")
        start = text.index(words)
        entity = EntityId(f"e{number}")
        names.append(Name(start=start, end=start + len(words), type=kind, entity=entity))
        entities.append(Entity(id=entity, name=words, type=kind))
    return Naming(tuple(sorted(names, key=lambda name: name.start)), tuple(entities))


def events_in(text: str, naming: Naming = NO_NAMES, *, language: str | None = "en") -> tuple[EventMention, ...]:
    return find_events(page_of(text, language=language), naming, (), (), ())


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def words_at(text: str, spans: Spans) -> str:
    return " … ".join(span.of(text) for span in spans)


def sides(text: str, event: EventMention) -> tuple[list[str], list[str]]:
    return (
        [words_at(text, who.spans) for who in event.actors],
        [words_at(text, who.spans) for who in event.recipients],
    )
