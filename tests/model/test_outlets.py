"""The table of outlets: names in any script lead to one entry, and only as names."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.outlet_phrases import PhraseFinder, fold_name
from secondsource.model.outlets import OutletKind, find_outlet, find_outlets_in, load_outlets, outlets
from tests.support import raises_code


def found_in(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], outlet.name) for start, end, outlet in find_outlets_in(text)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Korean Central News Agency", "KCNA"),
        ("조선중앙통신", "KCNA"),
        ("ЦТАК", "KCNA"),
        ("the associated press", "AP"),
        ("U.S. Department of State", "US State Department"),
        ("South Korea’s foreign ministry", "South Korean Ministry of Foreign Affairs"),
        ("Flight Radar 24", "Flightradar24"),
        ("North Korean media", "North Korean state media"),
        ("The Korea Herald (via Portal)", "The Korea Herald"),
    ],
)
def test_every_spelling_leads_to_the_canonical_name(written: str, name: str) -> None:
    outlet = find_outlet(written)
    assert outlet is not None
    assert outlet.name == name


def test_an_unknown_name_is_nobody() -> None:
    assert find_outlet("Eastgate Courier") is None
    assert find_outlet("") is None


def test_the_media_of_one_state_have_one_controller() -> None:
    controllers = {outlet.controller for name in ("KCNA", "Rodong Sinmun", "노동신문") if (outlet := find_outlet(name))}
    assert controllers == {"government of North Korea"}


def test_a_funded_broadcaster_is_not_called_state_controlled() -> None:
    outlet = find_outlet("VOA")
    assert outlet is not None
    assert not outlet.state_controlled
    assert outlet.funder == "United States"


def test_canonical_names_and_families_are_set_for_all() -> None:
    names = [outlet.name for outlet in outlets()]
    assert len(set(names)) == len(names) > 200
    assert all(outlet.family for outlet in outlets())
    assert all((outlet.controller is not None) == outlet.state_controlled for outlet in outlets())


def test_names_in_running_text_are_found_with_their_places() -> None:
    assert found_in("KCNA's notice, carried by Yonhap News Agency and (AP)") == [
        ("KCNA", "KCNA"),
        ("Yonhap News Agency", "Yonhap"),
        ("AP", "AP"),
    ]


def test_the_longest_name_wins() -> None:
    assert found_in("The U.N. Security Council met.") == [("U.N. Security Council", "UN Security Council")]


def test_capitals_speak_for_the_name() -> None:
    assert found_in("an ap on planet earth, un peu") == []


def test_words_that_are_names_only_by_themselves_are_left_alone_in_text() -> None:
    assert found_in("Time and again the planet Planet was seen.") == []
    assert find_outlet("Time") is not None


def test_korean_names_carry_particles() -> None:
    assert found_in("조선중앙통신은 9일 로이터통신을 인용해") == [("조선중앙통신", "KCNA"), ("로이터통신", "Reuters")]


def test_cyrillic_names_are_found_in_any_case() -> None:
    assert found_in("в Кремле со ссылкой на Рейтера и ТАСС") == [
        ("Кремле", "Kremlin"),
        ("Рейтера", "Reuters"),
        ("ТАСС", "TASS"),
    ]


def test_a_name_does_not_reach_over_a_blank_line() -> None:
    assert found_in("Associated\n\nPress") == []


@given(st.text(max_size=300))
@settings(max_examples=50)
def test_places_found_never_overlap_and_hold_a_name(text: str) -> None:
    end_before = 0
    for start, end, outlet in find_outlets_in(text):
        assert end_before <= start < end <= len(text)
        assert find_outlet(text[start:end]) is not None or outlet.kind is not None
        end_before = end


@given(st.lists(st.text(alphabet="abAB é한국Ям.' ", min_size=1, max_size=12), max_size=6), st.text(max_size=80))
@settings(max_examples=50)
def test_any_names_can_be_looked_for(names: list[str], text: str) -> None:
    found = PhraseFinder([(name, name) for name in names]).find(text)
    assert all(0 <= start < end <= len(text) for start, end, _ in found)


@given(st.text(max_size=60))
@settings(max_examples=50)
def test_the_key_of_a_name_ignores_case_of_ascii_and_spaces_around(name: str) -> None:
    assert fold_name(f"  {name} ") == fold_name(name)


def test_a_users_own_entries_go_before_the_packaged_ones(tmp_path: Path) -> None:
    table = tmp_path / "own.toml"
    table.write_text(
        'outlets = [ { name = "Eastgate Courier", country = "FRA", aliases = ["EC Online"] },'
        ' { name = "Reuters", kind = "agency", family = "Own house" } ]',
        encoding="utf-8",
    )

    own = load_outlets(table)

    courier, reuters = own.find("EC Online"), own.find("로이터")
    assert courier is not None
    assert (courier.name, courier.kind, courier.family) == ("Eastgate Courier", OutletKind.OUTLET, "Eastgate Courier")
    assert reuters is not None
    assert reuters.family == "Own house"
    assert own.find("KCNA") is not None


@pytest.mark.parametrize(
    "content",
    [
        "outlets = [",
        'names = ["a"]',
        "outlets = [ { kind = 'agency' } ]",
        "outlets = [ { name = 'A', kind = 'paper' } ]",
        "outlets = [ { name = 'A', aliases = 'B' } ]",
        "outlets = [ { name = 'A', colour = 'red' } ]",
    ],
)
def test_a_broken_table_is_refused_with_what_to_do(tmp_path: Path, content: str) -> None:
    table = tmp_path / "own.toml"
    table.write_text(content, encoding="utf-8")
    with raises_code("SS-401"):
        load_outlets(table)


def test_a_missing_table_is_refused(tmp_path: Path) -> None:
    with raises_code("SS-401"):
        load_outlets(tmp_path / "none.toml")
