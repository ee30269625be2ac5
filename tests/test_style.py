"""What no committed file may hold."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ENDINGS = {".py", ".md", ".toml", ".txt", ".html", ".j2", ".csv", ".jsonl", ".css", ".in", ".mako", ".ini", ""}
NOT_OURS = {".git", ".venv", ".hypothesis", "out", "build", "dist", "work-in-progress", "__pycache__"}
NOT_OURS_ENDINGS = ("_cache", ".egg-info")

# Paths of one machine, hosts that packages are fetched from.
FOREIGN = re.compile(
    r"(?<![\w.$}/-])/(?:home|root|Users|work|mnt|media)/[\w.-]+|pypi\.org|pythonhosted\.org|registry\.npmjs|conda\.anaconda",
)
LEFT_OPEN = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X:)")


def committed_files() -> list[Path]:
    found: list[Path] = []
    for folder, folders, files in os.walk(ROOT):
        # Pruned before they are entered: what tools keep there comes and goes while tests run side by side.
        folders[:] = [name for name in folders if name not in NOT_OURS and not name.endswith(NOT_OURS_ENDINGS)]
        found += [Path(folder, name) for name in files if Path(name).suffix in ENDINGS]
    return sorted(found)


def test_no_file_names_a_path_of_one_machine_or_the_host_of_a_registry():
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in committed_files()
        for match in FOREIGN.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]

    assert found == []


def test_nothing_is_left_for_later_in_the_source():
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in sorted((ROOT / "src").rglob("*.py"))
        for match in LEFT_OPEN.finditer(path.read_text(encoding="utf-8"))
    ]

    assert found == []


@pytest.mark.parametrize("name", ["run"])
def test_the_shell_scripts_parse(name: str):
    checked = subprocess.run(
        ["bash", "-n", str(ROOT / ".ci" / name)], capture_output=True, text=True, timeout=30, check=False
    )

    assert checked.stderr == ""
    assert checked.returncode == 0
