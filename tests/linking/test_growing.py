"""Reports that come one by one are linked as if all had been compared at once."""

import random
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.linking import run_index
from secondsource.linking.copies import Copies, order_key
from secondsource.linking.growing import GrowingCopies, ReadReport
from secondsource.linking.run_index import FRESH_MOST, RunIndex
from secondsource.linking.shingles import POSTINGS_MOST
from secondsource.model.ids import ReportId
from secondsource.model.linked import CopyLink
from secondsource.model.report import Report
from tests.linking.makers import report

WORDS = ["port", "delegation", "river", "minister", "train", "harvest", "north", "bridge", "officer", "winter"]


def text(seed: int, n_words: int = 60) -> str:
    chosen = random.Random(seed)
    return " ".join(f"{chosen.choice(WORDS)}{chosen.randrange(40)}" for _ in range(n_words)) + "."


def grown(reports: list[Report], *, entries_most: int = 10**9) -> dict[str, tuple[CopyLink, ...]]:
    by_id = {each.id: each for each in reports}
    growing = GrowingCopies(lambda name: ReadReport(by_id[name], None), entries_most=entries_most)
    found: dict[str, tuple[CopyLink, ...]] = {}
    for each in reports:
        found |= {str(child): links for child, links in growing.add(each).items()}
    return found


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=8))
@settings(max_examples=20)
def test_one_by_one_gives_the_links_of_all_at_once(pairs: list[tuple[int, int]]) -> None:
    reports = [
        report(f"r{at}", f"{text(one)} {text(other + 10)}", published=f"2024-07-{at + 1:02}")
        for at, (one, other) in enumerate(pairs)
    ]

    at_once = {str(child): links for child, links in Copies(sorted(reports, key=order_key), {}).links().items()}

    assert grown(reports) == at_once


def test_a_report_that_comes_late_is_found_to_be_the_parent() -> None:
    copy = report("copy", text(1), published="2024-07-10")
    original = report("original", text(1), published="2024-07-09")

    found = grown([copy, original])

    assert [link.parent for link in found["copy"]] == ["original"]


def test_a_full_index_holds_fewer_runs_and_still_finds_long_passages() -> None:
    n_reports = 1200
    reports = [report(f"r{at:04}", text(at), published="2024-07-09") for at in range(n_reports)]
    copies = [report(f"s{at:04}", text(at), published="2024-07-10") for at in range(0, n_reports, 40)]
    by_id = {each.id: each for each in (*reports, *copies)}
    growing = GrowingCopies(lambda name: ReadReport(by_id[name], None), entries_most=20_000)
    for each in reports:
        growing.add(each)

    found = [growing.add(each) for each in copies]

    assert growing.sampling > 1
    assert [links[copy.id][0].parent for links, copy in zip(found, copies, strict=True)] == [
        ReportId(f"r{copy.id[1:]}") for copy in copies
    ]


def test_an_index_thins_itself_to_what_it_may_hold() -> None:
    index = RunIndex(entries_most=2 * FRESH_MOST)
    runs = np.random.default_rng(7).integers(1, 2**64, size=(600, 512), dtype=np.uint64)
    for each in runs:
        index.add(np.sort(each), None)

    assert len(index) == 600
    assert index.n_entries < 4 * FRESH_MOST
    assert 2 <= index.sampling <= 64


@given(st.integers(0, 2**32), st.sampled_from([1, 2, 5]))
@settings(max_examples=20)
def test_an_index_in_many_parts_tells_what_one_list_would(seed: int, small_most: int) -> None:
    chosen = np.random.default_rng(seed)
    reports = [np.unique(chosen.integers(1, 60, size=8, dtype=np.uint64)) for _ in range(70)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run_index, "FRESH_MOST", 40)
        patch.setattr(run_index, "SMALL_MOST", small_most)
        index = RunIndex()
        for each in reports:
            index.add(each, 3.0)
        shared = Counter[int]()
        for run in reports[-1].tolist():
            shared.update([number for number, each in enumerate(reports) if run in each][:POSTINGS_MOST])

        assert index.partners(reports[-1]).shared == dict(shared)


def test_parts_that_were_thinned_are_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_index, "FRESH_MOST", 64)
    monkeypatch.setattr(run_index, "SMALL_MOST", 2)
    index = RunIndex(entries_most=1_000)
    runs = np.random.default_rng(7).integers(1, 2**64, size=(4_000, 16), dtype=np.uint64)
    for each in runs:
        index.add(np.sort(each), None)

    assert index.n_parts < 60
    for number in range(0, 4_000, 400):
        held = np.sort(runs[number][runs[number] & np.uint64(index.sampling - 1) == 0])
        assert index.partners(np.sort(runs[number])).shared == ({number: len(held)} if len(held) else {})


def test_runs_that_come_back_for_weeks_are_furniture_and_those_of_one_day_are_not() -> None:
    lasting, brief = np.array([8], np.uint64), np.array([16], np.uint64)
    index = RunIndex()
    for day in range(30):
        index.add(lasting, float(day))
        index.add(brief, 5.0)

    assert index.partners(lasting).furniture.tolist() == [8]
    assert index.partners(lasting).shared == {}
    assert index.partners(brief).furniture.tolist() == []
    assert len(index.partners(brief).shared) == 30
