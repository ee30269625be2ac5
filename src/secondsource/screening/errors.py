"""What can go wrong with lists and with what is asked of them."""

from typing import ClassVar

from secondsource.model.errors import SecondSourceError


class ListNotFound(SecondSourceError):
    """A list's file is not there or cannot be read."""

    code: ClassVar[str] = "SS-601"


class ListNotRecognised(SecondSourceError):
    """A file is no sanctions list in a format that is known here."""

    code: ClassVar[str] = "SS-602"


class ListBroken(SecondSourceError):
    """A list breaks somewhere; it is refused whole."""

    code: ClassVar[str] = "SS-603"


class ListTooLarge(SecondSourceError):
    """A list is larger than any sanctions list is."""

    code: ClassVar[str] = "SS-604"


class QuestionMalformed(SecondSourceError):
    """A line asks nothing that can be screened."""

    code: ClassVar[str] = "SS-605"


class ListUnknown(SecondSourceError):
    """No list of that name is kept, or none was in force on that day."""

    code: ClassVar[str] = "SS-606"


class StoreDamaged(SecondSourceError):
    """What is kept of a list is not what was kept."""

    code: ClassVar[str] = "SS-607"


class ListNameTwice(SecondSourceError):
    """Two lists go by one name."""

    code: ClassVar[str] = "SS-608"


class StoreNotWritable(SecondSourceError):
    """The folder of the kept lists does not let us write."""

    code: ClassVar[str] = "SS-609"


class SnapshotOutOfOrder(SecondSourceError):
    """A snapshot is older than the newest that is kept, or the list is kept already."""

    code: ClassVar[str] = "SS-610"
