"""A captured item of reporting, and the bytes it came from."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from secondsource.model.ids import Digest, ReportId
from secondsource.model.published import UNKNOWN_DATE, Published


class SectionKind(StrEnum):
    """The parts of a report's page; only title, standfirst, caption and body are read as news."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    BODY = "body"
    CREDIT = "credit"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the report's text.

    Attributes:
        kind: What part of a page it is.
        start: First character, counted in code points from 0.
        end: One past the last character.
    """

    kind: SectionKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Bytes exactly as they came in.

    Attributes:
        sha256: Digest of ``data``; the capture's address.
        data: The bytes.
        media_type: ``text/plain``, ``text/html`` or ``application/x-ndjson``.
        origin: Where they came from, as the user named it: a path, an address, or ``-`` for standard input.
        captured_at: When, aware UTC.
    """

    sha256: Digest
    data: bytes
    media_type: str
    origin: str
    captured_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One captured item of reporting.

    Attributes:
        id: The caller's id where one was given, else made from the capture's digest.
        text: The words that are read; offsets everywhere count its code points.
        published: When it was published and how that is known.
        outlet: Who published it, as given or found on the page; None if unknown.
        title: Its headline where given apart from the text or found in it; None if none.
        url: Address of the page, as given or found; None if unknown. Never fetched.
        language: ISO 639-1 code, as given or found; None if unknown.
        sections: The parts of ``text`` in text order, not overlapping. Text that no section covers is blank.
        links: Addresses that the page's body links to, in page order; evidence of what it cites, never fetched.
        capture_sha256: Digest of the capture the report was taken from; None for a report made in memory.
        encoding: How the capture's bytes were read as text, as a codec name.
        position: 1-based line of the capture where several reports stand in one file, else 1.
    """

    id: ReportId
    text: str
    published: Published = UNKNOWN_DATE
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    sections: tuple[Section, ...] = ()
    links: tuple[str, ...] = ()
    capture_sha256: Digest | None = None
    encoding: str = "utf-8"
    position: int = 1
