"""A small set of reports on one departure, read and linked by hand."""

from datetime import UTC, datetime

from secondsource.dossier.assemble import assemble
from secondsource.model.dossier import Dossier
from secondsource.model.entity import Entity, NameType
from secondsource.model.evidence import Evidence, Span
from secondsource.model.ids import Digest, EntityId, EventId, LineId, ReportId, StatementId
from secondsource.model.linked import (
    Admiralty,
    Contradiction,
    CopyBasis,
    CopyLink,
    Event,
    EventStatus,
    Line,
    Linked,
    LinkedReport,
    LinkedStatement,
    OriginKind,
    Silence,
)
from secondsource.model.mention import EventMention, EventType, Participant
from secondsource.model.published import UNKNOWN_DATE, Published, PublishedBasis
from secondsource.model.reading import (
    Credit,
    CreditRole,
    NotReported,
    ReaderModel,
    Reading,
    Upstream,
    UpstreamKind,
)
from secondsource.model.report import Report, Section, SectionKind
from secondsource.model.statement import Stance, Statement, StatementKind
from secondsource.model.timeplace import PlaceMention, TimeMention, TimeType

MADE_AT = datetime(2024, 7, 10, 6, 30, tzinfo=UTC)
MODEL = ReaderModel(name="by hand", version="0", sha256=Digest("0" * 64))
KCNA_SAID = "A delegation of military teachers left Pyongyang on Monday to visit Russia."
POST = (
    "Delegation leaves for Russia\n\n"
    "A delegation of military teachers left Pyongyang on Monday to visit Russia, KCNA said.\n\n"
    "“Any help would break the resolutions,” Park Ji-ho, a spokesperson for the foreign ministry, told the Post. "
    "Park speculated that it could be general training.\n\n"
    "A Russian aircraft landed in Pyongyang. Data from Flightradar24 confirmed this, "
    "but North Korean media has yet to report it.\n\n"
    "Translated by Ana Ruiz.\n\n"
    "Comments are approved by a moderator."
)
KOREAN = "북한 군사대표단 러시아로 출발\n\n북한 군사교육대표단이 월요일 평양을 출발했다고 조선중앙통신이 전했다."


def report(report_id: str = "post", text: str = POST, **fields: object) -> Report:
    """Return a report of the Harbour Post of 9 July 2024 with its sections, unless told otherwise."""
    given = {
        "outlet": "Harbour Post",
        "published": Published(edtf="2024-07-09", basis=PublishedBasis.GIVEN),
        "sections": sections(text),
        **fields,
    }
    return Report(id=ReportId(report_id), text=text, **given)  # type: ignore[arg-type]


def sections(text: str) -> tuple[Section, ...]:
    """Return the paragraphs as title, body, credit and notice by their look."""
    found: list[Section] = []
    position = 0
    for paragraph in text.split("\n\n"):
        kind = SectionKind.TITLE if position == 0 and "\n\n" in text else SectionKind.BODY
        kind = SectionKind.CREDIT if paragraph.startswith("Translated by") else kind
        kind = SectionKind.NOTICE if paragraph.startswith("Comments are") else kind
        found.append(Section(kind=kind, start=position, end=position + len(paragraph)))
        position += len(paragraph) + 2
    return tuple(found)


def span(text: str, words: str) -> Span:
    """Return where ``words`` first stand in ``text``."""
    start = text.index(words)
    return Span(start, start + len(words))


def evidence(of: Report, words: str) -> Evidence:
    """Return the first place of ``words`` in the report."""
    place = span(of.text, words)
    return Evidence(report_id=of.id, exact=words, start=place.start, end=place.end)


def kcna() -> Report:
    """Return the notice all others go back to."""
    return report("kcna", KCNA_SAID, outlet="KCNA", title="Delegation leaves")


def korean() -> Report:
    """Return a Korean report of it, without a date."""
    return report("gasang", KOREAN, outlet="가상일보", published=UNKNOWN_DATE, language="ko")


def time(text: str, words: str, edtf: str | None) -> TimeMention:
    """Return a day named by ``words``."""
    place = span(text, words)
    value = edtf or "XXXX-WXX-1"
    return TimeMention(start=place.start, end=place.end, type=TimeType.DATE, value=value, edtf=edtf)


def reading(of: Report, **fields: object) -> Reading:
    """Return a reading with nothing found but what is given."""
    base = {
        "language": of.language,
        "published": of.published.edtf,
        "published_basis": of.published.basis.value,
        "sections": of.sections,
    }
    return Reading(id=of.id, model=MODEL, **{**base, **fields})  # type: ignore[arg-type]


