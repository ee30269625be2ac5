"""What the ledger tells about its reports, without their words."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from secondsource.ledger.tables import reports


def latest_told(connection: Connection, *, bound: int) -> Sequence[Row[Any]]:
    """Return number, outlet, language and date of each report's latest row up to entry ``bound``."""
    later = reports.alias("later")
    newer = select(later.c.seq).where(later.c.id == reports.c.id, later.c.seq > reports.c.seq, later.c.seq <= bound)
    columns = (reports.c.seq, reports.c.outlet, reports.c.language, reports.c.published)
    return connection.execute(select(*columns).where(reports.c.seq <= bound, ~newer.exists())).all()


def languages(connection: Connection) -> list[str]:
    """Return the languages that reports are in, as their codes, by letter."""
    query = select(reports.c.language).where(reports.c.language.is_not(None)).distinct().order_by(reports.c.language)
    return [str(code) for code in connection.scalars(query)]
