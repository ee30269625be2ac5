"""Whether a report's words are those of its captured bytes."""

import codecs
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from secondsource.ledger.page_words import missing_words

_MARK = "\ufeff"


@dataclass(frozen=True, kw_only=True)
class Original:
    """Captured bytes that several reports may have been taken from; decoded once.

    Attributes:
        data: The bytes.
        media_type: What they are.
        encoding: The codec they were read with.
    """

    data: bytes
    media_type: str
    encoding: str

    @cached_property
    def text(self) -> str:
        """The bytes as text, without a byte order mark; what cannot be decoded stands as U+FFFD."""
        return self.data.decode(self.encoding, "replace").removeprefix(_MARK)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, parted at line feeds only, as JSON lines are."""
        return self.text.split("\n")


def difference(report: Mapping[Any, Any], original: Original) -> str | None:
    """Return what differs between a report's words and its captured bytes, None if nothing does.

    How strong the answer is depends on what was captured. Plain text: the words are the decoded bytes, character for
    character, but for a byte order mark. JSON lines: they are the string ``text`` of the object in the report's line,
    character for character. HTML: every word of every line stands in the page in order, see
    :func:`secondsource.ledger.page_words.missing_words`.

    Args:
        report: Row with ``text``, ``position`` and ``encoding``.
        original: The bytes it was taken from.
    """
    try:
        codecs.lookup(original.encoding)
    except (LookupError, ValueError):
        return f"they were read as {original.encoding!r}, which is no encoding"
    if original.media_type == "text/plain":
        return _where(report["text"], original.text)
    if original.media_type == "application/x-ndjson":
        return _line_difference(report["text"], report["position"], original.lines)
    if original.media_type == "text/html":
        missing = missing_words(report["text"], original.text)
        return None if missing is None else f"the page does not say {missing!r} there"
    return f"they are of the type {original.media_type!r}, from which no report is taken"


def _line_difference(text: str, position: object, lines: list[str]) -> str | None:
    filled = [line for line in lines if line.strip()]
    # A line may have been captured alone; its position is then that in a file that was not.
    line = filled[0] if len(filled) == 1 else _line_at(lines, position)
    if line is None:
        return f"they have no line {position}"
    try:
        item = json.loads(line.removeprefix(_MARK))
    except (ValueError, RecursionError):
        return f"line {position} is no JSON"
    given = item.get("text") if isinstance(item, dict) else None
    if not isinstance(given, str):
        return f"line {position} has no text"
    return _where(text, given)


def _line_at(lines: list[str], position: object) -> str | None:
    return lines[position - 1] if isinstance(position, int) and 1 <= position <= len(lines) else None


def _where(text: str, given: str) -> str | None:
    if text in (given, _MARK + given):
        return None
    same = next((n for n, (a, b) in enumerate(zip(text, given, strict=False)) if a != b), min(len(text), len(given)))
    return f"they differ from character {same} on"
