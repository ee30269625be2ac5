"""Actor codes name country and sector, and nothing that the words do not tell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.entity import Entity, NameType
from secondsource.model.ids import EntityId
from secondsource.reading.actor_codes import actor_code, code_of
from secondsource.reading.page import Naming


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("the Russian army", "RUSMIL"),
        ("French police", "FRACOP"),
        ("South Korea's foreign ministry", "KORGOV"),
        ("the German parliament", "DEULEG"),
        ("a Peruvian court", "PERJUD"),
        ("Colombian rebels", "COLREB"),
        ("the Japanese defence ministry", "JPNGOVMIL"),
        ("Norway", "NOR"),
        ("Pyongyang", "PRKGOV"),
        ("the United Nations", "UNO"),
        ("the U.N. Security Council", "UNO"),
        ("Russia's Security Council", "RUS"),
        ("the European Union", "EUR"),
        ("NATO", "IGO"),
        ("the White House", "USAGOV"),
    ],
)
def test_a_code_is_built_from_country_and_role(words: str, code: str) -> None:
    assert actor_code(words) == code


@pytest.mark.parametrize("words", ["the army", "two men", "", "officials", "Kim Jong Un"])
def test_what_has_no_country_has_no_code(words: str) -> None:
    assert actor_code(words) is None


def test_short_forms_count_in_capitals_only() -> None:
    assert actor_code("UN") == "UNO"
    assert actor_code("Un") is None


def entity(name: str, **more: object) -> Entity:
    return Entity(id=EntityId("e1"), name=name, type=NameType.PERSON, **more)  # type: ignore[arg-type]


def test_an_entity_keeps_the_code_it_has() -> None:
    assert code_of(entity("Ada Lind", code="SWEGOV"), Naming((), ())) == "SWEGOV"


def test_title_and_country_of_a_person_make_the_code() -> None:
    person = entity("Ada Lind", country="SWE", titles=("prime minister",))

    assert code_of(person, Naming((), ())) == "SWEGOV"


def test_the_country_of_the_body_a_person_speaks_for_counts() -> None:
    body = Entity(id=EntityId("e2"), name="Ministry of Defence", type=NameType.ORG, country="EST")
    person = entity("Ada Lind", affiliation=EntityId("e2"), titles=("spokesperson",))

    assert code_of(person, Naming((), (person, body))) == "ESTGOVMIL"


@given(st.text(max_size=40))
@settings(max_examples=50)
def test_any_words_give_a_code_in_capitals_or_none(words: str) -> None:
    code = actor_code(words)

    assert code is None or (code.isupper() and code.isalpha() and 3 <= len(code) <= 12)
