"""How reports hang together: copies, lines of reporting, events and what corroborates them."""

from dataclasses import dataclass
from enum import StrEnum

from secondsource.model.evidence import Evidence, Spans
from secondsource.model.ids import EventId, LineId, ReportId
from secondsource.model.mention import EventType
from secondsource.model.statement import Stance, StatementKind


class OriginKind(StrEnum):
    """What sort of origin a line rests on; unknown origins never add up."""

    SPEAKER = "speaker"
    DOCUMENT = "document"
    WITNESS = "witness"
    SENSOR = "sensor"
    OUTLET = "outlet"
    ANONYMOUS = "anonymous"
    UNKNOWN = "unknown"


class EventStatus(StrEnum):
    """What the lines of an event add up to."""

    SINGLE_ORIGIN = "single-origin"
    CORROBORATED = "corroborated"
    SENSOR_CONFIRMED = "sensor-confirmed"
    DISPUTED = "disputed"
    DENIED = "denied"


class CopyBasis(StrEnum):
    """Why one report is taken to repeat another."""

    PASSAGE = "passage"
    CREDIT = "credit"
    ATTRIBUTION = "attribution"
    JUDGEMENT = "judgement"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLink:
    """One report repeats another.

    Attributes:
        child: The report that repeats.
        parent: The report it repeats.
        basis: Why it is taken so.
        share: Share of the child's words that stand in the parent, 0 to 1; 0 where the basis is not a passage.
        child_evidence: The passage or the credit in the child; None if the basis is metadata.
        parent_evidence: The same passage in the parent; None if the basis is not a passage.
        directed: False where neither time nor attribution tells who was first.
        because: One line that a person can check.
    """

    child: ReportId
    parent: ReportId
    basis: CopyBasis
    share: float
    child_evidence: Evidence | None = None
    parent_evidence: Evidence | None = None
    directed: bool = True
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Reporting that rests on one origin.

    Attributes:
        id: Within one linking.
        origin: Who or what the line goes back to ("KCNA", "Flightradar24").
        origin_kind: What sort of origin that is.
        controller: Who controls the origin ("government of North Korea"), None if not known.
        reports: The reports on this line, earliest first.
        evidence: Where each report says so.
        because: Why these reports are one line, one reason each.
    """

    id: LineId
    origin: str
    origin_kind: OriginKind
    controller: str | None
    reports: tuple[ReportId, ...]
    evidence: tuple[Evidence, ...] = ()
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedStatement:
    """A statement in the light of the other reports.

    Attributes:
        speaker: Who said it, None if not known.
        organisation: Body they speak for, None if not said.
        content: The exact words.
        start: First character of the content's first piece.
        end: One past the last character of its last piece.
        kind: By quote marks.
        stance: How surely it is put.
        line: The line of reporting it belongs to, None if it stands alone.
        report_id: The report that gives it.
        spans: Every piece of the content.
        said_in: How many reports give the same saying of the same speaker, at least 1.
        n_origins: On how many origins of distinct control those reports rest, at least 1.
        saying: Key of the saying within one linking; statements with the same key are the same saying of the same
            speaker in other words or another report. None where linking did not compare.
        read_as: Whom the reading gives the words to, empty for nobody, where a person decided for ``speaker``; else
            None.
        speaker_as: Name under which the speaker goes by what people decided; None where nobody decided about them.
        judged: What people decided about who speaks, one line each.
        carried: Whether the words name no speaker and only go on with the statement before.
    """

    speaker: str | None
    organisation: str | None
    content: str
    start: int
    end: int
    kind: StatementKind
    stance: Stance
    line: LineId | None
    report_id: ReportId
    spans: Spans = ()
    said_in: int = 1
    n_origins: int = 1
    saying: str | None = None
    read_as: str | None = None
    speaker_as: str | None = None
    judged: tuple[str, ...] = ()
    carried: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedMention:
    """An event mention that the caller gave, with its chain.

    Attributes:
        id: The caller's id.
        event: Chain id, the same for all mentions of one event.
        because: Which mention of the chain is most like it, and what they share; empty where it stands alone.
    """

    id: str
    event: EventId
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedReport:
    """One report among the others.

    Attributes:
        id: The report.
        event: The event it is mainly about, None if it shares none and reports none.
        events: Every event it mentions, main one first.
        parents: Reports it copies from, nearest first.
        share: Share of its words found in earlier reports, 0 to 1.
        root: The report at the end of the chain of copies; itself if it copies none.
        upstream: Names of the sources it says it leans on.
        own_reporting: Whether it has a first-hand source of its own.
        statements: Its statements.
        mentions: Chains of the mentions the caller gave.
        links: The copy links behind ``parents``.
    """

    id: ReportId
    event: EventId | None
    events: tuple[EventId, ...]
    parents: tuple[ReportId, ...]
    share: float
    root: ReportId
    upstream: tuple[str, ...]
    own_reporting: bool
    statements: tuple[LinkedStatement, ...] = ()
    mentions: tuple[LinkedMention, ...] = ()
    links: tuple[CopyLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Admiralty:
    """The two-part rating of the Admiralty code, with reasons.

    Attributes:
        reliability: A (completely reliable) to F (cannot be judged), of the sources.
        credibility: 1 (confirmed by other independent sources) to 6 (cannot be judged), of the information.
        because: One line each that a person can check.
    """

    reliability: str
    credibility: int
    because: tuple[str, ...]


class ConfidenceLevel(StrEnum):
    """The levels of analytic confidence; they say nothing of how likely something is."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """The analytic confidence in an event as it is told, with reasons.

    Attributes:
        level: How much.
        because: One line each that a person can check.
    """

    level: ConfidenceLevel
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Somebody who would be expected to have reported or answered, and has not.

    Attributes:
        who: Whose silence.
        because: How that is known.
        evidence: The words that say so, None where it is inferred from absence.
    """

    who: str
    because: str
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two statements that cannot both hold, side by side.

    Attributes:
        about: What they differ in: number, date, place or denial; "judgement" where a person alone says so.
        one: The first, by time.
        other: The second.
        judged: What a person decided about it, None where nobody did.
    """

    about: str
    one: Evidence
    other: Evidence
    judged: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, or is said to have, as several reports tell it.

    Attributes:
        id: Stable within a ledger.
        label: One line in the words of a report.
        edtf: When, as EDTF; None if open.
        places: Where.
        actors: Who did it.
        recipients: To whom.
        type: PLOVER type, None if none fits.
        reports: Reports that are mainly about it, earliest first.
        lines: The lines of reporting, the most telling first.
        status: What the lines add up to.
        admiralty: Rating with reasons.
        silent: Who has not reported or not answered.
        contradictions: What cannot both hold.
        mentioned_in: Reports that only mention it.
        label_evidence: Where the label's words stand.
        mentions: The event mentions behind it, as (report, mention) ids.
        n_origins: On how many known origins of distinct control the lines rest; None where linking did not count.
        judged: What people decided about which reports are of it, who speaks in them and when it was, one line each.
        read_day: The day that the readings give, empty for none, where a person decided for ``edtf``; else None.
        set_aside: Contradictions that the machine found and a person decided are none.
    """

    id: EventId
    label: str
    edtf: str | None
    places: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    type: EventType | None
    reports: tuple[ReportId, ...]
    lines: tuple[Line, ...]
    status: EventStatus
    admiralty: Admiralty
    silent: tuple[Silence, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    mentioned_in: tuple[ReportId, ...] = ()
    label_evidence: Evidence | None = None
    mentions: tuple[tuple[ReportId, EventId], ...] = ()
    n_origins: int | None = None
    judged: tuple[str, ...] = ()
    read_day: str | None = None
    set_aside: tuple[Contradiction, ...] = ()

    @property
    def without_origin(self) -> bool:
        """Whether no origin is known: the interchange has no status for that and calls it a single one."""
        return self.status is EventStatus.SINGLE_ORIGIN and self.n_origins == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The result of linking a set of reports.

    Attributes:
        reports: One for each report, in the order given.
        events: The events, most reports first.
    """

    reports: tuple[LinkedReport, ...]
    events: tuple[Event, ...]
