"""What can go wrong with the data of a sanctions regime."""

from typing import ClassVar

from secondsource.model.errors import SecondSourceError


class BadRegime(SecondSourceError):
    """The data of a sanctions regime cannot be read."""

    code: ClassVar[str] = "SS-711"
