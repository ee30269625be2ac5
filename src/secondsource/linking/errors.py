"""What can go wrong while reports are linked."""

from typing import ClassVar

from secondsource.model.errors import SecondSourceError


class ReadingsDoNotFit(SecondSourceError):
    """The readings given are not one for each report."""

    code: ClassVar[str] = "SS-402"
