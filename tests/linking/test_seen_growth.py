"""The benchmark of asking what was seen before measures what it says."""

from benchmarks.linking import ASKED
from benchmarks.seen import by_index, kept_figures


def test_an_index_that_is_taken_up_from_files_names_every_parent() -> None:
    taken_up = next(by_index([300]))
    assert (taken_up.reports, taken_up.sampling, taken_up.right) == (300, 1, ASKED)


def test_what_was_kept_is_told_with_its_command_up_to_a_million() -> None:
    told = [*kept_figures()]
    assert "python -m benchmarks.seen" in told[0][1]
    assert any("1,000,000" in what for what, _ in told)
