"""Search: any words in any script, nothing in them is an operator."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from secondsource.ledger.ledger import Ledger
from secondsource.ledger.words import find_words
from tests.ledger import makers
from tests.ledger.makers import NOON, OTHER_READER, intake, reading

KOREAN = "북한 외무성 대표단이 평양에서 출발했다고 조선중앙통신이 보도했다."
RUSSIAN = "Делегация вылетела из Пхеньяна, сообщило агентство."


def add(ledger: Ledger, *texts: str, title: str | None = None) -> None:
    for text in texts:
        ledger.add(intake(text, title=title), who="desk", at=NOON)


@pytest.mark.parametrize(
    ("search", "text", "found"),
    [
        ("ministry warned", "The ministry has warned of it.", ["ministry", "warned"]),
        ("MINISTRY", "The Ministry spoke.", ["Ministry"]),
        ("resume", "He will résumé the talks.", ["résumé"]),
        ("sanction", "New sanctions were named.", ["sanctions"]),
        ('"foreign ministry"', "The foreign ministry spoke.", ["foreign ministry"]),
        ("Il-76", "An IL 76 landed.", ["IL 76"]),
        ("평양", KOREAN, ["평양"]),
        ("외무성 통신", KOREAN, ["외무성", "통신"]),
        ("пхенья", RUSSIAN, ["Пхеньяна"]),
        ("東京", "会談は東京で行われた。", ["東京"]),
    ],
)
def test_words_are_found_where_they_stand(ledger: Ledger, search: str, text: str, found: list[str]):
    add(ledger, "Something else entirely.", text)

    (hit,) = ledger.search(search)

    assert [span.of(text) for span in hit.spans] == found
    assert text[hit.start : hit.start + len(hit.snippet)] == hit.snippet


@pytest.mark.parametrize("search", ["war", '"ministry foreign"', "ministry peace", "북평", "", "!!! *", '"'])
def test_what_is_not_there_is_not_found(ledger: Ledger, search: str):
    add(ledger, "The foreign ministry has warned of warm words.", KOREAN)

    assert ledger.search(search) == []


def test_first_come_titles_then_words_side_by_side_then_the_last_added(ledger: Ledger):
    add(ledger, "The port was closed, in one.")
    add(ledger, "In two the closed city has a port.", "In three, a port that is closed.")
    add(ledger, "Four has closed port in it, side by side.")
    add(ledger, "Five says nothing of it.", title="Closed: the port")

    hits = ledger.search("closed port")

    assert [hit.snippet.split()[0].strip(",") + hit.snippet.split()[1].strip(",") for hit in hits] == [
        "Fivesays",
        "Fourhas",
        "Inthree",
        "Intwo",
        "Theport",
    ]
    assert ledger.search("closed port", limit=2) == hits[:2]


def test_a_snippet_shows_whole_words_around_the_match(ledger: Ledger):
    text = "Words before. " * 40 + "The needle stands here. " + "Words after. " * 40
    add(ledger, text)

    (hit,) = ledger.search("needle")

    assert len(hit.snippet) < 300
    assert "The needle stands here." in hit.snippet
    assert set(hit.snippet.split()) <= set(text.split())


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
@example('a" OR title : "b')
@example("NEAR(a b) ^c -d +e {f} g*")
@example("\x00 \ud800 ﷺ ½ 㐀 \u0301")
@example("word " * 3_000)
@example('"' + "word " * 3_000 + '"')
def test_no_search_fails(ledger: Ledger, search: str):
    add(ledger, "Some words.")

    assert all(hit.report_id for hit in ledger.search(search))
    assert isinstance(ledger.statements(speaker=search, words=search), list)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_every_word_of_a_report_finds_it(ledger: Ledger, text: str):
    report_id = ledger.add(intake(text), who="desk", at=NOON).report_id

    for word in find_words(text):
        hits = ledger.search(f'"{text[word.start : word.end]}"', limit=1_000)
        assert report_id in [hit.report_id for hit in hits]


def test_statements_are_found_by_speaker_organisation_and_words_in_the_latest_reading(ledger: Ledger):
    report_id = ledger.add(intake(), who="desk", at=NOON).report_id
    ledger.add_reading(reading(report_id, speaker="KCNA"), who="desk", at=NOON)
    before, later = NOON + timedelta(minutes=1), NOON + timedelta(hours=1)
    ledger.add_reading(reading(report_id, speaker="Ri Son Gwon", model=OTHER_READER), who="desk", at=later)

    (hit,) = ledger.statements(speaker="ri son-gwon", organisation="central news", words="delegation")

    assert hit.report_id == report_id
    assert hit.words == "The delegation left Pyongyang on Monday"
    assert hit.model == OTHER_READER
    assert ledger.statements(speaker="KCNA") == []
    assert ledger.statements(speaker="%") == []
    assert len(ledger.statements()) == 1
    assert [hit.statement.speaker_name for hit in ledger.statements(speaker="KCNA", as_of=before)] == ["KCNA"]


def test_a_search_as_of_a_moment_does_not_change_by_what_comes_later(ledger: Ledger):
    add(ledger, "The port is closed.", "A closed door to the port.")
    moment = ledger.log()[-1].at
    before = ledger.search("closed port", as_of=moment)

    for n in range(5):
        ledger.add(intake(f"Closed port, again {n}.", title="closed port"), who="desk", at=NOON)
    dated = intake("The port is closed.", title="Port closed", published=makers.given("2024-07-09"))
    ledger.add(dated, who="desk", at=NOON)

    assert ledger.search("closed port", as_of=moment) == before
    assert len(ledger.search("closed port")) == 7
