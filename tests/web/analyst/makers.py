"""Ledgers with reports that tell of one landing, so that an event is made out and changes."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from secondsource.ledger.ledger import Ledger
from secondsource.model.ids import ReportId
from secondsource.model.intake import Intake
from secondsource.model.published import Published, PublishedBasis
from secondsource.model.report import Capture, Report
from secondsource.reading.read import read
from tests.ledger.makers import digest

FIRST = datetime(2026, 2, 1, 8, 0, tzinfo=UTC)
STEP = timedelta(hours=1)

KCNA_SAYS = (
    "Delegation leaves for Moscow\n\nPyongyang – A military delegation of North Korea left Pyongyang for Moscow on "
    "Monday, the Korean Central News Agency (KCNA) reported. It was led by Kim Kum Chol, KCNA said."
)
REPEATED = (
    "North sends officers to Russia\n\nSeoul – A military delegation of North Korea left Pyongyang for Moscow on "
    "Monday, KCNA reported. The ministry in Seoul declined to comment."
)
OTHER = (
    "Port strike ends\n\nRotterdam – Dockers of Rotterdam ended their strike on Tuesday, the union FNV said. "
    "“We have an agreement,” its chairman Piet de Vries told reporters."
)
SEOUL_SAYS = (
    "Seoul sees officers leave\n\nSeoul – A military delegation of North Korea left Pyongyang for Moscow on Monday, "
    "South Korea's unification ministry said. “The delegation departed by air,” spokesman Koo Byoung-sam told us."
)
"""Another origin for the event of the first two."""


def intake(report_id: str, text: str, *, outlet: str | None, day: str | None = "2024-07-09") -> Intake:
    """A report of plain text with its bytes."""
    data = text.encode()
    captured = Capture(
        sha256=digest(data), data=data, media_type="text/plain", origin=f"{report_id}.txt", captured_at=FIRST
    )
    published = Published(edtf=day, basis=PublishedBasis.UNKNOWN if day is None else PublishedBasis.GIVEN)
    report = Report(
        id=ReportId(report_id),
        text=text,
        published=published,
        outlet=outlet,
        title=text.split("\n", 1)[0],
        language="en",
        capture_sha256=captured.sha256,
    )
    return Intake(report=report, capture=captured)


def keep(path: Path, *intakes: Intake, at: datetime = FIRST, step: timedelta = STEP) -> None:
    """Keep the reports and their readings, one an hour."""
    with Ledger.open(path) as ledger:
        for n, each in enumerate(intakes):
            ledger.add(each, who="ana", at=at + n * step)
            ledger.add_reading(read(each.report), who="ana", at=at + n * step)


def small_ledger(folder: Path) -> Path:
    """A ledger with three reports of two events."""
    path = folder / "ledger.sqlite"
    keep(
        path,
        intake("a/1", KCNA_SAYS, outlet="KCNA"),
        intake("b-2", REPEATED, outlet="Yonhap"),
        intake("c-3", OTHER, outlet="NL Times", day=None),
    )
    return path
