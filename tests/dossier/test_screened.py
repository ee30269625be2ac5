from datetime import UTC, datetime
from pathlib import Path

from secondsource.dossier.screened import screen_names
from secondsource.model.dossier import Screening
from secondsource.model.entity import Entity, Name, NameType
from secondsource.model.ids import EntityId
from secondsource.model.listed import ListedEntry, Schema
from secondsource.model.reading import Credit, CreditRole
from secondsource.screening.clearances import Clearances, clear
from secondsource.screening.score import HIT_BODY
from secondsource.screening.screen import screen
from tests.dossier.makers import dossier, reading, report
from tests.screening.makers import entry, index, subject

TEXT = "Chamberlain Rudolf Hentzau met Antoinette de Mauban. By Rupert Tarlenheim"
HENTZAU = entry("HENTZAU, Rudolf", key="un-1", countries=["Austria"], offices=["Chamberlain of the Crown"])
DECIDED_AT = datetime(2026, 2, 1, tzinfo=UTC)


def named(
    text: str, words: str, number: int, *, kind: NameType = NameType.PERSON, **fields: object
) -> tuple[Entity, Name]:
    start, key = text.index(words), EntityId(f"e{number}")
    return (
        Entity(id=key, name=words, type=kind, **fields),  # type: ignore[arg-type]
        Name(start=start, end=start + len(words), type=kind, entity=key),
    )


def screened(clearances: Clearances | None = None, *, listed: ListedEntry = HENTZAU) -> Screening:
    found = [
        named(TEXT, "Rudolf Hentzau", 1, titles=("chamberlain",), country="AUT"),
        named(TEXT, "Antoinette de Mauban", 2),
        named(TEXT, "Rupert Tarlenheim", 3),
    ]
    writer = Credit(role=CreditRole.AUTHOR, name="Rupert Tarlenheim", start=TEXT.index("Rupert"), end=len(TEXT))
    read = reading(
        report("notice", TEXT),
        credits=(writer,),
        names=tuple(name for _, name in found),
        entities=tuple(entity for entity, _ in found),
    )
    lists = index(
        listed, entry("Rupert Tarlenheim", key="un-2"), entry("Antoinette de Mauban", key="un-3", remarks="spy")
    )
    return screen_names(dossier(), [read], {read.id: TEXT}, lists, clearances=clearances)


def screened_text(text: str, *words: str, listed: ListedEntry, kind: NameType = NameType.PLATFORM) -> Screening:
    found = [named(text, each, number, kind=kind) for number, each in enumerate(words, 1)]
    read = reading(
        report("notice", text), names=tuple(name for _, name in found), entities=tuple(entity for entity, _ in found)
    )
    return screen_names(dossier(), [read], {read.id: text}, index(listed))


def cleared(folder: Path, read_as: ListedEntry = HENTZAU) -> Clearances:
    clear(
        folder,
        name="Rudolf Hentzau",
        listed="test-list",
        entry=read_as,
        why="another man: this one is a vintner",
        who="desk",
        at=DECIDED_AT,
    )
    return Clearances.of_folder(folder)


def test_the_names_of_the_reports_are_looked_for_with_office_and_country():
    found = screened().found[0]

    assert (found.name, found.offices, found.country) == ("Rudolf Hentzau", ("chamberlain",), "Austria")
    assert [hit.id for hit in found.hits] == ["un-1"]
    assert "same country: Austria" in found.hits[0].because
    assert any(reason.startswith("office agrees: “chamberlain”") for reason in found.hits[0].because)


def test_the_country_of_the_body_that_the_office_is_of_counts_where_the_persons_own_is_not_said():
    text = "Rudolf Hentzau, chamberlain of the Crown Council, spoke."
    body, body_name = named(text, "Crown Council", 2, kind=NameType.ORG, country="AUT")
    person, person_name = named(text, "Rudolf Hentzau", 1, titles=("chamberlain",), affiliation=body.id)
    read = reading(report("notice", text), names=(person_name, body_name), entities=(person, body))

    [found] = screen_names(dossier(), [read], {read.id: text}, index(HENTZAU)).found

    assert found.country == "Austria"


