"""Commands as they are typed, run in this process."""

import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from json import loads
from pathlib import Path
from typing import Any, Protocol

import pytest

from secondsource.cli.main import main
from secondsource.examples import example_paths


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        """What stands on stdout, as JSON lines."""
        return [loads(line) for line in self.out.splitlines()]

    @property
    def error_code(self) -> str:
        """The code that stderr begins with."""
        return self.err.partition(":")[0]


class Type(Protocol):
    """Types a command."""

    def __call__(self, *argv: str, stdin: bytes | None = None) -> Ran:
        """Run ``second-source`` with ``argv``; without ``stdin`` nothing is joined to it."""


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def type_in(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Type:
    """The commands of ``second-source``, run in this process with their own standard streams."""

    def run(*argv: str, stdin: bytes | None = None) -> Ran:
        joined = io.TextIOWrapper(io.BytesIO(stdin)) if stdin is not None else _Terminal(io.BytesIO())
        monkeypatch.setattr(sys, "stdin", joined)
        code = main(argv)
        told = capfd.readouterr()
        return Ran(code=code, out=told.out, err=told.err)

    return run


NOTICE = """A delegation left for Moscow on 2 July

SEOUL, July 3 (Harbour Post) - North Korean state media said a delegation left Pyongyang for Moscow on Tuesday.

"The talks may cover shipping," said Ana Kovac, a researcher at the Baltic Institute.

Translated by J. Park.
"""


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """A file with one short report."""
    path = tmp_path / "notice.txt"
    path.write_text(NOTICE, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def example() -> Sequence[str]:
    """The files of the packaged example, as they would be typed."""
    return [str(path) for path in example_paths()]
