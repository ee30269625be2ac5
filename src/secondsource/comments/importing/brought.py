"""One comment of a file from elsewhere."""

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What we take of it: no mail address, no network, no address of a page of the author's.

    Attributes:
        key: Its number or id there, by which it is never taken twice; empty if it has none.
        thread: What it was written to: the last part of that page's address.
        name: Its author's name.
        words: What it says, as plain text.
        sent_at: When it was sent, aware UTC; None if the file does not say.
    """

    key: str
    thread: str
    name: str
    words: str
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class Unread:
    """One comment of a file that could not be read; the others are.

    Attributes:
        key: What it can be found by: its number there, or its line.
        why: What is wrong with it; never its words.
    """

    key: str
    why: str


def moment_from(text: str) -> datetime | None:
    """Return the moment that a file gives in ISO's form, UTC where it does not say; None if it is none."""
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    # Years that cannot be written in four digits come from broken exports.
    if not 1970 <= at.year <= 9998:
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def last_part(address: str) -> str:
    """Return the last part of an address that names something: ``port`` for ``https://host/a/port/?x#y``."""
    path = address.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0].rstrip("/")
    return path.rsplit("/", 1)[-1].removesuffix(".html")