def departure(text: str, trigger: str, **fields: object) -> EventMention:
    """Return a mention of a visit carried by ``trigger``."""
    return EventMention(
        id=EventId("v1"),
        type=EventType.CONSULT,
        trigger=(span(text, trigger),),
        quad=1,
        **fields,  # type: ignore[arg-type]
    )


def statement(text: str, statement_id: str, content: str, **fields: object) -> Statement:
    """Return an attributed saying."""
    given = {"source": (), "cue": (), **fields}
    return Statement(id=StatementId(statement_id), content=(span(text, content),), **given)  # type: ignore[arg-type]


def linked_statement(of: Report, content: str, **fields: object) -> LinkedStatement:
    """Return an indirect assertion of the report, unless told otherwise."""
    place = span(of.text, content)
    given: dict[str, object] = {
        "speaker": None,
        "organisation": None,
        "kind": StatementKind.INDIRECT,
        "stance": Stance.ASSERTED,
        "line": None,
        **fields,
    }
    return LinkedStatement(
        content=content,
        start=place.start,
        end=place.end,
        report_id=of.id,
        spans=(place,),
        **given,  # type: ignore[arg-type]
    )


def linked_report(of: Report, **fields: object) -> LinkedReport:
    """Return a report that shares the event and copies nothing, unless told otherwise."""
    given: dict[str, object] = {
        "event": EventId("event-1"),
        "events": (EventId("event-1"),),
        "parents": (),
        "share": 0.0,
        "root": of.id,
        "upstream": (),
        "own_reporting": False,
        **fields,
    }
    return LinkedReport(id=of.id, **given)  # type: ignore[arg-type]


def event(reports: tuple[Report, ...], lines: tuple[Line, ...] = (), **fields: object) -> Event:
    """Return the departure as these reports tell it."""
    given: dict[str, object] = {
        "label": "Delegation leaves for Russia",
        "edtf": "2024-07-08",
        "places": ("Pyongyang",),
        "actors": ("North Korea",),
        "recipients": ("Russia",),
        "type": EventType.CONSULT,
        "status": EventStatus.SINGLE_ORIGIN,
        "admiralty": Admiralty(reliability="C", credibility=3, because=("one origin",)),
        **fields,
    }
    return Event(id=EventId("event-1"), reports=tuple(each.id for each in reports), lines=lines, **given)  # type: ignore[arg-type]


def line(reports: tuple[Report, ...], *proof: Evidence, **fields: object) -> Line:
    """Return the line that rests on KCNA, unless told otherwise."""
    given: dict[str, object] = {
        "id": LineId("l1"),
        "origin": "KCNA",
        "origin_kind": OriginKind.OUTLET,
        "controller": "government of North Korea",
        "because": ("each names KCNA",),
        **fields,
    }
    return Line(reports=tuple(each.id for each in reports), evidence=proof, **given)  # type: ignore[arg-type]


def post_reading(post: Report) -> Reading:
    """Return everything there is to read in the Post's report."""
    text = post.text
    place = span(text, "Pyongyang")
    left = span(text, "A delegation of military teachers")
    notice = statement(
        text,
        "s1",
        KCNA_SAID[:-1],
        source=(span(text, "KCNA"),),
        cue=(span(text, "said"),),
        speaker_name="KCNA",
        organisation="KCNA",
    )
    warning = statement(
        text,
        "s2",
        "Any help would break the resolutions,",
        speaker_name="Park Ji-ho",
        office="spokesperson",
        organisation="foreign ministry",
        kind=StatementKind.DIRECT,
        stance=Stance.CONDITIONAL,
        hedges=(span(text, "would"),),
        addressee="the Post",
    )
    guess = statement(
        text,
        "s3",
        "it could be general training",
        speaker_name="Park Ji-ho",
        stance=Stance.POSSIBLE,
        hedges=(span(text, "speculated"), span(text, "could")),
    )
    left_mention = departure(
        text,
        "left",
        actors=(Participant(spans=(left,), entity=EntityId("e1")),),
        time=0,
        edtf="2024-07-08",
        places=(0,),
        according_to=StatementId("s1"),
    )
    return reading(
        post,
        entities=(Entity(id=EntityId("e1"), name="North Korea", type=NameType.GPE),),
        times=(time(text, "Monday", "2024-07-08"),),
        places=(PlaceMention(start=place.start, end=place.end, name="Pyongyang"),),
        statements=(notice, warning, guess),
        events=(left_mention,),
        upstream=(
            Upstream(name="KCNA", kind=UpstreamKind.AGENCY, spans=(span(text, "KCNA"),)),
            Upstream(name="Flightradar24", kind=UpstreamKind.SENSOR, spans=(span(text, "Flightradar24"),)),
        ),
        not_reported=(NotReported(who="North Korean media", what=(span(text, "has yet to report it"),)),),
        credits=(_credit(text, CreditRole.TRANSLATOR, "Ana Ruiz"),),
    )


