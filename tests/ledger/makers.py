"""Small values with plain defaults."""

import hashlib
import json
from datetime import UTC, datetime

from secondsource.model.evidence import Span
from secondsource.model.ids import Digest, EventId, ReportId, StatementId
from secondsource.model.intake import Intake
from secondsource.model.mention import EventMention, EventType, Participant
from secondsource.model.published import UNKNOWN_DATE, Published, PublishedBasis
from secondsource.model.reading import ReaderModel, Reading
from secondsource.model.report import Capture, Report
from secondsource.model.statement import Statement

NOON = datetime(2024, 7, 9, 12, 0, tzinfo=UTC)
TEXT = "The delegation left Pyongyang on Monday, the agency said. Officials declined to comment."
READER = ReaderModel(name="rules", version="1", sha256=Digest("a" * 64))
OTHER_READER = ReaderModel(name="rules", version="2", sha256=Digest("b" * 64))


def digest(data: bytes) -> Digest:
    return Digest(hashlib.sha256(data).hexdigest())


def given(day: str) -> Published:
    return Published(edtf=day, basis=PublishedBasis.GIVEN)


def capture(data: bytes, *, media_type: str = "text/plain", origin: str = "report.txt") -> Capture:
    return Capture(sha256=digest(data), data=data, media_type=media_type, origin=origin, captured_at=NOON)


def intake(
    text: str = TEXT,
    *,
    id: str | None = None,  # noqa: A002  (as the field is named)
    published: Published = UNKNOWN_DATE,
    title: str | None = None,
    outlet: str | None = None,
    origin: str = "report.txt",
) -> Intake:
    captured = capture(text.encode(), origin=origin)
    report = Report(
        id=ReportId(id if id is not None else f"r-{captured.sha256[:12]}"),
        text=text,
        published=published,
        title=title,
        outlet=outlet,
        capture_sha256=captured.sha256,
    )
    return Intake(report=report, capture=captured)


def json_intakes(*items: dict[str, str]) -> list[Intake]:
    """Several reports of one file of JSON lines."""
    data = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items).encode()
    captured = capture(data, media_type="application/x-ndjson", origin="reports.jsonl")
    return [
        Intake(
            report=Report(
                id=ReportId(item["id"]), text=item["text"], capture_sha256=captured.sha256, position=position
            ),
            capture=captured,
        )
        for position, item in enumerate(items, start=1)
    ]


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def reading(of: str, *, model: ReaderModel = READER, speaker: str | None = "KCNA", stance: str = "asserted") -> Reading:
    """A reading of :data:`TEXT`."""
    statement = Statement(
        id=StatementId("s1"),
        source=(span("the agency"),),
        cue=(span("said"),),
        content=(span("The delegation left Pyongyang on Monday"),),
        speaker_name=speaker,
        organisation="Korean Central News Agency",
    )
    event = EventMention(
        id=EventId("v1"),
        type=EventType.CONSULT,
        trigger=(span("left"),),
        quad=1,
        actors=(Participant(spans=(span("The delegation"),)),),
        according_to=StatementId("s1"),
    )
    return Reading(
        id=ReportId(of),
        language="en",
        published=None,
        published_basis="unknown",
        model=model,
        statements=(statement,),
        events=(event,),
        own_reporting=stance != "asserted",
    )
