from secondsource.dossier.screened import screen_names
from secondsource.model.dossier import Screening
from secondsource.model.entity import Entity, Name, NameType
from secondsource.model.ids import EntityId
from secondsource.model.reading import Credit, CreditRole
from tests.dossier.makers import dossier, reading, report
from tests.screening.makers import entry, index

TEXT = "Chamberlain Rudolf Hentzau met Antoinette de Mauban. By Rupert Tarlenheim"


def named(words: str, number: int, *, titles: tuple[str, ...] = ()) -> tuple[Entity, Name]:
    start, key = TEXT.index(words), EntityId(f"e{number}")
    return (
        Entity(id=key, name=words, type=NameType.PERSON, titles=titles, country="AUT"),
        Name(start=start, end=start + len(words), type=NameType.PERSON, entity=key),
    )


def screened() -> Screening:
    found = [
        named("Rudolf Hentzau", 1, titles=("chamberlain",)),
        named("Antoinette de Mauban", 2),
        named("Rupert Tarlenheim", 3),
    ]
    writer = Credit(role=CreditRole.AUTHOR, name="Rupert Tarlenheim", start=TEXT.index("Rupert"), end=len(TEXT))
    read = reading(
        report("notice", TEXT),
        credits=(writer,),
        names=tuple(name for _, name in found),
        entities=tuple(entity for entity, _ in found),
    )
    listed = index(entry("HENTZAU, Rudolf", key="un-1", countries=["Austria"]), entry("Rupert Tarlenheim", key="un-2"))
    return screen_names(dossier(), [read], {read.id: TEXT}, listed)


def test_the_names_of_the_reports_are_looked_for_with_office_and_country():
    (found,) = screened().found

    assert (found.name, found.offices, found.country) == ("Rudolf Hentzau", ("chamberlain",), "Austria")
    assert [hit.id for hit in found.hits] == ["un-1"]
    assert "same country: Austria" in found.hits[0].because


def test_a_screened_name_is_cited_at_its_words():
    (found,) = screened().found

    assert [TEXT[cited.start : cited.end] for cited in found.cited] == ["Rudolf Hentzau"]


def test_who_made_the_report_is_not_looked_for():
    assert screened().n_names == 2


def test_the_lists_are_named_with_their_days():
    assert screened().lists == ("test-list of 2026-01-31",)
