"""Runs by their numbers in a set tell what the runs themselves tell."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from secondsource.linking.numbered import Numbering
from secondsource.linking.shingles import BROKEN, FURNITURE_DAYS, FURNITURE_REPORTS, RunArray, Runs

few = st.lists(st.integers(0, 12), max_size=12).map(lambda runs: np.array(runs, np.uint64))
sets = st.lists(st.builds(Runs, st.just(20), few, few), max_size=6)


@given(sets)
def test_numbers_answer_as_the_runs_do(runs: list[Runs]) -> None:
    numbered = Numbering(runs, [None] * len(runs)).runs

    for one, one_numbered in zip(runs, numbered, strict=True):
        assert one_numbered.long_set.tolist() == one.long_set.tolist()
        for other, other_numbered in zip(runs, numbered, strict=True):
            assert other_numbered.has_long(one_numbered.long).tolist() == other.has_long(one.long).tolist()
            assert other_numbered.has_short(one_numbered.short).tolist() == other.has_short(one.short).tolist()
            between = other_numbered.has_long_between(2, 5, one_numbered.long)
            assert between.tolist() == other.has_long_between(2, 5, one.long).tolist()


@given(sets)
def test_partners_are_those_that_share_runs(runs: list[Runs]) -> None:
    numbering = Numbering(runs, [None] * len(runs))

    for at, one in enumerate(runs):
        shared = {
            other: len({*one.long_set.tolist()} & {*each.long_set.tolist()})
            for other, each in enumerate(runs)
            if other != at
        }
        assert numbering.partners(at) == {other: n for other, n in shared.items() if n}


@given(sets, few)
def test_numbers_stand_for_the_runs_of_the_set_alone(runs: list[Runs], asked: RunArray) -> None:
    numbering = Numbering(runs, [None] * len(runs))
    asked = np.unique(asked[asked != BROKEN])
    held = Counter(run for each in runs for run in each.long_set.tolist())

    numbers = numbering.numbers_of(asked)

    distinct = sorted(held)
    assert [distinct[number - 1] for number in numbers.tolist()] == [run for run in asked.tolist() if run in held]


def test_furniture_ties_nobody() -> None:
    n_reports = FURNITURE_REPORTS + 5
    lasting = Runs(20, np.array([7], np.uint64), np.empty(0, np.uint64))
    numbering = Numbering([lasting] * n_reports, [float(at * FURNITURE_DAYS) for at in range(n_reports)])

    assert numbering.furniture.tolist() == [7]
    assert numbering.partners(0) == {}
