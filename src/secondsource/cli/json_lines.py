"""JSON lines on standard output or into a file, for programs."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from secondsource.cli.errors import CannotWrite
from secondsource.model.encoding import encode
from secondsource.model.intake import Failure


def json_line(value: object) -> str:
    """Return ``value``, a dataclass or plain data, as one line of JSON without its line break."""
    data = encode(value)
    line = json.dumps(data, ensure_ascii=False, separators=(", ", ": "))
    if line.isascii() or _is_utf8(line):
        return line
    # A lone surrogate from somebody's JSON cannot be written as UTF-8; escaped it comes through unharmed.
    return json.dumps(data, ensure_ascii=True, separators=(", ", ": "))


def print_line(value: object) -> None:
    """Write ``value`` as one line on stdout, at once, so that the next program can begin."""
    sys.stdout.write(json_line(value) + "\n")
    sys.stdout.flush()


def failure_line(failure: Failure) -> dict[str, Any]:
    """Return what stands in the place of a report that could not be read."""
    return {"id": failure.id, "error": {"code": failure.code, "message": failure.message}}


def write_lines(path: Path, values: Iterable[object]) -> None:
    """Write one line for each value into the file at ``path``, whole or not at all.

    Raises:
        CannotWrite: The folder is missing or not open to us.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_text("".join(json_line(value) + "\n" for value in values), encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        raise CannotWrite(
            f"{path} was to be written, but the system says: {error.strerror}.\n"
            f"Name a file in a folder that exists and is yours; check it: ls -ld {path.parent}"
        ) from error


def _is_utf8(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True
