"""Where a report's words were before is told as if all reports had been compared at once."""

import itertools
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.linking.copies import Copies
from secondsource.linking.growing import ReadReport
from secondsource.linking.run_folder import HeldRuns, RunFolder
from secondsource.linking.seen import SeenBefore
from secondsource.model.linked import CopyLink
from secondsource.model.report import Report
from secondsource.model.seen import Seen
from tests.linking.makers import report
from tests.linking.shelf import Shelf
from tests.linking.test_growing import text

DATES = (None, "2024-07-08", "2024-07-09", "2024-07-09T06:00Z", "2024-07-10", "2024-07")

DRAWN = st.tuples(st.integers(0, 3), st.integers(0, 3), st.sampled_from(DATES))


def drawn_report(at: int, drawn: tuple[int, int, str | None]) -> Report:
    one, other, published = drawn
    return report(f"r{at}", f"{text(one)} {text(other + 10)}", published=published)


def index_of(shelf: Shelf, folder: Path, *, anew: bool = False) -> HeldRuns:
    runs = RunFolder(folder / "ledger.runs", shelf, shelf.head())
    return runs.grown(None if anew else runs.kept(), lambda _: None)


def seen(shelf: Shelf, new: Report, *, own: int | None = None) -> Seen:
    with TemporaryDirectory() as folder:
        held = index_of(shelf, Path(folder))
        return SeenBefore(held.index, held.entries, shelf).of(ReadReport(new, None), own=own)


def shelf_of(*reports: Report) -> Shelf:
    shelf = Shelf()
    for each in reports:
        shelf.put(each)
    return shelf


def links_at_once(reports: list[Report], new: Report) -> tuple[list[CopyLink], set[str]]:
    links = Copies([*reports, new], {}).links()
    children = {str(child) for child, found in links.items() if any(link.parent == new.id for link in found)}
    return list(links.get(new.id, ())), children


