"""Does every quotation stand, character for character, where a reading says it stands?"""

from collections.abc import Iterator

from sqlalchemy import Connection, RowMapping, select

from secondsource.ledger.errors import EVIDENCE_FAULT
from secondsource.ledger.tables import evidence, readings, reports, texts
from secondsource.model.custody import Fault
from secondsource.model.ids import ReportId

_AT_ONCE = 1_000


def check_readings(connection: Connection, report_id: ReportId | None) -> Iterator[Fault]:
    """Yield each piece of evidence whose words its report does not have there."""
    query = (
        select(evidence, readings.c.report_id.label("read_id"), texts.c.text)
        .join(readings, readings.c.seq == evidence.c.reading_seq, isouter=True)
        .join(reports, reports.c.seq == readings.c.report_seq, isouter=True)
        .join(texts, texts.c.sha256 == reports.c.text_sha256, isouter=True)
        .order_by(evidence.c.reading_seq, evidence.c.n)
    )
    if report_id is not None:
        query = query.where(evidence.c.report_id == report_id)
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(query).mappings():
        if not _stands(row):
            yield Fault(
                code=EVIDENCE_FAULT,
                subject=str(row["report_id"]),
                message=(
                    f"Evidence {row['reading_seq']}.{row['n']} ({row['kind']} {row['local_id']}, {row['role']}) quotes "
                    f"{len(str(row['exact']))} characters that report {row['report_id']} does not have at "
                    f"{row['start']}–{row['end']}.\nThe stored text or the evidence changed after it was read. "
                    f"Check it: second-source verify {row['report_id']}"
                ),
            )


def _stands(row: RowMapping) -> bool:
    start, end, text = row["start"], row["end"], row["text"]
    if text is None or row["read_id"] != row["report_id"]:
        return False
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= len(text)):
        return False
    stands: bool = text[start:end] == row["exact"]
    return stands
