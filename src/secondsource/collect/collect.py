"""The door: whatever a person names comes in here, each item as a report or as the reason why it is none."""

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from secondsource.collect.capture import make_capture, open_file, read_bytes, too_large
from secondsource.collect.encodings import declared_encoding, decode_text
from secondsource.collect.inputs import find_files, shown
from secondsource.collect.limits import FILE_MOST
from secondsource.collect.line_reports import reports_in_lines
from secondsource.collect.make_report import report_from_page, report_from_text
from secondsource.collect.media import HTML, PLAIN, is_json_lines, is_page
from secondsource.model.errors import SecondSourceError
from secondsource.model.intake import Failure, Intake

STDIN = "-"
"""The name of standard input."""


def collect(
    inputs: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    published: str | None = None,
    captured_at: datetime,
    on_file: Callable[[str], None] | None = None,
) -> Iterator[Intake | Failure]:
    """Yield the reports that ``inputs`` hold, in their order; each that cannot be taken in as a failure in its place.

    One file is in memory at a time, and of JSON lines beyond 64 MiB one line. Nothing is fetched.

    Args:
        inputs: Files, folders, patterns that the shell did not resolve, ``-`` for standard input.
        stdin: Standard input; needed where ``-`` is named.
        published: Date of publication for every report that brings none of its own; it counts as given.
        captured_at: When the bytes are taken, aware UTC.
        on_file: Called with the name of each file before it is read.
    """
    taking = _Taking(published, captured_at)
    for name in inputs:
        for item in [None] if name == STDIN else find_files(name):
            if isinstance(item, tuple):
                yield _failed(item[0], item[1])
                continue
            origin = STDIN if item is None else shown(item)
            if on_file is not None:
                on_file(origin)
            yield from taking.take_file(origin, item, stdin)


@dataclass(frozen=True, slots=True)
class _Taking:
    published: str | None
    captured_at: datetime

    def take_file(self, origin: str, path: Path | None, stdin: BinaryIO | None) -> Iterator[Intake | Failure]:
        try:
            if path is None:
                yield from self._take_stream(origin, stdin or io.BytesIO())
                return
            with open_file(path) as stream:
                yield from self._take_stream(origin, stream)
        except SecondSourceError as error:
            yield _failed(origin, error)

    def _take_stream(self, origin: str, stream: BinaryIO) -> Iterator[Intake | Failure]:
        # One byte more than is taken in tells a file that is too large from one that just fits.
        data = read_bytes(stream, FILE_MOST + 1, origin=origin)
        if is_json_lines(data, origin):
            yield from reports_in_lines(
                data, stream, origin=origin, published=self.published, captured_at=self.captured_at
            )
        elif len(data) > FILE_MOST:
            raise too_large(origin)
        else:
            yield self._take_whole(origin, data)

    def _take_whole(self, origin: str, data: bytes) -> Intake:
        text, encoding = decode_text(data, origin=origin, declared=declared_encoding(data))
        page = is_page(text, origin)
        capture = make_capture(data, media_type=HTML if page else PLAIN, origin=origin, captured_at=self.captured_at)
        make = report_from_page if page else report_from_text
        return Intake(report=make(text, capture, encoding=encoding, published=self.published), capture=capture)


def _failed(origin: str, error: SecondSourceError) -> Failure:
    return Failure(id=origin, origin=origin, code=error.code, message=error.message)
