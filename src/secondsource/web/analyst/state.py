"""One state of the ledger: what it held, and what that adds up to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from threading import RLock

from secondsource.model.custody import Head
from secondsource.model.ids import EventId, ReportId
from secondsource.model.judgement import Judgement
from secondsource.model.linked import Event, Linked, LinkedReport
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from secondsource.model.track import TrackAnswer


@dataclass(frozen=True, kw_only=True)
class Held:
    """What a ledger held after one entry of its log.

    Attributes:
        head: The entry; number 0 for an empty ledger.
        at: Its moment; None for an empty ledger.
        reports: The reports, in the order in which they first came.
        readings: One for each report, in that order.
        n_unread: How many of them were never read before, and were read for this.
        came_at: When each report first came.
        came_as: The number of the entry with which it first came.
        judgements: The standing judgements.
        tracks: The flight tracks and what they show.
        fingerprint: The same for two states from which linking would make the same.
    """

    head: Head
    at: datetime | None
    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    n_unread: int
    came_at: Mapping[ReportId, datetime]
    came_as: Mapping[ReportId, int]
    judgements: tuple[Judgement, ...]
    tracks: tuple[TrackAnswer, ...]
    fingerprint: tuple[object, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class LinkedTwice:
    """A linking, before and after the flight tracks were looked at; events keep their ids.

    Attributes:
        plain: Before.
        told: After.
    """

    plain: Linked
    told: Linked


class State:
    """What a ledger held, linked when it is first asked for; may be shared by threads.

    Attributes:
        held: What it held.
        as_of: The past moment that was asked about; None for now.
    """

    def __init__(self, held: Held, as_of: datetime | None, link: Callable[[Held], LinkedTwice]) -> None:
        self.held = held
        self.as_of = as_of
        self._link = link
        self._lock = RLock()
        self._twice: LinkedTwice | None = None

    @property
    def linked(self) -> Linked:
        """How the reports hang together, tracks counted in."""
        return self._linked().told

    @property
    def plain(self) -> Linked:
        """The same before any track was looked at, for a dossier, which looks at them itself."""
        return self._linked().plain

    def _linked(self) -> LinkedTwice:
        with self._lock:
            if self._twice is None:
                self._twice = self._link(self.held)
            return self._twice

    @cached_property
    def reports(self) -> dict[ReportId, Report]:
        """The reports by id."""
        return {report.id: report for report in self.held.reports}

    @cached_property
    def readings(self) -> dict[ReportId, Reading]:
        """The readings by report."""
        return {reading.id: reading for reading in self.held.readings}

    @cached_property
    def links(self) -> dict[ReportId, LinkedReport]:
        """The linked reports by id."""
        return {report.id: report for report in self.linked.reports}

    @cached_property
    def events(self) -> dict[EventId, Event]:
        """The events by id."""
        return {event.id: event for event in self.linked.events}

    def event(self, event_id: str, about: Sequence[ReportId] = ()) -> Event | None:
        """Return the event of that id, else the one that most of the reports ``about`` are about; None without one.

        An event's id comes from its first report and its label; what comes in later may give it another.
        """
        found = self.events.get(EventId(event_id))
        return found if found is not None else nearest_event(about, self.linked.events)


def nearest_event(about: Sequence[ReportId], events: Sequence[Event]) -> Event | None:
    """Return the event that shares most reports with ``about``, the first of several; None if none shares any."""
    wanted = set(about)
    shared = [(len(wanted.intersection(event.reports)), event) for event in events]
    best = max(shared, key=lambda each: each[0], default=None)
    return best[1] if best is not None and best[0] else None
