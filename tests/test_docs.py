"""The docs say what the program does: examples are run, links lead somewhere, every option is there."""

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import typer.main

from secondsource.cli.main import app
from secondsource.examples import example_paths

ROOT = Path(__file__).resolve().parents[1]
DOCS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
COMMANDS = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")

# An example that is run stands in a block after <!-- run -->, or <!-- run: exit 1 --> where it should find problems.
# A block after <!-- shows --> gives lines of its output, in order; […] stands for lines left out.
BLOCK = re.compile(
    r"<!-- run(?:: exit (?P<exit>\d+))? -->\n```sh\n(?P<script>.*?)```\n"
    r"(?:(?:(?!<!-- run).)*?<!-- shows -->\n```text\n(?P<shows>.*?)```\n)?",
    re.DOTALL,
)
LEFT_OUT = "[…]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    script: str
    exit_code: int
    shows: list[str]


def doc_name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def examples(path: Path) -> list[Example]:
    return [
        Example(
            script=match["script"],
            exit_code=int(match["exit"] or 0),
            shows=[line.strip() for line in (match["shows"] or "").splitlines() if line.strip()],
        )
        for match in BLOCK.finditer(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("path", [path for path in DOCS if examples(path)], ids=doc_name)
def test_the_examples_run_and_show_what_the_page_says(path: Path, tmp_path: Path):
    """A stranger's folder: ``reports/`` holds reports, nothing else is set up."""
    (tmp_path / "reports").mkdir()
    for example_path in example_paths():
        shutil.copy(example_path, tmp_path / "reports")

    for example in examples(path):
        run = run_in(tmp_path, example.script)
        assert run.returncode == example.exit_code, example.script + run.stdout + run.stderr
        assert missing(example.shows, run.stdout + run.stderr) == [], run.stdout + run.stderr


def run_in(folder: Path, script: str) -> "subprocess.CompletedProcess[str]":
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "COLUMNS": "100",
        "NO_COLOR": "1",
    }
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def missing(shown: list[str], output: str) -> list[str]:
    """Return the first shown line that does not come in the output after those before it."""
    lines = iter([line.strip() for line in output.splitlines()])
    return next(([line] for line in shown if line != LEFT_OUT and line not in lines), [])


@pytest.mark.parametrize("path", DOCS, ids=doc_name)
def test_no_relative_link_is_dead(path: Path):
    targets = re.findall(r"\]\((?!https?:|mailto:)([^)#\s]+)?(?:#([^)\s]+))?\)", path.read_text(encoding="utf-8"))
    dead = [
        f"{target}#{anchor}"
        for target, anchor in targets
        if not leads_somewhere(path.parent / target if target else path, anchor)
    ]

    assert dead == []


def leads_somewhere(path: Path, anchor: str) -> bool:
    return path.exists() and (not anchor or anchor in anchors(path))


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", DOCS, ids=doc_name)
def test_a_page_is_reached_from_the_readme(path: Path):
    if path.name == "README.md":
        return
    assert f"({doc_name(path)})" in (ROOT / "README.md").read_text(encoding="utf-8")


def leaf_commands(command: object, name: str = "") -> Iterator[tuple[str, object]]:
    inner = getattr(command, "commands", None)
    if inner is None:
        yield name, command
    else:
        for inner_name, inner_command in inner.items():
            yield from leaf_commands(inner_command, f"{name} {inner_name}".strip())


LEAVES = dict(leaf_commands(typer.main.get_command(app)))


@pytest.mark.parametrize("name", LEAVES)
def test_a_command_and_its_options_stand_in_the_reference(name: str):
    parts = re.split(r"^## ", COMMANDS, flags=re.MULTILINE)
    section = next((part for part in parts if part.startswith(f"`second-source {name}`")), "")
    options = {
        option
        for param in LEAVES[name].params  # type: ignore[attr-defined]
        for option in (*param.opts, *param.secondary_opts)
        if option.startswith("--") and option != "--help"
    }

    assert section, f"no section for second-source {name}"
    assert sorted(option for option in options if f"`{option}" not in section) == []
    assert sorted(set(re.findall(r"^\| `(--[a-z-]+)", section, flags=re.MULTILINE)) - options) == []


def test_the_reference_names_no_command_that_does_not_exist():
    assert re.findall(r"^## `second-source (.+?)`", COMMANDS, flags=re.MULTILINE) == list(LEAVES)


def test_every_setting_of_the_environment_is_documented():
    read = {
        node.value
        for path in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"SECOND_SOURCE_[A-Z_]+", node.value)
    }

    assert read
    assert sorted(name for name in read if f"`{name}`" not in COMMANDS) == []
