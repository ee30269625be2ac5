"""Are the captured bytes those that came in, and are the reports' words theirs?"""

from collections.abc import Iterator

from sqlalchemy import Connection, RowMapping, select

from secondsource.ledger.canonical import sha256_of, sha256_of_text
from secondsource.ledger.captures import unpack
from secondsource.ledger.derivation import Original, difference
from secondsource.ledger.errors import CAPTURE_FAULT, RECORD_FAULT, TEXT_FAULT, LedgerDamaged
from secondsource.ledger.tables import captures, reports, texts
from secondsource.model.custody import Fault
from secondsource.model.ids import ReportId

_AT_ONCE = 50
"""Captures fetched together; each may be a whole file."""


def check_captures(connection: Connection, report_id: ReportId | None) -> Iterator[Fault]:
    """Yield each capture whose bytes are not those of its digest."""
    query = select(captures).order_by(captures.c.seq)
    if report_id is not None:
        query = query.where(captures.c.sha256.in_(select(reports.c.capture_sha256).where(reports.c.id == report_id)))
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(query).mappings():
        found = _capture_fault(row)
        if found is not None:
            yield Fault(
                code=CAPTURE_FAULT,
                subject=row["sha256"],
                message=(
                    f"Capture {row['sha256']} of {row['origin']} was to hold the bytes of that digest; {found}.\n"
                    "The bytes were changed after capture. Compare them with your last copy of the ledger."
                ),
            )


def check_texts(connection: Connection, report_id: ReportId | None) -> Iterator[Fault]:
    """Yield each report whose words are not those of their digest, or do not stand in the captured bytes."""
    query = (
        select(reports, texts.c.text)
        .join(texts, texts.c.sha256 == reports.c.text_sha256, isouter=True)
        .order_by(reports.c.capture_sha256, reports.c.seq)
    )
    if report_id is not None:
        query = query.where(reports.c.id == report_id)
    original: Original | None = None
    behind = ("", "")
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(query).mappings():
        # Reports of one file come together: its bytes are unpacked and decoded once for all of them.
        if (row["capture_sha256"], row["encoding"]) != behind:
            behind = (row["capture_sha256"], row["encoding"])
            original = _original(connection, row)
        found = _text_fault(row, original)
        if found is not None:
            yield Fault(
                code=TEXT_FAULT,
                subject=row["id"],
                message=(
                    f"The words of report {row['id']} were to stand in capture {row['capture_sha256']}; {found}.\n"
                    "Words or bytes were changed after capture. Compare them with your last copy of the ledger."
                ),
            )


def check_unlisted(connection: Connection) -> Iterator[Fault]:
    """Yield each text that no report has."""
    query = select(texts.c.sha256).where(~select(reports.c.seq).where(reports.c.text_sha256 == texts.c.sha256).exists())
    for sha256 in connection.scalars(query.order_by(texts.c.sha256)):
        yield Fault(
            code=RECORD_FAULT,
            subject=sha256,
            message=(
                f"The text {sha256} was to belong to a report; none has it.\n"
                "The ledger was changed from outside. Compare it with your last copy."
            ),
        )


def _capture_fault(row: RowMapping) -> str | None:
    if not isinstance(row["data"], bytes) or sha256_of(row["data"]) != row["stored_sha256"]:
        return "what is stored is not what was packed"
    try:
        data = unpack(row)
    except LedgerDamaged:
        return "they cannot be unpacked"
    return None if sha256_of(data) == row["sha256"] else "they have another digest"


def _original(connection: Connection, report: RowMapping) -> Original | None:
    query = select(captures).where(captures.c.sha256 == report["capture_sha256"])
    row = connection.execute(query).mappings().first()
    if row is None:
        return None
    try:
        return Original(data=unpack(row), media_type=row["media_type"], encoding=report["encoding"])
    except LedgerDamaged:
        return None


def _text_fault(report: RowMapping, original: Original | None) -> str | None:
    if report["text"] is None:
        return "there is no text of that digest"
    if sha256_of_text(report["text"]) != report["text_sha256"]:
        return "the stored text has another digest than when it was captured"
    if original is None:
        return "those bytes are not there or cannot be unpacked"
    return difference(report, original)
