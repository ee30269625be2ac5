"""The packaged example reports are there, say when and by whom they were published, and keep to their size."""

import json
import re

from secondsource.examples import example_paths

N_REPORTS = 16


def texts() -> dict[str, str]:
    """Every report's text by a name, one for each line of a JSON lines file."""
    found: dict[str, str] = {}
    for path in example_paths():
        content = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            found.update((line["id"], line["text"]) for line in map(json.loads, content.splitlines()))
        else:
            found[path.name] = re.sub(r"<[^>]{1,400}>", " ", content.partition("<body>")[2] or content)
    return found


def test_the_example_paths_are_sorted_and_readable() -> None:
    paths = example_paths()

    assert paths == sorted(paths)
    assert len(paths) == 14
    assert all(path.is_file() for path in paths)


def test_the_example_shows_every_kind_of_file_that_is_read() -> None:
    assert {path.suffix for path in example_paths()} == {".html", ".jsonl", ".txt"}


def test_the_example_holds_sixteen_reports_of_a_readable_length() -> None:
    lengths = {name: len(text.split()) for name, text in texts().items()}

    assert len(lengths) == N_REPORTS
    assert all(40 <= n <= 260 for n in lengths.values()), lengths


def test_every_example_states_its_date_and_pages_and_lines_their_outlet() -> None:
    for path in example_paths():
        content = path.read_text(encoding="utf-8")
        if path.suffix == ".html":
            assert "og:site_name" in content, path.name
            assert "article:published_time" in content, path.name
        elif path.suffix == ".jsonl":
            assert all(json.loads(line)["outlet"] and json.loads(line)["published"] for line in content.splitlines())
        else:
            assert re.search(r"^\d{1,2} July 2024$", content, re.MULTILINE), path.name


def test_at_least_three_examples_repeat_a_passage_of_an_agency_word_for_word() -> None:
    reports = texts()
    yonhap = "departed from Pyongyang on Monday, the Korean Central News Agency (KCNA) said in a report"
    reuters = "heads the group, which flew out of Pyongyang on Monday, state news agency KCNA said"

    copies = [name for name, text in reports.items() if yonhap in text or reuters in text]

    assert len(copies) - len({"yonhap", "reuters"}) >= 3


def test_addresses_of_invented_outlets_lead_nowhere() -> None:
    for path in example_paths():
        hosts = re.findall(r"https?://([^/\"\s]{1,80})", path.read_text(encoding="utf-8"))
        assert all(host.endswith(".example") for host in hosts), path.name
