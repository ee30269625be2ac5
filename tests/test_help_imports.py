"""Asking for help must be quick: none of the engines is loaded for it."""

import json
import subprocess
import sys

import pytest

HEAVY = {
    "airportsdata",
    "alembic",
    "babel",
    "charset_normalizer",
    "defusedxml",
    "jinja2",
    "lxml",
    "numpy",
    "onnxruntime",
    "platformdirs",
    "py3langid",
    "pydantic",
    "rich",
    "sqlalchemy",
    "sqlite3",
    "trafilatura",
}

SCRIPT = """
import contextlib, io, json, sys
from secondsource.cli.main import main
with contextlib.redirect_stdout(io.StringIO()) as shown:
    code = main({argv!r})
print(json.dumps({{"code": code, "shown": shown.getvalue(), "modules": sorted(sys.modules)}}))
"""


def modules_for(argv: list[str]) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(argv=argv)], capture_output=True, text=True, timeout=60, check=True
    )
    told = json.loads(run.stdout)
    assert told["code"] == 0
    assert told["shown"]
    return {module.split(".")[0] for module in told["modules"]}


@pytest.mark.parametrize("argv", [["--help"], ["--version"]], ids=" ".join)
def test_help_imports_nothing_heavy(argv: list[str]):
    assert sorted(modules_for(argv) & HEAVY) == []


@pytest.mark.parametrize(
    "argv", [["read", "--help"], ["track", "--help"], ["ledger", "search", "--help"]], ids=" ".join
)
def test_the_help_of_a_command_imports_no_engine_of_ours(argv: list[str]):
    # Typer itself checks the options of a command with pydantic.
    assert sorted(modules_for(argv) & (HEAVY - {"pydantic"})) == []
