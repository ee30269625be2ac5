"""Opening a desk leaves alone what is none."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from secondsource.comments.desk import Desk
from tests.comments.makers import NOON, open_desk
from tests.support import raises_code


def test_another_database_or_a_folder_is_left_alone(tmp_path: Path):
    other = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE t (x)")
    before = other.read_bytes()

    for path in (other, tmp_path):
        with raises_code("SS-231"):
            Desk.open(path, at=NOON)
    assert other.read_bytes() == before


def test_a_file_that_is_no_database_is_told(tmp_path: Path):
    path = tmp_path / "notes.txt"
    path.write_text("words " * 400, encoding="utf-8")

    with raises_code("SS-201"):
        Desk.open(path, at=NOON)


def test_a_desk_that_is_not_there_is_made_only_where_that_is_asked(tmp_path: Path):
    with raises_code("SS-232"):
        Desk.open(tmp_path / "desk.sqlite", at=NOON, create=False)
    Desk.open(tmp_path / "below" / "desk.sqlite", at=NOON).close()
    Desk.open(tmp_path / "below" / "desk.sqlite", at=NOON, create=False).close()


def test_a_desk_of_a_later_version_is_left_alone(tmp_path: Path):
    path = tmp_path / "desk.sqlite"
    Desk.open(path, at=NOON).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version=99")

    with raises_code("SS-233"):
        Desk.open(path, at=NOON)


def test_a_new_desk_is_for_its_owners_eyes(tmp_path: Path):
    Desk.open(tmp_path / "desk.sqlite", at=NOON).close()

    assert (tmp_path / "desk.sqlite").stat().st_mode & 0o077 == 0


def test_a_desk_opened_again_keeps_its_secret(tmp_path: Path):
    with Desk.open(tmp_path / "desk.sqlite", at=NOON) as first, Desk.open(tmp_path / "desk.sqlite", at=NOON) as second:
        assert first.secret == second.secret
        assert len(first.secret) == 32


OF_PASSKEYS = "DROP TABLE passkeys; DROP TABLE used_forms; "


@pytest.mark.parametrize(
    "older", [f"{OF_PASSKEYS}PRAGMA user_version=2", f"{OF_PASSKEYS}DROP TABLE drafts; PRAGMA user_version=1"]
)
def test_a_desk_of_a_version_before_gets_what_it_lacks_and_keeps_what_it_holds(tmp_path: Path, older: str):
    path = tmp_path / "desk.sqlite"
    with open_desk(path) as desk:
        secret = desk.secret
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(older)

    with Desk.open(path, at=NOON) as desk:
        assert desk.secret == secret
        assert desk.verify() == []
        with desk.reading() as transaction:
            for table in ("drafts", "passkeys", "used_forms"):
                assert transaction.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0
            assert transaction.execute("SELECT count(*) FROM dossiers").fetchone()[0] == 1
