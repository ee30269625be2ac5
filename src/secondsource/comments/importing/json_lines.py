"""Comments from JSON lines, the form that our own export writes."""

import json
from collections.abc import Iterator

from secondsource.comments.errors import ImportUnreadable
from secondsource.comments.importing.brought import Brought, moment_from


def read_json_lines(data: bytes, name: str) -> Iterator[Brought]:
    """Yield the comments of the file: objects with ``words``, and ``id``, ``dossier``, ``name``, ``submitted_at``.

    Raises:
        ImportUnreadable: A line is none of these.
    """
    for n, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            yield _brought(line, n, name)


def _brought(line: bytes, n: int, name: str) -> Brought:
    try:
        told = json.loads(line.decode("utf-8-sig"))
        fields = {key: told.get(key) or "" for key in ("id", "dossier", "name", "words", "submitted_at")}
    except (ValueError, RecursionError, AttributeError) as error:
        raise _refused(name, n, "it is no JSON object") from error
    if not isinstance(told.get("words"), str) or not all(isinstance(value, str | int) for value in fields.values()):
        raise _refused(name, n, "it has no words, or a field that is no text")
    return Brought(
        key=str(fields["id"] or f"line {n}"),
        thread=str(fields["dossier"]),
        name=str(fields["name"]),
        words=str(fields["words"]),
        sent_at=moment_from(str(fields["submitted_at"])),
    )


def _refused(name: str, n: int, found: str) -> ImportUnreadable:
    return ImportUnreadable(
        f"Comments were to be read from {name}; of line {n}, {found}.\n"
        'Give one object a line: {"id": "1", "dossier": "port", "name": "A.", "words": "…"}'
    )
