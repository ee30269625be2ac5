"""The server's pages, made of templates; whatever comes from outside is escaped once, here."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, lru_cache, partial
from importlib.resources import files

from babel.dates import format_date
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined
from markupsafe import escape

from secondsource.model.comment import CommentStatus, Reason
from secondsource.publishing.printable import printable
from secondsource.web.analyst.furnishing import furnish
from secondsource.web.languages import translations

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


_MARK = "\ue000"
"""Stands where a text goes until it is there; a character that no alphabet has, and that needs no escape."""

_STATIC = frozenset({"site.css", "desk.js", "analyst.css", "slider.js", "work.js", "passkeys.js"})
_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}


def render(template: str, *, language: str = "en", **values: object) -> str:
    """Return the page in one of the languages of :mod:`secondsource.web.languages`."""
    return _environment(language).get_template(template).render(values)


def fill(template: str, texts: Mapping[str, str], *, language: str, site_name: str) -> str:
    """Return a page that differs from reader to reader in nothing but these texts, each escaped once as ever.

    The page itself is rendered once for each language, and not anew with every comment that is sent.
    """
    parts = _parts(template, tuple(texts), language, site_name)
    # Every second part is the name of the text that stands there.
    return "".join(str(escape(printable(texts[part]))) if at % 2 else part for at, part in enumerate(parts))


@lru_cache(maxsize=64)
def _parts(template: str, names: tuple[str, ...], language: str, site_name: str) -> tuple[str, ...]:
    marks = {name: f"{_MARK}{name}{_MARK}" for name in names}
    html = render(template, language=language, site_name=site_name.replace(_MARK, ""), **marks)
    return tuple(html.split(_MARK))


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        # The desk draws the map of an event as a published dossier does.
        loader=ChoiceLoader(
            [
                PackageLoader("secondsource.web"),
                PrefixLoader({"publishing": PackageLoader("secondsource.publishing")}),
            ]
        ),
        autoescape=True,
        extensions=["jinja2.ext.i18n"],
        undefined=StrictUndefined,
        # The packaged templates do not change while the server runs.
        auto_reload=False,
        finalize=printable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # The extension brings this method; what it is given comes from our own catalogues and may stand as it is.
    environment.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]
    environment.filters.update(moment=partial(_moment, language=language), iso=datetime.isoformat)
    furnish(environment)
    environment.globals.update(reason_words=REASON_WORDS, status_words=STATUS_WORDS, language=language)
    return environment


def _moment(at: datetime, *, language: str) -> str:
    return f"{_day(at.date(), language)}, {at:%H:%M} UTC"


@lru_cache(maxsize=1000)
def _day(on: date, language: str) -> str:
    # A page of a thousand comments has few days; naming each is what would take long.
    return str(format_date(on, "long", locale="en_GB" if language == "en" else language))


@cache
def static_file(name: str) -> tuple[bytes, str] | None:
    """Return a packaged file and its type; None if there is none of that name."""
    if name not in _STATIC:
        return None
    kind = _TYPES[name.rpartition(".")[2]]
    return (files("secondsource.web") / "static" / name).read_bytes(), kind
