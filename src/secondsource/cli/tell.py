"""What a person is told beside the results: on standard error, one line for each thing."""

import sys
from collections.abc import Iterable

from secondsource.cli.plain import plain
from secondsource.model.intake import Failure


def tell(line: str) -> None:
    """Write ``line`` on stderr."""
    sys.stderr.write(plain(line) + "\n")


def tell_failures(failures: Iterable[Failure]) -> None:
    """Write each failure on stderr with its code and the name of what failed."""
    for failure in failures:
        first, *rest = plain(f"{failure.code}: {failure.message}", keep_lines=True).splitlines()
        sys.stderr.write("\n".join([first, *(" " * len("SS-000: ") + line.strip() for line in rest)]) + "\n")
