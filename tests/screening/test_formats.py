import gzip
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.model.errors import SecondSourceError
from secondsource.model.listed import IdentifierKind, ListedEntry, NameKind, Schema
from secondsource.screening.lists import source
from secondsource.screening.lists.ofac_csv import set_of
from secondsource.screening.lists.read_list import list_name, read_list
from secondsource.screening.lists.values import day_of
from tests.screening.makers import FORMATS, OFAC_SDN, UN_XML, ftm_line, write_format, write_packed
from tests.support import raises_code

PERSONS = {
    "un-xml": "un-RUi.001",
    "ofac-csv": "ofac-37",
    "ofac-xml": "ofac-37",
    "us-csl": "csl-a1",
    "eu-csv": "eu-EU.1.11",
    "eu-xml": "eu-EU.1.11",
    "uk-csv": "uk-7",
    "ftm": "ru-1",
}


def entries(folder: Path, form: str) -> dict[str, ListedEntry]:
    return {entry.id: entry for entry in read_list(write_format(folder, form)).entries}


@pytest.mark.parametrize("form", FORMATS)
def test_every_official_format_is_told_by_its_beginning_and_gives_the_same_person(form: str, tmp_path: Path):
    found = read_list(write_format(tmp_path, form))
    person = next(entry for entry in found.entries if entry.id == PERSONS[form])

    assert found.format == form
    assert person.schema is Schema.PERSON
    assert person.names[0].kind is NameKind.MAIN
    assert person.names[0].text.casefold() == "rudolf hentzau"
    assert any("rupert" in name.text.casefold() for name in person.names[1:])
    assert "1957-04-15" in person.birth_dates


@pytest.mark.parametrize(
    ("form", "day"),
    [
        ("un-xml", "2026-02-27"),
        ("ofac-xml", "2021-07-09"),
        ("eu-csv", "2024-07-09"),
        ("eu-xml", "2024-07-09"),
        ("uk-csv", "2024-07-09"),
        ("ftm", "2024-07-09"),
        ("ofac-csv", None),
    ],
)
def test_the_list_s_own_day_is_read_where_it_bears_one(form: str, day: str | None, tmp_path: Path):
    assert read_list(write_format(tmp_path, form)).list_on == day


@pytest.mark.parametrize("form", ["un-xml", "us-csl", "eu-csv", "eu-xml", "uk-csv"])
def test_the_day_of_listing_is_read_where_the_list_gives_it(form: str, tmp_path: Path):
    assert entries(tmp_path, form)[PERSONS[form]].listed_on == "2016-03-02"


@pytest.mark.parametrize("form", ["un-xml", "ofac-csv", "ofac-xml", "us-csl", "eu-csv", "eu-xml", "uk-csv"])
def test_the_passport_is_read_as_a_number(form: str, tmp_path: Path):
    numbers = {number.value for number in entries(tmp_path, form)[PERSONS[form]].identifiers}

    assert numbers & {"R1234567", "RU 0243318"}


@pytest.mark.parametrize("form", ["ofac-csv", "ofac-xml", "uk-csv", "ftm"])
def test_a_ship_comes_with_its_imo_number(form: str, tmp_path: Path):
    ship = next(entry for entry in entries(tmp_path, form).values() if entry.schema is Schema.VESSEL)
    numbers = [number.value for number in ship.identifiers if number.kind is IdentifierKind.IMO]

    assert [number.removeprefix("IMO") for number in numbers] == ["9074729"]


def test_ofac_s_aliases_addresses_and_long_remarks_come_from_the_files_beside(tmp_path: Path):
    found = entries(tmp_path, "ofac-csv")

    assert [(name.text, name.kind) for name in found["ofac-36"].names] == [
        ("ZENDA AIRLINES", NameKind.MAIN),
        ("ZENDA AVIATION", NameKind.ALIAS),
        ("ZENAIR", NameKind.WEAK),
    ]
    assert found["ofac-36"].countries == ("Ruritania",)
    assert found["ofac-36"].programmes == ("RURITANIA", "SDGT")
    assert found["ofac-37"].birth_dates == ("1957-04-15", "1958")
    assert {number.kind for number in found["ofac-39"].identifiers} == {
        IdentifierKind.REGISTRATION,
        IdentifierKind.SERIAL,
    }


def test_the_set_s_files_are_found_in_the_case_of_the_main_one(tmp_path: Path):
    for name in ("SDN.CSV", "ALT.CSV", "SDN_COMMENTS.CSV"):
        (tmp_path / name).write_text(OFAC_SDN)

    assert [path.name for path in set_of(tmp_path / "SDN.CSV")] == ["SDN.CSV", "ALT.CSV", "SDN_COMMENTS.CSV"]


def test_a_packed_list_reads_as_the_plain_one(tmp_path: Path):
    plain = read_list(write_format(tmp_path, "un-xml"))

    assert read_list(write_packed(tmp_path / "packed.xml.gz", UN_XML)).entries == plain.entries


