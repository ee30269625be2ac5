"""The server's pages, made of templates; whatever comes from outside is escaped once, here."""

from datetime import date, datetime
from functools import cache, lru_cache
from importlib.resources import files

from babel.dates import format_date
from jinja2 import Environment, PackageLoader, StrictUndefined

from secondsource.model.comment import CommentStatus, Reason
from secondsource.publishing.printable import printable

REASON_WORDS: dict[Reason, str] = {
    Reason.OFF_TOPIC: "Not about this dossier",
    Reason.INSULT: "Insults or threatens somebody",
    Reason.NOT_FACTS: "States as fact what is not one",
    Reason.PERSONAL_DATA: "Gives away private data",
    Reason.ADVERTISING: "Advertises something",
    Reason.UNLAWFUL: "Unlawful",
    Reason.REPEAT: "Was said already",
    Reason.OTHER: "Another reason",
}
"""How the coded reasons read."""

STATUS_WORDS: dict[CommentStatus, str] = {
    CommentStatus.WAITING: "Waiting for a moderator",
    CommentStatus.HELD: "Held: a moderator has seen it and takes more time",
    CommentStatus.APPROVED: "Approved",
    CommentStatus.REJECTED: "Rejected",
    CommentStatus.WITHDRAWN: "Withdrawn by its writer",
    CommentStatus.ERASED: "Erased",
}
"""How the statuses read."""


def render(template: str, **values: object) -> str:
    """Return the page."""
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("secondsource.web"),
        autoescape=True,
        undefined=StrictUndefined,
        # The packaged templates do not change while the server runs.
        auto_reload=False,
        finalize=printable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(moment=_moment, iso=datetime.isoformat)
    environment.globals.update(reason_words=REASON_WORDS, status_words=STATUS_WORDS)
    return environment


def _moment(at: datetime) -> str:
    return f"{_day(at.date())}, {at:%H:%M} UTC"


@lru_cache(maxsize=1000)
def _day(on: date) -> str:
    # A page of a thousand comments has few days; naming each is what would take long.
    return str(format_date(on, "d MMMM y", locale="en_GB"))


@cache
def static_file(name: str) -> tuple[bytes, str] | None:
    """Return a packaged file and its type; None if there is none of that name."""
    types = {"site.css": "text/css; charset=utf-8", "desk.js": "text/javascript; charset=utf-8"}
    if name not in types:
        return None
    return (files("secondsource.web") / "static" / name).read_bytes(), types[name]
