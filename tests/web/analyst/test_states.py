"""The states of a ledger: kept while nothing changes, new when something does."""

from datetime import timedelta
from pathlib import Path

import pytest

from secondsource.dossier.check import check
from secondsource.ledger.ledger import Ledger
from secondsource.model.judgement import Judgement, JudgementKind, Verdict, unordered
from secondsource.model.linked import EventStatus
from secondsource.model.reading import Reading
from secondsource.publishing.event_map import draw_event
from secondsource.publishing.map_frame import HEIGHTS, WIDTH
from secondsource.web.analyst import states as module
from secondsource.web.analyst.changes import changed_events, new_events, new_reports, newly_listed
from secondsource.web.analyst.states import States
from secondsource.web.analyst.timeline import Happening, known_moments, timeline
from secondsource.web.ledger_place import LedgerPlace
from tests.screening.makers import entry, index
from tests.web.analyst.makers import FIRST, OTHER, SEOUL_SAYS, STEP, intake, keep


@pytest.fixture
def states(ledger: Path) -> States:
    return States(LedgerPlace(ledger), index(entry("KIM Kum Chol", key="un-7")))


def test_the_same_state_is_linked_once(states: States, monkeypatch: pytest.MonkeyPatch):
    linked = states.get().linked
    monkeypatch.setattr(module, "link", lambda *_, **__: pytest.fail("linked again"))

    assert states.get().linked is linked
    assert states.get(FIRST + 90 * STEP).linked is linked


def test_what_another_process_adds_is_seen_at_once_and_old_readings_are_not_decoded_again(
    states: States, ledger: Path, monkeypatch: pytest.MonkeyPatch
):
    before = states.get()
    keep(ledger, intake("d-4", SEOUL_SAYS, outlet="The Korea Herald"), at=FIRST + 5 * STEP)
    asked: list[int] = []
    whole = Ledger.reading_numbered

    def counted(ledger: Ledger, number: int) -> Reading:
        asked.append(number)
        return whole(ledger, number)

    monkeypatch.setattr(Ledger, "reading_numbered", counted)
    now = states.get()

    assert [report.id for report in now.held.reports] == ["a/1", "b-2", "c-3", "d-4"]
    assert len(asked) == 1
    assert new_reports(before, now) == ["d-4"]


def test_a_judgement_has_no_report_compared_or_read_again(
    states: States, ledger: Path, monkeypatch: pytest.MonkeyPatch
):
    assert states.get().linked.events
    for name in ("linking.groups._alike", "linking.sayings._sayings", "linking.mentioned._mentioned"):
        monkeypatch.setattr(f"secondsource.{name}", lambda *_: pytest.fail("worked out again"))
    judgement = Judgement(
        subject=("a/1",), kind=JudgementKind.EVENT_DAY, value="2024-07-08", who="ada", why="x", at=FIRST + 20 * STEP
    )
    with Ledger.open(ledger) as opened:
        opened.add_judgement(judgement)

    assert any(event.edtf == "2024-07-08" for event in states.get().linked.events)


def test_a_judgement_is_linked_anew(states: States, ledger: Path):
    before = states.get().linked
    judgement = Judgement(
        subject=unordered("a/1", "b-2"),
        kind=JudgementKind.SAME_EVENT,
        value=Verdict.NEGATIVE,
        who="ana",
        why="another day",
        at=FIRST + 6 * STEP,
    )
    with Ledger.open(ledger) as opened:
        opened.add_judgement(judgement)

    assert len(states.get().linked.events) == len(before.events) + 1


def test_a_publication_changes_nothing_that_was_linked(states: States, ledger: Path):
    linked = states.get().linked
    with Ledger.open(ledger) as opened:
        opened.record_publication(
            dossier_id="d", digest=opened.head().hash, path="p", who="ana", at=FIRST + timedelta(days=2)
        )

    assert states.get().linked is linked


def test_reports_that_were_never_read_are_read_for_the_page(ledger: Path, states: States):
    taken = intake("e-5", OTHER + " It is over.", outlet="AFP")
    with Ledger.open(ledger) as opened:
        opened.add(taken, who="ana", at=FIRST + 7 * STEP)
    state = states.get()

    assert state.held.n_unread == 1
    assert len(state.held.readings) == len(state.held.reports) == 4


def test_an_empty_ledger_is_a_state_too(tmp_path: Path):
    path = tmp_path / "empty.sqlite"
    Ledger.open(path).close()
    state = States(LedgerPlace(path)).get()

    assert (state.held.head.seq, state.linked.events) == (0, ())


def test_an_event_that_gains_an_origin_became_corroborated(states: States, ledger: Path):
    before = states.get()
    keep(ledger, intake("d-4", SEOUL_SAYS, outlet="The Korea Herald"), at=FIRST + 5 * STEP)
    now = states.get()
    (change,) = changed_events(before.linked, now.linked)

    assert (change.event.status, change.told[0]) == (EventStatus.CORROBORATED, "Became corroborated")
    assert new_events(before.linked, now.linked) == []
    assert changed_events(now.linked, now.linked) == []


def test_a_name_is_newly_listed_if_it_came_since_or_was_listed_since(states: States):
    now, first = states.get(), states.get(FIRST - STEP)
    screening = states.screening(now)
    assert screening is not None

    assert [each.found.name for each in newly_listed(screening, first, FIRST)] == ["Kim Kum Chol"]
    assert newly_listed(screening, now, FIRST) == []


def test_without_lists_nothing_is_screened(ledger: Path):
    plain = States(LedgerPlace(ledger))

    assert plain.screening(plain.get()) is None


def test_the_dossier_of_an_event_cites_what_it_says(states: States):
    state = states.get()
    for event in state.linked.events:
        dossier = states.dossier(state, event)
        assert check(dossier, {report.id: report.text for report in state.held.reports}) == []
        assert dossier.events[0].event_id == event.id
        assert states.dossier(state, event) is dossier
    assert dossier.screening is not None


def test_the_timeline_tells_what_happened_who_said_so_and_when_it_was_known(states: States):
    state = states.get()
    event = next(event for event in state.linked.events if "b-2" in event.reports)
    told = timeline(state, event)

    assert [moment.order for moment in told] == sorted(moment.order for moment in told)
    assert {moment.kind for moment in told} == set(Happening)
    assert (
        [m.known_at for m in told if m.kind is Happening.KNOWN] == known_moments(state, event) == [FIRST, FIRST + STEP]
    )
    assert [m.when for m in told if m.kind is Happening.HAPPENED] == ["Monday 8 July 2024"]


def test_the_map_holds_every_mark_it_draws_and_names_all_places(states: States):
    state = states.get()
    event = next(event for event in state.linked.events if "b-2" in event.reports)
    chart = draw_event(states.dossier(state, event).events[0], ())
    assert chart is not None

    assert all(0 <= spot.x <= WIDTH and 0 <= spot.y <= chart.height for spot in chart.spots)
    assert HEIGHTS[0] <= chart.height <= HEIGHTS[1]
    assert {"Pyongyang", "Moscow", "Seoul"} <= {told.place.name for told in chart.places}
    assert chart.land.count("M") > 3
