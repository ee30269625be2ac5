"""The inbox: what came and what changed since this account last looked."""

from dataclasses import dataclass
from datetime import datetime

from starlette.responses import Response

from secondsource.model.linked import Event
from secondsource.model.report import Report
from secondsource.web.analyst.asking import study
from secondsource.web.analyst.changes import Change, NewlyListed, changed_events, new_events, new_reports, newly_listed
from secondsource.web.analyst.seen import Seen, find_seen, put_seen
from secondsource.web.analyst.state import State
from secondsource.web.analyst.states import States
from secondsource.web.answers import see
from secondsource.web.errors import BadRequest
from secondsource.web.routing import Asked

MOST_SHOWN = 50
"""Reports, and events, shown at once; the rest is counted, and found by search."""

SEEN = "/desk/inbox/seen"
"""Where the form of the inbox goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """What an inbox shows.

    Attributes:
        state: The ledger now.
        seen: How far the account had looked; None for never, or where that was another ledger.
        other_ledger: Whether it had looked, but at a ledger that this one does not go on from.
        reports: The reports that came since, the last first, at most :data:`MOST_SHOWN`.
        n_reports: How many came.
        events: The events that are new, at most so many.
        n_events: How many are new.
        changes: The events that stand otherwise than before.
        listed: The names that are newly found on a list; None where there are no lists.
    """

    state: State
    seen: Seen | None
    other_ledger: bool
    reports: tuple[tuple[Report, datetime], ...]
    n_reports: int
    events: tuple[Event, ...]
    n_events: int
    changes: tuple[Change, ...]
    listed: tuple[NewlyListed, ...] | None


async def show_inbox(asked: Asked) -> Response:
    """Show what came and what changed since the account last said that it has looked."""
    found = await study(asked, _look, find_seen(asked.site.desk, asked.who))
    if found is None:
        return asked.show("desk/analyst/no_ledger.html.j2", heading="Inbox")
    return asked.show("desk/analyst/inbox.html.j2", inbox=found, as_of=None, seen_address=SEEN)


async def mark_seen(asked: Asked) -> Response:
    """Keep up to which entry of the ledger the account has looked; what came while the page lay open stays new."""
    states = asked.site.states
    if states is None:
        raise BadRequest(
            "An inbox was to be marked as seen; no ledger was given.\nStart the server with --ledger FILE."
        )
    number = asked.form.number("number")
    ledger_at = await asked.site.study(states.moment, number)
    if ledger_at is None:
        raise BadRequest("An inbox was to be marked as seen up to an entry that the ledger lacks.\nOpen it again.")
    seen = Seen(number=number, ledger_at=ledger_at, looked_at=asked.site.now())
    await asked.site.write(put_seen, asked.site.desk, asked.who, seen)
    return see("/desk/inbox")


def _look(states: States, seen: Seen | None) -> Inbox:
    state = states.get()
    then = None if seen is None else states.get(seen.ledger_at)
    other_ledger = then is not None and seen is not None and then.held.head.seq != seen.number
    if then is None or other_ledger or seen is None:
        return _first(state, other_ledger)
    reports, events = new_reports(then, state), new_events(then.linked, state.linked)
    screening = states.screening(state)
    return Inbox(
        state=state,
        seen=seen,
        other_ledger=False,
        reports=tuple((state.reports[each], state.held.came_at[each]) for each in reports[:MOST_SHOWN]),
        n_reports=len(reports),
        events=tuple(events[:MOST_SHOWN]),
        n_events=len(events),
        changes=tuple(changed_events(then.linked, state.linked)),
        listed=None if screening is None else tuple(newly_listed(screening, then, seen.looked_at)),
    )


def _first(state: State, other_ledger: bool) -> Inbox:
    """Return the inbox of somebody who never looked: all is new, and nothing can have changed."""
    last = state.held.reports[::-1]
    return Inbox(
        state=state,
        seen=None,
        other_ledger=other_ledger,
        reports=tuple((report, state.held.came_at[report.id]) for report in last[:MOST_SHOWN]),
        n_reports=len(last),
        events=state.linked.events[:MOST_SHOWN],
        n_events=len(state.linked.events),
        changes=(),
        listed=None,
    )
