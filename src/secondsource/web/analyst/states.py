"""The last states of the ledger that were asked for, kept so that a page answers quickly."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from threading import RLock
from typing import TypeVar

from secondsource.dossier.screened import screen_readings
from secondsource.ledger.ledger import Ledger
from secondsource.linking.copies_in_memory import CopiesInMemory
from secondsource.linking.link import link
from secondsource.linking.memory import Memory
from secondsource.model.custody import Action, Entry, Head
from secondsource.model.dossier import Dossier, Screening
from secondsource.model.ids import Digest, EventId, ReportId
from secondsource.model.linked import Event, Linked
from secondsource.model.reading import Reading
from secondsource.model.report import Capture, Report
from secondsource.model.track import TrackAnswer
from secondsource.reading.read import read
from secondsource.screening.clearances import Clearances
from secondsource.screening.index import Index
from secondsource.screening.judged_hits import clearances_of
from secondsource.sensors.bear_on import bear_on
from secondsource.sensors.confirm import with_tracks
from secondsource.sensors.judge import judge_all
from secondsource.sensors.take_in import MEDIA_TYPE, tracks_of
from secondsource.web.analyst.event_dossier import event_dossier
from secondsource.web.analyst.state import Held, LinkedTwice, State
from secondsource.web.ledger_place import LedgerPlace

K = TypeVar("K")
V = TypeVar("V")

MOST_STATES = 6
"""States kept; an analyst looks at now and, with the slider, at some moments before it."""

MOST_DOSSIERS = 40
"""Dossiers of single events kept; they are small beside the reports."""

EMPTY = Head(seq=0, hash=Digest("0" * 64))
"""The head of a ledger that held nothing."""


class States:
    """States by the entry of the log they end with.

    What an entry of the ledger holds never changes, so a reading that was decoded once and a linking of the same
    reports, readings and judgements are never made twice; of another linking only what a new entry changes is worked
    out anew.

    Attributes:
        place: Where the ledger lies.
        lists: The sanctions lists that names are looked for on; None for none.
    """

    def __init__(self, place: LedgerPlace, lists: Index | None = None) -> None:
        self.place = place
        self.lists = lists
        self._lock = RLock()
        # Linking takes long; who asks for another state, or only for a report, does not wait for it.
        self._link_lock = RLock()
        self._states: OrderedDict[int, State] = OrderedDict()
        self._linked: OrderedDict[tuple[object, ...], LinkedTwice] = OrderedDict()
        # The same objects for every state that holds them, so that linking knows what it has worked out of them.
        self._reports: dict[tuple[ReportId, int], Report] = {}
        self._memory = Memory()
        self._copies = CopiesInMemory()
        self._readings: dict[int, Reading] = {}
        self._read_now: dict[tuple[ReportId, int], Reading] = {}
        self._tracks: dict[tuple[Digest, ...], tuple[TrackAnswer, ...]] = {}
        self._log: list[Entry] = []
        self._dossiers: OrderedDict[tuple[object, ...], Dossier] = OrderedDict()
        self._once: dict[EventId, tuple[ReportId, ...]] = {}
        self._screenings: OrderedDict[tuple[object, ...], Screening] = OrderedDict()

    def get(self, as_of: datetime | None = None) -> State:
        """Return the state at that moment, or now."""
        with self.place.reading() as ledger, self._lock:
            entries = self._entries(ledger, as_of)
            number = entries[-1].seq if entries else 0
            found = self._states.get(number)
            if found is None:
                found = State(self._held(ledger, entries), as_of, self._link)
                _keep(self._states, number, found)
            elif found.as_of != as_of:
                # The same state under another question; what was linked for one serves the other.
                found = State(found.held, as_of, self._link)
            return found

    def unjudged(self, state: State) -> Linked:
        """Return how the reports of the state hang together by what the machine alone makes of them."""
        reports_read, _, tracks = state.held.fingerprint or ((), (), ())
        alone = replace(state.held, judgements=(), fingerprint=(reports_read, (), tracks))
        return self._link(alone).plain if state.held.judgements else state.plain

    def moment(self, number: int) -> datetime | None:
        """Return the moment of the log's entry of that number; None if there is none."""
        with self.place.reading() as ledger, self._lock:
            entries = self._entries(ledger, None)
            return entries[number - 1].at if 0 < number <= len(entries) else None

    def dossier(self, state: State, event: Event) -> Dossier:
        """Return the dossier of the event's reports."""
        key = state.held.fingerprint, event.id
        with self._link_lock:
            found = self._dossiers.get(key)
            if found is None:
                found = event_dossier(state, event, self.lists)
                _keep(self._dossiers, key, found, most=MOST_DOSSIERS)
            return found

    def reports_once_of(self, event_id: str) -> tuple[ReportId, ...]:
        """Return the reports of the event that had this id when something was linked last; empty if none had.

        An event's id comes from its first report and its label: a report that comes in later may give it another,
        and who has the old address open still finds it.
        """
        return self._once.get(EventId(event_id), ())

    def screening(self, state: State) -> Screening | None:
        """Return which names of all reports stand on the lists; None where there are no lists."""
        if self.lists is None:
            return None
        with self._link_lock:
            found = self._screenings.get(state.held.fingerprint)
            if found is None:
                texts = {report.id: report.text for report in state.held.reports}
                decided = Clearances(clearances_of(state.held.judgements))
                found = screen_readings(state.held.readings, texts, self.lists, clearances=decided)
                _keep(self._screenings, state.held.fingerprint, found)
            return found

    def _entries(self, ledger: Ledger, as_of: datetime | None) -> list[Entry]:
        head = ledger.head()
        if not self._log or (self._log[-1].seq, self._log[-1].hash) != (head.seq, head.hash):
            self._log = ledger.log()
        return self._log if as_of is None else [entry for entry in self._log if entry.at <= as_of]

    def _held(self, ledger: Ledger, entries: Sequence[Entry]) -> Held:
        # A moment that is asked about is over; now is asked as the moment of the last entry, lest one comes between.
        at = entries[-1].at if entries else None
        if at is None:
            return _nothing()
        told = ledger.reports(at)
        numbers = ledger.reading_numbers(at)
        came = {entry.subject: entry for entry in reversed(entries) if entry.action is Action.REPORT}
        revised = {entry.subject: entry.seq for entry in entries if entry.action is Action.REPORT}
        reports = [self._reports.setdefault((report.id, revised[report.id]), report) for report in told]
        readings = [self._reading(ledger, report, numbers.get(report.id), revised[report.id]) for report in reports]
        judgements = tuple(kept.judgement for kept in ledger.judgements(as_of=at))
        captures = ledger.captures(MEDIA_TYPE, at)
        return Held(
            head=Head(seq=entries[-1].seq, hash=entries[-1].hash),
            at=at,
            reports=tuple(reports),
            readings=tuple(readings),
            n_unread=sum(report.id not in numbers for report in reports),
            came_at={report.id: came[report.id].at for report in reports},
            came_as={report.id: came[report.id].seq for report in reports},
            judgements=judgements,
            tracks=self._track_answers(captures),
            fingerprint=(
                tuple((report.id, revised[report.id], numbers.get(report.id)) for report in reports),
                judgements,
                tuple(capture.sha256 for capture in captures),
            ),
        )

    def _reading(self, ledger: Ledger, report: Report, number: int | None, revision: int) -> Reading:
        if number is None:
            # As the commands do: what was taken in and never read is read where it is looked at.
            key = report.id, revision
            if key not in self._read_now:
                self._read_now[key] = read(report)
            return self._read_now[key]
        if number not in self._readings:
            self._readings[number] = ledger.reading_numbered(number)
        return self._readings[number]

    def _track_answers(self, captures: Sequence[Capture]) -> tuple[TrackAnswer, ...]:
        # Together: where a later track of an aircraft begins tells where an earlier one ended.
        key = tuple(capture.sha256 for capture in captures)
        if key not in self._tracks:
            self._tracks[key] = tuple(judge_all(track for capture in captures for track in tracks_of(capture)))
        return self._tracks[key]

    def _link(self, held: Held) -> LinkedTwice:
        with self._link_lock:
            found = self._linked.get(held.fingerprint)
            if found is None:
                plain = link(
                    held.reports,
                    held.readings,
                    judgements=held.judgements,
                    copies_of=self._copies,
                    memory=self._memory,
                )
                bearings = bear_on(plain, held.reports, held.readings, held.tracks)
                found = LinkedTwice(plain, with_tracks(plain, bearings))
                self._once.update((event.id, event.reports) for event in plain.events)
                _keep(self._linked, held.fingerprint, found)
            return found


def _nothing() -> Held:
    return Held(
        head=EMPTY,
        at=None,
        reports=(),
        readings=(),
        n_unread=0,
        came_at={},
        came_as={},
        judgements=(),
        tracks=(),
        fingerprint=(),
    )


def _keep(kept: OrderedDict[K, V], key: K, value: V, *, most: int = MOST_STATES) -> None:
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > most:
        kept.popitem(last=False)
