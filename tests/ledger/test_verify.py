"""Verify: whatever is changed behind the ledger's back is found and named."""

import html
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.ledger.ledger import Ledger
from secondsource.ledger.page_words import missing_words
from secondsource.ledger.sqlite import raw_text
from secondsource.ledger.tables import APPEND_ONLY
from secondsource.ledger.verify import find_faults
from secondsource.model.custody import Fault
from secondsource.model.ids import Digest, ReportId
from secondsource.model.intake import Intake
from secondsource.model.judgement import Judgement, JudgementKind, Verdict
from secondsource.model.linked import Linked
from secondsource.model.report import Report
from tests.ledger.makers import NOON, capture, intake, json_intakes, reading
from tests.support import raises_code

GUARD = "SS-225"
TABLES = [table.name for table in APPEND_ONLY]


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    report_id = ledger.add(intake(title="Delegation leaves", outlet="Daily B"), who="ann", at=NOON).report_id
    ledger.add_reading(reading(report_id), who="ann", at=NOON)
    ledger.add(intake("Packed words. " * 60), who="ann", at=NOON)
    for taken in json_intakes({"id": "j1", "text": "One 말."}, {"id": "j2", "text": "Two."}):
        ledger.add(taken, who="ann", at=NOON)
    ledger.add_linking(Linked(reports=(), events=()), who="bo", at=NOON)
    for value in (Verdict.POSITIVE, Verdict.NEGATIVE):
        about = ("j1", "j2")
        ledger.add_judgement(
            Judgement(subject=about, kind=JudgementKind.COPIES, value=value, who="kim", why="Words.", at=NOON)
        )
    ledger.record_publication(dossier_id="d-1", digest=Digest("c" * 64), path="p.html", who="bo", at=NOON)
    return ledger


@pytest.fixture
def hand(filled: Ledger, ledger_path: Path) -> Iterator[sqlite3.Connection]:
    with stray_hand(ledger_path) as connection:
        yield connection


@contextmanager
def stray_hand(ledger_path: Path) -> Iterator[sqlite3.Connection]:
    """A hand in the file that takes the guards away and checks nothing."""
    with closing(sqlite3.connect(ledger_path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        yield connection


def faults(ledger: Ledger) -> list[Fault]:
    return [fault for fault in ledger.verify() if fault.code != GUARD]


def codes(ledger: Ledger) -> set[str]:
    return {fault.code for fault in faults(ledger)}


def test_a_ledger_that_nobody_touched_has_no_faults(filled: Ledger):
    assert filled.verify() == []


def test_missing_guards_are_a_fault(filled: Ledger, hand: sqlite3.Connection):
    (fault,) = filled.verify()

    assert fault.code == "SS-225"
    assert "33 guards" in fault.message


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("UPDATE log SET who = 'eve' WHERE seq = 2", "SS-220"),
        ("DELETE FROM publications; DELETE FROM log WHERE seq = (SELECT max(seq) FROM log) - 1", "SS-220"),
        ("UPDATE log SET prev = hash WHERE seq = 3", "SS-220"),
        ("UPDATE reports SET outlet = 'Daily C' WHERE id = 'j1'", "SS-221"),
        ("DELETE FROM publications", "SS-221"),
        ("UPDATE judgements SET value = 'unsure' WHERE supersedes IS NOT NULL", "SS-221"),
        ("UPDATE texts SET text = replace(text, 'left', 'quit')", "SS-223"),
        ("DELETE FROM texts WHERE text = 'Two.'", "SS-223"),
        ("UPDATE evidence SET exact = 'stayed in Pyongyang' WHERE n = 3", "SS-204"),
        ("UPDATE evidence SET start = start + 1 WHERE n = 1", "SS-204"),
        ("DELETE FROM statements", "SS-221"),
        ("INSERT INTO texts VALUES ('00', 'Words of nobody.')", "SS-221"),
        ("INSERT INTO report_search(rowid, title, words) VALUES (999, '', 'words of nobody')", "SS-226"),
        ("DELETE FROM captures WHERE seq = 1", "SS-208"),
    ],
)
def test_a_change_behind_its_back_is_named(filled: Ledger, hand: sqlite3.Connection, change: str, code: str):
    hand.executescript(change)

    assert code in codes(filled)
    assert all(len(fault.message.splitlines()) == 2 for fault in faults(filled))


