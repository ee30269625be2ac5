"""From files to the page: collected, read, linked, told and drawn."""

from collections.abc import Sequence
from functools import cache

from secondsource.collect.collect import collect
from secondsource.dossier.assemble import assemble
from secondsource.dossier.check import check, evidence_in
from secondsource.examples import example_paths
from secondsource.linking.link import link
from secondsource.model.dossier import Dossier
from secondsource.model.intake import Intake
from secondsource.model.report import Report
from secondsource.model.statement import Stance
from secondsource.publishing.page import render_page
from secondsource.reading.read import read
from tests.dossier.makers import MADE_AT
from tests.publishing.elements import Element, parse
from tests.support import SHARED, needs_shared

SEED = SHARED / "data" / "case" / "seed-report.txt"


def told(paths: Sequence[str], published: str | None = None) -> tuple[Dossier, list[Report]]:
    intakes = list(collect(paths, published=published, captured_at=MADE_AT))
    reports = [intake.report for intake in intakes if isinstance(intake, Intake)]
    readings = [read(report) for report in reports]
    return assemble(link(reports, readings), reports, readings, made_at=MADE_AT), reports


@cache
def example() -> tuple[Dossier, list[Report]]:
    return told([str(path) for path in example_paths()])


@cache
def example_page() -> Element:
    dossier, reports = example()
    return parse(render_page(dossier, reports))


@cache
def seed(published: str | None) -> Dossier:
    return told([str(SEED)], published)[0]


def test_ten_copies_of_the_example_go_back_to_one_origin():
    dossier, reports = example()

    assert dossier.n_reports == len(reports)
    assert "go back to one origin, KCNA." in dossier.answer.text


def test_every_citation_of_the_example_is_true_to_its_report():
    dossier, reports = example()

    assert check(dossier, {report.id: report.text for report in reports}) == []
    assert len(list(evidence_in(dossier))) > 100


def test_every_link_of_the_examples_page_leads_to_words_on_it():
    ids = {each.attributes["id"] for each in example_page().all() if "id" in each.attributes}

    assert {str(each.attributes["href"])[1:] for each in example_page().all("a")} <= ids


def test_the_examples_page_is_small_enough_to_send():
    # The public page may take 60 KB compressed; text of this sort shrinks to a fifth.
    assert len(render_page(*example()).encode()) < 300_000


@needs_shared
def test_the_seed_report_is_dated_by_its_weekday_only_where_its_own_date_is_known():
    dated = [sentence.text for sentence in seed("2024-07-09").events[0].when]
    undated = [sentence.text for sentence in seed(None).events[0].when]

    assert any(text.startswith("Monday 8 July 2024: “Monday” is read against") for text in dated)
    assert all("2024" not in text for text in undated)
    assert any("stays open" in text for text in undated)


@needs_shared
def test_the_seed_report_keeps_guesses_as_guesses_and_conditions_as_conditions():
    unsure = [(each.stance, each.whose) for each in seed("2024-07-09").unsure]

    assert (Stance.POSSIBLE, "David Maxwell") in unsure
    assert Stance.CONDITIONAL in [stance for stance, _ in unsure]


@needs_shared
def test_the_seed_report_tells_the_sensor_the_silence_the_credits_and_the_notice():
    dossier = seed("2024-07-09")

    assert any(sentence.text.startswith("Flightradar24, as read by") for sentence in dossier.sensors)
    assert any("has yet to report it" in sentence.text for sentence in dossier.silence)
    assert any("for the translation" in sentence.text for sentence in dossier.credits)
    assert any("comment policy" in sentence.text for sentence in dossier.unread)
