"""What one reader found in one report."""

from dataclasses import dataclass
from enum import StrEnum

from secondsource.model.entity import Entity, Name
from secondsource.model.evidence import Span, Spans
from secondsource.model.ids import Digest, ReportId
from secondsource.model.mention import EventMention, EventType
from secondsource.model.report import Section
from secondsource.model.statement import Stance, Statement
from secondsource.model.timeplace import PlaceMention, TimeMention


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderModel:
    """The reader that made a reading.

    Attributes:
        name: Of the reader ("encoder and rules").
        version: Of the package.
        sha256: Digest of everything its answers depend on.
    """

    name: str
    version: str
    sha256: Digest


class CreditRole(StrEnum):
    """What a person or body named in a byline or credit did."""

    AUTHOR = "author"
    TRANSLATOR = "translator"
    EDITOR = "editor"
    PHOTOGRAPHER = "photographer"
    AGENCY = "agency"
    CONTRIBUTOR = "contributor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Somebody's part in making the report.

    Attributes:
        role: What they did.
        name: Who, as written.
        start: First character of the name.
        end: One past the last character.
    """

    role: CreditRole
    name: str
    start: int
    end: int


class UpstreamKind(StrEnum):
    """What sort of source a report leans on."""

    AGENCY = "agency"
    OUTLET = "outlet"
    OFFICIAL = "official"
    DOCUMENT = "document"
    SENSOR = "sensor"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True, kw_only=True)
class Upstream:
    """Where the report says its information comes from.

    Attributes:
        name: Canonical name from the table of outlets and bodies where it is known, else the words.
        kind: What sort of source.
        spans: Every place in the report that says so; never empty.
    """

    name: str
    kind: UpstreamKind
    spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class NotReported:
    """Something the report says somebody has not said or not reported.

    Attributes:
        who: Who has not said it, as written or resolved ("North Korean media").
        what: The words that say what is missing.
    """

    who: str
    what: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPair:
    """A question: what did this actor do to that recipient?

    Attributes:
        actor: Words that name the actor.
        recipient: Words that name the recipient.
    """

    actor: Spans
    recipient: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class PairAnswer:
    """What a pair that was asked about did.

    Attributes:
        type: The most probable PLOVER type, None where no event word was found.
        quad: Quad class 1 to 4, None likewise.
        binary: ``cooperation`` or ``conflict``, None likewise.
        p: Probability of each type considered, summing to at most 1.
    """

    type: EventType | None
    quad: int | None
    binary: str | None
    p: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class PredicateAnswer:
    """How surely an event word that was asked about happened.

    Attributes:
        certainty: -3 (certainly did not happen) to 3 (certainly did).
        stance: The same as a stance.
    """

    certainty: float
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything one reader found in one report; offsets count code points of the report's text.

    Attributes:
        id: The report's id.
        language: ISO 639-1 code, None if unknown.
        published: EDTF, None if unknown.
        published_basis: given, stated, inferred or unknown.
        model: Who read it.
        sections: Parts of the page, in text order.
        credits: Who made the report.
        names: Mentions by name, in text order, not overlapping.
        entities: One for each distinct person, body, place or thing named.
        times: Time expressions, in text order.
        places: Places named, in text order.
        statements: Attributed sayings, in text order of their content.
        events: Event mentions, in text order of their trigger.
        upstream: Where the report says its information comes from.
        own_reporting: Whether the report has a first-hand source of its own.
        not_reported: What the report says somebody has not said or reported.
        pairs: An answer for each pair asked about, in that order.
        predicates: An answer for each event word asked about, in that order.
    """

    id: ReportId
    language: str | None
    published: str | None
    published_basis: str
    model: ReaderModel
    sections: tuple[Section, ...] = ()
    credits: tuple[Credit, ...] = ()
    names: tuple[Name, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[EventMention, ...] = ()
    upstream: tuple[Upstream, ...] = ()
    own_reporting: bool = False
    not_reported: tuple[NotReported, ...] = ()
    pairs: tuple[PairAnswer, ...] = ()
    predicates: tuple[PredicateAnswer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """What a caller asks of a report beside the reading itself.

    Attributes:
        pairs: Actor and recipient pairs.
        predicates: Event words.
    """

    pairs: tuple[AskedPair, ...] = ()
    predicates: tuple[Span, ...] = ()


NO_QUESTIONS = Questions()
