"""The benchmark of growth measures what it says."""

from benchmarks.linking import ASKED, ASKED_SHORT, Inventor, kept_growth, one_by_one

from secondsource.linking.shingles import Vocabulary
from secondsource.linking.wording import own_wording


def test_the_runs_that_are_put_into_the_index_are_those_of_the_texts() -> None:
    inventor = Inventor()
    for number in (0, 63, 64, 999_999):
        text_runs = Vocabulary().runs(own_wording(inventor.report(number))).long_set
        assert inventor.runs(number).tolist() == text_runs.tolist()


def test_every_copy_is_found_while_all_runs_are_held() -> None:
    growth = next(one_by_one([200]))
    assert (growth.reports, growth.sampling, growth.right, growth.short_found) == (200, 1, ASKED, ASKED_SHORT)


def test_what_was_kept_of_the_growth_is_told_with_its_command_up_to_a_million() -> None:
    told = [*kept_growth()]
    assert "python -m benchmarks.linking" in told[0][1]
    assert "1,000,000" in told[-1][0]
