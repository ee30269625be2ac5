from pathlib import Path

import pytest

from secondsource.publishing.page import write_page
from tests.support import raises_code


def test_a_page_is_written_as_utf_8(tmp_path: Path):
    write_page("<p>평양</p>", tmp_path / "page.html")

    assert (tmp_path / "page.html").read_bytes() == "<p>평양</p>".encode()


def test_a_page_takes_the_place_of_the_one_before_and_leaves_nothing_beside_it(tmp_path: Path):
    path = tmp_path / "page.html"
    path.write_text("old")

    write_page("new", path)

    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_page_that_cannot_be_finished_leaves_the_old_one_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "page.html"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("secondsource.publishing.write.os.fsync", full)

    with raises_code("SS-504"):
        write_page("new", path)

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path):
    with raises_code("SS-504"):
        write_page("new", tmp_path / "nowhere" / "page.html")


def test_a_folder_in_the_pages_place_is_left_alone(tmp_path: Path):
    (tmp_path / "page.html").mkdir()

    with raises_code("SS-504"):
        write_page("new", tmp_path / "page.html")

    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
