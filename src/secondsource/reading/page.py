"""A report laid out for reading: its sentences, its quoted stretches and the names in it."""

from bisect import bisect_right
from dataclasses import dataclass, field

from secondsource.model.entity import Entity, Name
from secondsource.model.evidence import Span
from secondsource.model.ids import EntityId
from secondsource.model.report import Report, Section, SectionKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a section.

    Attributes:
        span: Its characters, white space at the ends left out.
        section: The part of the page it stands in.
        paragraph: Number of its paragraph in the text, counted from 0.
    """

    span: Span
    section: SectionKind
    paragraph: int


@dataclass(frozen=True, slots=True)
class Page:
    """A report laid out for reading.

    Attributes:
        report: The report.
        language: ISO 639-1 code, None if unknown.
        sections: Its parts in text order.
        sentences: All sentences of title, standfirst, caption and body, in text order; furniture has none.
        quotes: What stands between quote marks, the marks left out, in text order; a quotation that runs over
            paragraphs has one span for each paragraph.
    """

    report: Report
    language: str | None
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Span, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(sentence.span.start for sentence in self.sentences))

    @property
    def text(self) -> str:
        """The report's words."""
        return self.report.text

    def sentence_at(self, position: int) -> Sentence | None:
        """Return the sentence that holds the character at ``position``, None in furniture or white space."""
        place = bisect_right(self._starts, position) - 1
        return self.sentences[place] if place >= 0 and position < self.sentences[place].span.end else None

    def quoted(self, span: Span) -> bool:
        """Return whether ``span`` lies wholly between quote marks."""
        return any(quote.covers(span) for quote in self.quotes)


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of a page and what they stand for.

    Attributes:
        names: In text order, not overlapping.
        entities: In order of their first mention.
    """

    names: tuple[Name, ...]
    entities: tuple[Entity, ...]
    _by_id: dict[EntityId, Entity] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._by_id.update((entity.id, entity) for entity in self.entities)

    def entity(self, entity_id: EntityId) -> Entity:
        """Return the entity of that id."""
        return self._by_id[entity_id]

    def names_in(self, span: Span) -> list[Name]:
        """Return the names that lie wholly inside ``span``, in text order."""
        return [name for name in self.names if span.start <= name.start and name.end <= span.end]
