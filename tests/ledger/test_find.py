"""Search with filters: what is asked is asked all together, and a page is a page of the whole."""

from dataclasses import replace
from datetime import timedelta

import pytest

from secondsource.ledger.ledger import Ledger
from secondsource.model.custody import Wanted
from secondsource.model.published import UNKNOWN_DATE
from tests.ledger.makers import NOON, given, intake


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    reports = [
        ("The port is closed.", "AP", "2024-07-08", "en"),
        ("The port is open.", "Yonhap", "2024-07-09", "en"),
        ("항구가 닫혔다.", "Yonhap", "2024-07", "ko"),
        ("A port without a day.", "AP", None, "en"),
    ]
    for n, (text, outlet, day, language) in enumerate(reports):
        taken = intake(text, id=f"r{n}", outlet=outlet, published=UNKNOWN_DATE if day is None else given(day))
        taken = replace(taken, report=replace(taken.report, language=language))
        ledger.add(taken, who="desk", at=NOON + timedelta(hours=n))
    return ledger


def found(ledger: Ledger, **asked: str) -> list[str]:
    return [hit.report_id for hit in ledger.find(Wanted(**asked)).hits]


def test_nothing_asked_finds_everything_the_last_first(filled: Ledger):
    assert found(filled) == ["r3", "r2", "r1", "r0"]


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({"words": "port"}, ["r3", "r1", "r0"]),
        ({"words": "port", "outlet": "yonhap"}, ["r1"]),
        ({"language": "ko"}, ["r2"]),
        ({"first_on": "2024-07-09"}, ["r2", "r1"]),
        ({"last_on": "2024-07-08"}, ["r2", "r0"]),
        ({"first_on": "2024-07-09", "last_on": "2024-07-09", "words": "open"}, ["r1"]),
        ({"words": "…"}, []),
        ({"outlet": "Yon"}, []),
    ],
)
def test_a_report_fits_all_that_is_asked(filled: Ledger, asked: dict[str, str], ids: list[str]):
    assert found(filled, **asked) == ids


def test_reports_whose_day_is_not_known_are_counted_where_days_are_asked(filled: Ledger):
    assert filled.find(Wanted(first_on="2024-01-01")).n_undated == 1
    assert filled.find(Wanted(words="port")).n_undated == 0


def test_pages_come_one_after_another_and_tell_the_whole(filled: Ledger):
    pages = [filled.find(Wanted(), first=first, most=3) for first in (0, 3, 6)]

    assert [[hit.report_id for hit in page.hits] for page in pages] == [["r3", "r2", "r1"], ["r0"], []]
    assert {page.n_found for page in pages} == {4}


def test_a_past_moment_is_asked_of_what_was_there(filled: Ledger):
    assert [hit.report_id for hit in filled.find(Wanted(words="port"), as_of=NOON).hits] == ["r0"]


def test_a_revised_report_is_found_once_as_it_is_told_now(filled: Ledger):
    taken = intake("The port is closed.", id="r0", outlet="Reuters", published=given("2024-07-08"))
    filled.add(taken, who="desk", at=NOON + timedelta(hours=9))

    assert found(filled, outlet="Reuters") == ["r0"]
    assert found(filled, words="closed", outlet="AP") == []


def test_the_languages_are_told(filled: Ledger):
    assert filled.languages() == ["en", "ko"]
