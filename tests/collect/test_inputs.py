"""From names to files: folders, patterns, links, and what can go wrong with each."""

import io
import os
from pathlib import Path

import pytest

from secondsource.collect.collect import collect
from secondsource.model.intake import Failure, Intake
from tests.collect.makers import NEWS, NOON, outcome, take, take_failure


def report_file(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{NEWS} {path.name}")
    return path


def origins(items: list[Intake | Failure], under: Path) -> list[str]:
    return [
        str(Path(item.origin if isinstance(item, Failure) else item.capture.origin).relative_to(under))
        for item in items
    ]


def test_a_folder_is_every_file_below_it_sorted_and_without_hidden_ones(tmp_path: Path):
    for name in ("b.txt", "a/z.txt", "a/c/d.txt", "B.txt", ".hidden.txt", "a/.git/x.txt"):
        report_file(tmp_path / name)

    assert origins(take(tmp_path), tmp_path) == ["B.txt", "a/c/d.txt", "a/z.txt", "b.txt"]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.txt", ["a.txt", "b.txt"]),
        ("**/*.txt", ["a.txt", "b.txt", "sub/c.txt", "sub/deep/d.txt"]),
        ("sub/**", ["sub/c.txt", "sub/deep/d.txt"]),
        ("su?", ["sub/c.txt", "sub/deep/d.txt"]),
        ("[b]*.txt", ["b.txt"]),
    ],
)
def test_a_pattern_is_what_it_matches(tmp_path: Path, pattern: str, found: list[str]):
    for name in ("a.txt", "b.txt", "sub/c.txt", "sub/deep/d.txt", ".h.txt", "sub/.h/x.txt"):
        report_file(tmp_path / name)

    assert origins(take(f"{tmp_path}/{pattern}"), tmp_path) == found


def test_a_name_that_exists_is_never_a_pattern(tmp_path: Path):
    report_file(tmp_path / "a[1].txt")
    report_file(tmp_path / "a1.txt")

    assert origins(take(tmp_path / "a[1].txt"), tmp_path) == ["a[1].txt"]


def test_order_out_is_the_order_of_the_names(tmp_path: Path):
    one, two = report_file(tmp_path / "1.txt"), report_file(tmp_path / "2.txt")

    items = list(
        collect([str(two), str(tmp_path / "none"), "-", str(one)], stdin=io.BytesIO(NEWS.encode()), captured_at=NOON)
    )

    assert [type(item) for item in items] == [Intake, Failure, Intake, Intake]
    assert isinstance(items[2], Intake)
    assert items[2].capture.origin == "-"


def test_each_file_is_announced_before_it_is_read(tmp_path: Path):
    announced: list[str] = []
    for name in ("a.txt", "b.txt"):
        report_file(tmp_path / name)

    taking = collect([str(tmp_path)], captured_at=NOON, on_file=announced.append)
    next(taking)

    assert announced == [str(tmp_path / "a.txt")]


def test_a_name_that_does_not_exist_fails(tmp_path: Path):
    assert take_failure(tmp_path / "none.txt").code == "SS-101"


@pytest.mark.parametrize("name", ["a\x00b", "x" * 5_000])
def test_a_name_that_no_file_can_have_fails(name: str):
    assert take_failure(name).code == "SS-101"


@pytest.mark.parametrize("pattern", ["*.txt", "**x/*", "none/**/*.txt"])
def test_a_pattern_that_matches_nothing_fails(tmp_path: Path, pattern: str):
    assert take_failure(f"{tmp_path}/{pattern}").code == "SS-102"


def test_a_folder_of_hidden_files_only_fails(tmp_path: Path):
    report_file(tmp_path / ".hidden.txt")

    assert take_failure(tmp_path).code == "SS-102"


def test_a_file_the_system_refuses_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = report_file(tmp_path / "a.txt")

    def refuse(*args: object) -> int:
        raise PermissionError(13, "Permission denied")

    # Not by chmod: the tests may run as a user whom nothing is refused.
    monkeypatch.setattr("secondsource.collect.capture.os.open", refuse)

    assert take_failure(path).code == "SS-103"


def test_a_folder_the_system_refuses_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(self: Path) -> list[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)

    (failure, _) = take(tmp_path, tmp_path)
    assert isinstance(failure, Failure)
    assert failure.code == "SS-103"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_refused_and_does_not_hang(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")

    assert take_failure(tmp_path / "pipe").code == "SS-103"


def test_a_file_that_vanishes_before_it_is_read_fails(tmp_path: Path):
    for name in ("a.txt", "b.txt", "c.txt"):
        report_file(tmp_path / name)

    def remove_next(name: str) -> None:
        (tmp_path / "b.txt").unlink(missing_ok=True)

    items = list(collect([str(tmp_path)], captured_at=NOON, on_file=remove_next))

    assert outcome(items)[1] == "SS-104"
    assert len(items) == 3


def test_a_file_that_vanishes_while_it_is_read_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    class Gone(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise FileNotFoundError(2, "No such file or directory")

    path = report_file(tmp_path / "a.txt")
    monkeypatch.setattr("secondsource.collect.collect.open_file", lambda path: Gone())

    assert take_failure(path).code == "SS-104"


def test_a_disk_that_fails_while_a_file_is_read_fails_that_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    path = report_file(tmp_path / "a.txt")
    monkeypatch.setattr("secondsource.collect.collect.open_file", lambda path: Broken())

    assert take_failure(path).code == "SS-103"


def test_a_link_to_a_file_is_read(tmp_path: Path):
    report_file(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")

    first, second = outcome(take(tmp_path))

    assert first == second


def test_links_that_lead_nowhere_or_in_a_circle_fail_each(tmp_path: Path):
    (tmp_path / "a").symlink_to("nowhere")
    (tmp_path / "b").symlink_to("c")
    (tmp_path / "c").symlink_to("b")

    assert outcome(take(tmp_path)) == ["SS-114", "SS-114", "SS-114"]
    assert take_failure(tmp_path / "b").code == "SS-114"


def test_a_link_to_a_folder_is_not_followed_inside_a_folder(tmp_path: Path):
    report_file(tmp_path / "sub" / "a.txt")
    (tmp_path / "sub" / "up").symlink_to("..")

    assert outcome(take(tmp_path))[1:] == ["SS-114"]
    assert len(take(f"{tmp_path}/**/*.txt")) == 1


def test_a_name_in_unknown_bytes_can_still_be_printed(tmp_path: Path):
    (tmp_path / os.fsdecode(b"\xff.txt")).write_text(" ")

    failure = take_failure(tmp_path)

    assert failure.code == "SS-105"
    assert failure.origin.encode("utf-8").endswith("\ufffd.txt".encode())
