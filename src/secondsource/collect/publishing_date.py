"""When a report was published: given, stated, inferred or unknown, and never guessed."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from secondsource.model.published import UNKNOWN_DATE, Published, PublishedBasis
from secondsource.model.report import Section, SectionKind
from secondsource.text.date_lines import published_in_line
from secondsource.text.datelines import find_dateline
from secondsource.text.dates import parse_date

INFERRED_WITHIN_DAYS = 92
"""Days before an open dateline in which every full date of the text must lie for the year to be inferred."""

FULL_DATES_MOST = 200
"""Full dates of a text that are looked at."""

_FULL_DATE = re.compile(
    r"\b(?:[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d{2}|\d{1,2} [^\W\d_]{3,9}\.? (?:19|20)\d{2}|(?:19"
    r"|20)\d{2}-\d{2}-\d{2})\b"
    r"|(?:19|20)\d{2}년 \d{1,2}월 \d{1,2}일"
)


def find_published(
    text: str, sections: Sequence[Section], *, given: Iterable[str | None] = (), stated: Iterable[str | None] = ()
) -> Published:
    """Return the report's date of publication and how it is known.

    The first of ``given`` that is a date counts as given. Else the first of ``stated`` (the page's metadata), a
    line such as "Published: 9 July 2024" or a dateline with its year counts as stated. Else a dateline that leaves
    the year open is inferred as the interval of that day and the next, where every full date of the text lies in
    the 92 days up to it and so fixes one year. Else the date is unknown.
    """
    for words in given:
        if words is not None and (edtf := parse_date(words)) is not None:
            return Published(edtf=edtf, basis=PublishedBasis.GIVEN)
    for words in (*stated, *_stated_in(text, sections)):
        if words is not None and (edtf := parse_date(words)) is not None:
            return Published(edtf=edtf, basis=PublishedBasis.STATED)
    inferred = _inferred(text, sections)
    return UNKNOWN_DATE if inferred is None else Published(edtf=inferred, basis=PublishedBasis.INFERRED)


def _stated_in(text: str, sections: Sequence[Section]) -> Iterable[str | None]:
    datelines = [section for section in sections if section.kind is SectionKind.DATELINE]
    for section in datelines:
        yield published_in_line(text[section.start : section.end])
    for section in datelines:
        dateline = find_dateline(text, section.start, len(text))
        if dateline is not None and dateline.has_year:
            yield dateline.date


def _inferred(text: str, sections: Sequence[Section]) -> str | None:
    """Return the interval that an open dateline and the full dates of the text leave possible, None if several."""
    section = next((section for section in sections if section.kind is SectionKind.DATELINE), None)
    dateline = None if section is None else find_dateline(text, section.start, len(text))
    if dateline is None or dateline.date is None or dateline.has_year:
        return None
    matches = list(_FULL_DATE.finditer(text))[:FULL_DATES_MOST]
    dates = [day for match in matches if (day := _day(match.group())) is not None]
    years = {day.year for day in dates} | {day.year + 1 for day in dates}
    filed = [
        day for year in sorted(years) if (day := _day(f"{dateline.date} {year}") or _day(f"{dateline.date}, {year}"))
    ]
    fitting = [day for day in filed if all(0 <= (day - named).days <= INFERRED_WITHIN_DAYS for named in dates)]
    if len(fitting) != 1:
        return None
    # The dateline gives the day of filing; the page may carry it a day later.
    return f"{fitting[0].isoformat()}/{(fitting[0] + timedelta(days=1)).isoformat()}"


def _day(words: str) -> date | None:
    edtf = parse_date(words)
    return date.fromisoformat(edtf) if edtf is not None and re.fullmatch(r"\d{4}-\d{2}-\d{2}", edtf) else None
