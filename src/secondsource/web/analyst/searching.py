"""Search: the reports that hold words, of an outlet, in a language, within days, as of a moment."""

from dataclasses import dataclass

from starlette.responses import Response

from secondsource.model.custody import FoundPage, SearchHit, Wanted
from secondsource.model.evidence import Span
from secondsource.web.analyst.addresses import with_query
from secondsource.web.analyst.asking import day_asked, moment_asked, page_asked, study
from secondsource.web.analyst.highlights import MarkedKind, Stretch, stretches
from secondsource.web.analyst.states import States
from secondsource.web.routing import Asked

PER_PAGE = 20

FIELDS = ("words", "outlet", "language", "from", "to", "as_of")
"""The fields of the form, as they stand in the address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownHit:
    """A hit as the page shows it.

    Attributes:
        hit: The hit.
        snippet: Its words, those that were searched marked.
        n_more: How many more times they stand in the report.
    """

    hit: SearchHit
    snippet: tuple[Stretch, ...]
    n_more: int


async def search(asked: Asked) -> Response:
    """Show the form for a search and what it finds, page by page."""
    asked_for = {name: asked.query.get(name, "").strip() for name in FIELDS}
    as_of, page = moment_asked(asked_for["as_of"]), page_asked(asked.query.get("page", ""))
    wanted = Wanted(
        words=asked_for["words"],
        outlet=asked_for["outlet"] or None,
        language=asked_for["language"] or None,
        first_on=day_asked(asked_for["from"]),
        last_on=day_asked(asked_for["to"]),
    )

    def find(states: States) -> tuple[FoundPage, list[str]]:
        with states.place.reading() as ledger:
            found = ledger.find(wanted, first=(page - 1) * PER_PAGE, most=PER_PAGE, as_of=as_of)
            return found, ledger.languages()

    told = await study(asked, find)
    if told is None:
        return asked.show("desk/analyst/no_ledger.html.j2", heading="Search")
    found, languages = told
    n_pages = -(-found.n_found // PER_PAGE)
    return asked.show(
        "desk/analyst/search.html.j2",
        asked_for=asked_for,
        found=found,
        hits=[_shown(hit) for hit in found.hits],
        languages=languages,
        as_of=as_of,
        page=page,
        n_pages=n_pages,
        earlier=_page_address(asked_for, page - 1) if page > 1 else None,
        later=_page_address(asked_for, page + 1) if page < n_pages else None,
    )


def _page_address(asked_for: dict[str, str], page: int) -> str:
    return with_query("/desk/search", **asked_for, page=page if page > 1 else None)


def _shown(hit: SearchHit) -> ShownHit:
    end = hit.start + len(hit.snippet)
    inside = [span for span in hit.spans if hit.start <= span.start and span.end <= end]
    marked = [(MarkedKind.CITED, Span(span.start - hit.start, span.end - hit.start)) for span in inside]
    return ShownHit(hit=hit, snippet=tuple(stretches(hit.snippet, marked)), n_more=len(hit.spans) - len(inside))
