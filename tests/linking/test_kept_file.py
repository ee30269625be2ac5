"""What is kept beside a ledger gives the same answer as none, and is thrown away where it is not whole or not ours."""

import json
from pathlib import Path

import numpy as np
import pytest

from secondsource.linking import kept_copies, kept_file
from secondsource.linking.copies import Copies
from secondsource.linking.kept_file import KeptFolder
from secondsource.model.custody import Head
from secondsource.model.ids import Digest
from secondsource.model.report import Report
from tests.linking.makers import report
from tests.linking.test_kept_copies import words

HEAD = Head(seq=7, hash=Digest("a" * 64))


def held(seq: int) -> Digest | None:
    return HEAD.hash if seq == HEAD.seq else None


def reports(n: int) -> list[Report]:
    return [
        report(f"r{at}", words(at % 5), outlet=f"Daily {at % 3}", published=f"2024-07-{1 + at:02}") for at in range(n)
    ]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> KeptFolder:
    """A folder that keeps an index however few the reports."""
    monkeypatch.setattr(kept_file, "KEPT_FROM", 1)
    return KeptFolder(tmp_path / "ledger.sqlite.copies", HEAD, held)


@pytest.fixture
def n_anew(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many reports were compared at once, each time that was done."""
    counted: list[int] = []
    real = kept_copies._anew

    def spy(given, *rest):
        counted.append(len(given))
        return real(given, *rest)

    monkeypatch.setattr(kept_copies, "_anew", spy)
    return counted


def test_the_second_time_only_what_is_new_is_looked_at(folder: KeptFolder, n_anew: list[int]) -> None:
    folder.copies(reports(16), {})
    found = folder.copies(reports(18), {})

    assert found == Copies(reports(18), {}).links()
    assert n_anew == [16]
    assert folder.copies(reports(18), {}) == found


def test_few_reports_are_compared_without_an_index(tmp_path: Path) -> None:
    folder = KeptFolder(tmp_path / "ledger.sqlite.copies", HEAD, held)

    assert folder.copies(reports(9), {}) == Copies(reports(9), {}).links()
    assert not folder.path.exists()


def test_an_index_of_another_log_is_not_used(folder: KeptFolder, n_anew: list[int]) -> None:
    folder.copies(reports(16), {})
    other = KeptFolder(folder.path, HEAD, lambda _: Digest("b" * 64))

    assert other.copies(reports(17), {}) == Copies(reports(17), {}).links()
    assert n_anew == [16, 17]


def test_an_index_by_another_program_is_not_used(
    folder: KeptFolder, n_anew: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.copies(reports(16), {})
    monkeypatch.setattr(kept_file, "made_by", lambda: "another")
    folder.copies(reports(17), {})

    assert n_anew == [16, 17]


@pytest.mark.parametrize("spoil", ["cut", "changed", "gone", "no json", "no object"])
def test_a_spoilt_index_is_made_anew(folder: KeptFolder, n_anew: list[int], spoil: str) -> None:
    folder.copies(reports(16), {})
    for path in sorted(folder.path.iterdir()):
        if path.name == "contents.json":
            if spoil.startswith("no"):
                path.write_text({"no json": "{", "no object": "[1]"}[spoil], encoding="utf-8")
        elif spoil == "gone":
            path.unlink()
        elif spoil == "cut":
            path.write_bytes(path.read_bytes()[:-1])
        elif spoil == "changed":
            path.write_bytes(path.read_bytes().replace(b"r", b"s"))

    assert folder.copies(reports(17), {}) == Copies(reports(17), {}).links()
    assert n_anew == [16, 17]


def test_an_array_of_objects_is_never_unpickled(folder: KeptFolder, n_anew: list[int]) -> None:
    folder.copies(reports(16), {})
    contents = folder.path / "contents.json"
    arrays = [path for path in folder.path.iterdir() if path.read_bytes()[:6] == b"\x93NUMPY"]
    np.save(folder.path / "objects.npy", np.array([{"a": 1}], dtype=object), allow_pickle=True)
    name = folder._write((folder.path / "objects.npy").read_bytes())
    contents.write_text(contents.read_text(encoding="utf-8").replace(arrays[0].name, name), encoding="utf-8")

    assert folder.copies(reports(17), {}) == Copies(reports(17), {}).links()
    assert n_anew == [16, 17]


def test_arrays_that_do_not_fit_the_reports_are_not_used(folder: KeptFolder, n_anew: list[int]) -> None:
    folder.copies(reports(16), {})
    contents = folder.path / "contents.json"
    told = json.loads(contents.read_text(encoding="utf-8"))
    [[runs, holders]] = told["runs"]
    n_runs = len(np.load(folder.path / holders))
    far = folder._write_array(np.full(n_runs, 10**6, np.int32))
    contents.write_text(json.dumps(told | {"runs": [[runs, far]]}), encoding="utf-8")

    assert folder.copies(reports(17), {}) == Copies(reports(17), {}).links()
    assert n_anew == [16, 17]


def test_what_is_no_longer_asked_for_is_cleared_and_what_is_not_ours_is_left(folder: KeptFolder) -> None:
    folder.copies(reports(16), {})
    (folder.path / "note.txt").write_text("mine", encoding="utf-8")
    before = {path.name for path in folder.path.iterdir()}
    folder.copies(reports(18), {})
    after = {path.name for path in folder.path.iterdir()}

    assert "note.txt" in after
    assert len(before - after) == 1


def test_a_place_that_cannot_be_written_to_changes_no_answer(
    folder: KeptFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.path.write_text("a file where the folder should be", encoding="utf-8")

    assert folder.copies(reports(16), {}) == Copies(reports(16), {}).links()
