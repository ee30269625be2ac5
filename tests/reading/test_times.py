import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.timeplace import TimeMention
from secondsource.reading.times.find import find_times
from tests.reading.pages import page
from tests.support import SHARED, needs_shared

TUESDAY = "2024-07-09"


def times(text: str, *, published: str | None = TUESDAY, language: str = "en") -> list[TimeMention]:
    return list(find_times(page(text, published=published, language=language)))


def values(text: str, *, published: str | None = TUESDAY, language: str = "en") -> list[tuple[str, str]]:
    return [(text[time.start : time.end], time.value) for time in times(text, published=published, language=language)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It left on Monday.", "Monday", "2024-07-08"),
        ("It was published Tuesday.", "Tuesday", "2024-07-09"),
        ("It will leave on Friday.", "Friday", "2024-07-12"),
        ("It left last Tuesday.", "last Tuesday", "2024-07-02"),
        ("It left yesterday.", "yesterday", "2024-07-08"),
        ("They signed it last month.", "last month", "2024-06"),
        ("It came earlier this year.", "earlier this year", "2024"),
        ("It shut in early 2020.", "early 2020", "2020"),
        ("It came in late May.", "late May", "2024-05"),
        ("It came on June 20, 2024 again.", "June 20, 2024", "2024-06-20"),
        ("It came on 20 June 2024.", "20 June 2024", "2024-06-20"),
        ("It landed on July 8.", "July 8", "2024-07-08"),
        ("The talks are due on July 18.", "July 18", "2024-07-18"),
        ("It came in October.", "October", "2023-10"),
        ("It came three months ago.", "three months ago", "2024-04"),
        ("It came two days ago.", "two days ago", "2024-07-07"),
        ("It stood there for about two days.", "about two days", "P2D"),
        ("It rose in the past year.", "the past year", "P1Y"),
        ("They meet every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
        ("It began in the 1990s.", "the 1990s", "199X"),
        ("On 2024-07-08 it left.", "2024-07-08", "2024-07-08"),
        ("It landed on Monday morning.", "Monday morning", "2024-07-08TMO"),
        ("It landed at 3:30 p.m. on July 8, 2024 here.", "3:30 p.m. on July 8, 2024", "2024-07-08T15:30"),
        ("It grew in the first quarter of 2023.", "the first quarter of 2023", "2023-Q1"),
        ("It ran from 1939-1945 there.", "1939-1945", "1939/1945"),
    ],
)
def test_expressions_have_their_timex_value(text: str, words: str, value: str) -> None:
    assert (words, value) in values(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It left on Monday.", "XXXX-WXX-1"),
        ("It left on July 8.", "XXXX-07-08"),
        ("It came in October.", "XXXX-10"),
        ("It left yesterday.", "XXXX-XX-XX"),
        ("They signed it last month.", "XXXX-XX"),
        ("It came last year.", "XXXX"),
        ("It came three months ago.", "XXXX-XX"),
    ],
)
def test_without_a_date_of_the_report_nothing_is_guessed(text: str, value: str) -> None:
    (time,) = times(text, published=None)

    assert (time.value, time.edtf) == (value, None)


def test_a_year_alone_resolves_years_and_no_days() -> None:
    assert values("It came last year, on Monday.", published="2024") == [
        ("last year", "2023"),
        ("Monday", "XXXX-WXX-1"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "They march on Monday’s".replace(" on Monday’s", " home"),
        "Mrs May left in a car.",
        "A second missile fell.",
        "It sold 2000 shares.",
        "Resolution 1985 stands.",
        "One day peace will come.",
        "The Daily Star wrote it.",
    ],
)
def test_words_that_only_look_like_times_are_none(text: str) -> None:
    assert values(text) == []


