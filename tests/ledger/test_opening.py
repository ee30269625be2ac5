"""Opening: ours, of a version we know, where we may write; all else is refused and left alone."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, NoReturn

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from secondsource.ledger import schema
from secondsource.ledger.ledger import Ledger
from secondsource.ledger.sqlite import open_engine
from secondsource.ledger.tables import APPEND_ONLY, metadata
from tests.ledger.makers import NOON, intake, reading
from tests.support import raises_code


def test_a_ledger_is_made_with_its_folder_and_kept(tmp_path: Path):
    path = tmp_path / "100% new" / "desk?.sqlite"
    with Ledger.open(path) as ledger:
        report_id = ledger.add(intake(), who="ann", at=NOON).report_id

    with Ledger.open(path, create=False) as ledger:
        assert ledger.report(report_id) == intake().report


def test_a_closed_ledger_is_one_file(ledger: Ledger, ledger_path: Path):
    ledger.add(intake(), who="ann", at=NOON)
    ledger.close()

    assert [path.name for path in ledger_path.parent.iterdir()] == [ledger_path.name]


def test_the_settings_that_keep_it_safe_are_on(ledger: Ledger):
    with ledger._reading() as connection:
        names = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]

    assert found == ["wal", 2, 1, 0]


@pytest.mark.parametrize(("create", "read_only"), [(False, False), (True, True)])
def test_a_ledger_that_is_not_there_is_not_made_unasked(tmp_path: Path, create: bool, read_only: bool):
    with raises_code("SS-203"):
        Ledger.open(tmp_path / "none.sqlite", create=create, read_only=read_only)

    assert list(tmp_path.iterdir()) == []


def test_another_program_s_file_is_refused_and_left_alone(tmp_path: Path):
    other, words, folder = tmp_path / "other.sqlite", tmp_path / "words.txt", tmp_path / "folder"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE log (seq INTEGER)")
    words.write_text("Only words. " * 100)
    folder.mkdir()
    before = other.read_bytes()

    for path in (other, words, folder):
        with raises_code("SS-201"):
            Ledger.open(path)

    assert other.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "other.sqlite", "words.txt"]


def test_a_header_of_ours_before_bytes_that_are_not_is_damage(ledger: Ledger, ledger_path: Path):
    ledger.add(intake(), who="ann", at=NOON)
    ledger.close()
    data = ledger_path.read_bytes()
    ledger_path.write_bytes(data[:100] + bytes(len(data) - 100))

    with raises_code("SS-208"):
        Ledger.open(ledger_path)


def test_a_file_cut_short_is_damage(ledger: Ledger, ledger_path: Path):
    with ledger.batch(who="ann", at=NOON) as batch:
        for n in range(40):
            batch.add(intake(f"Words of report {n}. " * 100))
    ledger.close()
    os.truncate(ledger_path, 40_000)

    with raises_code("SS-208"), Ledger.open(ledger_path) as cut:
        cut.reports()


def test_text_that_is_no_utf8_is_damage_to_a_reader_and_a_fault_to_verify(ledger: Ledger, ledger_path: Path):
    ledger.add(intake(), who="ann", at=NOON)
    with closing(sqlite3.connect(ledger_path)) as connection:
        connection.execute("DROP TRIGGER texts_keep_update")
        connection.execute("UPDATE texts SET text = CAST(x'ff' || CAST(text AS BLOB) AS TEXT)")
        connection.commit()

    assert "SS-223" in [fault.code for fault in ledger.verify()]
    with raises_code("SS-208"):
        ledger.reports()


def test_a_later_version_s_ledger_is_refused_and_left_alone(ledger_path: Path):
    with closing(sqlite3.connect(ledger_path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()

    for read_only in (False, True):
        with raises_code("SS-202"):
            Ledger.open(ledger_path, read_only=read_only)


def test_an_older_ledger_is_upgraded_with_all_it_holds(ledger: Ledger, ledger_path: Path):
    report_id = ledger.add(intake(title="A delegation"), who="ann", at=NOON).report_id
    ledger.add_reading(reading(report_id), who="ann", at=NOON)
    head = ledger.head()
    ledger.close()
    with closing(sqlite3.connect(ledger_path)) as connection:
        # What came with revision 0002 is taken away again.
        connection.executescript(
            "DROP TABLE report_search_terms; DROP TABLE report_search; UPDATE alembic_version SET version_num = '0001'"
        )

    with raises_code("SS-214"):
        Ledger.open(ledger_path, read_only=True)
    with Ledger.open(ledger_path) as upgraded:
        assert upgraded.head() == head
        assert [hit.report_id for hit in upgraded.search("delegation")] == [report_id]
        assert upgraded.verify() == []


def test_an_upgrade_that_fails_leaves_the_ledger_as_it_was(ledger_path: Path, monkeypatch: pytest.MonkeyPatch):
    with closing(sqlite3.connect(ledger_path)) as connection:
        connection.executescript("DROP TABLE report_search_terms; UPDATE alembic_version SET version_num = '0001'")

    # The index is still there, so that making it fails half-way through the upgrade.
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        Ledger.open(ledger_path)

    with raises_code("SS-214"):
        Ledger.open(ledger_path, read_only=True)


def test_the_migrations_make_the_tables_that_the_queries_use(ledger: Ledger):
    with ledger._reading() as connection:
        context = MigrationContext.configure(connection)
        differences = [
            difference
            for difference in compare_metadata(context, metadata)
            if not (difference[0] == "remove_table" and difference[1].name.startswith("report_search"))
        ]

    assert differences == []


def test_the_revisions_we_know_are_those_there_are():
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).with_name("migrations")))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)

    assert tuple(script.revision for script in reversed(list(scripts.walk_revisions()))) == schema.REVISIONS


def test_a_ledger_opened_to_read_cannot_be_written(ledger: Ledger, ledger_path: Path):
    report_id = ledger.add(intake(), who="ann", at=NOON).report_id
    with Ledger.open(ledger_path, read_only=True) as reader:
        assert reader.report(report_id).id == report_id
        assert reader.verify() == []
        with raises_code("SS-206"):
            reader.add(intake("Other words."), who="ann", at=NOON)


def test_a_place_where_no_ledger_can_stand_is_named(tmp_path: Path):
    (tmp_path / "file").write_text("Not a folder.")

    with raises_code("SS-206"):
        Ledger.open(tmp_path / "file" / "ledger.sqlite")


def test_a_ledger_in_a_folder_without_the_right_to_write_can_be_read(
    ledger: Ledger, ledger_path: Path, monkeypatch: pytest.MonkeyPatch
):
    report_id = ledger.add(intake(), who="ann", at=NOON).report_id
    ledger.close()
    connect = sqlite3.connect

    class CannotShare(sqlite3.Connection):
        def execute(self, *args: object) -> NoReturn:
            raise sqlite3.OperationalError("unable to open database file")

    def like_a_locked_folder(database: str, **options: Any) -> sqlite3.Connection:
        if "immutable" not in database:
            options["factory"] = CannotShare
        connection: sqlite3.Connection = connect(database, **options)
        return connection

    # Rights are no hindrance to the root user, as whom tests may run; the engine's refusal is played instead.
    monkeypatch.setattr(sqlite3, "connect", like_a_locked_folder)
    with Ledger.open(ledger_path, read_only=True) as reader:
        assert reader.report(report_id).id == report_id


def test_another_process_that_keeps_the_lock_is_named(ledger: Ledger, ledger_path: Path):
    with closing(sqlite3.connect(ledger_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Ledger.open(ledger_path, timeout_s=0.01) as hasty:
            assert hasty.reports() == []
            with raises_code("SS-205"):
                hasty.add(intake(), who="ann", at=NOON)
        other.execute("ROLLBACK")

    assert ledger.add(intake(), who="ann", at=NOON).new


def test_a_full_disk_is_named_and_nothing_half_is_kept(ledger: Ledger):
    ledger.add(intake(), who="ann", at=NOON)
    before = ledger.head()
    with ledger._reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")

    with raises_code("SS-207"):
        ledger.add(intake("".join(map(chr, range(0x4E00, 0x9000)))), who="ann", at=NOON)

    assert ledger.head() == before
    assert ledger.verify() == []


@pytest.mark.parametrize(
    "change", ["UPDATE {0} SET rowid = rowid", "DELETE FROM {0}", "REPLACE INTO {0} SELECT * FROM {0}"]
)
def test_a_stray_hand_is_refused_by_the_file_itself(full_ledger: Ledger, change: str):
    head = full_ledger.head()

    for table in APPEND_ONLY:
        with raises_code("SS-215"), full_ledger._writing() as appending:
            appending.connection.exec_driver_sql(change.format(table.name))

    assert full_ledger.head() == head
    assert full_ledger.verify() == []


def test_a_ledger_whose_making_was_cut_off_is_made(tmp_path: Path):
    path = tmp_path / "ledger.sqlite"
    path.touch()
    Ledger.open(path).close()
    begun = tmp_path / "begun.sqlite"
    engine = open_engine(begun, read_only=False, timeout_s=1)
    engine.connect().close()
    engine.dispose()

    for each in (path, begun):
        with Ledger.open(each) as ledger:
            assert ledger.verify() == []
