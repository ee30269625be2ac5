"""What the ledger tells about its reports, without their words."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from secondsource.ledger.tables import reports


class Told(NamedTuple):
    """A report's row without its words; a tuple, because a search looks at every report.

    Attributes:
        seq: The row's number.
        outlet: Who published it, None if unknown.
        language: ISO 639-1 code, None if unknown.
        published: When, EDTF; None if unknown.
    """

    seq: int
    outlet: str | None
    language: str | None
    published: str | None


def latest_told(connection: Connection, *, bound: int) -> list[Told]:
    """Return each report's latest row up to entry ``bound``."""
    later = reports.alias("later")
    newer = select(later.c.seq).where(later.c.id == reports.c.id, later.c.seq > reports.c.seq, later.c.seq <= bound)
    columns = (reports.c.seq, reports.c.outlet, reports.c.language, reports.c.published)
    rows = connection.execute(select(*columns).where(reports.c.seq <= bound, ~newer.exists()))
    return [Told(*row) for row in rows]


def languages(connection: Connection) -> list[str]:
    """Return the languages that reports are in, as their codes, by letter."""
    query = select(reports.c.language).where(reports.c.language.is_not(None)).distinct().order_by(reports.c.language)
    return [str(code) for code in connection.scalars(query)]