@pytest.mark.parametrize(
    "change", ["data = CAST('x' AS BLOB)", "codec = 'other'", "data = substr(data, 1, 20)", "size = 7"]
)
def test_bytes_that_are_not_those_that_came_in_are_named(filled: Ledger, hand: sqlite3.Connection, change: str):
    hand.execute(f"UPDATE captures SET {change} WHERE codec = 'zlib'")

    assert "SS-222" in codes(filled)
    with raises_code("SS-208"):
        filled.capture(intake("Packed words. " * 60).capture.sha256)


def test_an_index_that_lacks_words_is_the_only_fault_of_its_own(filled: Ledger, hand: sqlite3.Connection):
    hand.execute("INSERT INTO report_search(report_search) VALUES ('delete-all')")

    assert [fault.code for fault in faults(filled)] == ["SS-226"]


def test_evidence_is_named_with_the_report_and_the_place(filled: Ledger, hand: sqlite3.Connection):
    hand.execute("UPDATE evidence SET exact = 'Nobody' WHERE n = 1")

    fault = next(fault for fault in filled.verify() if fault.code == "SS-204")

    assert fault.subject.startswith("r-")
    assert f"report {fault.subject} does not have at 41–51" in fault.message


def test_one_report_is_checked_alone(filled: Ledger, hand: sqlite3.Connection):
    hand.execute("UPDATE reports SET outlet = 'Daily C' WHERE id = 'j1'")

    assert [fault.code for fault in filled.verify(ReportId("j1"))] == ["SS-225", "SS-221"]
    assert [fault.code for fault in filled.verify(ReportId("j2"))] == ["SS-225"]


def test_entries_that_changed_places_are_found(filled: Ledger, hand: sqlite3.Connection):
    hand.executescript(
        "PRAGMA foreign_keys = OFF; UPDATE log SET seq = -1 WHERE seq = 1; UPDATE log SET seq = 1 WHERE seq = 2;"
        "UPDATE log SET seq = 2 WHERE seq = -1"
    )

    assert {"SS-220", "SS-221"} <= codes(filled)


@pytest.mark.parametrize("table", TABLES)
def test_a_flip_of_any_byte_of_any_row_is_found(full_ledger: Ledger, ledger_path: Path, table: str):
    with stray_hand(ledger_path) as hand:
        hand.execute("PRAGMA foreign_keys=OFF")
        names = [row[1] for row in hand.execute(f"PRAGMA table_info({table})")]
        rowids = [row[0] for row in hand.execute(f"SELECT rowid FROM {table}").fetchall()]
        missed = [
            (name, rowid, changed)
            for rowid in rowids
            for name in names
            for changed in changes(hand, table, name, rowid)
            if not has_fault(full_ledger)
        ]

    assert missed == []
    assert rowids
    assert faults(full_ledger) == []


def changes(hand: sqlite3.Connection, table: str, name: str, rowid: int) -> Iterator[bytes]:
    """Yield each changed value while it stands in the file; in the end the right one stands there again."""
    cell = f'SELECT typeof("{name}"), CAST("{name}" AS BLOB) FROM {table} WHERE rowid = {rowid}'
    kind, was = hand.execute(cell).fetchone()
    if was is None:
        return
    # The number of a row may be the value that changes: the row is then found under its new one.
    put = f'UPDATE {table} SET "{name}" = CAST(? AS {kind}) WHERE rowid IN ({rowid}, {rowid + 1_000})'
    for changed in flipped(kind, was):
        hand.execute(put, (changed,))
        yield changed
    hand.execute(put, (was,))


def flipped(kind: str, was: bytes) -> Iterator[bytes]:
    if kind == "integer":
        yield str(int(was) + 1_000).encode()
    else:
        for n in range(len(was)):
            yield was[:n] + bytes([was[n] ^ 1]) + was[n + 1 :]


def has_fault(ledger: Ledger) -> bool:
    # The checks one by one until the first that finds something: the whole of them for each byte would take minutes.
    with ledger._reading() as connection, raw_text(connection):
        return any(fault.code != GUARD for fault in find_faults(connection, report_id=None, expected_head=None))


