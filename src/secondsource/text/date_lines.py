"""Lines of a page that say when it was published ("Published: 9 July 2024")."""

import re

from secondsource.text.dates import parse_date

DATE_LINE_MOST = 100
"""Characters that a line which gives the date has at most."""

_PUBLISHED = (
    r"published(?: on| at)?|posted(?: on)?|date|first published|publication date|issued"
    r"|등록|입력|기사입력|게재|승인|опубликовано|дата публикации|veröffentlicht(?: am)?|erschienen am|stand"
    r"|publicado(?: el)?|fecha|публикувано(?: на)?|publié le"
)
_CHANGED = (
    r"updated(?: on| at)?|last updated|last modified|modified|수정|최종수정|обновлено|aktualisiert"
    r"|actualizado|обновена?"
)
_LABELLED = re.compile(rf"^(?P<label>{_PUBLISHED}|{_CHANGED})[ ]?[:：]?[ ](?P<date>.{{4,80}})$", re.IGNORECASE)
_IS_CHANGE = re.compile(rf"^(?:{_CHANGED})$", re.IGNORECASE)
_DATE_SHAPE = re.compile(r"\d{4}")


def published_in_line(words: str) -> str | None:
    """Return the EDTF date of publication that a line by itself states, None if it states none.

    A line that only says when the page was changed states none.
    """
    if len(words) > DATE_LINE_MOST or _DATE_SHAPE.search(words) is None:
        return None
    return _full_day(words) if _LABELLED.match(words) is None else labelled_date(words)


def labelled_date(words: str) -> str | None:
    """Return the EDTF date that a line states after a word such as "Published", None if it states none so."""
    match = _LABELLED.match(words) if len(words) <= DATE_LINE_MOST else None
    return None if match is None or _IS_CHANGE.match(match["label"]) else _full_day(match["date"])


def is_date_line(words: str) -> bool:
    """Return whether a line says nothing but when the page was published or changed."""
    if len(words) > DATE_LINE_MOST or _DATE_SHAPE.search(words) is None:
        return False
    match = _LABELLED.match(words)
    return _full_day(words if match is None else match["date"]) is not None


def _full_day(words: str) -> str | None:
    edtf = parse_date(words)
    return edtf if edtf is not None and len(edtf) >= len("2024-07-09") and "/" not in edtf else None