def test_weak_aliases_and_other_scripts_are_kept_apart(tmp_path: Path):
    names = entries(tmp_path, "un-xml")["un-RUi.001"].names

    assert ("The Count", NameKind.WEAK) in [(name.text, name.kind) for name in names]
    assert "Рудольф Хентцау" in [name.text for name in names]


def test_a_list_is_called_by_its_file_without_endings():
    assert list_name(Path("ofac-sdn-2021-07.ftm.jsonl.gz")) == "ofac-sdn-2021-07"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("DOB circa 12 Mar 1967", "1967-03-12"),
        ("Mar 1967", "1967-03"),
        ("00/00/1980", "1980"),
        ("00/05/1980", "1980-05"),
        ("15/04/1957", "1957-04-15"),
        ("between 1957 and 1960", "1957"),
        ("unknown", None),
    ],
)
def test_days_are_read_as_far_as_they_are_known(written: str, day: str | None):
    assert day_of(written) == day


def test_a_missing_file_is_told(tmp_path: Path):
    with raises_code("SS-601"):
        read_list(tmp_path / "nothing.xml")


def test_a_file_of_another_kind_is_no_list(tmp_path: Path):
    (tmp_path / "page.html").write_text("<html><body>Nothing here</body></html>")

    with raises_code("SS-602"):
        read_list(tmp_path / "page.html")


@pytest.mark.parametrize("form", ["un-xml", "ofac-xml", "eu-xml"])
def test_a_list_that_is_cut_off_is_refused_with_the_line(form: str, tmp_path: Path):
    name, text = FORMATS[form]
    (tmp_path / name).write_text(text[: len(text) * 3 // 4])

    with pytest.raises(SecondSourceError, match=r"at line \d+") as caught:
        read_list(tmp_path / name)
    assert caught.value.code == "SS-603"


def test_an_archive_that_is_cut_off_is_refused(tmp_path: Path):
    data = gzip.compress(UN_XML.encode() * 50)
    (tmp_path / "cut.xml.gz").write_bytes(data[: len(data) // 2])

    with raises_code("SS-603"):
        read_list(tmp_path / "cut.xml.gz")


def test_an_xml_list_that_declares_entities_is_refused(tmp_path: Path):
    bomb = '<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    (tmp_path / "bomb.xml").write_text(UN_XML.replace("<CONSOLIDATED_LIST", f"{bomb}<CONSOLIDATED_LIST", 1))

    with raises_code("SS-603"):
        read_list(tmp_path / "bomb.xml")


def test_an_xml_list_that_nests_without_end_is_refused(tmp_path: Path):
    deep = UN_XML.replace("<DATAID>1</DATAID>", "<X>" * 100 + "</X>" * 100)
    (tmp_path / "deep.xml").write_text(deep)

    with raises_code("SS-603"):
        read_list(tmp_path / "deep.xml")


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("sdn.csv", OFAC_SDN.replace(',"vessel",', ","), "line 3"),
        ("sdn.csv", OFAC_SDN.replace('"individual"', '"spacecraft"'), "entry 37"),
        ("a.jsonl", ftm_line("a", "Rudolf Hentzau") + "{broken\n", "line 2"),
        ("a.jsonl", ftm_line("a", "Rudolf Hentzau") + '{"id": 7, "schema": "Person"}\n', "line 2"),
        ("a.jsonl", '{"id": "a", "schema": "Address", "properties": {"name": ["x"]}}\n', "at its end"),
        ("uk.csv", FORMATS["uk-csv"][1].replace("03/03/2016,8", "03/03/2016"), "line 5"),
        ("uk.csv", FORMATS["uk-csv"][1].replace("03/03/2016,8", "03/03/2016,"), "line 5"),
        ("eu.csv", FORMATS["eu-csv"][1].replace("09/07/2024;8;", "09/07/2024;;"), "line 5"),
        ("csl.csv", FORMATS["us-csl"][1].replace("\na1,", "\n,").replace(",37,Ind", ",,Ind"), "line 2"),
    ],
)
def test_a_broken_list_is_refused_whole_with_the_place_of_the_fault(name: str, text: str, place: str, tmp_path: Path):
    (tmp_path / name).write_text(text, encoding="utf-8", newline="")

    with pytest.raises(SecondSourceError) as caught:
        read_list(tmp_path / name)
    assert caught.value.code == "SS-603"
    assert place in caught.value.message


def test_a_list_larger_than_any_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(source, "BYTES_MOST", 1000)

    with raises_code("SS-604"):
        read_list(write_packed(tmp_path / "a.jsonl.gz", ftm_line("a", "Rudolf Hentzau") * 100))


@given(st.sampled_from(sorted(FORMATS)), st.integers(0, 1500), st.binary(min_size=1, max_size=4))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_bytes_give_a_list_or_our_error_and_nothing_else(tmp_path: Path, form: str, place: int, damage: bytes):
    path = write_format(tmp_path, form)
    data = path.read_bytes()
    path.write_bytes(data[:place] + damage + data[place + len(damage) :])

    try:
        found = read_list(path)
    except SecondSourceError:
        return
    assert all(entry.names for entry in found.entries)
