"""Runs a command the way another program would: JSON lines in, JSON lines out."""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

COMMAND = [sys.executable, "-c", "import sys; from secondsource.cli.main import main; sys.exit(main())"]

WITHOUT_BAR = ("screen",)
"""Commands that draw no progress bar, and so know no option for one."""

Line = Mapping[str, Any]


def answers(arguments: Sequence[str], lines: Iterable[Line]) -> list[dict[str, Any]]:
    """Return what ``second-source`` answers with ``arguments`` to ``lines`` on its standard input.

    Raises:
        RuntimeError: The command broke down, or answered with another number of lines than it was asked.
    """
    asked = [json.dumps(line, ensure_ascii=False) for line in lines]
    run = subprocess.run(
        [*COMMAND, *arguments, "-", "--json", *([] if arguments[0] in WITHOUT_BAR else ["--no-progress"])],
        input="\n".join(asked) + "\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    answered = [json.loads(line) for line in run.stdout.splitlines()]
    if run.returncode not in (0, 1) or len(answered) != len(asked):
        raise RuntimeError(
            f"{' '.join(arguments)}: {len(asked)} asked, {len(answered)} answered, "
            f"exit code {run.returncode}: {run.stderr[-2000:]}"
        )
    return answered


def refused(answered: Iterable[Line]) -> int:
    """Return how many of the lines tell an error in the place of a result."""
    return sum("error" in line for line in answered)