def test_a_month_named_like_a_verb_is_read_after_a_preposition() -> None:
    assert values("It ended in May.") == [("May", "2024-05")]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It rose in the past three months.", "2024-04/2024-07"),
        ("It grew in the second quarter of 2023.", "2023-04/2023-06"),
        ("It came last week.", "2024-07-01/2024-07-07"),
        ("It came in the summer of 2023.", "2023-22"),
        ("It began in the 1990s.", "199X"),
        ("It landed at 15:30 on July 8, 2024.", "2024-07-08T15:30:00"),
    ],
)
def test_stretches_have_an_edtf_interval(text: str, edtf: str) -> None:
    assert edtf in [time.edtf for time in times(text)]


def test_the_next_day_counts_from_the_last_date_named() -> None:
    assert values("It landed on May 3, 2023. The next day it left.")[1] == ("The next day", "2023-05-04")


def test_a_day_the_calendar_lacks_is_no_time() -> None:
    assert values("It was February 31, 2024 there.") == []


@pytest.mark.parametrize(
    ("text", "language", "words", "value"),
    [
        ("대표단은 8일 떠났다.", "ko", "8일", "2024-07-08"),
        ("대표단은 2024년 6월 20일 왔다.", "ko", "2024년 6월 20일", "2024-06-20"),
        ("지난달 조약을 맺었다.", "ko", "지난달", "2024-06"),
        ("어제 떠났다.", "ko", "어제", "2024-07-08"),
        ("Он прилетел 9 июля 2024 года.", "ru", "9 июля 2024 года", "2024-07-09"),
        ("Он прилетел в понедельник.", "ru", "понедельник", "2024-07-08"),
        ("В прошлом году он был там.", "ru", "прошлом году", "2023"),
        ("Am 26. September 2023 landete sie.", "de", "26. September 2023", "2023-09-26"),
        ("Am Montag landete sie.", "de", "Montag", "2024-07-08"),
        ("Vor drei Tagen kam sie.", "de", "Vor drei Tagen", "2024-07-06"),
    ],
)
def test_other_languages_have_their_dates(text: str, language: str, words: str, value: str) -> None:
    assert (words, value) in values(text, language=language)


def test_a_korean_day_stays_open_without_a_date() -> None:
    assert values("대표단은 8일 떠났다.", published=None, language="ko") == [("8일", "XXXX-XX-08")]


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            [
                "Monday",
                "May",
                "the",
                "last",
                "9",
                "31",
                "1999",
                "2024",
                "days",
                "ago",
                "February",
                ",",
                ".",
                "of",
                "-",
                "9999",
                "년",
                "월",
                "일",
                "a",
                "p.m.",
            ]
        ),
        max_size=25,
    ).map(" ".join)
    | st.text(max_size=200)
)
def test_times_of_any_text_stand_in_order_and_hold_words(text: str) -> None:
    found = times(text)

    assert all(text[time.start : time.end].strip() for time in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def predict(source: Path, target: Path, *, dated: bool) -> int:
    """Write the times read in each text and return how many texts there are."""
    lines = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    with target.open("w", encoding="utf-8") as out:
        for line in lines:
            found = times(line["text"], published=line.get("date") if dated else None)
            spans = [{"start": t.start, "end": t.end, "type": t.type.value, "value": t.value} for t in found]
            out.write(json.dumps({"id": line["id"], "spans": spans}) + "\n")
    return len(lines)


def score(source: Path, target: Path) -> dict[str, object]:
    command = [sys.executable, str(SHARED / "score" / "time_score.py"), str(source), str(target), "--json"]
    scored: dict[str, object] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return scored


@needs_shared
def test_values_on_news_stay_above_their_floor(tmp_path: Path) -> None:
    source = SHARED / "data" / "tbaq" / "dev.jsonl"
    assert predict(source, tmp_path / "dated.jsonl", dated=True) > 20

    value_f1 = score(source, tmp_path / "dated.jsonl")["value_f1"]

    assert isinstance(value_f1, float)
    assert value_f1 >= 0.79
