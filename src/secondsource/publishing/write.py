"""Putting a page in its place, whole or not at all."""

import os
from pathlib import Path
from secrets import token_hex

from secondsource.publishing.errors import PageNotWritten


def write_page(html: str, path: Path) -> None:
    """Write ``html`` to ``path`` as UTF-8; a reader sees the old page or the new one, never half of one.

    Raises:
        PageNotWritten: The folder is missing or may not be written, the disk is full, or ``path`` is a folder.
    """
    # In the same folder, since only within one file system is the last step a single one.
    temporary = path.with_name(f".{path.name}.{token_hex(6)}")
    try:
        _write(html.encode("utf-8"), temporary, path)
    except OSError as error:
        raise PageNotWritten(
            f"the page was to be written to {path}, but the system says: {error.strerror or error}. "
            "Name a file in a folder that exists and that you may write to: second-source dossier … --html page.html"
        ) from error


def _write(data: bytes, temporary: Path, path: Path) -> None:
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            # Without it a power cut could leave the new name on an empty file.
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
