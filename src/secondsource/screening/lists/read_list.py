"""A list's file in whichever of the official formats it is."""

import re
from collections.abc import Callable
from pathlib import Path

from secondsource.model.listed import SanctionsList
from secondsource.screening.errors import ListNotRecognised
from secondsource.screening.lists.body import ListBody
from secondsource.screening.lists.eu_csv import read_eu_csv
from secondsource.screening.lists.eu_xml import read_eu_xml
from secondsource.screening.lists.ftm import read_ftm
from secondsource.screening.lists.ofac_csv import read_ofac_csv, set_of
from secondsource.screening.lists.ofac_xml import read_ofac_xml
from secondsource.screening.lists.source import broken, digest_of, head_of
from secondsource.screening.lists.uk_csv import read_uk_csv
from secondsource.screening.lists.un_xml import read_un_xml
from secondsource.screening.lists.us_csl import read_us_csl
from secondsource.screening.lists.values import whole_day

Reader = Callable[[Path], ListBody]

# By what their beginning shows; the first that fits is taken.
_FORMATS: tuple[tuple[str, "re.Pattern[str]", Reader], ...] = (
    ("un-xml", re.compile(r"<CONSOLIDATED_LIST\b"), read_un_xml),
    ("ofac-xml", re.compile(r"<(?:\w+:)?sdnList\b"), read_ofac_xml),
    ("eu-xml", re.compile(r"<(?:\w+:)?export\b[^>]*fsd/export"), read_eu_xml),
    ("ftm", re.compile(r'\A\s*\{.*"schema"', re.DOTALL), read_ftm),
    ("us-csl", re.compile(r"\A_id,source,entity_number\b"), read_us_csl),
    ("eu-csv", re.compile(r'\A"?(?:date_file|filegenerationdate)', re.IGNORECASE), read_eu_csv),
    (
        "uk-csv",
        re.compile(r'\A"?(?:last updated|report date)\b[^\n]*\n.*?\b(?:name 6|unique id)\b', re.IGNORECASE | re.DOTALL),
        read_uk_csv,
    ),
    ("ofac-csv", re.compile(r'\A\d+,"[^"\n]+",(?:-0- |"[a-z]+"),'), read_ofac_csv),
)
_ENDINGS = re.compile(r"(?:\.(?:gz|jsonl?|ftm|csv|xml|txt))+\Z", re.IGNORECASE)


def list_name(path: Path) -> str:
    """Return what the list in the file is called: the file's name without its endings."""
    return _ENDINGS.sub("", path.name) or path.name


def read_list(path: Path, *, name: str | None = None, list_on: str | None = None) -> SanctionsList:
    """Return the list that the file holds.

    Args:
        path: The file; of OFAC's CSV set the one with the names, the others are found beside it.
        name: What it is to be called; else the file's name without its endings.
        list_on: Its day, ISO 8601, where the file bears none; else a day in the file's name counts.

    Raises:
        ListNotFound: The file is not there or not readable.
        ListNotRecognised: It is in none of the formats.
        ListBroken: It breaks somewhere or holds nothing.
        ListTooLarge: It is larger than any list.
    """
    head = head_of(path)
    found = next(((form, read) for form, shows, read in _FORMATS if shows.search(head)), None)
    if found is None:
        raise ListNotRecognised(
            f"{path} was to be read as a sanctions list; its beginning is that of none of the formats "
            f"{', '.join(form for form, _, _ in _FORMATS)}.\n"
            "Name a list as its publisher gives it out; docs/reference/sanctions-lists.md says which."
        )
    form, read = found
    body = read(path)
    if not body.entries:
        raise broken(path.name, "at its end", "nothing stands on it")
    return SanctionsList(
        name=name or list_name(path),
        format=form,
        list_on=body.list_on or list_on or whole_day(path.name),
        sha256=digest_of(set_of(path) if form == "ofac-csv" else [path]),
        entries=tuple(body.entries),
    )
