"""A process that bears children to be killed: it is loaded once, and each of them is forked from it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

Bearer = subprocess.Popen[str]


@contextmanager
def bearing(module: str) -> Iterator[Bearer]:
    """Yield a process that runs ``module`` and takes a line for each child; it must end well when it is let go."""
    process = subprocess.Popen(
        [sys.executable, "-m", module], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )
    with process:
        yield process
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=60) == 0
