"""Walking a ledger from end to end: does everything in it still hold?"""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from secondsource.ledger import sqlite
from secondsource.ledger.chain import EMPTY, entry_hash
from secondsource.ledger.check_custody import check_captures, check_texts, check_unlisted
from secondsource.ledger.check_readings import check_readings
from secondsource.ledger.check_records import check_records
from secondsource.ledger.check_search import check_search
from secondsource.ledger.errors import CHAIN_FAULT, GUARD_FAULT, HEAD_FAULT, LedgerDamaged
from secondsource.ledger.tables import APPEND_ONLY, log
from secondsource.model.custody import Fault, Head
from secondsource.model.ids import ReportId


def find_faults(connection: Connection, *, report_id: ReportId | None, expected_head: Head | None) -> Iterator[Fault]:
    """Yield whatever does not hold, in the order of the checks; nothing is mended.

    Checked are the guards against change, the chain of the log, every recorded row against its entry, every
    capture against its digest, every report's words against its capture, every quotation against those words, and
    the search index. With ``report_id`` only that report's rows are, and the chain.

    Args:
        connection: Open on the ledger, its text let through raw.
        report_id: The one report to check, None for all.
        expected_head: A head noted earlier, which the log must still hold.
    """
    yield from _check_guards(connection)
    yield from check_chain(connection, expected_head)
    yield from check_records(connection, report_id)
    yield from check_captures(connection, report_id)
    yield from check_texts(connection, report_id)
    yield from check_readings(connection, report_id)
    if report_id is None:
        yield from check_unlisted(connection)
        yield from check_search(connection)
        yield from _check_file(connection)


def check_chain(connection: Connection, expected_head: Head | None) -> Iterator[Fault]:
    """Yield each entry that is missing, out of order or changed, and the expected head if the log does not hold it."""
    head = EMPTY
    met = expected_head is None or expected_head == EMPTY
    for row in connection.execute(select(log).order_by(log.c.seq)):
        found = _chain_fault(row.seq, row.prev, head)
        if entry_hash(row) != row.hash:
            found = "its words and its hash do not belong together"
        if found is not None:
            yield Fault(
                code=CHAIN_FAULT,
                subject=f"log {row.seq}",
                message=(
                    f"Entry {row.seq} of the log was to follow entry {head.seq}; {found}.\n"
                    "The log was changed from there on. Compare it with your last copy of the ledger."
                ),
            )
        head = Head(seq=row.seq, hash=row.hash)
        met = met or head == expected_head
    if not met and expected_head is not None:
        yield _missing_head(expected_head, head)


def _chain_fault(seq: object, prev: object, ahead: Head) -> str | None:
    if seq != ahead.seq + 1:
        return "others between them are missing"
    if prev != ahead.hash:
        return "it carries another hash as the one ahead of it"
    return None


def _missing_head(expected: Head, found: Head) -> Fault:
    return Fault(
        code=HEAD_FAULT,
        subject=f"log {expected.seq}",
        message=(
            f"The log was to hold entry {expected.seq} with the hash {expected.hash}; it ends with entry {found.seq} "
            "and does not.\nIts end was cut off or written anew since that head was noted. "
            "Compare it with your last copy of the ledger."
        ),
    )


def _check_guards(connection: Connection) -> Iterator[Fault]:
    missing = sqlite.missing_guards(connection, APPEND_ONLY)
    if missing:
        yield Fault(
            code=GUARD_FAULT,
            subject="tables",
            message=(
                f"Every table was to be guarded against change; {len(missing)} guards are missing or altered.\n"
                "Somebody prepared the file for a change from outside. Compare it with your last copy of the ledger."
            ),
        )


def _check_file(connection: Connection) -> Iterator[Fault]:
    damages = list(sqlite.damages(connection))
    damages += [
        f"row {number} of {table} leans on a row that is not there" for table, number in sqlite.orphans(connection)
    ]
    for damage in damages:
        yield Fault(
            code=LedgerDamaged.code,
            subject="file",
            message=(
                f"The file was to be in order; the engine's own check says: {damage}.\n"
                "Keep the file as it is and take your last copy."
            ),
        )
