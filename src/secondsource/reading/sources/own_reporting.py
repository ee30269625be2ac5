"""Whether a report has a first-hand source of its own."""

import re
from collections.abc import Sequence

from secondsource.model.outlets import Outlet, OutletKind, find_outlet
from secondsource.model.reading import Upstream, UpstreamKind
from secondsource.model.report import SectionKind
from secondsource.model.statement import Statement
from secondsource.reading.page import Naming, Page
from secondsource.reading.statements.speakers import outlets_in
from secondsource.text.normalise import fold

_TOLD_US = re.compile(
    r"\b(?:told (?:this (?:newspaper|reporter|outlet|agency)|us)\b|"
    r"in (?:an )?interview with (?:this (?:newspaper|outlet)|us)\b|(?:our|this) (?:reporter|"
    r"correspondent) (?:saw|witnessed|was told)|본지|본보 |기자와의 통화|기자에게)"
)
_WITNESS = re.compile(
    r"\b(?:an? |the )?(?P<house>[A-Z][\w.]{1,20})(?:[’']s)? (?:witness|reporters?|journalists?|"
    r"correspondents?|photographer)\b"
)
_HOME = {"ko": "KOR", "ru": "RUS", "ja": "JPN"}
"""Where the readers of a language mostly sit, for outlets whose country no table tells."""


def has_own_reporting(
    page: Page, naming: Naming, statements: Sequence[Statement], upstream: Sequence[Upstream]
) -> bool:
    """Return whether somebody told this outlet itself, or its own people saw or heard it.

    True where a source spoke to the outlet by name, where its dateline is its own and it tells more than another
    agency's words, where an official body is its own publisher, and where a body of its own country speaks and no
    agency is credited for the words: then its desk was at the briefing. False for what is only repeated.
    """
    del naming
    house = None if page.report.outlet is None else find_outlet(page.report.outlet)
    if _told_to_house(page, house, statements) or _TOLD_US.search(_news(page)) is not None:
        return True
    if house is not None and house.kind is OutletKind.OFFICIAL:
        return True
    if _credits_another(page, house, upstream):
        return False
    return _own_dateline(page, house, statements, upstream) or _at_home(page, house, statements, upstream)


def _news(page: Page) -> str:
    return "\n".join(sentence.span.of(page.text) for sentence in page.sentences)


def _names(page: Page, house: Outlet | None) -> set[str]:
    names = {fold(page.report.outlet)} if page.report.outlet else set()
    if page.report.outlet:
        names.add(fold(page.report.outlet.partition("(")[0]))
    if house is not None:
        names.update(fold(name) for name in (house.name, *house.aliases))
    return {name for name in names if name}


def _told_to_house(page: Page, house: Outlet | None, statements: Sequence[Statement]) -> bool:
    """Return whether an addressee or an interview names the outlet, or a desk of it ("told RFA Korean")."""
    names = _names(page, house) | _byline_houses(page)
    for statement in statements:
        if statement.addressee is None:
            continue
        told = fold(statement.addressee)
        if any(told == name or told.startswith(name + " ") or told.endswith(" " + name) for name in names):
            return True
    for match in _WITNESS.finditer(_news(page)):
        if fold(match["house"]) in names:
            return True
    return any(re.search(rf"\binterview with {re.escape(name)}\b", fold(_news(page))) for name in sorted(names))


def _byline_houses(page: Page) -> set[str]:
    """Return outlets that the byline writes for ("By Jane Doe for RFA Korean")."""
    houses: set[str] = set()
    for section in page.sections:
        if section.kind is SectionKind.BYLINE:
            words = page.text[section.start : section.end]
            match = re.search(r"\bfor (?P<house>[A-Z][\w. ]{1,40})", words)
            if match is not None:
                houses.add(fold(match["house"]))
                houses.add(fold(match["house"].split()[0]))
    return houses


def _credits_another(page: Page, house: Outlet | None, upstream: Sequence[Upstream]) -> bool:
    """Return whether a dateline, byline or source line gives the words to somebody else."""
    furniture = [
        section
        for section in page.sections
        if section.kind in {SectionKind.BYLINE, SectionKind.DATELINE, SectionKind.CREDIT}
    ]
    for source in upstream:
        if source.kind not in {UpstreamKind.AGENCY, UpstreamKind.OUTLET} or (
            house is not None and source.name == house.name
        ):
            continue
        if any(section.start <= span.start < section.end for span in source.spans for section in furniture):
            return True
    return False


def _own_dateline(
    page: Page, house: Outlet | None, statements: Sequence[Statement], upstream: Sequence[Upstream]
) -> bool:
    """Return whether the dateline carries the outlet's own name ("SEOUL, May 2 (UPI)") over news of its own.

    A desk that only passes on what another agency or state media said has a dateline, but no source of its own.
    """
    if house is None:
        return False
    carried = [u for u in upstream if u.kind in {UpstreamKind.AGENCY, UpstreamKind.OUTLET} and u.name != house.name]
    own = any(u.kind is UpstreamKind.OFFICIAL for u in upstream) or any(s.addressee for s in statements)
    if carried and not own:
        return False
    lines = [
        page.text[section.start : section.end] for section in page.sections if section.kind is SectionKind.DATELINE
    ]
    return any(outlet.name == house.name for line in lines for _, _, outlet in outlets_in(line))


def _at_home(page: Page, house: Outlet | None, statements: Sequence[Statement], upstream: Sequence[Upstream]) -> bool:
    """Return whether a body of the outlet's own country speaks, as the only source or more than once."""
    country = house.country if house is not None else _HOME.get(page.language or "")
    if country is None:
        return False
    carried = [source for source in upstream if source.kind in {UpstreamKind.AGENCY, UpstreamKind.OUTLET}]
    for source in upstream:
        body = find_outlet(source.name) if source.kind is UpstreamKind.OFFICIAL else None
        if body is None or body.country != country:
            continue
        if not carried or len(source.spans) > 1:
            return (
                house is not None
                or any(statement.addressee for statement in statements)
                or len(source.spans) > 1
                or not carried
            )
    return False