def test_a_screened_name_is_cited_at_its_words():
    found = screened().found[0]

    assert [TEXT[cited.start : cited.end] for cited in found.cited] == ["Rudolf Hentzau"]


def test_who_made_the_report_is_not_looked_for():
    assert screened().n_names == 2


def test_the_lists_are_named_with_their_days():
    assert screened().lists == ("test-list of 2026-01-31",)


def test_a_cleared_hit_stays_with_its_reason_and_who_and_stands_last(tmp_path: Path):
    before = [found.name for found in screened().found]
    after = screened(cleared(tmp_path)).found

    assert before == ["Rudolf Hentzau", "Antoinette de Mauban"]
    assert [found.name for found in after] == ["Antoinette de Mauban", "Rudolf Hentzau"]
    assert after[1].hits[0].cleared == "another man: this one is a vintner (desk, 2026-02-01)"


def test_a_clearance_is_open_again_once_the_entry_reads_otherwise(tmp_path: Path):
    other = entry("HENTZAU, Rudolf", key="un-1", countries=["Austria"], offices=["Vintner"])

    found = next(each for each in screened(cleared(tmp_path), listed=other).found if each.name == "Rudolf Hentzau")

    assert found.hits[0].cleared is None
    assert found.hits[0].reopened == "another man: this one is a vintner (desk, 2026-02-01)"


def test_a_ship_is_found_by_its_name_and_by_the_number_beside_it():
    text = "The tanker Hofburg, IMO 9074729, sailed; the Strelsau Star followed."
    ship = entry("STRELSAU STAR", key="v-1", schema=Schema.VESSEL, imo="9074729")

    found = screened_text(text, "Hofburg", "Strelsau Star", listed=ship).found

    assert [(each.name, each.hits[0].because[0]) for each in found] == [
        ("Hofburg", "same IMO number: 9074729"),
        ("Strelsau Star", "the name asked about, “Strelsau Star”, against “STRELSAU STAR”, the main name"),
    ]


def test_the_number_beside_a_ships_name_speaks_against_a_listed_ship_of_another_number():
    text = "The Strelsau Star (IMO 9074729) sailed."
    ship = entry("STRELSAU STAR", key="v-1", schema=Schema.VESSEL, imo="9187629")

    assert screened_text(text, "Strelsau Star", listed=ship).found == ()


def test_a_number_alone_is_looked_for_and_cited():
    text = "A tanker with IMO number 9074729 lay at anchor."
    ship = entry("STRELSAU STAR", key="v-1", schema=Schema.VESSEL, imo="9074729")

    [found] = screened_text(text, listed=ship).found

    assert (found.name, found.cited[0].exact) == ("IMO number 9074729", "IMO number 9074729")


def test_an_aircraft_is_found_by_its_mark_whether_or_not_the_reading_names_it():
    aircraft = entry("RU-ABC", key="a-1", schema=Schema.AIRCRAFT, registration="RU-ABC")

    for words in (("RU-ABC",), ()):
        [found] = screened_text("A jet, tail number RU-ABC, landed.", *words, listed=aircraft).found
        assert found.hits[0].because[0] == "same registration: RU-ABC"


def test_a_body_is_looked_for():
    [found] = screened_text(
        "Zenda Trading paid.", "Zenda Trading", listed=entry("ZENDA TRADING CO", schema=Schema.BODY), kind=NameType.ORG
    ).found

    assert found.name == "Zenda Trading"


def test_a_body_that_shares_a_word_with_a_listed_one_is_not_told_of():
    listed = entry("KORYO BANK", schema=Schema.BODY)

    assert screened_text("Air Koryo paid.", "Air Koryo", listed=listed, kind=NameType.ORG).found == ()
    assert screen(index(listed), subject("Air Koryo", schema=Schema.BODY), least=0.1)[0].score < HIT_BODY


def test_a_name_is_asked_about_for_the_day_of_the_event_that_its_reports_tell_of():
    told = dossier()
    text = "Rudolf Hentzau left."
    of = report(told.events[0].reports[0], text)
    person, name = named(text, "Rudolf Hentzau", 1)

    result = screen_names(told, [reading(of, names=(name,), entities=(person,))], {of.id: text}, index(HENTZAU))

    assert result.found[0].event_on == told.events[0].edtf
