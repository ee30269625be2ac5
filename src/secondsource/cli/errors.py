"""What can go wrong in using the commands."""

from typing import ClassVar

from secondsource.model.errors import SecondSourceError


class WrongUse(SecondSourceError):
    """A command line that cannot be understood."""

    code: ClassVar[str] = "SS-901"


class NothingGiven(SecondSourceError):
    """No input was named and none comes in by a pipe."""

    code: ClassVar[str] = "SS-902"


class BadDate(SecondSourceError):
    """A date on the command line that is no date."""

    code: ClassVar[str] = "SS-903"


class CannotWrite(SecondSourceError):
    """A file that was asked for cannot be written."""

    code: ClassVar[str] = "SS-904"


class IdTwice(SecondSourceError):
    """One id stands for two different texts."""

    code: ClassVar[str] = "SS-905"


class ServerMissing(SecondSourceError):
    """The parts that the server needs are not installed."""

    code: ClassVar[str] = "SS-906"
