import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.cli.json_lines import json_line, write_lines
from tests.support import raises_code


@given(st.text())
def test_any_text_makes_one_line_of_valid_utf8_and_comes_back(text: str):
    line = json_line({"words": text})

    assert "\n" not in line
    assert json.loads(line.encode("utf-8")) == {"words": text}


def test_half_a_surrogate_pair_is_escaped_and_comes_back():
    assert json.loads(json_line({"words": "\ud83d"}).encode("utf-8")) == {"words": "\ud83d"}


def test_lines_are_written_whole_over_what_was_there(tmp_path: Path):
    path = tmp_path / "events.jsonl"
    path.write_text("old\n", encoding="utf-8")

    write_lines(path, [{"id": "v1"}, {"id": "v2"}])

    assert path.read_text(encoding="utf-8") == '{"id": "v1"}\n{"id": "v2"}\n'
    assert [each.name for each in tmp_path.iterdir()] == ["events.jsonl"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path):
    with raises_code("SS-904"):
        write_lines(tmp_path / "nowhere" / "events.jsonl", [])


def test_a_value_that_breaks_down_leaves_the_old_file(tmp_path: Path):
    path = tmp_path / "events.jsonl"
    path.write_text("old\n", encoding="utf-8")

    with pytest.raises(TypeError):
        write_lines(path, [object()])

    assert path.read_text(encoding="utf-8") == "old\n"
