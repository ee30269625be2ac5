"""Who said what: search over the statements of the latest readings."""

from sqlalchemy import ColumnElement, Connection, func, select

from secondsource.ledger.phrases import find_phrases
from secondsource.ledger.readings import reading_of
from secondsource.ledger.tables import readings, statements
from secondsource.model.custody import StatementHit
from secondsource.model.ids import ReportId
from secondsource.model.reading import Reading


def find_statements(
    connection: Connection,
    *,
    speaker: str | None,
    organisation: str | None,
    words: str | None,
    limit: int,
    bound: int,
) -> list[StatementHit]:
    """Return the statements that fit all that is given, in the latest reading of each report at entry ``bound``.

    Each of ``speaker``, ``organisation`` and ``words`` is searched as :func:`search_reports` searches: all its words,
    accents and case do not count, a word of four letters or more also finds longer ones. One that is given and holds
    no word finds nothing. Last read first, and in text order within a reading.
    """
    wanted = ((speaker, "speaker_words"), (organisation, "organisation_words"), (words, "content_words"))
    conditions: list[ColumnElement[bool]] = []
    for search, column in wanted:
        if search is not None:
            phrases = find_phrases(search)
            if not phrases:
                return []
            # Keys hold letters and digits only: nothing in them is a wildcard.
            conditions += [
                statements.c[column].like(f"% {' '.join(phrase.keys)}{'' if phrase.prefix else ' '}%")
                for phrase in phrases
            ]
    latest = (
        select(func.max(readings.c.seq)).where(readings.c.seq <= bound).group_by(readings.c.report_id).scalar_subquery()
    )
    query = (
        select(statements, readings.c.body)
        .join(readings)
        .where(statements.c.reading_seq.in_(latest), *conditions)
        .order_by(statements.c.reading_seq.desc(), statements.c.n)
        .limit(limit)
    )
    made: dict[int, Reading] = {}
    hits = []
    for row in connection.execute(query):
        reading = made.get(row.reading_seq) or made.setdefault(row.reading_seq, reading_of(row.body))
        hits.append(
            StatementHit(
                report_id=ReportId(row.report_id),
                statement=reading.statements[row.n - 1],
                words=row.content,
                model=reading.model,
            )
        )
    return hits
