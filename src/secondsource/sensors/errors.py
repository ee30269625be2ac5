"""What can go wrong with a flight track."""

from typing import ClassVar

from secondsource.model.errors import SecondSourceError


class TrackUnknown(SecondSourceError):
    """A file is a flight track in no shape that is known here."""

    code: ClassVar[str] = "SS-701"


class TrackMalformed(SecondSourceError):
    """A file has the shape of a flight track and breaks it: a missing column, broken JSON, XML with a definition."""

    code: ClassVar[str] = "SS-702"


class TrackTooLarge(SecondSourceError):
    """A flight track is larger, packed or unpacked, or has more fixes or aircraft than are taken in."""

    code: ClassVar[str] = "SS-703"


class TrackWithoutFixes(SecondSourceError):
    """A flight track holds no position that can be true."""

    code: ClassVar[str] = "SS-704"
