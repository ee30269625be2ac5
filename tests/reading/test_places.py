import pytest

from secondsource.model.timeplace import PlaceMention
from secondsource.reading.places.find import find_places
from secondsource.reading.places.gazetteer import find_place, gazetteer
from tests.reading.pages import named, page


def places(text: str, *, language: str = "en") -> list[PlaceMention]:
    laid_out = page(text, language=language)
    return list(find_places(laid_out, named(laid_out)))


def place_names(text: str, *, language: str = "en") -> list[str]:
    return [place.name for place in places(text, language=language)]


def test_a_country_has_its_code_and_its_middle() -> None:
    (place,) = places("The delegation left Russia.")

    assert (place.name, place.country) == ("Russia", "RUS")
    assert place.lat is not None


def test_a_capital_has_its_own_point() -> None:
    (place,) = places("The plane landed in Pyongyang.")

    assert (place.name, place.country, place.lat, place.lon) == ("Pyongyang", "PRK", 39.03, 125.75)


@pytest.mark.parametrize(
    "text",
    [
        "Moscow insists that no arms were sent.",
        "Washington said the talks failed.",
        "Seoul will respond, officials said.",
        "It ends all cooperation with Moscow.",
        "This adds to Pyongyang’s military power.",
    ],
)
def test_a_capital_that_stands_for_a_government_is_no_place(text: str) -> None:
    assert place_names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The envoy flew to Moscow on Friday.", "Moscow"),
        ("Seoul's airport was closed.", "Seoul"),
        ("Ships passed the Taiwan Strait at night.", "Taiwan Strait"),
        ("A missile fell into the East Sea.", "Sea of Japan"),
        ("It took off from Vladivostok.", "Vladivostok"),
        ("They met at Sunan International Airport.", "Sunan International Airport"),
    ],
)
def test_places_of_the_table_have_their_common_name(text: str, name: str) -> None:
    assert place_names(text) == [name]


def test_the_same_place_is_found_in_four_languages() -> None:
    found = {
        place_names("It left Vladivostok.")[0],
        place_names("Самолёт вылетел из Владивостока.", language="ru")[0],
        place_names("비행기가 블라디보스토크에서 떠났다.", language="ko")[0],
        place_names("Die Maschine startete in Wladiwostok.", language="de")[0],
    }

    assert found == {"Vladivostok"}


def test_what_no_table_holds_stays_open() -> None:
    (place,) = places("Crowds stood in the Harbin Road Station.")

    assert (place.lat, place.lon, place.country) == (None, None, None)


def test_a_name_of_two_places_is_left_open_where_nothing_decides() -> None:
    (undecided,) = places("The vote in Georgia was close.")
    decided = places("The vote in Georgia was close, observers in Tbilisi said.")[0]

    assert (undecided.country, decided.country) == (None, "GEO")


def test_peoples_are_no_places() -> None:
    assert place_names("Russian soldiers met North Koreans.") == []


def test_every_place_of_the_table_lies_on_earth_and_is_found_by_its_name() -> None:
    assert len(gazetteer()) >= 300
    for place in gazetteer():
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180
        assert find_place(place.name) == place
