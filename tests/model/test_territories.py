import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.territories import find_capital, find_demonym, find_territory, territories, territory_of


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("North Korea", "PRK"),
        ("DPRK", "PRK"),
        ("북한", "PRK"),
        ("КНДР", "PRK"),
        ("Nordkorea", "PRK"),
        ("the United States", "USA"),
        ("U.S.", "USA"),
        ("Türkiye", "TUR"),
        ("Kosovo", "XKX"),
        ("Taiwan", "TWN"),
        ("Palestine", "PSE"),
        ("Hong Kong", "HKG"),
        ("russia", "RUS"),
        ("South Koreans", "KOR"),
        ("Iraqi", "IRQ"),
    ],
)
def test_a_territory_is_found_by_any_of_its_names_and_demonyms(name: str, code: str) -> None:
    territory = find_territory(name)

    assert territory is not None
    assert territory.alpha3 == code


@pytest.mark.parametrize("word", ["us", "uk", "nk", "Congolese", "Atlantis", "", "Pyongyang"])
def test_what_names_no_single_territory_is_not_found(word: str) -> None:
    assert find_territory(word) is None


def test_a_capital_leads_to_its_territory_apart_from_the_names() -> None:
    found = find_capital("Kiev")

    assert found is not None
    assert found.alpha3 == "UKR"
    assert find_capital("Busan") is None


def test_a_demonym_is_no_name_of_the_state() -> None:
    found = find_demonym("Russians")

    assert found is not None
    assert found.alpha3 == "RUS"
    assert find_demonym("Russia") is None


def test_every_row_has_a_code_of_its_own_and_a_point_on_earth() -> None:
    codes = [territory.alpha3 for territory in territories()]

    assert len(codes) == len(set(codes)) >= 197
    assert all(len(code) == 3 and code.isupper() for code in codes)
    for territory in territories():
        assert -90 <= territory.lat <= 90
        assert -180 <= territory.lon <= 180
        assert (territory.capital is None) == (territory.capital_lat is None) == (territory.capital_lon is None)


def test_no_name_stands_in_two_rows() -> None:
    names = [name for territory in territories() for name in {territory.name, *territory.aliases}]

    assert len(names) == len(set(names))


def test_a_territory_is_found_by_its_code() -> None:
    japan = territory_of("JPN")

    assert japan is not None
    assert japan.name == "Japan"
    assert territory_of("ZZZ") is None


@given(st.text(max_size=40))
def test_any_words_may_be_asked_for(words: str) -> None:
    found = find_territory(words)

    assert found is None or found in territories()
