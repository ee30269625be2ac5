"""What the desk reads: sentences that each cite the words they rest on, in the order of a reader's questions."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from secondsource.model.event_place import EventPlace
from secondsource.model.evidence import Evidence
from secondsource.model.ids import Digest, EventId, LineId, ReportId
from secondsource.model.linked import Admiralty, Confidence, Contradiction, EventStatus, OriginKind
from secondsource.model.mention import EventType
from secondsource.model.reading import ReaderModel
from secondsource.model.report import Section
from secondsource.model.screening import Hit
from secondsource.model.statement import Stance, StatementKind
from secondsource.model.track_account import TrackAccount


class MarkKind(StrEnum):
    """What a stretch of a dossier's sentence is."""

    NAME = "name"
    WORDS = "words"
    HEDGE = "hedge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of a sentence that is not our own wording.

    Attributes:
        start: First character within the sentence's text.
        end: One past the last character.
        kind: A name, words taken from a report, or words of doubt inside such words.
        language: ISO 639-1 code of the stretch where it is not English; None if English or unknown.
    """

    start: int
    end: int
    kind: MarkKind
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of the dossier with the words it rests on.

    Attributes:
        text: The sentence as a person reads it.
        citations: The words it rests on, at least one; best first.
        marks: Names, words of reports and words of doubt in ``text``, in text order; a hedge lies inside words.
    """

    text: str
    citations: tuple[Evidence, ...]
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage that two reports share, for reading side by side.

    Attributes:
        parent_id: The report that is repeated.
        share: Share of the repeating report's words that stand in the other, 0 to 1.
        directed: False where nothing tells which of the two was first.
        child: The passage in the report that repeats.
        parent: The passage in the report it repeats.
    """

    parent_id: ReportId
    share: float
    directed: bool
    child: Evidence
    parent: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class LineReport:
    """One report on a line of reporting.

    Attributes:
        report_id: The report.
        sentence: How the report hangs on the origin, with the words that show it.
        origin: Whether it is the origin's own publication rather than a repetition.
        own_reporting: Whether it also has a first-hand source of its own; said on the first of its lines only.
        passages: Passages it shares with other reports of the line.
    """

    report_id: ReportId
    sentence: Sentence
    origin: bool = False
    own_reporting: bool = False
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAccount:
    """A line of reporting as the dossier tells it.

    Attributes:
        id: The line.
        origin: Who or what the line goes back to.
        origin_kind: What sort of origin that is.
        controller: Who controls the origin, None if not known.
        sentence: The line in one sentence.
        because: Why these reports are one line.
        reports: The reports on it, earliest first.
    """

    id: LineId
    origin: str
    origin_kind: OriginKind
    controller: str | None
    sentence: Sentence
    because: tuple[str, ...]
    reports: tuple[LineReport, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventAccount:
    """An event as the reports tell it; nothing here is asserted by the dossier itself.

    Attributes:
        event_id: The event.
        label: One line in the words of a report.
        type: PLOVER type, None if none fits.
        edtf: When, as EDTF; None if open.
        status: What the lines add up to.
        admiralty: Rating with reasons.
        rating: The rating in words.
        what: What is said to have happened.
        when: When, in words, and how the day is known.
        where: Where.
        who: Who is named as acting, and towards whom.
        lines: The lines of reporting, most telling first.
        contradictions: What cannot both hold, side by side.
        reports: The reports mainly about it, earliest first.
        counted: How many reports rest on which origins, each origin with those that repeat it.
        confidence: Analytic confidence with reasons; None in a dossier made before there was any.
        confidence_told: The same in words, apart from every word of likelihood.
        judged: What people decided about which reports are of it, one line each.
        set_aside: Contradictions that the machine found and a person decided are none.
        places: Where it is on a map, those named with the event first; None in a dossier made before any were kept.
    """

    event_id: EventId
    label: str
    type: EventType | None
    edtf: str | None
    status: EventStatus
    admiralty: Admiralty
    rating: Sentence
    what: tuple[Sentence, ...]
    when: tuple[Sentence, ...]
    where: tuple[Sentence, ...]
    who: tuple[Sentence, ...]
    lines: tuple[LineAccount, ...]
    contradictions: tuple[Contradiction, ...] = ()
    reports: tuple[ReportId, ...] = ()
    counted: Sentence | None = None
    confidence: Confidence | None = None
    confidence_told: Sentence | None = None
    judged: tuple[str, ...] = ()
    set_aside: tuple[Contradiction, ...] = ()
    places: tuple[EventPlace, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelihoodWord:
    """A word of likelihood that a speaker used, with what ICD 203 lets it stand for.

    Attributes:
        word: The word, where it stands.
        terms: The terms of its band.
        low_percent: Lower end of the band.
        high_percent: Upper end of the band.
    """

    word: Evidence
    terms: tuple[str, ...]
    low_percent: int
    high_percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementAccount:
    """One saying, in the exact words of the report that gives it most fully.

    Attributes:
        words: The words, quote marks kept, one citation for each piece where they are parted.
        hedges: The words of doubt, condition, plan or denial among or beside them.
        kind: Whether the report quotes or paraphrases.
        stance: How surely it is put.
        line: The line of reporting it belongs to, None if it stands alone.
        language: ISO 639-1 code of the words where they are not English.
        cue: The report's words for the saying ("confirmed", "accused"), None for a quotation without any.
        addressee: Who was told, None if not said.
        passed_on_by: Whose saying holds this one ("Yonhap" in "Yonhap said that KCNA reported"), outermost first.
        likelihood: Range of the ICD 203 word used, None if none is.
        said_in: How many reports give the saying, as linking counted.
        n_origins: On how many origins of distinct control those reports rest, as linking counted.
        also: The same saying in other reports.
        read_as: Whom the reading gives the words to, empty for nobody, where the desk decided for this speaker.
        likely: The words of likelihood that ICD 203 lists, where the speaker used some; no other word is put on that
            scale.
        carried: Whether the words name no speaker and only go on with the sentence before, so that they are likely
            this speaker's and not surely.
    """

    words: tuple[Evidence, ...]
    hedges: tuple[Evidence, ...]
    kind: StatementKind
    stance: Stance
    line: LineId | None = None
    language: str | None = None
    cue: Evidence | None = None
    addressee: str | None = None
    passed_on_by: tuple[str, ...] = ()
    likelihood: tuple[float, float] | None = None
    said_in: int = 1
    n_origins: int = 1
    also: tuple[Evidence, ...] = ()
    read_as: str | None = None
    likely: tuple[LikelihoodWord, ...] = ()
    carried: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerAccount:
    """Somebody who speaks in the reports, and what they are reported to have said.

    Attributes:
        name: Who, None where the reports leave it open.
        office: Office as a report gives it, None if not said.
        organisation: Body they speak for, None if not said.
        statements: Their sayings, those in most reports first.
        judged: What people decided about who this is, one line each.
    """

    name: str | None
    office: str | None
    organisation: str | None
    statements: tuple[StatementAccount, ...]
    judged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure:
    """Something put as conditional, guessed, planned or denied, and whose it is.

    Attributes:
        stance: How it is put; never asserted.
        whose: Who puts it so; None where the reports leave it open.
        sentence: Who, and the words, with the words of doubt marked.
    """

    stance: Stance
    whose: str | None
    sentence: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportEntry:
    """A report behind the dossier, for finding and checking it.

    Attributes:
        number: Its number in the dossier, from 1, in the order given.
        report_id: Its id.
        outlet: Who published it, None if unknown.
        title: Its headline, None if none.
        published: EDTF, None if unknown.
        published_basis: given, stated, inferred or unknown.
        language: ISO 639-1 code, None if unknown.
        url: Address of the page as given or found, None if unknown.
        capture_sha256: Digest of the bytes it was taken from, None if it was made in memory.
        text_sha256: Digest of its text in UTF-8, over which all offsets count.
        n_characters: Length of the text in code points.
        summary: Outlet, day and headline in one line of words.
        sections: The parts of its text as they were read, in text order.
    """

    number: int
    report_id: ReportId
    outlet: str | None
    title: str | None
    published: str | None
    published_basis: str
    language: str | None
    url: str | None
    capture_sha256: Digest | None
    text_sha256: Digest
    n_characters: int
    summary: str
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionEntry:
    """A provision as the dossier lists it, in our own words.

    Attributes:
        name: "UNSCR 2270 (2016) para 9".
        sentence: That the event may bear on it, and what it says.
        direction: Which way the conduct goes that it speaks of.
        force: How it binds, and whom.
        exemption: Who may exempt, or what is exempt; None if nothing is stated.
        checked: How far the row was checked.
    """

    name: str
    sentence: str
    direction: str
    force: str
    exemption: str | None
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConductAccount:
    """A conduct that an event may amount to; nothing here says that it does, or that it is banned.

    Attributes:
        event_id: The event.
        conduct: The conduct in words.
        why: The words of a report that it was seen in.
        direction: Which way it goes by those words, or that they do not say.
        provisions: The provisions that speak of it; those that speak of the other way only stand last and say so.
        open: What would have to be known before anybody could say more.
    """

    event_id: EventId
    conduct: str
    why: Sentence
    direction: str
    provisions: tuple[ProvisionEntry, ...]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegimeAccount:
    """A sanctions regime some of whose provisions may bear on the events.

    Attributes:
        regime_id: Programme code ("UN-SC1718").
        name: Its name.
        on: For which day it is told, in a sentence.
        note: How far its data were checked.
        conducts: What may bear, in the order of the events.
        machinery: Who oversaw it on that day.
        said: Who is reported to speak of a breach; their words, not ours.
    """

    regime_id: str
    name: str
    on: str
    note: str
    conducts: tuple[ConductAccount, ...]
    machinery: tuple[str, ...]
    said: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenedName:
    """Somebody or something named in the reports whose name stands on a sanctions list.

    Attributes:
        name: The name as a report gives it.
        offices: Offices and titles the reports give.
        country: Country the reports give, None if none.
        event_on: Day for which it is told whether it was listed: that of the first event its reports tell of.
        cited: Where each report first names it.
        hits: The entries of that name; a shared name, never an identity. Those that an analyst cleared come last.
    """

    name: str
    offices: tuple[str, ...]
    country: str | None
    event_on: str | None
    cited: tuple[Evidence, ...]
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """What screening the names of the reports against sanctions lists gave.

    Attributes:
        lists: The lists with their days, in words.
        event_on: Day of the main event; None if not known. Each name has its own.
        n_names: How many persons, bodies, ships and aircraft were looked for.
        found: Those whose name stands on a list, the strongest hit first.
    """

    lists: tuple[str, ...]
    event_on: str | None
    n_names: int
    found: tuple[ScreenedName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What a set of reports adds up to, told so that every sentence can be checked.

    Attributes:
        title: The main event in a report's own words, or the title given.
        made_at: When it was made, aware UTC.
        as_of: Day of the latest report, EDTF; None if no report's day is known.
        answer: The whole in one line: how many reports, how many origins.
        n_reports: How many reports were read.
        events: The events, the main one first.
        upstream: Sources that reports name and no line of reporting goes back to.
        speakers: Who said what.
        unsure: What is conditional, guessed, planned or denied.
        sensors: What sensors are said to show.
        silence: Who has not reported or not said what.
        credits: Who made the reports; they are no sources.
        unread: What was left out of the reading as furniture of the page.
        unknown: What the dossier does not know.
        reports: The reports behind it, numbered.
        models: The readers that read them.
        tracks: Flight tracks that were looked at, in the order given.
        regimes: Sanctions regimes with provisions that may bear on the events.
        screening: What sanctions lists say of the names; None where no list was named.
    """

    title: str
    made_at: datetime
    as_of: str | None
    answer: Sentence
    n_reports: int
    events: tuple[EventAccount, ...]
    upstream: tuple[Sentence, ...]
    speakers: tuple[SpeakerAccount, ...]
    unsure: tuple[Unsure, ...]
    sensors: tuple[Sentence, ...]
    silence: tuple[Sentence, ...]
    credits: tuple[Sentence, ...]
    unread: tuple[Sentence, ...]
    unknown: tuple[Sentence, ...]
    reports: tuple[ReportEntry, ...]
    models: tuple[ReaderModel, ...]
    tracks: tuple[TrackAccount, ...] = ()
    regimes: tuple[RegimeAccount, ...] = ()
    screening: Screening | None = None
