"""The routes of the analysts' pages."""

from secondsource.web.analyst import events, inbox, reports, searching, sources, whole_rest
from secondsource.web.permissions import Need
from secondsource.web.routing import Route

whole_rest.register()

ANALYST_ROUTES: tuple[Route, ...] = (
    Route(method="GET", path="/desk/inbox", need=Need.ANALYSE, handler=inbox.show_inbox),
    Route(method="POST", path=inbox.SEEN, need=Need.ANALYSE, handler=inbox.mark_seen),
    Route(method="GET", path="/desk/search", need=Need.ANALYSE, handler=searching.search),
    Route(method="GET", path="/desk/events", need=Need.ANALYSE, handler=events.list_events),
    Route(method="GET", path="/desk/events/{event_id}", need=Need.ANALYSE, handler=events.show_event),
    Route(method="GET", path="/desk/sources", need=Need.ANALYSE, handler=sources.list_sources),
    Route(method="GET", path="/desk/sources/{name:rest}", need=Need.ANALYSE, handler=sources.show_source),
    Route(method="GET", path="/desk/reports/{report_id:rest}", need=Need.ANALYSE, handler=reports.show_report),
)
"""Looking at a ledger; a name or an id may hold anything, a stroke too, so it is the rest of the address."""
