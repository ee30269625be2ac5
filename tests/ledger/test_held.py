"""What came since an entry of the log, each report once, as it was at the end that is asked about."""

import shutil
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.ledger import held
from secondsource.ledger.errors import UnknownReport
from secondsource.ledger.ledger import Ledger
from secondsource.model.custody import Added
from secondsource.model.evidence import Span
from secondsource.model.ids import ReportId
from secondsource.model.reading import Upstream, UpstreamKind
from secondsource.model.report import Section, SectionKind
from tests.ledger.makers import NOON, OTHER_READER, TEXT, intake, reading
from tests.ledger.makers import given as on_day


def came(ledger: Ledger, seq: int = 0, upto: int | None = None) -> list[tuple[str, int | None]]:
    last = ledger.head().seq if upto is None else upto
    found = [(str(each.held.report.id), each.before) for each in ledger.came_since(seq, upto=last)]
    assert ledger.n_came_since(seq, upto=last) == len(found)
    return found


def test_each_report_comes_once_as_its_last_entry_made_it(ledger: Ledger) -> None:
    ledger.add(intake("One.", id="a"), who="a", at=NOON)
    ledger.add(intake(id="b"), who="a", at=NOON)
    ledger.add_reading(reading("b"), who="a", at=NOON)
    ledger.add(intake("One.", id="a", published=on_day("2024-07-09"), title="T"), who="a", at=NOON)

    assert came(ledger) == [("b", None), ("a", None)]
    told = {each.held.report.id: each.held for each in ledger.came_since(0, upto=ledger.head().seq)}
    assert told[ReportId("a")].report.title == "T"
    assert told[ReportId("a")].reading is None
    assert told[ReportId("b")].reading is not None
    for each in told.values():
        assert ledger.held_at(each.entry) == each
        assert ledger.entry_of(each.report.id, upto=ledger.head().seq) == each.entry


def test_what_was_held_before_comes_again_with_its_earlier_entry(ledger: Ledger) -> None:
    ledger.add(intake(id="a"), who="a", at=NOON)
    first = ledger.head().seq
    ledger.add(intake("New.", id="c"), who="a", at=NOON)
    ledger.add_reading(reading("a"), who="a", at=NOON)

    assert came(ledger, first) == [("c", None), ("a", first)]
    assert came(ledger, ledger.head().seq) == []


def test_nothing_after_the_end_that_is_asked_about_counts(ledger: Ledger) -> None:
    ledger.add(intake(id="a"), who="a", at=NOON)
    first = ledger.head().seq
    ledger.add_reading(reading("a"), who="a", at=NOON)
    ledger.add(intake("New.", id="c"), who="a", at=NOON)

    assert came(ledger, 0, first) == [("a", None)]
    assert ledger.held_at(first).reading is None


def test_of_a_reading_only_what_links_reports_is_given(ledger: Ledger) -> None:
    ledger.add(intake(id="a"), who="a", at=NOON)
    full = replace(
        reading("a"),
        sections=(Section(kind=SectionKind.BODY, start=0, end=len(TEXT)),),
        upstream=(Upstream(name="KCNA", kind=UpstreamKind.AGENCY, spans=(Span(0, 3),)),),
    )
    ledger.add_reading(full, who="a", at=NOON)

    [each] = ledger.came_since(0, upto=ledger.head().seq)

    assert each.held.reading == replace(full, statements=(), events=())


def test_an_entry_of_something_else_is_no_report(ledger: Ledger) -> None:
    ledger.add(intake(id="a"), who="a", at=NOON)

    for entry in (1, 99):
        with pytest.raises(UnknownReport):
            ledger.held_at(entry)


def test_what_a_ledger_would_add_is_what_it_adds(ledger: Ledger) -> None:
    for each in (
        intake("One.", id="a"),
        intake("One.", id="a"),
        intake("Two.", id="a"),
        intake("Two.", id="a"),
        intake("One.", id="a", published=on_day("2024-07-09")),
    ):
        before = ledger.head()
        would = ledger.would_add(each.report)
        assert ledger.head() == before
        assert would == ledger.add(each, who="a", at=NOON)
    assert would == Added(report_id=ReportId("a"), new=False, revised=True)


STEPS = st.lists(st.tuples(st.sampled_from(["add", "read", "revise"]), st.integers(0, 3)), max_size=12)


@given(STEPS, st.integers(0, 24))
@settings(max_examples=15, deadline=None)
def test_what_comes_in_steps_is_what_comes_at_once(empty_ledger_path: Path, steps, stop) -> None:
    with TemporaryDirectory() as folder, Ledger.open(Path(shutil.copy(empty_ledger_path, folder))) as ledger:
        for n, (what, at) in enumerate(steps):
            _step(ledger, what, f"x{at}", n)
        end = ledger.head().seq
        stop = min(stop, end)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(held, "ENTRIES_AT_ONCE", 2)
            earlier = {each.held.report.id: each.held for each in ledger.came_since(0, upto=stop)}
            later = {each.held.report.id: each for each in ledger.came_since(stop, upto=end)}
        at_once = {each.held.report.id: each.held for each in ledger.came_since(0, upto=end)}

    assert earlier | {name: each.held for name, each in later.items()} == at_once
    for name, each in later.items():
        assert each.before == (earlier[name].entry if name in earlier else None)


def _step(ledger: Ledger, what: str, name: str, n: int) -> None:
    if what != "read" or ledger.entry_of(ReportId(name), upto=ledger.head().seq) is None:
        day = f"2024-07-{1 + n:02}" if what == "revise" else "2024-06-01"
        ledger.add(intake(id=name, published=on_day(day)), who="a", at=NOON)
    else:
        ledger.add_reading(reading(name, model=OTHER_READER, speaker=f"S{n}"), who="a", at=NOON)
