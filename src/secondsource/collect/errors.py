"""What can go wrong while reports are taken in."""

from typing import ClassVar

from secondsource.model.errors import SecondSourceError


class InputNotFound(SecondSourceError):
    """No file or folder has the name that was given."""

    code: ClassVar[str] = "SS-101"


class NothingMatches(SecondSourceError):
    """A pattern matches no file, or a folder holds none."""

    code: ClassVar[str] = "SS-102"


class InputUnreadable(SecondSourceError):
    """The system does not let the input be read."""

    code: ClassVar[str] = "SS-103"


class InputVanished(SecondSourceError):
    """A file that was listed is gone when it is read."""

    code: ClassVar[str] = "SS-104"


class InputEmpty(SecondSourceError):
    """An input holds nothing but white space."""

    code: ClassVar[str] = "SS-105"


class InputBinary(SecondSourceError):
    """An input is no text: a picture, an archive, a document of an office program."""

    code: ClassVar[str] = "SS-106"


class EncodingUnknown(SecondSourceError):
    """The bytes are text in no encoding that is known here."""

    code: ClassVar[str] = "SS-107"


class InputTooLarge(SecondSourceError):
    """A file or a text is larger than is taken in."""

    code: ClassVar[str] = "SS-108"


class LineTooLong(SecondSourceError):
    """A JSON line is longer than is taken in."""

    code: ClassVar[str] = "SS-109"


class LineNotJson(SecondSourceError):
    """A line is no JSON object."""

    code: ClassVar[str] = "SS-110"


class ReportMalformed(SecondSourceError):
    """A JSON line is no report: a field is missing, of a wrong type, or points outside the text."""

    code: ClassVar[str] = "SS-111"


class PageTooComplex(SecondSourceError):
    """A page nests deeper or holds more tags than any article does."""

    code: ClassVar[str] = "SS-112"


class PageWithoutText(SecondSourceError):
    """A page holds no article."""

    code: ClassVar[str] = "SS-113"


class LinkBroken(SecondSourceError):
    """A symbolic link leads nowhere, in a circle, or out of a folder that is being walked."""

    code: ClassVar[str] = "SS-114"
