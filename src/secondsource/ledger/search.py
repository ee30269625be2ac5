"""Full-text search over titles and texts, in any script."""

from sqlalchemy import Connection, select

from secondsource.ledger import sqlite
from secondsource.ledger.phrases import Phrase, find_phrases, matches
from secondsource.ledger.tables import reports, texts
from secondsource.ledger.words import find_words, search_form
from secondsource.model.custody import SearchHit
from secondsource.model.evidence import Span
from secondsource.model.ids import ReportId
from secondsource.model.published import Published, PublishedBasis

_BEFORE = 80
_AFTER = 160
"""Characters of a snippet before and after the start of the first match, then drawn in to the nearest blank."""

MAX_SPANS = 100
"""Matches that a hit names; a page that repeats a word ten thousand times needs no more."""


def index_report(connection: Connection, *, seq: int, title: str | None, text: str) -> None:
    """Put the words of the report row ``seq`` into the index."""
    sqlite.index(connection, seq=seq, title=search_form(title or ""), words=search_form(text))


def search_reports(connection: Connection, search: str, *, limit: int, bound: int) -> list[SearchHit]:
    """Return the reports that hold all words of ``search``, at most ``limit``, as they were at entry ``bound``.

    Quote marks hold words together; a word of four letters or more also finds those that begin with it; accents and
    case do not count. First come those with all words in the title, then with the words side by side, then the
    rest; in each the last added first. A search without any word finds nothing.
    """
    phrases = find_phrases(search)
    if not phrases or limit < 1:
        return []
    seqs = sqlite.find(connection, phrases, bound=bound, limit=limit)
    return [_hit(connection, seq, phrases) for seq in seqs]


def _hit(connection: Connection, seq: int, phrases: tuple[Phrase, ...]) -> SearchHit:
    row = connection.execute(select(reports, texts.c.text).join(texts).where(reports.c.seq == seq)).one()
    spans = tuple(matches(list(find_words(row.text)), phrases))[:MAX_SPANS]
    shown = _snippet(row.text, spans[0] if spans else Span(0, 0))
    return SearchHit(
        report_id=ReportId(row.id),
        title=row.title,
        outlet=row.outlet,
        published=Published(edtf=row.published, basis=PublishedBasis(row.published_basis)),
        snippet=shown.of(row.text),
        start=shown.start,
        spans=spans,
    )


def _snippet(text: str, match: Span) -> Span:
    start = max(0, match.start - _BEFORE)
    end = min(len(text), max(match.end, match.start + _AFTER))
    # Drawn in to a blank where there is one, so that no word is cut; scripts without blanks are cut where they are.
    while start > 0 and start < match.start and not text[start - 1].isspace():
        start += 1
    kept = end
    while kept < len(text) and kept > match.end and not text[kept].isspace():
        kept -= 1
    return Span(_first_inked(text, start, match.start), kept if kept > match.end else end)


def _first_inked(text: str, start: int, limit: int) -> int:
    while start < limit and text[start].isspace():
        start += 1
    return start
