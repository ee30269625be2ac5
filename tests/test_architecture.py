"""The shape of the house: who may import whom, how long a file may be, what must be said."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "secondsource"
MODULES = sorted(SOURCE.rglob("*.py"))
MOST_LINES = 500
VAGUE_NAMES = {"utils", "helpers", "common", "manager", "misc", "tools"}


def module_name(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def test_work_flows_one_way_and_each_engine_enters_through_its_own_package():
    checked = subprocess.run(
        [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_file_is_short_enough_to_be_read(path: Path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_file_is_named_for_its_idea(path: Path):
    assert path.stem not in VAGUE_NAMES


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_everything_public_says_what_it_is(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))

    assert [name for name, said in public_things(tree) if not said] == []


def public_things(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    # An empty module has nothing to say.
    yield "the module", bool(ast.get_docstring(tree)) or not tree.body
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            if not node.name.startswith("_"):
                yield node.name, bool(ast.get_docstring(node))
                yield from ((f"{node.name}.{name}", said) for name, said in public_functions(node))
        elif isinstance(node, ast.Module):
            yield from public_functions(node)


def public_functions(node: ast.Module | ast.ClassDef) -> Iterator[tuple[str, bool]]:
    for inner in node.body:
        if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef) and not inner.name.startswith("_"):
            yield inner.name, bool(ast.get_docstring(inner))
