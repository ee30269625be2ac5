"""Events: the list of them, and one event with all that the reports of it add up to."""

from dataclasses import dataclass
from datetime import datetime

from starlette.responses import Response

from secondsource.model.dossier import Dossier
from secondsource.model.ids import EventId
from secondsource.model.linked import Event, EventStatus
from secondsource.publishing.event_map import EventMap, draw_event
from secondsource.publishing.picture import Picture, draw_lines
from secondsource.publishing.places import Places
from secondsource.web.analyst.addresses import moment_field, with_query
from secondsource.web.analyst.asking import moment_asked, page_asked, study
from secondsource.web.analyst.state import State
from secondsource.web.analyst.states import States
from secondsource.web.analyst.timeline import Moment, known_moments, timeline
from secondsource.web.errors import BadRequest, NoSuchPage
from secondsource.web.routing import Asked

PER_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """One event as its page shows it.

    Attributes:
        state: The ledger at the moment asked about.
        event: The event as it stood then; None where the ledger held nothing of it.
        now: The event as it stands now; None where it is none any more.
        moments: When its reports came, as far as is known now, earliest first.
        step: How many of those moments the page looks back on.
        dossier: What its reports add up to; None without the event.
        places: The places cited.
        picture: Its lines of reporting.
        timeline: What happened, was said and was known when.
        map: Where; None where nothing can be placed.
    """

    state: State
    event: Event | None
    now: Event | None
    moments: tuple[datetime, ...]
    step: int
    dossier: Dossier | None = None
    places: Places | None = None
    picture: Picture | None = None
    timeline: tuple[Moment, ...] = ()
    map: EventMap | None = None


async def list_events(asked: Asked) -> Response:
    """Show the events of the ledger with their status, page by page."""
    as_of, page = moment_asked(asked.query.get("as_of", "")), page_asked(asked.query.get("page", ""))
    status = _status(asked.query.get("status", ""))
    state = await study(asked, _linked_state, as_of)
    if state is None:
        return asked.show("desk/analyst/no_ledger.html.j2", heading="Events")
    counts = {each: sum(event.status is each for event in state.linked.events) for each in EventStatus}
    found = [event for event in state.linked.events if status is None or event.status is status]

    def address(number: int) -> str:
        asked_as = None if as_of is None else moment_field(as_of)
        return with_query("/desk/events", status=status, as_of=asked_as, page=number if number > 1 else None)

    return asked.show(
        "desk/analyst/events.html.j2",
        state=state,
        events=found[(page - 1) * PER_PAGE : page * PER_PAGE],
        n_found=len(found),
        counts=counts,
        chosen=status,
        as_of=as_of,
        page=page,
        n_pages=-(-len(found) // PER_PAGE),
        earlier=address(page - 1) if page > 1 else None,
        later=address(page + 1) if page * PER_PAGE < len(found) else None,
    )


async def show_event(asked: Asked) -> Response:
    """Show one event, now or as it stood at a moment."""
    as_of, step = moment_asked(asked.query.get("as_of", "")), _step(asked.query.get("step", ""))
    found = await study(asked, _look, asked.path["event_id"], as_of, step)
    if found is None:
        return asked.show("desk/analyst/no_ledger.html.j2", heading="Event")
    return asked.show("desk/analyst/event.html.j2", page=found, event=found.event, as_of=found.state.as_of)


def _linked_state(states: States, as_of: datetime | None) -> State:
    state = states.get(as_of)
    # Linked here, in the thread for it, and not when the page is made.
    _ = state.linked
    return state


def _look(states: States, event_id: str, as_of: datetime | None, step: int | None) -> EventPage:
    latest = states.get()
    # Linked before it is asked what was linked once.
    now = latest.events.get(EventId(event_id)) or latest.event(event_id, states.reports_once_of(event_id))
    moments = tuple(known_moments(latest, now)) if now is not None else ()
    if as_of is None and step is not None and step < len(moments):
        as_of = moments[step - 1]
    state = latest if as_of is None else states.get(as_of)
    event = now if as_of is None else state.event(event_id, () if now is None else now.reports)
    if event is None and now is None:
        raise NoSuchPage(
            "An event was asked for; the ledger tells of none of that id.\n"
            "An event gets another id when a report that comes in changes its label. Find it in the list: /desk/events"
        )
    n_known = len(moments) if as_of is None else sum(moment <= as_of for moment in moments)
    page = EventPage(state=state, event=event, now=now, moments=moments, step=n_known)
    return page if event is None else _filled(states, page, event)


def _filled(states: States, page: EventPage, event: Event) -> EventPage:
    dossier = states.dossier(page.state, event)
    places = Places(dossier)
    return EventPage(
        state=page.state,
        event=event,
        now=page.now,
        moments=page.moments,
        step=page.step,
        dossier=dossier,
        places=places,
        picture=draw_lines(dossier.events[0], places),
        timeline=tuple(timeline(page.state, event)),
        map=draw_event(dossier.events[0], dossier.tracks),
    )


def _status(code: str) -> EventStatus | None:
    try:
        return EventStatus(code) if code else None
    except ValueError as error:
        raise BadRequest("A status was chosen that is not on the list.\nChoose one from it.") from error


def _step(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 7 and int(text) > 0):
        raise BadRequest("A step of the slider was asked for that is none.\nMove the slider again.")
    return int(text)
