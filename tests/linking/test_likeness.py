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
    scores = compared().scores()

    assert scores[0, 1] > 0.9
    assert scores.get((0, 2), 0.0) < 0.1


PERSONS = ("p:orr", "p:lowe")
WORDS = {"crash": 2.0, "bridge": 1.0}


def alike(first: dict[str, float], second: dict[str, float]) -> float:
    """Return the likeness of two reports with words in common and these names, lands and numbers."""
    rest = [Profile({f"w{n}": 1.0}, {}, "en", None) for n in range(5)]
    pair = [Profile(WORDS | {f"own {n}": 3.0}, shared, "en", None) for n, shared in enumerate((first, second))]
    return Comparison([*pair, *rest]).scores()[0, 1]


@pytest.mark.parametrize("kind", ["p", "g", "n"])
def test_other_persons_lands_or_numbers_speak_against_one_event(kind: str) -> None:
    unknown = alike({f"{kind}:one": 1.0}, {})

    assert (
        alike({f"{kind}:one": 1.0}, {f"{kind}:other": 1.0})
        < unknown
        < alike({f"{kind}:one": 1.0}, {f"{kind}:one": 1.0})
    )


def published(*days: str | None) -> float:
    texts = (LANDING, AGAIN)
    profiles = [
        profile_of(report(name, text, published=day), None) for name, text, day in zip("ab", texts, days, strict=True)
    ]
    return Comparison(profiles).scores().get((0, 1), 0.0)


def test_the_further_apart_two_reports_were_published_the_less_they_are_alike() -> None:
    likenesses = [
        published("2024-07-09", day) for day in ("2024-07-10", "2024-07-15", "2024-07-20", "2024-08-05", "2025")
    ]

    assert likenesses == sorted(likenesses, reverse=True)
    assert len(set(likenesses)) == len(likenesses)
    assert published("2024-07-09", None) == likenesses[0]


def test_in_two_languages_names_ideas_and_numbers_tell() -> None:
    shared = {"e:il-62": 1.0, "g:PRK": 1.0, "c:aircraft": 1.0}
    profiles = [Profile({"word": 1.0}, shared, "en", None), Profile({"word": 1.0}, {}, "ko", None)]
    same = [profiles[0], Profile({"other": 1.0}, shared, "ko", None)]

    assert Comparison(same).scores()[0, 1] > 0.9
    assert Comparison(profiles).scores().get((0, 1), 0.0) < 0.01


def test_pairs_that_are_kept_are_what_they_were() -> None:
    pairs = {(0, 2): 0.25, (1, 2): 1e-300, (2, 4): 0.5}
    kept = KeptPairs(pairs, 5)

    assert dict(kept) == pairs
    assert len(kept) == len(pairs)
    assert kept.get((0, 1), 0.0) == 0.0


FEATURES = st.dictionaries(st.sampled_from("abcdefghij"), st.sampled_from([1.0, 1.5, 2.0, 3.0, 7.5]), max_size=8)
SHARED = st.dictionaries(
    st.sampled_from(["p:orr", "p:lowe", "g:PRK", "g:RUS", "n:62", "n:2375", "c:aircraft", "e:il-62"]),
    st.sampled_from([1.0, 1.5, 3.0]),
    max_size=6,
)
DAYS = st.sampled_from([None, "2024-07-09", "2024-07-12T08:00Z", "2024-07", "2024-07-17", "2024-08-20", "2023"])
PROFILES = st.builds(
    Profile,
    words=FEATURES,
    shared=SHARED,
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
