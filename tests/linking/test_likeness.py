import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.linking import likeness
from secondsource.linking.likeness import Comparison
from secondsource.linking.likeness_table import KeptPairs
from secondsource.linking.profile import Profile, profile_of
from secondsource.linking.when import stretch_of
from tests.linking.makers import report

LANDING = "A military aircraft landed in Pyongyang on Tuesday, tracking data show."
AGAIN = "Tracking data show that a military aircraft landed in Pyongyang."
OTHER = "The port authority awarded a contract for dredging the channel."


def compared() -> Comparison:
    texts = (LANDING, AGAIN, OTHER)
    return Comparison([profile_of(report(name, text), None) for name, text in zip("abc", texts, strict=True)])


def test_two_tellings_of_one_event_are_more_alike_than_reports_on_two() -> None:
    comparison = compared()

    assert comparison.likeness(0, 1).score > comparison.likeness(0, 2).score


def test_the_reasons_are_what_both_share_and_do_not_depend_on_the_order() -> None:
    comparison = compared()

    assert "c:aircraft" in comparison.likeness(0, 1).because
    assert comparison.likeness(0, 1) == comparison.likeness(1, 0)


def test_the_likeness_of_a_pair_is_the_one_that_groups_it() -> None:
    comparison = compared()

    assert abs(comparison.scores()[0, 1] - comparison.likeness(0, 1).score) < 1e-9


def test_pairs_that_are_kept_are_what_they_were() -> None:
    pairs = {(0, 2): 0.25, (1, 2): 1e-300, (2, 4): 0.5}
    kept = KeptPairs(pairs, 5)

    assert dict(kept) == pairs
    assert len(kept) == len(pairs)
    assert kept.get((0, 1), 0.0) == 0.0


FEATURES = st.dictionaries(st.sampled_from("abcdefghij"), st.sampled_from([1.0, 1.5, 2.0, 3.0, 7.5]), max_size=8)
DAYS = st.sampled_from([None, "2024-07-09", "2024-07-12T08:00Z", "2024-07", "2024-07-17", "2024-08-20", "2023"])
PROFILES = st.builds(
    Profile,
    words=FEATURES,
    shared=FEATURES,
    language=st.sampled_from([None, "en", "ko"]),
    published=DAYS.map(stretch_of),
)


@given(st.lists(PROFILES, max_size=60))
@settings(max_examples=150, deadline=None)
def test_as_tables_every_likeness_is_to_the_last_bit_what_it_is_pair_by_pair(profiles: list[Profile]) -> None:
    at_once = Comparison(profiles).scores()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(likeness, "TABLE_MOST", -1)
        by_pairs = Comparison(profiles).scores()

    assert list(at_once) == list(by_pairs)
    assert [struct.pack("d", each) for each in at_once.values()] == [
        struct.pack("d", each) for each in by_pairs.values()
    ]
