from dataclasses import replace

import pytest

from secondsource.dossier.assemble import assemble
from secondsource.model.dossier import EventAccount, Sentence
from secondsource.model.entity import Entity, Name, NameType
from secondsource.model.ids import EntityId, EventId
from secondsource.model.linked import Linked
from secondsource.model.published import UNKNOWN_DATE, Published, PublishedBasis
from secondsource.model.report import Report
from secondsource.model.statement import Stance
from tests.dossier.makers import (
    KCNA_SAID,
    MADE_AT,
    departure,
    dossier,
    event,
    line,
    linked_report,
    reading,
    report,
    span,
    statement,
    time,
)


def account(of: Report, edtf: str | None, **mention: object) -> EventAccount:
    """Return the account of a departure on “Monday” told by one report."""
    read = reading(of, events=(departure(of.text, "left", time=0, **mention),), times=(time(of.text, "Monday", edtf),))
    happened = event((of,), (line((of,)),), mentions=((of.id, EventId("v1")),), places=(), actors=(), recipients=())
    linked = Linked(reports=(linked_report(of),), events=(happened,))
    return assemble(linked, [of], [read], made_at=MADE_AT).events[0]


def told(sentences: tuple[Sentence, ...]) -> list[str]:
    return [sentence.text for sentence in sentences]


def test_a_weekday_is_told_with_the_date_it_is_read_against():
    assert told(account(report("a", KCNA_SAID), "2024-07-08").when) == [
        "Monday 8 July 2024: “Monday” is read against the report’s date, 9 July 2024 (as given with the report)."
    ]


def test_an_inferred_date_is_said_to_be_inferred():
    inferred = report("a", KCNA_SAID, published=Published(edtf="2024-07-09", basis=PublishedBasis.INFERRED))

    assert "9 July 2024 (inferred)" in account(inferred, "2024-07-08").when[0].text


def test_a_weekday_in_a_report_without_a_date_stays_open():
    undated = report("a", KCNA_SAID, published=UNKNOWN_DATE)

    assert told(account(undated, None).when) == ["“Monday”; the report’s date is not known, so the day stays open."]


def test_a_day_that_cannot_be_told_stays_open_although_the_reports_date_is_known():
    assert told(account(report("a", KCNA_SAID), None).when) == ["“Monday”; which day is meant stays open."]


def test_a_full_date_needs_no_other_to_be_read():
    text = "A ship left on 8 July 2024."
    read = reading(
        report("a", text), events=(departure(text, "left", time=0),), times=(time(text, "8 July 2024", "2024-07-08"),)
    )
    happened = event((report("a", text),), mentions=((report("a").id, EventId("v1")),))
    linked = Linked(reports=(linked_report(report("a", text)),), events=(happened,))

    made = assemble(linked, [report("a", text)], [read], made_at=MADE_AT)

    assert told(made.events[0].when) == ["Monday 8 July 2024, as the report words it: “8 July 2024”."]


def test_the_day_cites_the_words_that_name_it():
    when = account(report("a", KCNA_SAID), "2024-07-08").when[0]

    assert [citation.exact for citation in when.citations] == ["Monday"]


def test_what_happened_is_said_by_somebody_and_never_by_the_dossier():
    what = dossier().events[0].what

    assert what[0].text == f"KCNA says: “{KCNA_SAID}”"
    assert all(" says" in sentence.text for sentence in what)


def test_a_repeat_of_the_same_origin_is_no_second_account():
    assert [sentence.citations[0].report_id for sentence in dossier().events[0].what] == ["kcna"]


def test_what_is_only_conditional_is_not_told_as_fact():
    what = account(report("a", KCNA_SAID), "2024-07-08", stance=Stance.CONDITIONAL).what

    assert what[0].text.endswith("It is put on a condition, not as fact.")


def test_places_and_participants_are_named_with_the_words_that_name_them():
    main = dossier().events[0]

    assert told(main.where) == ["The place named is Pyongyang."]
    assert told(main.who) == ["North Korea is named as acting.", "Russia is named as the other side."]
    assert main.who[0].citations[0].exact == "A delegation of military teachers"


def test_who_leads_is_cited_where_a_report_names_them():
    of = report("a", "A delegation left on Monday. Kim Kum Chol heads the delegation.")
    at = span(of.text, "Kim Kum Chol")
    read = reading(
        of,
        events=(departure(of.text, "left"),),
        names=(Name(start=at.start, end=at.end, type=NameType.PERSON, entity=EntityId("e1")),),
        entities=(Entity(id=EntityId("e1"), name="Kim Kum Chol", type=NameType.PERSON),),
    )
    happened = event((of,), (line((of,)),), mentions=((of.id, EventId("v1")),), places=(), actors=("Kim Kum Chol",))
    main = assemble(Linked(reports=(linked_report(of),), events=(happened,)), [of], [read], made_at=MADE_AT).events[0]

    assert "Kim Kum Chol" in [piece.exact for piece in main.who[0].citations]


def test_places_and_participants_that_nobody_names_stay_open():
    bare = account(report("a", KCNA_SAID), "2024-07-08")

    assert told(bare.where) == ["No place is named for it."]
    assert told(bare.who) == ["Nobody is named as acting."]


def test_the_rating_is_told_in_words_with_its_reasons():
    main = dossier().events[0]

    assert main.rating.text == (
        "Rated C3: sources fairly reliable, information possibly true; rests on a single origin."
    )
    assert main.admiralty.because == ("one origin",)


def test_an_event_without_mentions_is_told_by_its_label():
    one = report("a", KCNA_SAID)
    linked = Linked(reports=(linked_report(one),), events=(replace(event((one,)), edtf=None),))

    main = assemble(linked, [one], [reading(one)], made_at=MADE_AT).events[0]

    assert told(main.what) == [f"Harbour Post says: “{KCNA_SAID}”"]
    assert told(main.when) == ["No day is given for it."]


@pytest.mark.parametrize(
    ("outlet", "opening"), [("KCNA", "KCNA says: “"), ("Gasang Ilbo", "Gasang Ilbo says, citing KCNA: “")]
)
def test_an_agency_cites_others_and_not_itself(outlet: str, opening: str):
    of = report("a", KCNA_SAID, outlet=outlet)
    said = statement(KCNA_SAID, "s1", KCNA_SAID[:-1], speaker_name="KCNA", organisation="KCNA")
    read = reading(of, events=(departure(KCNA_SAID, "left", according_to=said.id),), statements=(said,))
    happened = event((of,), (line((of,)),), mentions=((of.id, EventId("v1")),))

    made = assemble(Linked(reports=(linked_report(of),), events=(happened,)), [of], [read], made_at=MADE_AT)

    assert made.events[0].what[0].text.startswith(opening)
