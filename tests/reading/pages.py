"""Pages and what is read from them, for the tests of reading."""

from secondsource.model.entity import Entity
from secondsource.model.ids import ReportId
from secondsource.model.published import UNKNOWN_DATE, Published, PublishedBasis
from secondsource.model.report import Report, Section, SectionKind
from secondsource.reading.encoder.heads import read_heads
from secondsource.reading.layout import lay_out
from secondsource.reading.names.find import find_names
from secondsource.reading.page import Naming, Page


def page(text: str, *, published: str | None = None, language: str | None = "en") -> Page:
    """Return a page whose whole text is body."""
    date = UNKNOWN_DATE if published is None else Published(edtf=published, basis=PublishedBasis.GIVEN)
    sections = (Section(kind=SectionKind.BODY, start=0, end=len(text)),)
    return lay_out(
        Report(id=ReportId("r1"), text=text, published=date, language=language, sections=sections if text else ())
    )


def named(laid_out: Page) -> Naming:
    """Return the names and entities of a page."""
    return find_names(laid_out, read_heads(laid_out))


def names_of(text: str, *, language: str | None = "en") -> list[tuple[str, str]]:
    """Return the words and types of the names in ``text``."""
    naming = named(page(text, language=language))
    return [(text[name.start : name.end], name.type.value) for name in naming.names]


def entity_of(words: str, text: str, *, language: str | None = "en") -> Entity:
    """Return the entity that the last mention of ``words`` stands for."""
    naming = named(page(text, language=language))
    name = next(name for name in reversed(naming.names) if text[name.start : name.end] == words)
    return naming.entity(name.entity)


def naming_of(text: str, *, language: str | None = "en") -> Naming:
    """Return the names and entities of ``text``."""
    return named(page(text, language=language))
