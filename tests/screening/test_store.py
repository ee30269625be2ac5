from datetime import UTC, datetime
from pathlib import Path

import pytest

from secondsource.model.listed import ListedEntry
from secondsource.screening.clearances import Clearances, clear
from secondsource.screening.index import Index
from secondsource.screening.lists.history import difference, with_history
from secondsource.screening.screen import screen
from secondsource.screening.store import ListStore
from tests.screening.makers import entry, ftm_line, index, listing, subject
from tests.support import raises_code

AT = datetime(2026, 2, 1, tzinfo=UTC)


def write(folder: Path, day: str, *names: str) -> Path:
    path = folder / f"ru-{day}.ftm.jsonl"
    path.write_text("".join(ftm_line(name, name) for name in names))
    return path


def keep(store: ListStore, path: Path, *, new: bool = False) -> None:
    store.add(path, at=AT, who="desk", name="ru", new=new)


@pytest.fixture
def store(tmp_path: Path) -> ListStore:
    """A store with three snapshots: Black Michael goes with the second, Rupert comes with the third."""
    kept = ListStore(tmp_path / "lists")
    keep(kept, write(tmp_path, "2024-01-01", "Rudolf Hentzau", "Black Michael"), new=True)
    keep(kept, write(tmp_path, "2024-02-01", "Rudolf Hentzau"))
    keep(kept, write(tmp_path, "2024-03-01", "Rudolf Hentzau", "Rupert Tarlenheim"))
    return kept


def by_name(found: tuple[ListedEntry, ...]) -> dict[str, ListedEntry]:
    return {each.names[0].text: each for each in found}


def test_successive_snapshots_tell_when_an_entry_came_and_went(store: ListStore):
    found = by_name(store.in_force("ru").entries)

    assert (found["Rudolf Hentzau"].listed_on, found["Rudolf Hentzau"].delisted_on) == (None, None)
    assert found["Black Michael"].delisted_on == "2024-02-01"
    assert found["Rupert Tarlenheim"].listed_on == "2024-03-01"


def test_a_screening_of_a_past_day_gives_what_it_gave_then(store: ListStore):
    then = store.in_force("ru", as_of="2024-01-15")
    now = store.in_force("ru")

    assert then.list_on == "2024-01-01"
    (hit,) = screen(Index([then]), subject("Black Michael"))
    assert hit.delisted_on is None
    (hit,) = screen(Index([now]), subject("Black Michael"), event_on="2024-03-05")
    assert (hit.delisted_on, hit.listed_then) == ("2024-02-01", False)
    assert any("no longer on it since 2024-02-01" in reason for reason in hit.because)


def test_an_event_before_the_delisting_was_at_the_time_of_the_listing(store: ListStore):
    (hit,) = screen(Index([store.in_force("ru")]), subject("Rupert Tarlenheim"), event_on="2024-03-05")

    assert hit.listed_then is True


def test_who_comes_back_is_listed_anew():
    gone = with_history(
        [
            listing(entry("Rudolf Hentzau"), list_on="2024-01-01"),
            listing(entry("Black Michael", key="t-2"), list_on="2024-02-01"),
            listing(entry("Rudolf Hentzau"), list_on="2024-03-01"),
        ]
    )

    assert by_name(gone.entries)["Rudolf Hentzau"].listed_on == "2024-03-01"
    assert by_name(gone.entries)["Rudolf Hentzau"].delisted_on is None


def test_the_difference_of_two_snapshots_names_what_changed():
    change = difference(
        listing(entry("Rudolf Hentzau"), entry("Black Michael", key="t-2"), list_on="2024-01-01"),
        listing(entry("Rudolf Hentzau", remarks="at large"), entry("Rupert", key="t-3"), list_on="2024-02-01"),
    )

    assert [each.id for each in change.added] == ["t-3"]
    assert [each.id for each in change.removed] == ["t-2"]
    assert [(each.id, fields) for each, fields in change.changed] == [("t-1", ("remarks",))]


def test_the_same_snapshot_twice_is_kept_once(store: ListStore, tmp_path: Path):
    keep(store, tmp_path / "ru-2024-03-01.ftm.jsonl")

    assert len(store.snapshots("ru")) == 3


