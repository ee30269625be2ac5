"""What is kept beside a ledger gives the same answer as none, and is thrown away where it is not whole or not ours."""

import json
import multiprocessing
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from secondsource.linking import index_folder, kept_copies, kept_file
from secondsource.linking.copies import Copies
from secondsource.linking.kept_file import KeptFolder
from secondsource.linking.one_writer import sole_writer
from secondsource.linking.run_files import RunFiles
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


def told(folder: KeptFolder) -> dict[str, Any]:
    contents: dict[str, Any] = json.loads((folder.path / "contents.json").read_text(encoding="utf-8"))
    return contents


def tell(folder: KeptFolder, contents: dict[str, Any]) -> None:
    (folder.path / "contents.json").write_text(json.dumps(contents), encoding="utf-8")


def put(folder: KeptFolder, data: bytes) -> str:
    name = sha256(data).hexdigest()
    (folder.path / name).write_bytes(data)
    return name


def header(words: str) -> bytes:
    return b"\x93NUMPY\x01\x00" + len(words).to_bytes(2, "little") + words.encode()


def keep_more(path: Path) -> None:
    """Keep an index of more reports; run by another process."""
    kept_file.KEPT_FROM = 1
    KeptFolder(path, HEAD, held).copies(reports(18), {})


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
    monkeypatch.setattr(index_folder, "made_by", lambda: "another")
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
    np.save(folder.path / "objects.npy", np.array([{"a": 1}], dtype=object), allow_pickle=True)
    name = put(folder, (folder.path / "objects.npy").read_bytes())
    contents = told(folder)
    tell(folder, contents | {"runs": [[name, contents["runs"][0][1]]]})

    assert folder.copies(reports(17), {}) == Copies(reports(17), {}).links()
    assert n_anew == [16, 17]


def test_arrays_that_do_not_fit_the_reports_are_not_used(folder: KeptFolder, n_anew: list[int]) -> None:
    folder.copies(reports(16), {})
    contents = told(folder)
    [[runs, holders]] = contents["runs"]
    n_runs = len(np.load(folder.path / holders))
    far = RunFiles(folder.path).put_array(np.full(n_runs, 10**6, np.int32))
    tell(folder, contents | {"runs": [[runs, far]]})

    assert folder.copies(reports(17), {}) == Copies(reports(17), {}).links()
    assert n_anew == [16, 17]


@pytest.mark.parametrize(
    "words",
    [
        b"",
        b"PK\x03\x04 no archive",
        header("{'descr': ("),
        header("-" * 9_000 + "1"),
        header(f"{{'descr': '<u8', 'fortran_order': False, 'shape': ({2**70},)}}"),
    ],
    ids=["empty", "archive", "open bracket", "many signs", "beyond all bounds"],
)
def test_arrays_that_nobody_would_write_are_not_used(folder: KeptFolder, n_anew: list[int], words: bytes) -> None:
    folder.copies(reports(16), {})
    contents = told(folder)
    tell(folder, contents | {"runs": [[put(folder, words), contents["runs"][0][1]]]})

    assert folder.copies(reports(17), {}) == Copies(reports(17), {}).links()
    assert n_anew == [16, 17]


@pytest.mark.parametrize(
    "words",
    ['{"made_by": ' + "[" * 100_000, '{"made_by": "%s", "seq": Infinity, "hash": "a"}'],
    ids=["deep", "endless"],
)
def test_contents_that_nobody_would_write_are_not_used(folder: KeptFolder, n_anew: list[int], words: str) -> None:
    folder.copies(reports(16), {})
    by = told(folder)["made_by"]
    (folder.path / "contents.json").write_text(words.replace("%s", by), encoding="utf-8")

    assert folder.copies(reports(17), {}) == Copies(reports(17), {}).links()
    assert n_anew == [16, 17]


def test_rows_that_nobody_would_write_are_not_used(folder: KeptFolder, n_anew: list[int]) -> None:
    folder.copies(reports(16), {})
    tell(folder, told(folder) | {"reports": put(folder, b"\n".join([b"[" * 100_000] * 16))})

    assert folder.copies(reports(17), {}) == Copies(reports(17), {}).links()
    assert n_anew == [16, 17]


def test_what_lies_elsewhere_is_not_read(folder: KeptFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.copies(reports(16), {})
    outside, real, read = folder.path.parent / "endless", Path.read_bytes, list[Path]()
    outside.write_bytes(b"")
    tell(folder, told(folder) | {"reports": str(outside)})

    def spy(self: Path) -> bytes:
        read.append(self)
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", spy)

    assert folder.copies(reports(17), {}) == Copies(reports(17), {}).links()
    assert outside not in read


@pytest.mark.parametrize("seq", [0, 999])
def test_an_entry_that_the_log_does_not_have_proves_nothing(folder: KeptFolder, n_anew: list[int], seq: int) -> None:
    folder.copies(reports(16), {})
    tell(folder, told(folder) | {"seq": seq, "hash": None})

    assert folder.copies(reports(17), {}) == Copies(reports(17), {}).links()
    assert n_anew == [16, 17]


def test_a_spoilt_file_is_written_again_under_its_name(folder: KeptFolder, n_anew: list[int]) -> None:
    folder.copies(reports(16), {})
    for name in told(folder)["files"]:
        (folder.path / name).write_bytes((folder.path / name).read_bytes()[:-1])
    folder.copies(reports(16), {})

    assert n_anew == [16, 16]
    folder.copies(reports(16), {})
    assert n_anew == [16, 16]


def test_a_file_that_is_whole_is_not_written_again(folder: KeptFolder) -> None:
    folder.copies(reports(16), {})
    [names] = told(folder)["runs"]
    before = [(folder.path / name).stat().st_ino for name in names]
    folder.copies(reports(18), {})

    assert told(folder)["runs"][0] == names
    assert [(folder.path / name).stat().st_ino for name in names] == before


def test_two_processes_that_keep_at_once_leave_an_index_that_is_whole(
    folder: KeptFolder, n_anew: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    spawned, put_in_place = list[int](), Path.replace

    def late(self: Path, target: Path) -> Path:
        # The other one comes when all files of this one are there and nothing names them yet.
        if target.name == "contents.json" and not spawned:
            other = multiprocessing.get_context("spawn").Process(target=keep_more, args=(folder.path,))
            other.start()
            other.join()
            spawned.append(other.exitcode or 0)
        return put_in_place(self, target)

    monkeypatch.setattr(Path, "replace", late)
    folder.copies(reports(16), {})

    assert folder.copies(reports(16), {}) == Copies(reports(16), {}).links()
    assert (spawned, n_anew) == ([0], [16])


def test_while_another_process_writes_nothing_is_cleared_and_the_answer_is_the_same(folder: KeptFolder) -> None:
    folder.path.mkdir()
    with sole_writer(folder.path) as alone:
        assert alone
        theirs = put(folder, b"not named yet")
        assert folder.copies(reports(16), {}) == Copies(reports(16), {}).links()
        assert {path.name for path in folder.path.iterdir()} == {".lock", theirs}


def test_one_that_saw_less_of_the_log_does_not_put_it_in_the_place_of_more(
    folder: KeptFolder, n_anew: list[int]
) -> None:
    later = KeptFolder(folder.path, Head(seq=9, hash=Digest("c" * 64)), {7: HEAD.hash, 9: Digest("c" * 64)}.get)
    later.copies(reports(18), {})
    early = KeptFolder(folder.path, HEAD, later.held)

    assert early.copies(reports(16), {}) == Copies(reports(16), {}).links()
    assert told(folder)["seq"] == 9
    assert n_anew == [18, 16]


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
