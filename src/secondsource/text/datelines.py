"""Where and when it was filed: openings such as "SEOUL, July 9 (Yonhap) --"."""

import re
from dataclasses import dataclass

from secondsource.model.evidence import Span

DATELINE_MOST = 120
"""Characters that a dateline has at most."""

_UPPER = "A-ZÀ-ÖØ-ÞĀŁŚŠŻŽČĆĐА-ЯЁЄІЇҐЎ"
_WORD = rf"[{_UPPER}][\w'’.-]{{1,20}}"
_PLACE = rf"{_WORD}(?:[ /,](?:[ ]?{_WORD})){{0,3}}"
_CAPITALS = rf"[{_UPPER}]{{3,20}}(?:[ /-]{{1,2}}[{_UPPER}]{{2,20}}){{0,3}}"
_MONTH = r"(?P<month>[^\W\d_]{3,10}\.?)"
_DAY = rf"(?:{_MONTH}[ ]\d{{1,2}}|\d{{1,2}}\.?[ ](?:de[ ])?(?P<month_after>[^\W\d_]{{3,10}}\.?))"
_DATE = rf"(?P<date>{_DAY}(?:,?[ ](?:de[ ])?(?P<year>\d{{4}})(?:[ ]г\.?)?)?)"
_AGENCY = r"(?:[(/\[](?P<agency>[^()/\[\]\n]{2,40})[)/\]])"
_DASH = r"(?:[.]?[ ]?(?:--|[—–-])|[ ]?--)"

_FORMS = tuple(
    re.compile(form)
    for form in (
        # "SEOUL, Sept. 14 (Yonhap). ", "MOSCOW, 13 September 2024 (Agency) --", "МОСКВА, 9 июля. /ТАСС/. "
        rf"^(?P<place>{_PLACE}),?[ ]{_DATE}[.,]?[ ]{_AGENCY}(?:{_DASH}|[.:,]{{0,2}})[ ]",
        # "МОСКВА, 13 сен — РИА Новости. "
        rf"^(?P<place>{_PLACE}),[ ]{_DATE}[ ]?[—–-][ ](?P<agency>{_WORD}(?:[ ]{_WORD}){{0,2}})\.[ ]",
        # "SEOUL, July 9, 2024 -- "
        rf"^(?P<place>{_PLACE}),[ ]{_DATE}{_DASH}[ ]",
        # "MOSCOW (Reuters) - ", "Berlin (dpa) - ", "March 29, 2024 (EIRNS). "
        rf"^(?P<place>{_PLACE})[ ]{_AGENCY}(?:[ ]?{_DASH}|[.:])[ ]",
        rf"^{_DATE}[ ]{_AGENCY}(?:[ ]?{_DASH}|[.:])[ ]",
        # "MOSCOW. ", "WASHINGTON — "
        rf"^(?P<place>{_CAPITALS})(?:[ ]?{_DASH}|\.)[ ]",
        # "(서울=연합뉴스) ", "[서울=뉴시스] "
        r"^[(\[](?P<place>[가-힣A-Za-z·, ]{1,20})=(?P<agency>[가-힣A-Za-z ]{2,20})[)\]][ ]?",
    )
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline in a text.

    Attributes:
        span: The whole dateline, up to the stop or dash before the news.
        agency: The words that name the agency, None if none does.
        date: Its date as written, None if it has none.
        has_year: Whether that date names its year.
    """

    span: Span
    agency: Span | None
    date: str | None
    has_year: bool


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """Return the dateline with which the paragraph from ``start`` to ``end`` opens, None if it opens with news."""
    words = text[start : min(end, start + DATELINE_MOST + 1)]
    match = next((match for form in _FORMS if (match := form.match(words)) is not None), None)
    if match is None or start + match.end() >= end:
        return None
    groups = match.groupdict()
    agency = None if groups.get("agency") is None else Span(start + match.start("agency"), start + match.end("agency"))
    span = Span(start, start + len(match.group().rstrip()))
    return Dateline(span=span, agency=agency, date=groups.get("date"), has_year=groups.get("year") is not None)
