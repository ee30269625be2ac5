"""Does the search index hold every word of every report, and no other?"""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection, select

from secondsource.ledger import sqlite
from secondsource.ledger.errors import INDEX_FAULT
from secondsource.ledger.tables import reports, texts
from secondsource.ledger.words import find_words
from secondsource.model.custody import Fault

_AT_ONCE = 200


def check_search(connection: Connection) -> Iterator[Fault]:
    """Yield one fault if the index does not count each word as often as the reports have it."""
    counts: Counter[str] = Counter()
    query = select(reports.c.title, texts.c.text).join(texts)
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(query):
        for words in (row.title or "", row.text):
            counts.update(word.key for word in find_words(words))
    if counts != dict(sqlite.index_terms(connection)):
        yield Fault(
            code=INDEX_FAULT,
            subject="search index",
            message=(
                "The search index was to hold the words of all reports; it holds others or lacks some.\n"
                "No report is touched by that, but a search may miss one: take the reports into a new ledger, "
                "second-source collect FOLDER --ledger FILE"
            ),
        )
