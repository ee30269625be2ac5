"""Lines of a stream, one at a time, in bounded memory whatever the stream holds."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from secondsource.collect.errors import EncodingUnknown, LineNotJson
from secondsource.collect.limits import LINE_MOST

_CHUNK_BYTES = 1024 * 1024
_HEAD_BYTES = 4096
_ID = re.compile(rb'"id"\s{0,20}:\s{0,20}(?:"((?:[^"\\]|\\.){1,200})"|(-?\d{1,40}(?:\.\d{1,20})?)(?=[\s,}]))')


class Readable(Protocol):
    """What gives its next bytes, none at its end."""

    def read(self, n_bytes: int, /) -> bytes:
        """Return the next bytes, at most ``n_bytes``."""


@dataclass(frozen=True, slots=True)
class RawLine:
    """One line of JSON lines that is not blank.

    Attributes:
        number: 1-based, blank lines counted.
        data: Its bytes without the line end; only the first 4 KiB where it is too long.
        n_bytes: How long it is in all.
    """

    number: int
    data: bytes
    n_bytes: int

    @property
    def is_too_long(self) -> bool:
        """Whether the line is longer than is taken in."""
        return self.n_bytes > LINE_MOST


def raw_lines(stream: Readable) -> Iterator[RawLine]:
    """Yield the lines of ``stream`` that are not blank; never more than one line and a chunk are in memory."""
    number, kept, n_bytes = 1, bytearray(), 0
    while chunk := stream.read(_CHUNK_BYTES):
        *ended, rest = chunk.split(b"\n")
        for piece in ended:
            yield from _line(number, _grown(kept, piece, n_bytes), n_bytes + len(piece))
            number, kept, n_bytes = number + 1, bytearray(), 0
        kept = _grown(kept, rest, n_bytes)
        n_bytes += len(rest)
    yield from _line(number, kept, n_bytes)


def _grown(kept: bytearray, piece: bytes, n_bytes: int) -> bytearray:
    if n_bytes + len(piece) > LINE_MOST:
        # What is too long is refused; its beginning is kept, because the id may stand there.
        return bytearray((bytes(kept[:_HEAD_BYTES]) + piece[:_HEAD_BYTES])[:_HEAD_BYTES])
    kept += piece
    return kept


def _line(number: int, kept: bytearray, n_bytes: int) -> Iterator[RawLine]:
    data = bytes(kept).removeprefix(b"\xef\xbb\xbf") if number == 1 else bytes(kept)
    if data.strip():
        yield RawLine(number, data.removesuffix(b"\r"), n_bytes)


def parse_line(data: bytes, *, origin: str) -> dict[str, Any]:
    """Return the JSON object that a line holds.

    Raises:
        EncodingUnknown: The line is not UTF-8, which JSON must be (RFC 8259).
        LineNotJson: The line is broken off, nested beyond reason, or no object.
    """
    try:
        value = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise EncodingUnknown(
            f"{origin} was to be read as JSON; byte {error.start} of the line is not UTF-8, which JSON must be.\n"
            "Save the file again as UTF-8."
        ) from error
    except (ValueError, RecursionError) as error:
        place = (
            f"breaks at character {error.pos}: {error.msg}"
            if isinstance(error, json.JSONDecodeError)
            else "cannot be read"
        )
        raise LineNotJson(
            f"{origin} was to be read as JSON; it {place}.\nWrite one whole object a line, such as "
            '{"id": "a1", "text": "The words."}'
        ) from error
    if not isinstance(value, dict):
        raise LineNotJson(
            f"{origin} was to be read as a report; it holds {_kind(value)}, not an object.\n"
            'Write one object a line, such as {"id": "a1", "text": "The words."}'
        )
    return value


def id_in(data: bytes) -> str | None:
    """Return the id that the beginning of a broken line still shows, None if it shows none."""
    match = _ID.search(data[:_HEAD_BYTES])
    if match is None:
        return None
    if match[2] is not None:
        return match[2].decode("ascii")
    try:
        return str(json.loads(b'"' + match[1] + b'"'))
    except ValueError:
        return None


def _kind(value: object) -> str:
    names = {list: "an array", str: "a string", bool: "a truth value", type(None): "null"}
    return names.get(type(value), "a number")
