"""Names that an office beside them makes sure."""

from itertools import pairwise

import pytest

from secondsource.model.entity import NameType
from secondsource.reading.names.found import Found
from secondsource.reading.names.roles_names import name_holders
from tests.reading.pages import page


def holders(text: str, *names: tuple[str, NameType], language: str = "en") -> list[tuple[str, str]]:
    found = [Found(text.index(words), text.index(words) + len(words), kind) for words, kind in names]
    return [
        (text[name.start : name.end], name.type.value) for name in name_holders(page(text, language=language), found)
    ]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Energy Minister Temur Gazi left.", "Temur Gazi"),
        ("The captain, Manol Petrak, sent a call.", "Manol Petrak"),
        ("Idrisu Okafora was named director general of it.", "Idrisu Okafora"),
        ("Marija van der Linde (director) left.", "Marija van der Linde"),
        ("The ambassador Khal al-Rashid left.", "Khal al-Rashid"),
    ],
)
def test_capitals_that_hold_an_office_are_a_person(text: str, person: str) -> None:
    assert (person, "PERSON") in holders(text)


def test_capitals_that_an_office_belongs_to_are_a_body() -> None:
    text = "Anna Keller, chief engineer at Vostok Yards, left."

    assert ("Vostok Yards", "ORG") in holders(text, ("Anna Keller", NameType.PERSON))


def test_a_member_of_a_named_body_is_a_person() -> None:
    text = "Emek Nwosa of the Harbor Institute left."

    assert ("Emek Nwosa", "PERSON") in holders(text, ("Harbor Institute", NameType.ORG))


@pytest.mark.parametrize(
    "text",
    [
        "Vostok Yards, owner of the ship, left.",
        "It was over when the Old Harbour closed.",
        "Chief Minister Goes To Old Harbour",
    ],
)
def test_what_may_be_a_firm_or_a_headline_is_no_person(text: str) -> None:
    assert not [words for words, kind in holders(text) if kind == "PERSON"]


@pytest.mark.parametrize(
    ("name", "kind", "parts"),
    [
        ("Brig. Gen. Ramin Shirazi", NameType.PERSON, [("Ramin Shirazi", "PERSON")]),
        ("Iranian Foreign Minister Ramin Shirazi", NameType.PERSON, [("Iranian", "NORP"), ("Ramin Shirazi", "PERSON")]),
        ("Minister of Foreign Affairs Ri Tae", NameType.PERSON, [("Ri Tae", "PERSON")]),
        ("Sable Airways CEO Ingrid Maas", NameType.ORG, [("Sable Airways", "ORG"), ("Ingrid Maas", "PERSON")]),
        ("Deputy Prime Minister", NameType.PERSON, []),
        ("Norwegian", NameType.PERSON, [("Norwegian", "NORP")]),
        ("Sacha Baron Cohen", NameType.PERSON, [("Sacha Baron Cohen", "PERSON")]),
        ("Martin Luther King Jr", NameType.PERSON, [("Martin Luther King Jr", "PERSON")]),
        ("Dean Rusk", NameType.PERSON, [("Dean Rusk", "PERSON")]),
        ("General Staff", NameType.ORG, [("General Staff", "ORG")]),
    ],
)
def test_a_title_is_cut_from_a_name(name: str, kind: NameType, parts: list[tuple[str, str]]) -> None:
    assert holders(f"It saw {name} again.", (name, kind)) == parts


def test_a_name_cut_inside_a_word_is_made_whole() -> None:
    assert ("Suh Jae-won", "PERSON") in holders("It saw Suh Jae-won again.", ("Suh Jae-", NameType.PERSON))
    assert ("Suh Jae", "PERSON") in holders("It saw Suh Jae-led men.", ("Suh Jae", NameType.PERSON))


def test_other_languages_keep_their_names() -> None:
    assert holders("Der Minister Energie Wende kam.", language="de") == []


def test_names_stay_in_order_and_apart() -> None:
    text = "Sable Airways CEO Ingrid Maas met Energy Minister Temur Gazi of Vostok Yards."

    names = name_holders(page(text), [Found(0, 29, NameType.ORG)])

    assert all(one.end <= other.start for one, other in pairwise(names))
