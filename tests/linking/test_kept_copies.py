"""What is kept of the copies among reports grows as if all had been compared at once."""

import random
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.linking import kept_copies
from secondsource.linking.copies import Copies
from secondsource.linking.kept_copies import NOTHING_KEPT, with_new
from secondsource.linking.kept_runs import PARTS_MOST, KeptRuns
from secondsource.linking.shingles import FURNITURE_REPORTS, POSTINGS_MOST
from secondsource.model.ids import ReportId
from secondsource.model.linked import CopyLink
from secondsource.model.report import Report
from tests.linking.makers import reading, report, upstream

WORDS = ["port", "delegation", "river", "minister", "train", "harvest", "north", "bridge", "officer", "winter"]
OUTLETS = ["Reuters", "Yonhap", "Daily A", "Daily B", None]
NAMING = ["", " Reuters reported.", " It was reported by Yonhap.", " (Daily A)", " Daily B said so."]
FURNITURE = " Sign up for our morning letter and read the best of the day before breakfast every single day."


def words(seed: int, n_words: int = 40) -> str:
    chosen = random.Random(seed)
    return " ".join(f"{chosen.choice(WORDS)}{chosen.randrange(40)}" for _ in range(n_words)) + "."


def made(at: int, shape: tuple[int, int, int, int, int]) -> Report:
    one, other, day, outlet, naming = shape
    text = f"{words(one)} {words(other + 10)}{NAMING[naming]}" + (FURNITURE if one == 0 else "")
    return report(f"r{at}", text, outlet=OUTLETS[outlet], published=f"2024-07-{day:02}" if day else None)


def grown(batches: list[list[Report]]) -> dict[ReportId, tuple[CopyLink, ...]]:
    kept = NOTHING_KEPT
    so_far: list[Report] = []
    for batch in batches:
        so_far += batch
        kept = with_new(kept, so_far, {})
    return kept.links(so_far)


SHAPES = st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 28), st.integers(0, 4), st.integers(0, 4))


@given(st.lists(SHAPES, min_size=2, max_size=14), st.lists(st.integers(1, 13), max_size=5))
@settings(max_examples=150, deadline=None)
def test_what_grew_by_batches_is_what_comparing_all_at_once_gives(
    shapes: list[tuple[int, int, int, int, int]], cuts: list[int]
) -> None:
    reports = [made(at, shape) for at, shape in enumerate(shapes)]
    edges = [0, *sorted({cut for cut in cuts if cut < len(reports)}), len(reports)]
    batches = [reports[first:end] for first, end in pairwise(edges)]

    # However few there are, each batch is to be worked into what is kept.
    share, kept_copies.ANEW_SHARE = kept_copies.ANEW_SHARE, 1.0
    try:
        found = grown(batches)
    finally:
        kept_copies.ANEW_SHARE = share

    assert found == Copies(reports, {}).links()


def test_a_run_that_becomes_furniture_no_longer_ties_those_that_held_it_before() -> None:
    texts = [words(100 + at, 8) + FURNITURE for at in range(3 * FURNITURE_REPORTS)]
    reports = [
        report(f"r{at:02}", text, outlet=f"Daily {at}", published=f"2024-0{1 + at // 20}-{1 + at % 20:02}")
        for at, text in enumerate(texts)
    ]
    first, rest = reports[:15], [[each] for each in reports[15:]]

    assert grown([first, *rest]) == Copies(reports, {}).links()


def test_more_copies_than_a_run_counts_are_counted_as_at_once() -> None:
    reports = [
        report(f"r{at:03}", words(1), outlet=f"Daily {at}", published=f"2024-07-{20 - at % 9:02}")
        for at in range(POSTINGS_MOST + 20)
    ]
    assert grown([reports[:60], reports[60:70], reports[70:]]) == Copies(reports, {}).links()


def test_an_outlet_that_is_new_to_the_set_is_found_where_it_was_named_before() -> None:
    naming = report("a", words(1) + " The Eastgate Courier reported it.", outlet="Daily A", published="2024-07-09")
    others = [report(f"o{at}", words(at + 50), outlet="Daily B", published="2024-07-01") for at in range(9)]
    named = report("b", words(1), outlet="Eastgate Courier", published="2024-07-09")

    found = grown([[naming, *others], [named]])

    assert found == Copies([naming, *others, named], {}).links()
    assert [link.parent for link in found[naming.id]] == ["b"]


def test_a_new_report_of_an_outlet_that_is_named_is_found_though_it_shares_no_long_run() -> None:
    naming = report("a", "Seven old bridges fell near the harbour wall. Reuters reported it.", published="2024-07-09")
    others = [report(f"o{at}", words(at + 50), outlet="Reuters", published="2024-07-01") for at in range(9)]
    named = report(
        "b", "In May seven old bridges shook; now the harbour wall is gone.", outlet="Reuters", published="2024-07-09"
    )
    found = grown([[naming, *others], [named]])

    assert found == Copies([naming, *others, named], {}).links()
    assert [link.parent for link in found[naming.id]] == ["b"]


def test_a_new_outlet_whose_name_holds_that_of_another_frees_those_that_were_taken_for_named() -> None:
    naming = report("a", words(1) + " It was reported by Eastgate Courier.", outlet="Daily A", published="2024-07-08")
    copy = report("b", words(1), outlet="Eastgate", published="2024-07-09")
    others = [report(f"o{at}", words(at + 50), outlet="Daily B", published="2024-07-01") for at in range(9)]
    new = report("n", words(99), outlet="Eastgate Courier", published="2024-07-01")

    found = grown([[naming, copy, *others], [new]])

    assert found == Copies([naming, copy, *others, new], {}).links()
    assert found != Copies([naming, copy, *others], {}).links()


def test_a_report_that_was_read_anew_is_worked_out_anew() -> None:
    one, other = report("a", words(1), outlet="Reuters"), report("b", words(1) + " It is said so.", outlet="Daily B")
    first = {one.id: reading(one), other.id: reading(other)}
    again = first | {other.id: reading(other, upstream=(upstream(other, "Reuters", "It"),))}
    kept = with_new(NOTHING_KEPT, [one, other], first)

    assert with_new(kept, [one, other], first) is kept
    assert with_new(kept, [one, other], again) is not kept
    assert with_new(kept, [one], first).links([one]) == {}


def test_runs_in_many_parts_become_one_and_lose_nothing() -> None:
    index = KeptRuns()
    for number in range(PARTS_MOST + 3):
        index.add(number, [np.array([5, 7 + number], np.uint64)])

    [of_all, of_one, of_none] = index.holders(np.array([5, 9, 10**6], np.uint64))

    assert len(index.parts) <= PARTS_MOST
    assert (sorted(of_all.tolist()), of_one.tolist(), of_none.tolist()) == ([*range(PARTS_MOST + 3)], [2], [])
