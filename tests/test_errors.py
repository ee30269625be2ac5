"""Every error has one code for ever, stands in the reference, and is triggered by a test."""

import ast
import importlib
import pkgutil
import re
from collections import Counter
from pathlib import Path

import pytest

import secondsource
from secondsource.model.errors import SecondSourceError

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference" / "errors.md"
CODE = re.compile(r"SS-\d{3}")
FIRST_DIGIT = {
    "collect": "1",
    "ledger": "2",
    "reading": "3",
    # The table of outlets is what linking counts hands by.
    "model": "4",
    "linking": "4",
    "dossier": "5",
    "publishing": "5",
    "provisions": "7",
    "sensors": "7",
    "screening": "6",
    # What goes wrong with comments, and between a browser and the server.
    "comments": "8",
    "web": "8",
    "cli": "9",
}


def all_errors() -> list[type[SecondSourceError]]:
    for module in pkgutil.walk_packages(secondsource.__path__, "secondsource."):
        # Migrations are run by Alembic, which gives them the database they need; alone they cannot be imported.
        if ".migrations" not in module.name:
            importlib.import_module(module.name)
    found: list[type[SecondSourceError]] = []
    waiting = [SecondSourceError]
    while waiting:
        below = waiting.pop().__subclasses__()
        found += below
        waiting += below
    return sorted((error for error in found if error.__module__.startswith("secondsource.")), key=lambda e: e.code)


ERRORS = all_errors()


def codes_as_data() -> set[str]:
    """Codes that no exception carries: faults that a check finds and lists."""
    constants = {
        node.value
        for path in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }
    return constants - {error.code for error in ERRORS} - {SecondSourceError.code}


def codes_in_tests() -> set[str]:
    """Codes that a test compares with or expects, as literals."""
    codes: set[str] = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            codes |= expected_codes(node)
    return codes


def expected_codes(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "raises_code":
        return {arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)}
    if isinstance(node, ast.Compare):
        literals = {c.value for c in ast.walk(node) if isinstance(c, ast.Constant) and isinstance(c.value, str)}
        return {code for literal in literals for code in CODE.findall(literal)}
    return set()


def test_no_code_is_used_twice():
    assert [code for code, n in Counter(error.code for error in ERRORS).items() if n > 1] == []


@pytest.mark.parametrize("error", ERRORS, ids=lambda e: e.__name__)
def test_a_code_has_the_form_and_the_range_of_its_package(error: type[SecondSourceError]):
    package = error.__module__.split(".")[1]

    assert CODE.fullmatch(error.code)
    assert error.code[3] == FIRST_DIGIT[package]


CODES = sorted({error.code for error in ERRORS} | codes_as_data())
TRIGGERED = codes_in_tests()


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_triggered_by_a_test(code: str):
    assert code in TRIGGERED


@pytest.mark.parametrize("code", CODES)
def test_a_code_stands_in_the_reference(code: str):
    assert f"## {code}: " in REFERENCE.read_text(encoding="utf-8")


def test_the_reference_names_no_code_that_does_not_exist():
    headings = re.findall(r"^## (SS-\d{3})", REFERENCE.read_text(encoding="utf-8"), flags=re.MULTILINE)

    assert sorted(headings) == CODES
