"""Comments from JSON lines, the form that our own export writes."""

import io
import json
from collections.abc import Iterator

from secondsource.comments.errors import ImportUnreadable
from secondsource.comments.importing.brought import Brought, Unread, moment_from


def read_json_lines(data: bytes, name: str) -> Iterator[Brought | Unread]:
    """Yield the comments of the file: objects with ``words``, and ``id``, ``dossier``, ``name``, ``submitted_at``.

    A line that is none of these is told and the others are read.

    Raises:
        ImportUnreadable: No line is one; then it is another form of file.
    """
    n_read = n_unread = 0
    for n, line in enumerate(io.BytesIO(data), start=1):
        if line.strip():
            found = _brought(line, n)
            n_unread += isinstance(found, Unread)
            n_read += isinstance(found, Brought)
            yield found
    if n_unread and not n_read:
        raise ImportUnreadable(
            f"Comments were to be read from {name}; none of its lines is a JSON object with words.\n"
            'Give one object a line: {"id": "1", "dossier": "port", "name": "A.", "words": "…"}'
        )


def _brought(line: bytes, n: int) -> Brought | Unread:
    try:
        told = json.loads(line.decode("utf-8-sig"))
        fields = {key: told.get(key) or "" for key in ("id", "dossier", "name", "words", "submitted_at")}
    except (ValueError, RecursionError, AttributeError):
        return Unread(f"line {n}", "it is no JSON object")
    if not isinstance(told.get("words"), str) or not all(isinstance(value, str | int) for value in fields.values()):
        return Unread(f"line {n}", "it has no words, or a field that is no text")
    texts = {key: str(value) for key, value in fields.items()}
    try:
        "".join(texts.values()).encode()
    except UnicodeEncodeError:
        return Unread(f"line {n}", "it holds half a character")
    return Brought(
        key=texts["id"],
        thread=texts["dossier"],
        name=texts["name"],
        words=texts["words"],
        sent_at=moment_from(texts["submitted_at"]),
    )
