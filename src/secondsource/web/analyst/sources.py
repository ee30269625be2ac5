"""Sources: who reports, for whom, from whom, and how much rests on them alone."""

from datetime import datetime

from starlette.responses import Response

from secondsource.web.analyst.asking import moment_asked, study
from secondsource.web.analyst.source_profile import SourceProfile, all_sources, source_profile
from secondsource.web.analyst.state import State
from secondsource.web.analyst.states import States
from secondsource.web.errors import NoSuchPage
from secondsource.web.routing import Asked

MOST_SHOWN = 50
"""Reports of a source shown; the search has them all."""


async def list_sources(asked: Asked) -> Response:
    """Show every outlet the ledger has reports of."""
    as_of = moment_asked(asked.query.get("as_of", ""))
    found = await study(asked, lambda states: all_sources(states.get(as_of)))
    if found is None:
        return asked.show("desk/analyst/no_ledger.html.j2", heading="Sources")
    return asked.show("desk/analyst/sources.html.j2", sources=found, as_of=as_of)


async def show_source(asked: Asked) -> Response:
    """Show one source: who controls it, its reports, whom it repeats and who repeats it, how it is rated."""
    as_of = moment_asked(asked.query.get("as_of", ""))
    found = await study(asked, _look, asked.path["name"], as_of)
    if found is None:
        return asked.show("desk/analyst/no_ledger.html.j2", heading="Source")
    state, profile = found
    return asked.show("desk/analyst/source.html.j2", profile=profile, state=state, as_of=as_of, most_shown=MOST_SHOWN)


def _look(states: States, name: str, as_of: datetime | None) -> tuple[State, SourceProfile]:
    state = states.get(as_of)
    profile = source_profile(state, name)
    if not profile.is_known:
        raise NoSuchPage(
            "A source was asked for; neither the ledger nor the table of outlets knows that name.\n"
            "See whom the ledger has reports of: /desk/sources"
        )
    return state, profile
