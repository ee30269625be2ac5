"""Bytes exactly as they came, with their address."""

import errno
import hashlib
import os
import stat
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from secondsource.collect.errors import InputTooLarge, InputUnreadable, InputVanished
from secondsource.collect.inputs import shown
from secondsource.collect.limits import FILE_MOST
from secondsource.model.ids import Digest
from secondsource.model.report import Capture

_CHUNK_BYTES = 1024 * 1024


def open_file(path: Path) -> BinaryIO:
    """Return the file opened for reading; a pipe or a device is refused, since it may never end.

    Raises:
        InputVanished: The file is gone.
        InputUnreadable: It is no ordinary file, or the system does not let it be read.
    """
    try:
        # Without waiting: to open a pipe that nobody writes to would hang.
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        raise vanished(shown(path)) from error
    except OSError as error:
        raise unreadable(shown(path), error) from error
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise InputUnreadable(
            f"{shown(path)} was to be read; it is no ordinary file.\nName a file, a folder, or - for a pipe."
        )
    return os.fdopen(number, "rb")


def read_bytes(stream: BinaryIO, n_bytes: int, *, origin: str) -> bytes:
    """Return the next ``n_bytes`` of the stream, fewer at its end.

    Raises:
        InputVanished: The file is gone.
        InputUnreadable: The system does not let it be read.
    """
    pieces: list[bytes] = []
    n_left = n_bytes
    try:
        # Chunk by chunk: one read of the largest size would set that much memory aside for the smallest file.
        while n_left > 0 and (piece := stream.read(min(n_left, _CHUNK_BYTES))):
            pieces.append(piece)
            n_left -= len(piece)
        return b"".join(pieces)
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ESTALE):
            raise vanished(origin) from error
        raise unreadable(origin, error) from error


def make_capture(data: bytes, *, media_type: str, origin: str, captured_at: datetime) -> Capture:
    """Return the capture of ``data``."""
    digest = Digest(hashlib.sha256(data).hexdigest())
    return Capture(sha256=digest, data=data, media_type=media_type, origin=origin, captured_at=captured_at)


def too_large(origin: str) -> InputTooLarge:
    """Return the error for a file that is larger than is taken in."""
    return InputTooLarge(
        f"{origin} was to be read; it is larger than the {FILE_MOST // 1024 // 1024} MiB that are taken in.\n"
        "Split it, or give its reports as JSON lines, which are taken line by line."
    )


def vanished(origin: str) -> InputVanished:
    """Return the error for a file that was listed and is gone."""
    return InputVanished(f"{origin} was to be read; it was there and is gone.\nLook for it: ls -l {origin}")


def unreadable(origin: str, error: OSError) -> InputUnreadable:
    """Return the error for a file that the system does not let be read."""
    return InputUnreadable(
        f"{origin} was to be read; the system says: {error.strerror or error}.\nCheck its permissions: ls -l {origin}"
    )
