"""Names, ideas and words meet across spellings, scripts and endings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.linking.concepts import concepts_of
from secondsource.linking.lemma import lemma
from secondsource.linking.offices import person_key
from secondsource.linking.skeleton import skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Kum Chol", "김금철"),
        ("Kim Kum-chol", "Ким Гым Чхоль"),
        ("Lavrov", "라브로프"),
        ("Лавров", "Lavrov"),
        ("Shoigu", "쇼이구"),
        ("Lim Soo-suk", "임수석"),
    ],
)
def test_one_person_has_one_key_in_every_script(one: str, other: str) -> None:
    assert person_key(one).split(":")[1] == person_key(other).split(":")[1] or skeleton(one) == skeleton(other)


def test_two_people_keep_two_keys() -> None:
    assert person_key("Kim Kum Chol") != person_key("Kim Jong Un")
    # Too few consonants to tell anybody apart: the name is compared as it is written.
    assert person_key("Li Yu") != person_key("Lee Ho")


@pytest.mark.parametrize(
    "words",
    [
        ("landed", "приземлился", "착륙했다"),
        ("delegation", "делегация", "대표단을"),
        ("sanctions", "санкции", "제재를"),
    ],
)
def test_an_idea_is_one_in_every_language(words: tuple[str, ...]) -> None:
    assert frozenset.intersection(*(concepts_of(word) for word in words))


@pytest.mark.parametrize(
    "words",
    [
        ("shot", "shooting", "shoot"),
        ("died", "death", "dying"),
        ("announce", "announced", "announcement"),
        ("stopped", "stops"),
        ("делегация", "делегацией"),
    ],
)
def test_forms_of_a_word_share_their_key(words: tuple[str, ...]) -> None:
    assert len({lemma(word) for word in words}) == 1


@given(st.text(max_size=30))
@settings(max_examples=50)
def test_any_word_has_a_key(word: str) -> None:
    assert lemma(word) == lemma(word)
    assert isinstance(skeleton(word), str)
    assert isinstance(concepts_of(word.casefold()), frozenset)
