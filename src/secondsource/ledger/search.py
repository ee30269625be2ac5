"""Full-text search over titles and texts, in any script."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from secondsource.ledger import sqlite
from secondsource.ledger.phrases import Phrase, find_phrases, matches
from secondsource.ledger.reports_told import Told, latest_told
from secondsource.ledger.tables import reports, texts
from secondsource.ledger.words import find_words, search_form
from secondsource.model.custody import FoundPage, SearchHit, Wanted
from secondsource.model.days import day_range
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


def find_wanted(connection: Connection, wanted: Wanted, *, first: int, most: int, bound: int) -> FoundPage:
    """Return the reports that fit all that is wanted, at most ``most`` from the one numbered ``first``, from 0.

    With words they come in the order of :func:`search_reports`; without, the last added first.
    """
    phrases = find_phrases(wanted.words)
    if wanted.words.strip() and not phrases:
        return FoundPage(hits=(), n_found=0)
    rows = [row for row in _candidates(connection, phrases, bound) if _is_of(row, wanted)]
    dated = [(row, day_range(row.published)) for row in rows]
    fitting = [row for row, days in dated if _is_within(days, wanted)]
    n_undated = sum(days is None for _, days in dated) if wanted.first_on or wanted.last_on else 0
    hits = tuple(_hit(connection, row.seq, phrases) for row in fitting[first : first + most])
    return FoundPage(hits=hits, n_found=len(fitting), n_undated=n_undated)


def _candidates(connection: Connection, phrases: tuple[Phrase, ...], bound: int) -> Iterator[Told]:
    rows = {row.seq: row for row in latest_told(connection, bound=bound)}
    # -1 is no limit: which of them are wanted is only seen in their rows.
    order: Sequence[int] = sqlite.find(connection, phrases, bound=bound, limit=-1) if phrases else sorted(rows)[::-1]
    return (rows[seq] for seq in order if seq in rows)


def _is_of(row: Told, wanted: Wanted) -> bool:
    outlet = wanted.outlet is None or (row.outlet or "").casefold() == wanted.outlet.casefold()
    return outlet and (wanted.language is None or row.language == wanted.language)


def _is_within(days: tuple[str, str] | None, wanted: Wanted) -> bool:
    if wanted.first_on is None and wanted.last_on is None:
        return True
    if days is None:
        return False
    return (wanted.last_on is None or days[0] <= wanted.last_on) and (
        wanted.first_on is None or wanted.first_on <= days[1]
    )


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
