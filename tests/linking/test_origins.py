"""How origins are counted: by control, known ones only, and in one place of the code."""

import ast
from pathlib import Path

import secondsource
from secondsource.linking.origins import count_origins
from secondsource.model.linked import OriginKind
from tests.linking.makers import line

NORTH = "government of North Korea"


def test_no_line_is_no_origin() -> None:
    assert count_origins([]) == 0


def test_desks_of_one_state_are_one_origin() -> None:
    assert count_origins([line("KCNA", OriginKind.OUTLET, NORTH), line("Rodong Sinmun", OriginKind.OUTLET, NORTH)]) == 1


def test_papers_of_one_publisher_are_one_origin() -> None:
    assert count_origins([line("The Times"), line("Wall Street Journal")]) == 1


def test_two_free_agencies_are_two_origins() -> None:
    assert count_origins([line("Reuters"), line("Yonhap")]) == 2


def test_unknown_and_anonymous_origins_never_add_up() -> None:
    unknown = [line("not said", OriginKind.UNKNOWN), line("two sources", OriginKind.ANONYMOUS)]
    assert count_origins(unknown) == 0
    assert count_origins([*unknown, line("Reuters")]) == 1


def test_an_unlisted_outlet_counts_only_where_it_stands_alone() -> None:
    assert count_origins([line("Eastgate Courier")]) == 1
    assert count_origins([line("Eastgate Courier"), line("Northline Daily")]) == 1
    assert count_origins([line("Eastgate Courier"), line("Reuters")]) == 1


def test_a_countrys_press_taken_together_adds_nothing() -> None:
    assert count_origins([line("Russian media"), line("Reuters")]) == 1


_SPEAKS_OF_ORIGINS = ("controller", "control_key", "family", "origin_kind", ".origin", "event.lines", "origins(")


def _counts_control(source: str) -> list[str]:
    """Return the calls of len, Counter or sum over something that speaks of origins or their control."""
    counted: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"len", "Counter", "sum"}:
            words = " ".join(ast.unparse(argument) for argument in node.args)
            if any(word in words for word in _SPEAKS_OF_ORIGINS):
                counted.append(ast.unparse(node))
    return counted


def test_the_scan_for_other_counts_can_fail() -> None:
    assert _counts_control("n = len({line.controller for line in lines})")
    assert _counts_control("n = sum(line.origin != 'KCNA' for line in event.lines)")
    assert _counts_control("n = len(event.lines)")
    assert not _counts_control("n = len(line.reports)")


def test_nothing_else_counts_origins() -> None:
    package = Path(secondsource.__file__).parent
    found = {
        path.relative_to(package).as_posix(): counted
        for path in sorted(package.rglob("*.py"))
        if path.name != "origins.py" and (counted := _counts_control(path.read_text(encoding="utf-8")))
    }
    assert found == {}
