"""The bytes of a list's file, unpacked, measured and digested as they stream by."""

import gzip
import hashlib
import io
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from secondsource.screening.errors import ListBroken, ListNotFound, ListTooLarge

BYTES_MOST = 1024 * 1024 * 1024
"""Unpacked bytes of one file; the largest list, the EU's XML, has some 25 MB."""
_GZIP = b"\x1f\x8b"
_HEAD = 4096
_END_OF_FILE_MARK = "\x1a"

T = TypeVar("T")


class Measured(io.RawIOBase):
    """A stream that lets no more through than a list may have."""

    def __init__(self, inner: Any, name: str, raw: io.BufferedReader) -> None:
        super().__init__()
        self._inner = inner
        self._raw = raw
        self._name = name
        self._n_bytes = 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def close(self) -> None:
        """Close the file too; a reader of gzip leaves open what it was given."""
        self._raw.close()
        super().close()

    def readinto(self, buffer: Any) -> int:
        """Read into ``buffer`` and return how many bytes were read."""
        data = self._inner.read(len(buffer))
        self._n_bytes += len(data)
        if self._n_bytes > BYTES_MOST:
            raise ListTooLarge(
                f"{self._name} was to be read as a sanctions list; it unpacks to more than {BYTES_MOST:,} bytes.\n"
                "No official list is so large. Check what the file is."
            )
        buffer[: len(data)] = data
        return len(data)


def open_bytes(path: Path) -> io.BufferedReader:
    """Return the file's bytes, unpacked where it is packed with gzip.

    Raises:
        ListNotFound: The file is not there or not readable.
    """
    try:
        raw = path.open("rb")
    except OSError as error:
        raise ListNotFound(
            f"{path} was to be read as a sanctions list; the system says: {error.strerror}.\n"
            "Name a file that is there and readable."
        ) from error
    head = raw.peek(len(_GZIP))[: len(_GZIP)]
    inner = gzip.GzipFile(fileobj=raw) if head == _GZIP else raw
    return io.BufferedReader(Measured(inner, path.name, raw), 1 << 16)


def head_of(path: Path) -> str:
    """Return the beginning of the file as text, whatever bytes it holds."""
    return guarded(path, lambda stream: stream.read(_HEAD)).decode("utf-8", "replace").removeprefix("\ufeff")


def guarded(path: Path, work: Callable[[io.BufferedReader], T]) -> T:
    """Return what ``work`` makes of the file's bytes; a broken archive becomes our error.

    Raises:
        ListBroken: The archive is cut off or damaged.
    """
    with open_bytes(path) as stream:
        try:
            return work(stream)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise broken(path.name, "in the packed file", f"the archive is cut off or damaged ({error})") from error


class NoText(Exception):
    """A line that is no text in the encoding asked for; inside this package only.

    Attributes:
        line: Which line, from 1.
        what: What is wrong with it.
    """

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line
        self.what = what


def text_lines(stream: io.BufferedReader, encoding: str) -> Iterator[str]:
    """Yield the lines of the stream; the mark that ended files under DOS is left out.

    Raises:
        NoText: A line is not in that encoding, or holds a NUL, which no text does.
    """
    for number, data in enumerate(stream, start=1):
        try:
            line = data.decode(encoding)
        except UnicodeDecodeError as error:
            raise NoText(number, f"byte {error.start + 1} of the line is no text in {encoding.upper()}") from error
        if "\0" in line:
            raise NoText(number, "it holds a NUL, which no text does")
        if line.strip(_END_OF_FILE_MARK):
            yield line.removeprefix("\ufeff")


def digest_of(paths: list[Path]) -> str:
    """Return the SHA-256 of the files' bytes, one after another, as they lie on the disk."""
    found = hashlib.sha256()
    for path in paths:
        with path.open("rb") as stream:
            while chunk := stream.read(1 << 20):
                found.update(chunk)
    return found.hexdigest()


def broken(name: str, place: str, what: str) -> ListBroken:
    """Return the error of a list that breaks at ``place``."""
    return ListBroken(
        f"{name} was to be read as a sanctions list; it breaks {place}: {what}.\n"
        "The list is refused whole, and what was in force before stays in force. Fetch the file again."
    )
