"""From the names a person gives to the tracks in the files, each with the bytes it was taken from."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from secondsource.collect.capture import make_capture, open_file, read_bytes
from secondsource.collect.inputs import find_files, shown
from secondsource.model.errors import SecondSourceError
from secondsource.model.intake import Failure
from secondsource.model.report import Capture
from secondsource.model.track import Track
from secondsource.sensors.errors import TrackTooLarge
from secondsource.sensors.limits import PACKED_MOST
from secondsource.sensors.open_track import open_track, track_id

STDIN = "-"
MEDIA_TYPE = "application/x-flight-track"
"""What a captured track is called in a ledger; its shape is found again from its bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackIntake:
    """The tracks of one file, and the file's bytes."""

    tracks: tuple[Track, ...]
    capture: Capture


def take_in_tracks(
    inputs: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    captured_at: datetime,
    on_file: Callable[[str], None] | None = None,
) -> Iterator[TrackIntake | Failure]:
    """Yield what the files hold, in their order; a file that is no track as a failure in its place.

    Args:
        inputs: Files, folders, patterns, ``-`` for standard input.
        stdin: Standard input; needed where ``-`` is named.
        captured_at: When the bytes are taken, aware UTC.
        on_file: Called with the name of each file before it is read.
    """
    for name in inputs:
        for item in [None] if name == STDIN else find_files(name):
            if isinstance(item, tuple):
                yield _failure(item[0], item[1])
                continue
            origin = STDIN if item is None else shown(item)
            if on_file is not None:
                on_file(origin)
            try:
                yield _take(origin, item, stdin, captured_at)
            except SecondSourceError as error:
                yield _failure(origin, error)


def tracks_of(capture: Capture) -> tuple[Track, ...]:
    """Return the tracks that captured bytes hold.

    Raises:
        SecondSourceError: They are no track; see :func:`secondsource.sensors.open_track.open_track`.
    """
    return tuple(open_track(capture.data, origin=capture.origin, capture_sha256=capture.sha256))


def _take(origin: str, path: Path | None, stdin: BinaryIO | None, captured_at: datetime) -> TrackIntake:
    if path is None:
        data = b"" if stdin is None else read_bytes(stdin, PACKED_MOST + 1, origin=origin)
    else:
        with open_file(path) as stream:
            data = read_bytes(stream, PACKED_MOST + 1, origin=origin)
    if len(data) > PACKED_MOST:
        raise TrackTooLarge(
            f"a flight track was to be read; the file is larger than the {PACKED_MOST // 1024 // 1024} MiB that are "
            "taken in.\nSplit it by aircraft or by day."
        )
    capture = make_capture(data, media_type=MEDIA_TYPE, origin=origin, captured_at=captured_at)
    return TrackIntake(tracks=tracks_of(capture), capture=capture)


def _failure(origin: str, error: SecondSourceError) -> Failure:
    message = error.message if error.message.startswith(origin) else f"{origin}: {error.message}"
    return Failure(id=track_id(origin), origin=origin, code=error.code, message=message)
