"""What was reached once is kept: a floor under each measure that a change may raise and not lower."""

import json
import re
import subprocess
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from benchmarks.quality import TASKS

from secondsource.cli.read_set import ReadSet, gather
from secondsource.cli.take_in import read_each
from secondsource.examples import example_paths
from secondsource.model.evidence import words_of
from secondsource.model.linked import Linked
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from secondsource.text.normalise import fold

ROOT = Path(__file__).resolve().parents[1]
FLOORS_FILE = "tests/quality_floors.toml"
Floors = dict[str, dict[str, float]]
FLOORS: Floors = tomllib.loads((ROOT / FLOORS_FILE).read_text(encoding="utf-8"))
GOLD = [json.loads(line) for line in (ROOT / "tests/gold/examples.jsonl").read_text(encoding="utf-8").splitlines()]
# A part of each set that is quick to read; the whole is measured by `make bench`.
N_ROWS = {"statements": 20, "same-event": 60}
# The same body may be named in full or in short, as the report has it.
ALSO_CALLED = {
    "KCNA": ("kcna", "korean central news agency", "조선중앙통신"),
    "Radio Free Asia": ("rfa", "radio free asia"),
}


def under_floor(measured: Mapping[str, float], name: str) -> list[str]:
    return [
        f"{measure}: {measured[measure]:.3f} reached, {floor:.3f} is the floor"
        for measure, floor in FLOORS[name].items()
        if measured[measure] < floor
    ]


def test_the_packaged_example_is_read_no_worse_than_before():
    read_set = gather(read_each([str(path) for path in example_paths()], published=None, shown=False))

    assert under_floor(measured_on_examples(read_set, read_set.linked()), "examples") == []


@pytest.mark.parametrize("task", [task for task in TASKS if task.name in FLOORS], ids=lambda task: task.name)
def test_the_data_beside_the_checkout_are_read_no_worse_than_before(task: Any):
    if not task.there:
        pytest.skip(f"{task.file} does not stand beside this checkout")

    assert under_floor(task.measure(N_ROWS.get(task.name)), task.name) == []


def test_no_floor_was_ever_higher_than_it_is():
    lowered = [
        f"{name}, {measure}: {floor} once, {FLOORS.get(name, {}).get(measure)} now"
        for earlier in earlier_floors()
        for name, floors in earlier.items()
        for measure, floor in floors.items()
        if FLOORS.get(name, {}).get(measure, -1.0) < floor
    ]

    assert lowered == []


def earlier_floors() -> list[Floors]:
    log = git("log", "--format=%H", "--", FLOORS_FILE)
    return [tomllib.loads(git("show", f"{commit}:{FLOORS_FILE}")) for commit in log.split()]


def git(*arguments: str) -> str:
    ran = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)
    if ran.returncode != 0:
        pytest.skip("this is no checkout with a history to look into")
    return ran.stdout


def measured_on_examples(read_set: ReadSet, linked: Linked) -> dict[str, float]:
    said = sources = n_said = n_sources = kept = 0
    for gold, report, reading in zip(GOLD, read_set.reports, read_set.readings, strict=True):
        stances = [stance_found(report, reading, statement) for statement in gold["statements"]]
        said += sum(stance is not None for stance in stances)
        kept += sum(stance == each["stance"] for stance, each in zip(stances, gold["statements"], strict=True))
        sources += sum(same_name(name, [upstream.name for upstream in reading.upstream]) for name in gold["upstream"])
        n_said += len(gold["statements"])
        n_sources += len(gold["upstream"])
    return {
        "statements, recall": said / n_said,
        "stances kept, share of the found": kept / said if said else 0.0,
        "upstream sources, recall": sources / n_sources,
        "copies on the line of their origin, share": share_on_line(read_set, linked),
        "distractor apart": float(is_alone(read_set.reports[-1], linked)),
    }


def stance_found(report: Report, reading: Reading, gold: Mapping[str, str]) -> str | None:
    """The stance of that speaker's statement with at least 0.6 of the gold words and at most thrice as many."""
    wanted = words(gold["content"])
    for statement in reading.statements:
        offered = words(words_of(report.text, statement.content))
        names = [name for name in (statement.speaker_name, statement.organisation) if name is not None]
        enough = (wanted & offered).total() >= 0.6 * wanted.total() and offered.total() <= 3 * wanted.total()
        if enough and same_name(gold["speaker"], names):
            return statement.stance.value
    return None


def words(text: str) -> "Counter[str]":
    return Counter(re.findall(r"\w+", text.casefold()))


def same_name(wanted: str, names: list[str]) -> bool:
    # The same body may be named in full or in short, as the report has it.
    known = {
        "KCNA": ("kcna", "korean central news agency", "조선중앙통신"),
        "Radio Free Asia": ("rfa", "radio free asia"),
    }
    aliases = known.get(wanted, (fold(wanted),))
    return any(alias in fold(name) or fold(name) in alias for alias in aliases for name in names)


def share_on_line(read_set: ReadSet, linked: Linked) -> float:
    ids = [report.id for gold, report in zip(GOLD, read_set.reports, strict=True) if gold.get("line") == "KCNA"]
    on_line = {
        report_id
        for event in linked.events
        for line in event.lines
        if same_name("KCNA", [line.origin])
        for report_id in line.reports
    }
    return len(on_line & set(ids)) / len(ids)


def is_alone(report: Report, linked: Linked) -> bool:
    [event] = [linked_report.event for linked_report in linked.reports if linked_report.id == report.id]
    return event is None or sum(linked_report.event == event for linked_report in linked.reports) == 1
