import pytest

from secondsource.model.listed import IdentifierKind, Schema
from secondsource.screening.marks import mark_of, marks_in


def marks(text: str) -> list[tuple[str, str]]:
    return [(mark.identifier.kind.value, mark.identifier.value) for mark in marks_in(text)]


@pytest.mark.parametrize(
    "words",
    [
        "IMO 9074729",
        "IMO number 9074729",
        "IMO: 9074729",
        "IMO No. 9074729",
        "(IMO9074729)",
        "ИМО 9074729",
        "IMO 번호 9074729",
    ],
)
def test_a_ships_number_is_found_as_it_is_written(words: str):
    assert marks(f"The tanker Strelsau Star {words} sailed.") == [("imo", "9074729")]


@pytest.mark.parametrize("words", ["IMO 9074728", "IMO 90747290", "9074729", "the IMO met 9074729 times"])
def test_digits_that_are_no_ships_number_are_none(words: str):
    assert marks(f"It was {words}.") == []


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("with the tail number RU-86572 landed", "RU-86572"),
        ("(registration P-633) landed", "P-633"),
        ("registered as EP-GOM landed", "EP-GOM"),
        ("с бортовым номером RU-86572", "RU-86572"),
        ("등록번호 P-633 항공기", "P-633"),
    ],
)
def test_an_aircrafts_mark_is_found_where_the_words_call_it_one(words: str, mark: str):
    assert marks(f"An aircraft {words}.") == [("registration", mark)]


@pytest.mark.parametrize("words", ["registered as CHARITY", "the registration OF voters", "tail number unknown"])
def test_a_word_after_registration_is_no_mark(words: str):
    assert marks(f"It was {words}.") == []


def test_a_mark_knows_its_place_and_what_bears_it():
    text = "The freighter, IMO 9074729, sailed."
    [mark] = marks_in(text)

    assert text[mark.start : mark.end] == "IMO 9074729"
    assert mark.schema is Schema.VESSEL


@pytest.mark.parametrize(
    ("name", "expected"), [("P-813", True), ("RA-86572", True), ("Il-62M", False), ("Saebyol", False)]
)
def test_a_whole_name_may_be_an_aircrafts_mark(name: str, expected: bool):
    found = mark_of(name)

    assert (found is not None) == expected
    assert found is None or found.kind is IdentifierKind.REGISTRATION