@pytest.mark.parametrize(
    ("data", "media_type", "encoding", "position", "text", "holds"),
    [
        ("말 one\r\n".encode("cp949"), "text/plain", "cp949", 1, "말 one\r\n", True),
        ("\ufeffone".encode("utf-16-le"), "text/plain", "utf-16-le", 1, "one", True),
        (b"one two", "text/plain", "utf-8", 1, "one  two", False),
        (b"one", "text/plain", "no-such-codec", 1, "one", False),
        (b'\n{"text": "two\\n\\u2028"}\r\n{"text": 3}\n', "application/x-ndjson", "utf-8", 2, "two\n\u2028", True),
        (b'{"text": "one"}\n{"text": "two"}', "application/x-ndjson", "utf-8", 1, "two", False),
        (b'{"text": "one"}\n{"text": 2}', "application/x-ndjson", "utf-8", 2, "2", False),
        (b'{"text": "one"}\n[[', "application/x-ndjson", "utf-8", 2, "one", False),
        (b'{"text": "one"}\n{"text": "two"}', "application/x-ndjson", "utf-8", 9, "two", False),
        (b'{"id": "x", "text": "one"}', "application/x-ndjson", "utf-8", 7, "one", True),
        (b"%PDF-", "application/pdf", "utf-8", 1, "%PDF-", False),
    ],
)
def test_the_words_of_a_report_are_held_against_the_captured_bytes(
    ledger: Ledger, data: bytes, media_type: str, encoding: str, position: int, text: str, holds: bool
):
    report_id = add_report(ledger, data, text, media_type=media_type, encoding=encoding, position=position)

    assert [fault.code for fault in ledger.verify(report_id)] == ([] if holds else ["SS-223"])


PAGE = """<!DOCTYPE html><html><head><title>Port &amp; ships</title><meta name="description" content="A short account.">
<script>var hidden = "never shown";</script><script type="application/ld+json">{"author": "J. Doe\\u0021"}</script>
<style>p { color: red }</style></head><body><h1>The port\u00a0is closed</h1><p>Ships <b>wait</b> out<wbr>side,
said&nbsp;Kim. <a href="x">Read more</a> Nobody   knows why.</p><img alt="A grey ship"><p>나라 밖에서 café</p></body>"""


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Port & ships\nThe port is closed\nShips wait outside, said Kim. Nobody knows why.", True),
        ("나라 밖에서 cafe\u0301\nThe port is closed", True),
        ("A grey ship\nA short account.\nJ. Doe!", True),
        ("Kim. | Nobody knows", True),
        ("The port is open", False),
        ("Nobody knows why. Ships wait", False),
        ("never shown", False),
        ("color: red", False),
    ],
)
def test_every_line_of_a_page_s_report_stands_in_the_page(ledger: Ledger, text: str, holds: bool):
    report_id = add_report(ledger, PAGE.encode(), text, media_type="text/html")

    assert [fault.code for fault in ledger.verify(report_id)] == ([] if holds else ["SS-223"])


@pytest.mark.parametrize("opening", ["<![;", "<![", "<![if !IE]", "<![ x", "<![endif]--", "<![CDATA"])
def test_a_marked_section_of_no_known_kind_hides_no_more_than_itself(opening: str):
    assert missing_words("Before\nAfter", f"<p>Before</p>{opening}><p>After</p>") is None


@settings(max_examples=50)
@given(st.text(st.sampled_from("<>/!-&;#x\"'= abp&scriptstyle[]CDATA\n\u00ad말")), st.text())
def test_no_page_and_no_text_makes_the_check_fail_by_itself(page: str, text: str):
    assert missing_words(text, page) is None or text.split()
    assert missing_words("", page) is None


@given(st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1), max_size=12))
def test_words_that_a_page_shows_are_never_missing(words: list[str]):
    text = "\n".join(" ".join(words[n : n + 3]) for n in range(0, len(words), 3))
    page = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.splitlines())

    assert missing_words(text, page) is None


def add_report(
    ledger: Ledger, data: bytes, text: str, *, media_type: str, encoding: str = "utf-8", position: int = 1
) -> ReportId:
    captured = capture(data, media_type=media_type)
    report = Report(id=ReportId("x"), text=text, capture_sha256=captured.sha256, encoding=encoding, position=position)
    return ledger.add(Intake(report=report, capture=captured), who="ann", at=NOON).report_id
