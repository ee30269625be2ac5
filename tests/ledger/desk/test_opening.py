"""Opening a desk leaves alone what is none."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from secondsource.comments.desk import Desk
from secondsource.comments.receipts import receipt_code, receipt_digest
from secondsource.model.comment import CommentStatus
from tests.comments.makers import NOON, open_desk, queue, submission, submit
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


OF_REVISION_3 = """
    ALTER TABLE standings RENAME TO newer;
    CREATE TABLE standings (
        id TEXT PRIMARY KEY, dossier_id TEXT NOT NULL, status TEXT NOT NULL, version INTEGER NOT NULL,
        revision INTEGER NOT NULL, content_seq INTEGER NOT NULL, public_seq INTEGER, edited TEXT,
        submitted_at TEXT NOT NULL, terms INTEGER NOT NULL, decided_seq INTEGER,
        priority INTEGER NOT NULL, flags TEXT NOT NULL, form TEXT UNIQUE, receipt TEXT UNIQUE, network TEXT,
        sameness TEXT) WITHOUT ROWID;
    INSERT INTO standings SELECT * FROM newer;
    DROP TABLE newer;
    CREATE INDEX standings_queue ON standings (status, priority, version);
    CREATE INDEX standings_public ON standings (dossier_id, public_seq) WHERE public_seq IS NOT NULL;
    CREATE INDEX standings_network ON standings (network, submitted_at);
    CREATE INDEX standings_decided ON standings (decided_seq) WHERE decided_seq IS NOT NULL;
    CREATE INDEX standings_sameness ON standings (sameness);
    PRAGMA user_version=3;
"""


def shape_of(path: Path) -> set[tuple[str, str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master")
        return {(kind, name, " ".join(sql.split())) for kind, name, sql in rows}


def test_comments_of_revision_3_keep_their_receipts_and_their_forms(tmp_path: Path):
    path, new = tmp_path / "desk.sqlite", tmp_path / "new.sqlite"
    Desk.open(new, at=NOON).close()
    with open_desk(path) as desk:
        submit(desk, "Zanzibar first.", form="a", name="Quillon")
        submit(desk, "Second.", form="b")
        first, second = queue(desk)
        codes = {form: receipt_code(desk.secret, form) for form in ("old-a", "old-b")}
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(OF_REVISION_3)
        # Their ids came from another number than the code then: only the table knew which belonged together.
        for comment, form in ((first, "old-a"), (second, "old-b")):
            row = (form, receipt_digest(codes[form]), comment.id)
            connection.execute("UPDATE standings SET form = ?, receipt = ? WHERE id = ?", row)
        connection.commit()

    with Desk.open(path, at=NOON) as desk:
        assert desk.received(codes["old-a"]).id == first.id
        again = desk.submit(submission("Zanzibar first.", form="old-a", name="Quillon"), at=NOON)
        assert (again, len(queue(desk))) == (codes["old-a"], 2), "no form is taken twice"
        desk.withdraw(codes["old-b"], version=desk.received(codes["old-b"]).version, at=NOON)
        third = submit(desk, "Third.", form="c")
        desk.erase_received(codes["old-a"], at=NOON)
        with raises_code("SS-804"):
            desk.received(codes["old-a"])
        assert desk.received(third).status is CommentStatus.WAITING
        assert desk.received(codes["old-b"]).status is CommentStatus.WITHDRAWN
        assert desk.verify() == []
        left = b"".join(each.read_bytes() for each in tmp_path.glob("desk.sqlite*"))
        assert [word for word in (b"Zanzibar", b"Quillon", b"old-a") if word in left] == []
    assert shape_of(path) == shape_of(new)


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
