from secondsource.dossier.subject import subject_reports
from secondsource.linking.link import link
from secondsource.reading.read import read
from tests.dossier.makers import report

MAIN = "North Korea sent a delegation to Russia on Monday, state media KCNA said on Tuesday."
REACTION = "Seoul warned North Korea and Russia on Tuesday that arms trade would violate the resolutions."
OTHER = "The port authority of Eastmere awarded a contract for dredging on Tuesday, it said."


def test_a_reaction_belongs_to_the_subject_and_another_matter_does_not() -> None:
    reports = [
        report("a", MAIN),
        report("b", MAIN, outlet="Northline Daily"),
        report("c", REACTION),
        report("d", OTHER),
    ]
    readings = [read(each) for each in reports]

    assert subject_reports(link(reports, readings), readings) == {"a", "b", "c"}


def test_a_single_report_is_the_subject() -> None:
    reports = [report("d", OTHER)]
    readings = [read(each) for each in reports]

    assert subject_reports(link(reports, readings), readings) == {"d"}
