"""The log: every step an entry, every entry bound to the one ahead of it; the past does not change."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from secondsource.ledger.canonical import digest_of
from secondsource.ledger.ledger import Ledger
from secondsource.model.custody import Head
from secondsource.model.encoding import encode
from secondsource.model.ids import Digest
from secondsource.model.judgement import Judgement, JudgementKind, Verdict, unordered
from secondsource.model.linked import Linked
from tests.ledger import makers
from tests.ledger.makers import NOON, intake, reading

HOUR = timedelta(hours=1)


def judgement(value: Verdict, *, who: str = "kim", at_hour: int = 0) -> Judgement:
    return Judgement(
        subject=unordered("r2", "r1"),
        kind=JudgementKind.SAME_EVENT,
        value=value,
        who=who,
        why="Both name the flight.",
        at=NOON + at_hour * HOUR,
    )


def test_every_capture_report_reading_linking_judgement_and_publication_is_an_entry(ledger: Ledger):
    report_id = ledger.add(intake(), who="ann", at=NOON).report_id
    ledger.add_reading(reading(report_id), who="ann", at=NOON + HOUR)
    ledger.add_linking(Linked(reports=(), events=()), who="bo", at=NOON + 2 * HOUR)
    ledger.add_judgement(judgement(Verdict.POSITIVE, at_hour=3))
    page = Digest("c" * 64)
    ledger.record_publication(dossier_id="d-1", digest=page, path="page.html", who="bo", at=NOON + 4 * HOUR)

    entries = ledger.log()

    assert [(entry.seq, entry.who, entry.action, entry.subject) for entry in entries] == [
        (1, "ann", "capture", intake().capture.sha256),
        (2, "ann", "report", report_id),
        (3, "ann", "reading", report_id),
        (4, "bo", "linking", entries[3].subject),
        (5, "kim", "judgement", '["r1","r2"]'),
        (6, "bo", "publication", "d-1"),
    ]
    assert [entry.at for entry in entries[2:]] == [NOON + n * HOUR for n in (1, 2, 3, 4)]
    assert [(each.dossier_id, each.digest, each.path) for each in ledger.publications()] == [("d-1", page, "page.html")]
    assert ledger.head() == Head(seq=6, hash=entries[-1].hash)
    assert ledger.verify() == []


def test_an_entry_carries_the_hash_of_the_one_ahead_and_its_own_can_be_computed_by_hand(ledger: Ledger):
    ledger.add(intake(), who="ann", at=NOON)
    first, second = ledger.log()

    told = encode(second) | {"at": "2024-07-09T12:00:00.000000Z"}
    del told["hash"]

    assert first.prev == "0" * 64
    assert second.prev == first.hash
    assert second.hash == digest_of(told)


def test_the_same_steps_make_the_same_chain(ledger: Ledger, tmp_path: Path):
    with Ledger.open(tmp_path / "second.sqlite") as second:
        for each in (ledger, second):
            report_id = each.add(intake("Same words. " * 500 + makers.TEXT), who="ann", at=NOON).report_id
            each.add_judgement(judgement(Verdict.UNSURE))
            assert report_id
        assert second.head() == ledger.head()


def test_moments_never_run_backwards_and_an_answer_about_the_past_stays(ledger: Ledger):
    ledger.add(intake("One.", id="a"), who="ann", at=NOON)
    before = ledger.reports(as_of=NOON)

    ledger.add(intake("Two.", id="b"), who="ann", at=NOON)
    ledger.add(intake("Three.", id="c"), who="ann", at=NOON - HOUR)
    ledger.add(intake("Four.", id="d"), who="ann", at=NOON + HOUR)

    assert ledger.reports(as_of=NOON) == before
    assert [report.id for report in ledger.reports(as_of=NOON + HOUR / 2)] == ["a", "b", "c"]
    assert ledger.reports(as_of=NOON - HOUR) == []
    moments = [entry.at for entry in ledger.log()]
    assert moments == sorted(moments)


def test_what_is_not_yet_known_at_a_moment_is_not_an_answer(ledger: Ledger):
    report_id = ledger.add(intake(), who="ann", at=NOON).report_id
    ledger.add_reading(reading(report_id), who="ann", at=NOON + HOUR)
    ledger.add_linking(Linked(reports=(), events=()), who="bo", at=NOON + 2 * HOUR)

    assert ledger.reading(report_id, as_of=NOON) is None
    assert ledger.readings(report_id, as_of=NOON) == []
    assert ledger.statements(as_of=NOON) == []
    assert ledger.linking(as_of=NOON + HOUR) is None
    assert ledger.linking() == Linked(reports=(), events=())
    assert len(ledger.log(as_of=NOON + HOUR)) == 3


def test_a_judgement_stands_until_another_supersedes_it_and_none_is_lost(ledger: Ledger):
    first, second = judgement(Verdict.POSITIVE), judgement(Verdict.NEGATIVE, who="lee", at_hour=1)

    news = [ledger.add_judgement(each) for each in (first, first, second)]

    assert news == [True, False, True]
    assert [kept.judgement for kept in ledger.judgements()] == [second]
    assert [kept.judgement for kept in ledger.judgements(("r1", "r2"), as_of=NOON)] == [first]
    assert [(kept.judgement, kept.supersedes) for kept in ledger.judgement_history()] == [(first, None), (second, 1)]
    assert ledger.judgements(("r1", "r3")) == []


def test_a_linking_that_found_the_same_adds_nothing(ledger: Ledger):
    linked = Linked(reports=(), events=())

    assert [ledger.add_linking(linked, who="bo", at=NOON) for _ in range(2)] == [True, False]


def test_a_cut_tail_is_seen_by_who_noted_the_head(ledger: Ledger, ledger_path: Path, empty_ledger_path: Path):
    ledger.add(intake("One.", id="a"), who="ann", at=NOON)
    noted = ledger.head()
    ledger.add(intake("Two.", id="b"), who="ann", at=NOON)
    later = ledger.head()

    assert ledger.verify(expected_head=noted) == []
    assert ledger.verify(expected_head=Head(seq=0, hash=Digest("0" * 64))) == []
    (fault,) = ledger.verify(expected_head=replace(later, seq=later.seq + 2))
    assert fault.code == "SS-224"
    with Ledger.open(empty_ledger_path, read_only=True) as other:
        (fault,) = other.verify(expected_head=noted)
        assert fault.code == "SS-224"


@pytest.mark.parametrize("n", [0, 1])
def test_info_counts_what_there_is(ledger: Ledger, n: int):
    for number in range(n):
        report_id = ledger.add(intake(), who="ann", at=NOON + number * HOUR).report_id
        ledger.add_reading(reading(report_id), who="ann", at=NOON)

    info = ledger.info()

    counts = (info.n_captures, info.n_reports, info.n_readings, info.n_statements, info.n_events)
    assert counts == (n, n, n, n, n)
    assert info.size_bytes > 0
    assert info.schema == "0002"
    assert info.head == ledger.head()
