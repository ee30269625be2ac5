"""Small reports and readings with plain defaults."""

from secondsource.model.entity import Entity, Name, NameType
from secondsource.model.evidence import Span
from secondsource.model.ids import Digest, EntityId, EventId, LineId, ReportId, StatementId
from secondsource.model.linked import Line, OriginKind
from secondsource.model.mention import EventMention, EventType
from secondsource.model.published import UNKNOWN_DATE, Published, PublishedBasis
from secondsource.model.reading import NotReported, ReaderModel, Reading, Upstream, UpstreamKind
from secondsource.model.report import Report
from secondsource.model.statement import Stance, Statement

READER = ReaderModel(name="test", version="0", sha256=Digest("0" * 64))


def report(
    name: str, text: str, *, outlet: str | None = None, published: str | None = None, title: str | None = None
) -> Report:
    """Return a report."""
    date = UNKNOWN_DATE if published is None else Published(edtf=published, basis=PublishedBasis.GIVEN)
    return Report(id=ReportId(name), text=text, outlet=outlet, published=date, title=title, language="en")


def span(text: str, words: str) -> Span:
    """Return where ``words`` first stand in ``text``."""
    start = text.index(words)
    return Span(start, start + len(words))


def upstream(of: Report, name: str, words: str, kind: UpstreamKind = UpstreamKind.AGENCY) -> Upstream:
    """Return a source that the report names in ``words``."""
    return Upstream(name=name, kind=kind, spans=(span(of.text, words),))


def statement(
    of: Report,
    speaker: str | None,
    content: str,
    *,
    n: int = 1,
    organisation: str | None = None,
    stance: Stance = Stance.ASSERTED,
    source: str | None = None,
) -> Statement:
    """Return a statement of the report."""
    return Statement(
        id=StatementId(f"s{n}"),
        source=() if source is None else (span(of.text, source),),
        cue=(),
        content=(span(of.text, content),),
        speaker=None if speaker is None else EntityId("e1"),
        speaker_name=speaker,
        organisation=organisation,
        stance=stance,
    )


def event(of: Report, trigger: str, *, n: int = 1, edtf: str | None = None) -> EventMention:
    """Return an event mention of the report."""
    return EventMention(
        id=EventId(f"v{n}"), type=EventType.CONSULT, trigger=(span(of.text, trigger),), quad=1, edtf=edtf
    )


def reading(
    of: Report,
    *,
    upstream: tuple[Upstream, ...] = (),
    statements: tuple[Statement, ...] = (),
    events: tuple[EventMention, ...] = (),
    lands: tuple[tuple[str, str], ...] = (),
    not_reported: tuple[NotReported, ...] = (),
    own: bool = False,
) -> Reading:
    """Return a reading of the report; ``lands`` are words and the alpha-3 code of the land they name."""
    names = tuple(
        Name(
            start=span(of.text, words).start, end=span(of.text, words).end, type=NameType.GPE, entity=EntityId(f"g{at}")
        )
        for at, (words, _) in enumerate(lands)
    )
    entities = tuple(
        Entity(id=EntityId(f"g{at}"), name=words, type=NameType.GPE, country=code)
        for at, (words, code) in enumerate(lands)
    )
    return Reading(
        id=of.id,
        language="en",
        published=of.published.edtf,
        published_basis=of.published.basis.value,
        model=READER,
        names=names,
        entities=entities,
        statements=statements,
        events=events,
        upstream=upstream,
        own_reporting=own,
        not_reported=not_reported,
    )


def line(origin: str, kind: OriginKind = OriginKind.OUTLET, controller: str | None = None, *reports: str) -> Line:
    """Return a line of reporting."""
    return Line(
        id=LineId("l1"),
        origin=origin,
        origin_kind=kind,
        controller=controller,
        reports=tuple(ReportId(name) for name in reports or ("r1",)),
    )
