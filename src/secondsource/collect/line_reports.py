"""Reports from JSON lines: a line that is broken fails in its place, and the lines after it are still read."""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO

from secondsource.collect.capture import make_capture, read_bytes
from secondsource.collect.encodings import binary_error, decode_text
from secondsource.collect.errors import InputEmpty, LineTooLong
from secondsource.collect.given import check_given
from secondsource.collect.json_lines import RawLine, id_in, parse_line, raw_lines
from secondsource.collect.limits import FILE_MOST, LINE_MOST
from secondsource.collect.make_report import id_from, report_from_given
from secondsource.collect.media import JSON_LINES, binary_kind
from secondsource.model.errors import SecondSourceError
from secondsource.model.ids import Digest, ReportId
from secondsource.model.intake import Failure, Intake
from secondsource.model.report import Capture

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def reports_in_lines(
    data: bytes, rest: BinaryIO, *, origin: str, published: str | None, captured_at: datetime
) -> Iterator[Intake | Failure]:
    """Yield the report of each line, or why it is none, in the order of the lines.

    Up to 64 MiB the whole file is one capture. Beyond that it is never held whole: each line is a capture of its own.

    Args:
        data: The first bytes of the stream; all of them where they are no more than 64 MiB.
        rest: The stream from there on.
        origin: The file's name.
        published: The date that the user gives, None if none.
        captured_at: When the bytes are taken.

    Raises:
        InputEmpty: There is no line but blank ones.
        InputBinary: The bytes are no text.
        EncodingUnknown: A byte order mark says UTF-16 and the bytes are not.
    """
    whole = None
    if len(data) <= FILE_MOST:
        whole = make_capture(data, media_type=JSON_LINES, origin=origin, captured_at=captured_at)
        data = _as_lines(data, origin)
    n_lines = 0
    for line in raw_lines(_Joined(data, rest, origin)):
        n_lines += 1
        capture = whole or make_capture(line.data, media_type=JSON_LINES, origin=origin, captured_at=captured_at)
        yield _take_line(line, capture, published=published)
    if n_lines == 0:
        raise InputEmpty(f"{origin} was to be read as JSON lines; it holds no line.\nLook at it: wc {origin}")


def _take_line(line: RawLine, capture: Capture, *, published: str | None) -> Intake | Failure:
    place = f"{capture.origin}:{line.number}"
    report_id = None
    try:
        _check_length(line, place)
        data = parse_line(line.data, origin=place)
        report_id = _id_of(data.get("id"))
        given = check_given(data, origin=place)
        # A report without an id is named by its line, so that it keeps its name when the file grows.
        named = ReportId(given.id) if given.id is not None else id_from(Digest(hashlib.sha256(line.data).hexdigest()))
        report = report_from_given(given, report_id=named, capture=capture, position=line.number, published=published)
    except SecondSourceError as error:
        return Failure(id=report_id or id_in(line.data) or place, origin=place, code=error.code, message=error.message)
    return Intake(report=report, capture=capture, questions=given.questions, mentions=given.given_mentions)


def _check_length(line: RawLine, place: str) -> None:
    if line.is_too_long:
        raise LineTooLong(
            f"{place} was to be read; the line has {line.n_bytes:,} bytes, and at most {LINE_MOST:,} are taken in.\n"
            "Split the report into several, one a line."
        )


def _id_of(value: Any) -> str | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value.strip() else None


def _as_lines(data: bytes, origin: str) -> bytes:
    """Return the bytes as UTF-8 lines: UTF-16 is converted, one object over many lines put on one."""
    kind = binary_kind(data)
    if kind is not None:
        raise binary_error(origin, kind)
    if data.startswith(_WIDE_MARKS):
        data = decode_text(data, origin=origin)[0].encode("utf-8")
    if not origin.lower().endswith(".json"):
        return data
    try:
        # Only a whole document counts: lines of objects are no document, and stay as they are.
        return json.dumps(json.loads(data)).encode("ascii") if data.count(b"\n") else data
    except (ValueError, RecursionError):
        return data


class _Joined:
    """The first bytes of a stream and the stream from there on, read as one."""

    def __init__(self, data: bytes, rest: BinaryIO, origin: str) -> None:
        self._data, self._rest, self._origin = memoryview(data), rest, origin

    def read(self, n_bytes: int) -> bytes:
        """Return the next bytes, fewer than asked for only where the two meet or the stream ends."""
        taken, self._data = self._data[:n_bytes], self._data[n_bytes:]
        return bytes(taken) or read_bytes(self._rest, n_bytes, origin=self._origin)
