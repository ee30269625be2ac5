"""Whoever changes the desk's file from outside is found out."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from secondsource.comments.desk import Desk
from secondsource.ledger.desk.entries import find_head
from secondsource.model.custody import Head
from secondsource.model.ids import Digest
from tests.comments.makers import LATER, NOON, approve_all, open_desk, submit


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    path = tmp_path / "desk.sqlite"
    with open_desk(path) as desk:
        submit(desk, "One.", form="a")
        approve_all(desk)
        desk.publish_due(at=LATER)
        submit(desk, "Two.", form="b")
    return path


def tamper(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            connection.execute(statement)
        for _, sql in guards:
            connection.execute(sql)
        connection.commit()


def codes(path: Path) -> set[str]:
    with Desk.open(path, at=NOON) as desk:
        return {fault.code for fault in desk.verify()}


def test_an_untouched_desk_has_no_faults(filled: Path):
    assert codes(filled) == set()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET who = 'somebody' WHERE seq = 3",
        "UPDATE entries SET body = '{}' WHERE seq = 4",
        "UPDATE entries SET action = 'nothing' WHERE seq = 4",
        "DELETE FROM entries WHERE seq = 3",
        "UPDATE entries SET body = 'null' WHERE seq = 3",
        "UPDATE entries SET body = '[' WHERE seq = 3",
    ],
)
def test_a_changed_or_missing_entry_breaks_the_chain(filled: Path, statement: str):
    tamper(filled, statement)

    found = codes(filled)
    assert "SS-240" in found


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE contents SET text = replace(text, 'Two', 'Ten')",
        "UPDATE contents SET salt = NULL, text = NULL",
        "DELETE FROM contents",
        "INSERT INTO contents VALUES (1, 'x', x'00', 'more')",
        "UPDATE pages SET html = x'789c03000000000001'",
        "UPDATE terms SET text = 'none'",
    ],
)
def test_changed_missing_or_added_words_are_found(filled: Path, statement: str):
    tamper(filled, statement)

    found = codes(filled)
    assert found == {"SS-241"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE standings SET public_seq = content_seq WHERE public_seq IS NULL",
        "UPDATE standings SET status = 'approved'",
        "UPDATE standings SET decided_seq = 2 WHERE decided_seq IS NOT NULL",
        "UPDATE standings SET dossier_id = 'elsewhere'",
        "DELETE FROM standings",
    ],
)
def test_a_comment_that_stands_otherwise_than_its_entries_say_is_found(filled: Path, statement: str):
    tamper(filled, statement)

    found = codes(filled)
    assert found == {"SS-242"}


def test_a_missing_guard_is_found(filled: Path):
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("DROP TRIGGER entries_keep_update")

    found = codes(filled)
    assert found == {"SS-243"}


def test_a_log_cut_off_at_its_end_is_found_by_the_end_that_was_noted(filled: Path):
    with Desk.open(filled, at=NOON) as desk, desk.reading() as transaction:
        head = find_head(transaction)
    with Desk.open(filled, at=NOON) as desk:
        assert desk.verify(expected_head=head) == []
        cut = Head(seq=head.seq + 1, hash=Digest("0" * 64))
        assert [fault.code for fault in desk.verify(expected_head=cut)] == ["SS-240"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET who = 'x'",
        "DELETE FROM entries",
        "UPDATE contents SET text = 'x'",
        "DELETE FROM contents",
        "UPDATE terms SET text = 'x'",
        "DELETE FROM pages",
    ],
)
def test_the_file_refuses_a_change_to_what_only_grows(filled: Path, statement: str):
    with closing(sqlite3.connect(filled)) as connection, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)


def change(seq: int) -> Callable[[Path], None]:
    return lambda path: tamper(path, f"UPDATE entries SET at = '2020-01-01T00:00:00.000000Z' WHERE seq = {seq}")


@pytest.mark.parametrize("seq", range(1, 7))
def test_a_change_to_any_entry_is_found(filled: Path, seq: int):
    change(seq)(filled)

    assert codes(filled)
