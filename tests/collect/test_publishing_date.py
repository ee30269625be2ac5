"""When a report was published: given, stated, inferred, unknown; never guessed."""

import json
from pathlib import Path

import pytest

from secondsource.model.intake import Failure, Intake
from secondsource.model.published import PublishedBasis
from tests.collect.makers import NEWS, take, take_report
from tests.support import SHARED, needs_shared


def published_of(text: str, *, argument: str | None = None, **fields: object) -> tuple[str | None, str]:
    stdin = json.dumps({"id": "a", "text": text, **fields}).encode()
    published = take_report("-", stdin=stdin, published=argument).published
    return published.edtf, str(published.basis)


def basis_of(item: Intake | Failure) -> PublishedBasis | None:
    return item.report.published.basis if isinstance(item, Intake) else None


def test_a_date_in_the_line_comes_before_the_argument():
    assert published_of(NEWS, published="2023-03-05", argument="2023-04-01") == ("2023-03-05", "given")


def test_the_argument_counts_as_given_where_the_report_brings_none():
    assert published_of(NEWS, argument="2023-04-01") == ("2023-04-01", "given")


def test_the_argument_comes_before_what_the_text_states():
    assert published_of(f"SEOUL, March 5, 2023 (HN) -- {NEWS}", argument="2023-03-06") == ("2023-03-06", "given")


@pytest.mark.parametrize("words", ["May 24", "some day", "05/06/2023", "yesterday"])
def test_a_given_date_that_cannot_be_read_leaves_it_unknown_and_is_no_error(words: str):
    assert published_of(NEWS, published=words) == (None, "unknown")


@pytest.mark.parametrize(
    "text",
    [
        f"SEOUL, March 5, 2023 (HN) -- {NEWS}",
        f"МОСКВА, 5 марта 2023 /ГАВАНЬ/. {NEWS}",
        f"Pier closed\nPublished: 5 March 2023\n\n{NEWS}",
        f"Pier closed\n2023.03.05\n\n{NEWS}",
    ],
)
def test_a_date_that_the_page_states_is_stated(text: str):
    assert published_of(text) == ("2023-03-05", "stated")


def test_a_dateline_without_year_is_inferred_from_full_dates_shortly_before_it():
    text = "SEOUL, March 5 (HN) -- The pier was closed on February 20, 2023, and will stay so."

    assert published_of(text) == ("2023-03-05/2023-03-06", "inferred")


def test_a_dateline_at_the_turn_of_the_year_is_inferred_in_the_next_year():
    text = "SEOUL, Jan. 2 (HN) -- The pier was closed on December 30, 2022, and will stay so."

    assert published_of(text) == ("2023-01-02/2023-01-03", "inferred")


@pytest.mark.parametrize(
    "text",
    [
        "SEOUL, March 5 (HN) -- The pier is closed.",
        "SEOUL, March 5 (HN) -- The pier was built on June 1, 1990.",
        "SEOUL, March 5 (HN) -- Closed on February 20, 2023, the pier opens again on May 1, 2023.",
        "The pier was closed on February 20, 2023.",
        "Updated: 5 March 2023\n\nThe pier is closed, the ministry said in a note of one sentence on its own site.",
    ],
)
def test_what_fixes_no_date_leaves_it_unknown(text: str):
    assert published_of(text) == (None, "unknown")


def test_the_argument_holds_for_every_report_of_a_folder(tmp_path: Path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{NEWS} {name}")

    items = take(tmp_path, published="2023-03-05")

    assert {basis_of(item) for item in items} == {PublishedBasis.GIVEN}


@needs_shared
def test_dates_of_the_case_set_are_read_but_for_the_one_without_a_year():
    path = SHARED / "data/case/reports.jsonl"
    given = [json.loads(line)["published"] for line in path.read_text(encoding="utf-8").splitlines()]

    unread = [
        words
        for words, item in zip(given, take(path), strict=True)
        if words is not None and basis_of(item) is not PublishedBasis.GIVEN
    ]

    assert unread == ["May 24"]
