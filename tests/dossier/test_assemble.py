from dataclasses import replace
from json import dumps, loads

from secondsource.dossier.assemble import assemble
from secondsource.dossier.check import check
from secondsource.model.dossier import Dossier
from secondsource.model.encoding import decode, encode
from secondsource.model.linked import Linked, OriginKind
from tests.dossier.makers import (
    MADE_AT,
    alone,
    dossier,
    event,
    kcna,
    line,
    linked,
    linked_report,
    reading,
    readings,
    report,
    reports,
    texts,
)
from tests.support import raises_code


def test_the_answer_counts_origins_and_not_reports():
    assert dossier().answer.text == "3 reports, all of which go back to KCNA: 3 independent origins."


def test_the_numbers_of_the_answer_are_linkings_own():
    counted = replace(linked(), events=(replace(linked().events[0], n_origins=2),))

    made = assemble(counted, reports(), readings(), made_at=MADE_AT)

    assert made.answer.text.endswith(": 2 independent origins.")


def test_ten_copies_of_one_notice_are_told_as_one_origin():
    many = [report(f"r{n}", "Ships left.") for n in range(10)]
    linked = Linked(
        reports=tuple(linked_report(each) for each in many),
        events=(event(tuple(many), (line(tuple(many)),), n_origins=1),),
    )

    made = assemble(linked, many, [reading(each) for each in many], made_at=MADE_AT)

    assert made.answer.text == "10 reports, all go back to one origin, KCNA."


def test_reports_whose_origin_nobody_knows_add_up_to_none():
    one = report("a", "Ships left.")
    unknown = line((one,), origin="unknown", origin_kind=OriginKind.UNKNOWN, controller=None)
    linked = Linked(reports=(linked_report(one),), events=(event((one,), (unknown,), n_origins=0),))

    made = assemble(linked, [one], [reading(one)], made_at=MADE_AT)

    assert made.answer.text == "1 report. Where it comes from is not said."


def test_a_single_report_on_one_origin_is_told_as_such():
    made = assemble(*alone("A ship left.", outlet="Harbour Post"), made_at=MADE_AT)

    assert made.answer.text == "1 report; its main event rests on 1 origin, Harbour Post."


def test_reports_beside_the_event_are_told_apart_from_those_on_it():
    one, other = report("a"), report("b", "Harbour dredged")
    both = Linked(
        reports=(linked_report(one), linked_report(other, event=None)),
        events=(event((one,), (line((one,)),), n_origins=1),),
    )

    made = assemble(both, [one, other], [reading(one), reading(other)], made_at=MADE_AT)

    assert made.answer.text == "2 reports; 1 tells of this event, resting on 1 origin, KCNA."


def test_reports_without_an_event_still_make_a_dossier():
    one = report("a", "Harbour dredged")

    made = assemble(Linked(reports=(linked_report(one),), events=()), [one], [reading(one)], made_at=MADE_AT)

    assert made.answer.text == "1 report; no event was made out."
    assert made.title == "Harbour dredged"


def test_the_title_is_the_reports_words_unless_one_is_given():
    assert dossier().title == "Delegation leaves for Russia"
    assert dossier(title="A quiet departure").title == "A quiet departure"
    assert dossier(title="  ").title == "Delegation leaves for Russia"


def test_it_is_as_of_the_latest_report_whose_day_is_known():
    assert dossier().as_of == "2024-07-09"


def test_the_same_reports_give_the_same_dossier():
    assert dumps(encode(dossier())) == dumps(encode(dossier()))


def test_a_dossier_comes_back_from_its_json_unchanged():
    assert decode(Dossier, loads(dumps(encode(dossier())))) == dossier()


def test_every_citation_of_an_assembled_dossier_holds():
    assert check(dossier(), texts()) == []


def test_no_reports_make_no_dossier():
    with raises_code("SS-501"):
        assemble(Linked(reports=(), events=()), [], [], made_at=MADE_AT)


def test_a_linking_of_other_reports_is_refused():
    with raises_code("SS-502"):
        assemble(linked(), [kcna()], [reading(kcna())], made_at=MADE_AT)


def test_a_linking_that_cites_words_a_report_does_not_have_is_refused():
    first, *others = linked().events[0].lines
    false_line = replace(first, evidence=(replace(first.evidence[0], exact="A delegation of poets"),))
    false_linked = replace(linked(), events=(replace(linked().events[0], lines=(false_line, *others)),))

    with raises_code("SS-503"):
        assemble(false_linked, reports(), readings(), made_at=MADE_AT)