@given(st.lists(DRAWN, min_size=1, max_size=7), DRAWN, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_a_new_report_repeats_what_comparing_all_at_once_says_in_whatever_order_they_came(drawn, last, chance) -> None:
    reports = [drawn_report(at, each) for at, each in enumerate(drawn)]
    new = drawn_report(99, last)
    chance.shuffle(reports)

    found = seen(shelf_of(*reports), new)

    repeats, children = links_at_once(reports, new)
    assert [each.link for each in found.repeats] == repeats
    # A report held may have a better parent among those that share nothing with the new one.
    assert {str(each.holder.id) for each in found.repeated_by} >= children


@given(st.lists(DRAWN, min_size=2, max_size=8), DRAWN, st.data())
@settings(max_examples=30, deadline=None)
def test_an_index_that_grew_step_by_step_answers_as_one_made_anew(drawn, last, data) -> None:
    reports = [drawn_report(at, each) for at, each in enumerate(drawn)]
    # Some come again with other words.
    again = data.draw(st.lists(st.tuples(st.integers(0, len(reports) - 1), DRAWN), max_size=4))
    came = [*reports, *(drawn_report(at, other) for at, other in again)]
    stops = data.draw(st.sets(st.integers(1, len(came)), max_size=3))
    new = ReadReport(drawn_report(99, last), None)
    shelf = Shelf()
    with TemporaryDirectory() as folder:
        for n, each in enumerate(came, 1):
            shelf.put(each)
            if n in stops:
                index_of(shelf, Path(folder))
        grown, anew = index_of(shelf, Path(folder)), index_of(shelf, Path(folder), anew=True)
        answers = [SeenBefore(held.index, held.entries, shelf).of(new) for held in (grown, anew)]

    assert answers[0] == answers[1]
    assert grown.n_reports == anew.n_reports == len(reports)


def test_the_first_holder_of_a_passage_is_told_with_its_date() -> None:
    agency = report("agency", text(1), outlet="Agency", published="2024-07-08")
    daily = report("daily", text(1), outlet="Daily", published="2024-07-09")

    found = seen(shelf_of(daily, agency), report("new", text(1), published="2024-07-10"))

    assert found.first is not None
    assert found.first.decided
    assert [each.id for each in found.first.holders] == ["agency", "daily"]
    assert [(each.outlet, each.published) for each in found.first.first] == [("Agency", "2024-07-08")]
    assert not found.first.here


def test_the_original_is_first_though_it_came_behind_a_hundred_copies() -> None:
    copies = [report(f"copy{at}", text(1), published="2024-07-09") for at in range(100)]
    original = report("original", text(1), outlet="Agency", published="2024-07-08")

    found = seen(shelf_of(*copies, original), report("new", text(1), published="2024-07-10"))

    assert [each.holder.id for each in found.repeats] == ["original"]
    assert found.first is not None
    assert [each.id for each in found.first.first] == ["original"]
    assert found.n_sharing > 24


def test_passages_are_told_in_both_reports() -> None:
    held = report("held", f"Ahead of it stands this. {text(1)}", published="2024-07-08")
    new = report("new", text(1), published="2024-07-09")

    [link] = [each.link for each in seen(shelf_of(held), new).repeats]

    assert link.child_evidence is not None
    assert link.parent_evidence is not None
    for evidence, of in ((link.child_evidence, new), (link.parent_evidence, held)):
        assert of.text[evidence.start : evidence.end] == evidence.exact
    assert link.child_evidence.exact == link.parent_evidence.exact


def test_of_two_reports_of_one_day_neither_is_said_to_be_first() -> None:
    held = report("held", text(1), published="2024-07-09")

    found = seen(shelf_of(held), report("new", text(1), published="2024-07-09"))

    assert [each.link.directed for each in (*found.repeats, *found.repeated_by)] == [False]
    assert found.first is not None
    assert not found.first.decided
    assert found.first.here
    assert [each.id for each in found.first.first] == ["held"]


def test_a_late_original_is_first_and_its_copies_are_told() -> None:
    copies = [report(f"copy{at}", text(1), published=f"2024-07-{at:02}") for at in (10, 11)]

    found = seen(shelf_of(*copies), report("new", text(1), published="2024-07-09"))

    assert not found.repeats
    assert {each.holder.id for each in found.repeated_by} == {"copy10", "copy11"}
    assert found.first is not None
    assert (found.first.here, found.first.first) == (True, ())


def test_whom_a_report_names_is_first_though_both_are_of_one_day() -> None:
    held = report("held", text(1), outlet="Reuters", published="2024-07-09")
    new = report("new", f"Reuters reported: {text(1)}", outlet="Daily", published="2024-07-09")

    found = seen(shelf_of(held), new)

    assert [each.link.directed for each in found.repeats] == [True]
    assert found.first is not None
    assert [each.id for each in found.first.first] == ["held"]
    assert found.first.decided


def test_a_report_that_is_held_is_compared_with_the_others_alone() -> None:
    shelf = shelf_of(report("held", text(1), published="2024-07-09"), report("other", text(1), published="2024-07-08"))

    found = seen(shelf, report("held", text(1), published="2024-07-09"), own=shelf.entry_of("held"))

    assert found.kept
    assert [each.holder.id for each in found.repeats] == ["other"]


def test_an_amended_report_is_found_by_its_new_words_and_no_longer_by_its_old_ones(tmp_path: Path) -> None:
    shelf = shelf_of(report("held", text(1), published="2024-07-08"))
    index_of(shelf, tmp_path)
    shelf.put(report("held", text(2), published="2024-07-08"))
    held = index_of(shelf, tmp_path)
    before = SeenBefore(held.index, held.entries, shelf)

    by_old, by_new = (before.of(ReadReport(report("new", text(seed), published="2024-07-09"), None)) for seed in (1, 2))

    assert (by_old.repeats, by_old.n_sharing) == ((), 0)
    assert [each.holder.id for each in by_new.repeats] == ["held"]


def test_nothing_shared_is_said_to_be_nothing() -> None:
    found = seen(shelf_of(report("held", text(1))), report("new", text(2)))

    assert (found.repeats, found.repeated_by, found.first, found.n_sharing) == ((), (), None, 0)


def test_an_empty_ledger_is_no_hindrance() -> None:
    assert seen(Shelf(), report("new", text(1))).repeats == ()


def test_a_full_index_still_finds_long_passages(tmp_path: Path) -> None:
    shelf = shelf_of(*(report(f"r{at}", text(at, 200), published="2024-07-08") for at in range(300)))
    runs = RunFolder(tmp_path / "ledger.runs", shelf, shelf.head(), entries_most=10_000)
    runs.grown(None, lambda _: None)
    kept = runs.kept()
    assert kept is not None
    before = SeenBefore(kept.index, kept.entries, shelf)

    found = [
        before.of(ReadReport(report(f"s{at}", text(at, 200), published="2024-07-09"), None))
        for at in itertools.islice(range(300), 0, 300, 20)
    ]

    assert kept.index.sampling > 1
    assert [[each.holder.id for each in one.repeats] for one in found] == [[f"r{at}"] for at in range(0, 300, 20)]