def _credit(text: str, role: CreditRole, who: str) -> Credit:
    place = span(text, who)
    return Credit(role=role, name=who, start=place.start, end=place.end)


def reports() -> list[Report]:
    """Return the notice, the Post's repeat of it and a Korean one."""
    return [kcna(), report(), korean()]


def readings() -> list[Reading]:
    """Return what is read in :func:`reports`."""
    notice, post, gasang = reports()
    return [
        reading(
            notice, events=(departure(notice.text, "left", time=0),), times=(time(notice.text, "Monday", "2024-07-08"),)
        ),
        post_reading(post),
        reading(
            gasang, events=(departure(gasang.text, "출발했다고", time=0),), times=(time(gasang.text, "월요일", None),)
        ),
    ]


def linked() -> Linked:
    """Return how :func:`reports` hang together: all on KCNA, and the Post on two more origins."""
    notice, post, gasang = reports()
    copy = CopyLink(
        child=post.id,
        parent=notice.id,
        basis=CopyBasis.PASSAGE,
        share=0.25,
        child_evidence=evidence(post, KCNA_SAID[:-1]),
        parent_evidence=evidence(notice, KCNA_SAID[:-1]),
    )
    lines = (
        line(
            (notice, post, gasang),
            evidence(notice, KCNA_SAID),
            evidence(post, "KCNA"),
            evidence(gasang, "조선중앙통신이"),
        ),
        line(
            (post,),
            evidence(post, "Park Ji-ho"),
            id=LineId("l2"),
            origin="Park Ji-ho",
            origin_kind=OriginKind.SPEAKER,
            controller="government of South Korea",
        ),
        line(
            (post,),
            evidence(post, "Data from Flightradar24"),
            id=LineId("l3"),
            origin="Flightradar24",
            origin_kind=OriginKind.SENSOR,
            controller=None,
        ),
    )
    main = event(
        (notice, post, gasang),
        lines,
        n_origins=3,
        label_evidence=evidence(post, "Delegation leaves for Russia"),
        mentions=tuple((each.id, EventId("v1")) for each in (notice, post, gasang)),
        silent=(Silence(who="Rodong Sinmun", because="it has covered like visits, and no report of it is here"),),
        contradictions=(Contradiction(about="date", one=evidence(notice, "Monday"), other=evidence(gasang, "월요일")),),
    )
    said = (
        linked_statement(
            post, KCNA_SAID[:-1], speaker="KCNA", organisation="KCNA", line=LineId("l1"), said_in=3, saying="k1"
        ),
        linked_statement(
            post,
            "Any help would break the resolutions,",
            speaker="Park Ji-ho",
            organisation="foreign ministry",
            kind=StatementKind.DIRECT,
            stance=Stance.CONDITIONAL,
            line=LineId("l2"),
        ),
        linked_statement(
            post, "it could be general training", speaker="Park Ji-ho", stance=Stance.POSSIBLE, line=LineId("l2")
        ),
    )
    told = linked_statement(
        gasang,
        "북한 군사교육대표단이 월요일 평양을 출발했다고",
        speaker="KCNA",
        line=LineId("l1"),
        said_in=3,
        saying="k1",
    )
    return Linked(
        reports=(
            linked_report(notice, own_reporting=True),
            linked_report(
                post,
                parents=(notice.id,),
                share=0.25,
                root=notice.id,
                own_reporting=True,
                links=(copy,),
                statements=said,
            ),
            linked_report(gasang, statements=(told,)),
        ),
        events=(main,),
    )


def dossier(**fields: object) -> Dossier:
    """Return the dossier of :func:`reports`."""
    return assemble(linked(), reports(), readings(), made_at=MADE_AT, **fields)  # type: ignore[arg-type]


def texts() -> dict[ReportId, str]:
    """Return the text of each of :func:`reports`."""
    return {each.id: each.text for each in reports()}


def alone(text: str, **fields: object) -> tuple[Linked, list[Report], list[Reading]]:
    """Return one report that shares an event with nobody, linked and read by hand."""
    one = report("one", text, **fields)
    only = line((one,), Evidence(report_id=one.id, exact=text, start=0, end=len(text)), origin=one.outlet or "KCNA")
    happened = event((one,), (only,), label=text, n_origins=1)
    return Linked(reports=(linked_report(one),), events=(happened,)), [one], [reading(one)]
