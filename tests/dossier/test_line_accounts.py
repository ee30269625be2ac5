from dataclasses import replace

from secondsource.dossier.assemble import assemble
from secondsource.model.dossier import LineAccount
from secondsource.model.linked import CopyBasis, CopyLink, Line, Linked, OriginKind
from secondsource.model.report import Report
from tests.dossier.makers import MADE_AT, dossier, event, evidence, line, linked_report, reading, report


def account(told: Line, reports: list[Report], *links: CopyLink) -> LineAccount:
    linked = Linked(
        reports=tuple(linked_report(each, links=tuple(x for x in links if x.child == each.id)) for each in reports),
        events=(event(tuple(reports), (told,)),),
    )
    return assemble(linked, reports, [reading(each) for each in reports], made_at=MADE_AT).events[0].lines[0]


def test_a_line_says_how_many_reports_rest_on_whom():
    assert dossier().events[0].lines[0].sentence.text == (
        "3 reports rest on KCNA, an outlet controlled by the government of North Korea."
    )


def test_the_origins_own_report_is_told_apart_from_those_that_repeat_it():
    reports = dossier().events[0].lines[0].reports

    assert [each.origin for each in reports] == [True, False, False]
    assert reports[0].sentence.text == "KCNA is the origin itself."


def test_a_repeat_is_shown_by_the_words_that_give_it_away():
    repeat = dossier().events[0].lines[0].reports[1]

    assert repeat.sentence.text == "Harbour Post points to it: “KCNA said”"
    assert repeat.own_reporting


def test_a_shared_passage_stands_side_by_side_with_its_share():
    passage = dossier().events[0].lines[0].reports[1].passages[0]

    assert passage.child.exact == passage.parent.exact
    assert (passage.child.report_id, passage.parent.report_id, passage.share) == ("post", "kcna", 0.25)


def test_a_credit_line_names_whom_it_credits():
    parent = report("a", "Ships left.", outlet="Wire")
    child = report("b", "Ships left. (Wire)", outlet="Daily")
    credit = CopyLink(
        child=child.id, parent=parent.id, basis=CopyBasis.CREDIT, share=0, child_evidence=evidence(child, "(Wire)")
    )

    told = account(line((parent, child), origin="Wire"), [parent, child], credit)

    assert told.reports[1].sentence.text == "Daily credits Wire: “(Wire)”."


def test_a_copy_that_credits_nobody_is_told_by_its_passage():
    parent, child = report("a", "Ships left.", outlet="Wire"), report("b", "Ships left.", outlet="Daily")
    link = CopyLink(
        child=child.id,
        parent=parent.id,
        basis=CopyBasis.PASSAGE,
        share=1,
        child_evidence=evidence(child, "Ships left."),
        parent_evidence=evidence(parent, "Ships left."),
    )

    told = account(line((parent, child), origin="Wire"), [parent, child], link)

    assert told.reports[1].sentence.text == "Daily shares a passage with Wire."


def test_an_origin_that_is_not_known_is_said_not_to_be():
    one = report("a", "Ships left.")
    told = account(replace(line((one,)), origin="unknown", origin_kind=OriginKind.UNKNOWN, controller=None), [one])

    assert told.origin == "Origin not known"
    assert told.sentence.text == "1 report does not say where it had it from."
    assert told.reports[0].sentence.text == "Harbour Post tells it without saying from whom."


def test_a_land_that_takes_an_article_gets_it():
    one = report("a", "Ships left.")
    told = account(line((one,), origin="State Department", controller="government of United States"), [one])

    assert told.sentence.text.endswith("controlled by the government of the United States.")


def test_a_sensor_is_never_said_to_have_been_seen():
    sensor = dossier().events[0].lines[2]

    assert sensor.sentence.text == (
        "1 report rests on Flightradar24, a sensor; the data themselves were not seen here."
    )


def test_a_person_answers_to_whom_an_outlet_is_controlled_by():
    assert dossier().events[0].lines[1].sentence.text == (
        "1 report rests on Park Ji-ho, a speaker on record, answering to the government of South Korea."
    )
