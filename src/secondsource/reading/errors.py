"""What can go wrong in reading."""

from typing import ClassVar

from secondsource.model.errors import SecondSourceError


class QuestionOutsideTextError(SecondSourceError):
    """A question points at characters that the report does not have."""

    code: ClassVar[str] = "SS-301"


class ReaderBrokeError(SecondSourceError):
    """Our reader has a fault that this report brings out."""

    code: ClassVar[str] = "SS-302"


class ModelDamagedError(SecondSourceError):
    """The package's model is missing or is not the one that was put into it."""

    code: ClassVar[str] = "SS-303"