def test_a_broken_snapshot_changes_nothing_and_the_last_good_one_stays_in_force(store: ListStore, tmp_path: Path):
    broken = tmp_path / "ru-2024-04-01.ftm.jsonl"
    broken.write_text(ftm_line("a", "Rudolf Hentzau") + '{"id": "b", "prop')

    with raises_code("SS-603"):
        keep(store, broken)

    assert store.in_force("ru").list_on == "2024-03-01"
    assert sorted(path.name for path in store.folder.iterdir()) == ["ru"]


def test_an_older_snapshot_than_the_newest_is_refused(store: ListStore, tmp_path: Path):
    with raises_code("SS-610"):
        keep(store, write(tmp_path, "2023-01-01", "Rudolf Hentzau"))


def test_a_list_is_added_once_and_then_updated(store: ListStore, tmp_path: Path):
    path = write(tmp_path, "2024-05-01", "Rudolf Hentzau", "Sapt")

    with raises_code("SS-610"):
        keep(store, path, new=True)
    with raises_code("SS-606"):
        store.add(path, at=AT, who="desk", name="unheard-of", new=False)


def test_no_list_was_in_force_before_its_first_snapshot(store: ListStore):
    with raises_code("SS-606"):
        store.in_force("ru", as_of="2020-01-01")


def test_a_kept_file_that_was_changed_is_noticed(store: ListStore):
    snapshot = store.snapshots("ru")[-1]
    kept = store.folder / "ru" / snapshot.sha256 / snapshot.files[0]
    kept.write_text(ftm_line("x", "Somebody Else"))

    with raises_code("SS-607"):
        store.in_force("ru")


def test_a_damaged_log_is_told(store: ListStore):
    with (store.folder / "ru" / "snapshots.jsonl").open("a") as log:
        log.write("{half a line")

    with raises_code("SS-607"):
        store.snapshots("ru")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path):
    (tmp_path / "file").write_text("not a folder")

    with raises_code("SS-609"):
        keep(ListStore(tmp_path / "file" / "lists"), write(tmp_path, "2024-01-01", "Rudolf Hentzau"), new=True)
    with raises_code("SS-609"):
        clear(tmp_path / "file" / "x", name="a", listed="ru", entry=entry("a"), why="b", who="c", at=AT)


def decided(folder: Path, found: ListedEntry) -> tuple[str | None, str | None]:
    listed = index(found)
    asked = subject("Rudolf Hentzau")
    (hit,) = Clearances.of_folder(folder).apply(listed, asked.names, screen(listed, asked))
    return hit.cleared, hit.reopened


def test_a_clearance_is_applied_again_and_is_open_again_once_the_entry_reads_otherwise(tmp_path: Path):
    found = entry("Rudolf Hentzau")
    clear(tmp_path, name="HENTZAU, Rudolf", listed="test-list", entry=found, why="a baker", who="desk", at=AT)

    assert decided(tmp_path, found) == ("a baker (desk, 2026-02-01)", None)
    changed = entry("Rudolf Hentzau", remarks="works as a baker")
    assert decided(tmp_path, changed) == (None, "a baker (desk, 2026-02-01)")


def test_a_clearance_says_nothing_about_another_name(tmp_path: Path):
    found = entry("Rudolf Hentzau")
    clear(tmp_path, name="Rudolf Rassendyll", listed="test-list", entry=found, why="a baker", who="desk", at=AT)

    assert decided(tmp_path, found) == (None, None)


def test_the_days_that_snapshots_tell_do_not_open_a_clearance(tmp_path: Path):
    clear(tmp_path, name="Rudolf Hentzau", listed="test-list", entry=entry("Rudolf Hentzau"), why="x", who="d", at=AT)

    assert decided(tmp_path, entry("Rudolf Hentzau", listed_on="2020-01-01"))[0] is not None


def test_damaged_clearances_are_told(tmp_path: Path):
    (tmp_path / "clearances.jsonl").write_text("{half")

    with raises_code("SS-607"):
        Clearances.of_folder(tmp_path)
