"""The index of runs beside a ledger: only what is new is read, and what is not whole or not ours is made anew."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from secondsource.linking import index_folder, run_folder, run_index, run_packs
from secondsource.linking.growing import ReadReport
from secondsource.linking.one_writer import sole_writer
from secondsource.linking.run_files import RunFiles
from secondsource.linking.run_folder import HeldRuns, RunFolder
from secondsource.linking.run_index import IndexDamaged
from secondsource.linking.seen import SeenBefore
from secondsource.model.ids import Digest
from secondsource.model.report import Report
from tests.linking.makers import report
from tests.linking.shelf import Shelf
from tests.linking.test_growing import text


@pytest.fixture
def shelf() -> Shelf:
    shelf = Shelf()
    put(shelf, 0, 6)
    return shelf


def put(shelf: Shelf, first: int, end: int) -> None:
    for at in range(first, end):
        shelf.put(held(at))


def held(at: int) -> Report:
    return report(f"r{at}", text(at), published=f"2024-07-{1 + at % 28:02}")


def grown(shelf: Shelf, folder: Path) -> HeldRuns:
    runs = RunFolder(folder / "ledger.runs", shelf, shelf.head())
    return runs.grown(runs.kept(), lambda _: None)


def parents(held_runs: HeldRuns, shelf: Shelf, at: int) -> list[str]:
    new = ReadReport(report("new", text(at), published="2024-08-01"), None)
    return [str(each.holder.id) for each in SeenBefore(held_runs.index, held_runs.entries, shelf).of(new).repeats]


def contents(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((folder / "ledger.runs" / "contents.json").read_text(encoding="utf-8"))
    return told


def put_contents(folder: Path, told: dict[str, Any]) -> None:
    (folder / "ledger.runs" / "contents.json").write_text(json.dumps(told), encoding="utf-8")


def test_only_what_came_since_is_read(shelf: Shelf, tmp_path: Path) -> None:
    grown(shelf, tmp_path)
    put(shelf, 6, 8)
    shelf.n_read = 0

    now = grown(shelf, tmp_path)

    assert shelf.n_read == 2
    assert [parents(now, shelf, at) for at in (0, 7)] == [["r0"], ["r7"]]


def test_what_is_kept_is_mapped_and_not_read(shelf: Shelf, tmp_path: Path) -> None:
    grown(shelf, tmp_path)
    now = grown(shelf, tmp_path)

    assert now.index.state().fresh is not None
    assert isinstance(now.entries, np.memmap)


def test_asking_again_writes_nothing(shelf: Shelf, tmp_path: Path) -> None:
    grown(shelf, tmp_path)
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "ledger.runs").iterdir()}
    grown(shelf, tmp_path)

    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "ledger.runs").iterdir()} == before


def test_what_is_no_longer_used_is_removed_and_what_is_not_ours_is_left(shelf: Shelf, tmp_path: Path) -> None:
    grown(shelf, tmp_path)
    (tmp_path / "ledger.runs" / "note.txt").write_text("mine", encoding="utf-8")
    for at in range(6, 12):
        put(shelf, at, at + 1)
        grown(shelf, tmp_path)

    names = {path.name for path in (tmp_path / "ledger.runs").iterdir()}
    assert names == {"note.txt", "contents.json", ".lock", *contents(tmp_path)["files"]}


@pytest.mark.parametrize("spoil", ["cut", "longer", "changed", "gone", "no json", "no object"])
def test_a_spoilt_index_is_made_anew(shelf: Shelf, tmp_path: Path, spoil: str) -> None:
    grown(shelf, tmp_path)
    folder = tmp_path / "ledger.runs"
    if spoil.startswith("no"):
        (folder / "contents.json").write_text({"no json": "{", "no object": "[1]"}[spoil], encoding="utf-8")
    for name in [] if spoil.startswith("no") else contents(tmp_path)["files"]:
        data = (folder / name).read_bytes()
        if spoil == "gone":
            (folder / name).unlink()
        else:
            spoilt = {"cut": data[:-1], "longer": data + b"x", "changed": data[:-1] + bytes([data[-1] ^ 1])}[spoil]
            (folder / name).write_bytes(spoilt)
            os.utime(folder / name, ns=(1, 1))
    shelf.n_read = 0

    now = grown(shelf, tmp_path)

    assert shelf.n_read == 6
    assert parents(now, shelf, 3) == ["r3"]
    shelf.n_read = 0
    grown(shelf, tmp_path)
    assert shelf.n_read == 0


def test_a_folder_that_was_copied_is_compared_with_its_digests_and_used(shelf: Shelf, tmp_path: Path) -> None:
    grown(shelf, tmp_path)
    for name in contents(tmp_path)["files"]:
        os.utime(tmp_path / "ledger.runs" / name, ns=(1, 1))
    shelf.n_read = 0

    assert parents(grown(shelf, tmp_path), shelf, 3) == ["r3"]
    assert shelf.n_read == 0


def test_an_index_by_another_program_or_of_another_log_is_not_used(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grown(shelf, tmp_path)
    other = Shelf()
    put(other, 10, 17)

    assert parents(grown(other, tmp_path), other, 12) == ["r12"]
    assert parents(grown(other, tmp_path), other, 3) == []

    monkeypatch.setattr(index_folder, "made_by", lambda: "another")
    other.n_read = 0
    grown(other, tmp_path)
    assert other.n_read == 7


@pytest.mark.parametrize("words", ['{"seq": Infinity}', '{"seq": ' + "[" * 100_000, '{"seq": "x"}'])
def test_contents_that_nobody_would_write_are_not_used(shelf: Shelf, tmp_path: Path, words: str) -> None:
    grown(shelf, tmp_path)
    (tmp_path / "ledger.runs" / "contents.json").write_text(words, encoding="utf-8")

    assert parents(grown(shelf, tmp_path), shelf, 3) == ["r3"]


def test_files_that_another_process_has_just_replaced_are_looked_for_again(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grown(shelf, tmp_path)
    old = contents(tmp_path)
    put(shelf, 6, 8)
    grown(shelf, tmp_path)
    whole, read = RunFiles.contents, list[int]()

    def late(self: RunFiles) -> dict[str, Any]:
        read.append(1)
        return old if len(read) == 1 else whole(self)

    monkeypatch.setattr(RunFiles, "contents", late)
    kept = RunFolder(tmp_path / "ledger.runs", shelf, shelf.head()).kept()

    assert kept is not None
    assert kept.seq == 8


def test_an_entry_that_no_log_has_proves_nothing(shelf: Shelf, tmp_path: Path) -> None:
    grown(shelf, tmp_path)
    put_contents(tmp_path, contents(tmp_path) | {"seq": 999, "hash": None})
    shelf.n_read = 0

    assert parents(grown(shelf, tmp_path), shelf, 3) == ["r3"]
    assert shelf.n_read == 6


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (0, "huge"),
        (1, 2**70),
        (1, 3),
        (1, 0),
        (1, "2"),
        (2, -1),
        (2, 10**6),
        (3, ["../x", "../y"]),
        (4, -5),
        (4, 10**6),
        (5, 7),
    ],
)
def test_parts_that_do_not_fit_are_not_used(shelf: Shelf, tmp_path: Path, place: int, value: object) -> None:
    grown(shelf, tmp_path)
    told = contents(tmp_path)
    told["parts"][0][place] = value
    put_contents(tmp_path, told)
    shelf.n_read = 0

    assert parents(grown(shelf, tmp_path), shelf, 3) == ["r3"]
    assert shelf.n_read == 6


@pytest.mark.parametrize("far", [-1, 6, 10**6])
def test_a_run_of_a_report_that_is_none_is_noticed_when_it_is_asked_for(shelf: Shelf, tmp_path: Path, far: int) -> None:
    now = grown(shelf, tmp_path)
    part = now.index.state().fresh
    assert part is not None
    part.holders[:] = far

    with pytest.raises(IndexDamaged):
        parents(now, shelf, 3)


def test_an_array_of_objects_is_never_unpickled(shelf: Shelf, tmp_path: Path) -> None:
    grown(shelf, tmp_path)
    told = contents(tmp_path)
    name = told["columns"][0]
    path = tmp_path / "ledger.runs" / name
    with path.open("wb") as file:
        np.save(file, np.array([{"a": 1}], dtype=object), allow_pickle=True)
    told["files"][name] = [path.stat().st_size, path.stat().st_mtime_ns]
    put_contents(tmp_path, told)
    shelf.n_read = 0

    assert parents(grown(shelf, tmp_path), shelf, 3) == ["r3"]
    assert shelf.n_read == 6


def test_a_place_that_cannot_be_written_to_changes_no_answer(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "ledger.runs").write_text("a file where the folder should be", encoding="utf-8")

    assert parents(grown(shelf, tmp_path), shelf, 3) == ["r3"]


def test_while_another_process_writes_nothing_is_kept_and_the_answer_is_the_same(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "ledger.runs").mkdir()
    with sole_writer(tmp_path / "ledger.runs") as alone:
        assert alone
        assert parents(grown(shelf, tmp_path), shelf, 3) == ["r3"]
        assert not (tmp_path / "ledger.runs" / "contents.json").exists()
    grown(shelf, tmp_path)
    assert (tmp_path / "ledger.runs" / "contents.json").exists()


def test_one_that_saw_less_does_not_put_it_in_the_place_of_more(shelf: Shelf, tmp_path: Path) -> None:
    early = RunFolder(tmp_path / "ledger.runs", shelf, shelf.head())
    kept = early.kept()
    put(shelf, 6, 9)
    grown(shelf, tmp_path)
    early.grown(kept, lambda _: None)

    assert contents(tmp_path)["seq"] == 9


def test_what_another_kept_behind_the_head_that_was_found_is_used_as_it_is(shelf: Shelf, tmp_path: Path) -> None:
    early = RunFolder(tmp_path / "ledger.runs", shelf, shelf.head())
    put(shelf, 6, 9)
    grown(shelf, tmp_path)
    shelf.n_read = 0

    now = early.grown(early.kept(), lambda _: None)

    assert (now.seq, shelf.n_read) == (9, 0)
    assert parents(now, shelf, 8) == ["r8"]


def test_one_that_has_it_open_goes_on_while_another_clears(shelf: Shelf, tmp_path: Path) -> None:
    grown(shelf, tmp_path)
    mine = grown(shelf, tmp_path)
    for at in range(6, 30):
        put(shelf, at, at + 1)
        grown(shelf, tmp_path)
    shutil.rmtree(tmp_path / "ledger.runs")

    assert parents(mine, shelf, 3) == ["r3"]


def test_a_long_building_that_is_stopped_goes_on_where_it_was(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_folder, "KEPT_EVERY", 2)

    def stop(name: str) -> None:
        if name == "r5":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        RunFolder(tmp_path / "ledger.runs", shelf, shelf.head()).grown(None, stop)
    shelf.n_read = 0

    now = grown(shelf, tmp_path)

    assert shelf.n_read == 2
    assert [parents(now, shelf, at) for at in range(6)] == [[f"r{at}"] for at in range(6)]


def test_an_index_mostly_of_what_changed_since_is_made_anew(shelf: Shelf, tmp_path: Path) -> None:
    grown(shelf, tmp_path)
    for at in [*range(6), *range(6)]:
        shelf.put(held(at))
        grown(shelf, tmp_path)

    now = grown(shelf, tmp_path)

    assert now.n_reports == 6
    assert len(now.entries) <= 12
    assert parents(now, shelf, 3) == ["r3"]


def test_many_small_steps_end_in_few_files(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_index, "FRESH_MOST", 100)
    monkeypatch.setattr(run_index, "SMALL_MOST", 3)
    monkeypatch.setattr(run_index, "LARGE_MOST", 2)
    monkeypatch.setattr(run_index, "JOINED_MOST", 1_500)
    monkeypatch.setattr(run_packs, "PACKS_MOST", 4)
    for at in range(6, 60):
        put(shelf, at, at + 1)
        grown(shelf, tmp_path)

    now = grown(shelf, tmp_path)

    parts = contents(tmp_path)["parts"]
    assert len({tuple(part[3]) for part in parts}) <= 5
    assert len(parts) <= 8
    assert max(part[2] for part in parts) > 1_000
    assert [parents(now, shelf, at) for at in range(0, 60, 7)] == [[f"r{at}"] for at in range(0, 60, 7)]


def test_a_hash_is_of_the_log_and_not_of_its_length(shelf: Shelf, tmp_path: Path) -> None:
    grown(shelf, tmp_path)
    assert contents(tmp_path)["hash"] == shelf.hash_of(6) != Digest("0" * 64)
