"""Words of likelihood stand for what ICD 203 lets them stand for, and other words for nothing."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.evidence import Span
from secondsource.model.likelihood import BANDS, find_likelihoods


def found(text: str) -> list[tuple[str, int, int]]:
    return [
        (span.of(text), band.low_percent, band.high_percent)
        for span, band in find_likelihoods(text, (Span(0, len(text)),))
    ]


def test_there_are_seven_bands_that_lie_side_by_side() -> None:
    assert len(BANDS) == 7
    assert [(one.high_percent, other.low_percent) for one, other in pairwise(BANDS)] == [
        (n, n) for n in (5, 20, 45, 55, 80, 95)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is likely to snow.", ("likely", 55, 80)),
        ("It is very likely to snow.", ("very likely", 80, 95)),
        ("It will Probably snow.", ("Probably", 55, 80)),
        ("Snow is highly improbable.", ("highly improbable", 5, 20)),
        ("It is almost certainly a test.", ("almost certainly", 95, 99)),
        ("There is a roughly even chance of snow.", ("roughly even chance", 45, 55)),
        ("The chances are remote.", ("chances are remote", 1, 5)),
        ("A strike is unlikely.", ("unlikely", 20, 45)),
    ],
)
def test_a_word_of_the_directive_has_its_range(text: str, expected: tuple[str, int, int]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "It is not likely to snow.",
        "It isn't likely to snow.",
        "Snow is more likely than rain.",
        "Snow is most likely.",
        "Snow is highly likely.",
        "Snow may come, perhaps.",
        "A remote village was cut off.",
        "The likelihood is not known.",
        "It is as likely as rain.",
    ],
)
def test_other_words_are_put_on_no_scale(text: str) -> None:
    assert found(text) == []


@given(st.text(), st.sampled_from([term for band in BANDS for term in band.terms if term != "remote"]), st.text())
def test_what_is_found_stands_there(before: str, term: str, after: str) -> None:
    text = f"{before} {term} {after}"
    for span, band in find_likelihoods(text, (Span(0, len(text)),)):
        assert span.of(text).casefold() in {*(t for b in BANDS for t in b.terms)} | {
            "probably",
            "improbably",
            "almost certainly",
            "remote chance",
            "chance is remote",
            "chances are remote",
        }
        assert band in BANDS
