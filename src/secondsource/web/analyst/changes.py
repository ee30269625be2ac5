"""What became of events between two states of the ledger."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from secondsource.dossier.wording import counted
from secondsource.model.dossier import ScreenedName, Screening
from secondsource.model.ids import ReportId
from secondsource.model.linked import Event, EventStatus, Linked
from secondsource.text.normalise import fold
from secondsource.web.analyst.state import State, nearest_event

BECAME: dict[EventStatus, str] = {
    EventStatus.CORROBORATED: "Became corroborated",
    EventStatus.DISPUTED: "Became disputed",
    EventStatus.DENIED: "Became denied",
    EventStatus.SENSOR_CONFIRMED: "Became sensor-confirmed",
    EventStatus.SINGLE_ORIGIN: "Rests on a single origin again",
}
"""What a change of status is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An event that stands otherwise than before.

    Attributes:
        event: As it stands now.
        before: As it stood then; None where it is new.
        told: What changed, one line each.
    """

    event: Event
    before: Event | None
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewlyListed:
    """A name that stands on a list, and did not before as far as this ledger told.

    Attributes:
        found: The name and where reports give it.
        why: Why it is new.
    """

    found: ScreenedName
    why: str


def new_events(then: Linked, now: Linked) -> list[Event]:
    """Return the events that share no report with any event of before."""
    return [event for event in now.events if _before(event, then) is None]


def changed_events(then: Linked, now: Linked) -> list[Change]:
    """Return the events that were there before and stand otherwise now, changes of status first."""
    changes = [_change(event, before) for event in now.events if (before := _before(event, then)) is not None]
    kept = [change for change in changes if change.told]
    return sorted(kept, key=lambda change: change.before is None or change.before.status is change.event.status)


def new_reports(then: State, now: State) -> list[ReportId]:
    """Return the reports that came since, the last first."""
    return [report.id for report in reversed(now.held.reports) if report.id not in then.reports]


def newly_listed(screening: Screening, then: State, seen_at: datetime | None) -> list[NewlyListed]:
    """Return the names that stand on a list and are new since: named first since, or listed since."""
    return list(
        _newly_listed(screening, frozenset(then.reports), None if seen_at is None else seen_at.date().isoformat())
    )


def _newly_listed(screening: Screening, known: frozenset[ReportId], seen_on: str | None) -> Iterator[NewlyListed]:
    for found in screening.found:
        since = [hit.listed_on for hit in found.hits if seen_on is not None and (hit.listed_on or "") > seen_on]
        if since:
            yield NewlyListed(found=found, why=f"listed on {since[0]}")
        elif found.cited and not any(evidence.report_id in known for evidence in found.cited):
            yield NewlyListed(found=found, why="named by reports that came since")


def _before(event: Event, then: Linked) -> Event | None:
    same = next((each for each in then.events if each.id == event.id), None)
    return same if same is not None else nearest_event(event.reports, then.events)


def _change(event: Event, before: Event) -> Change:
    return Change(event=event, before=before, told=tuple(_told(event, before)))


def _told(event: Event, before: Event) -> Iterator[str]:
    if event.status is not before.status:
        yield "Rests on no known origin" if event.without_origin else BECAME[event.status]
    if event.n_origins is not None and before.n_origins is not None and event.n_origins != before.n_origins:
        yield f"On {counted(event.n_origins, 'independent origin')}; then on {before.n_origins}"
    n_more = len(set(event.reports) - set(before.reports))
    if n_more:
        yield f"{counted(n_more, 'more report')}"
    if len(event.contradictions) > len(before.contradictions):
        yield counted(len(event.contradictions) - len(before.contradictions), "more contradiction")
    silent = {fold(silence.who) for silence in before.silent} - {fold(silence.who) for silence in event.silent}
    for silence in before.silent:
        if fold(silence.who) in silent:
            silent.discard(fold(silence.who))
            yield f"No longer silent: {silence.who}"
