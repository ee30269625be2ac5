"""What can go wrong with the desk's file, and the codes of the faults that a check of it finds."""

from secondsource.model.errors import SecondSourceError


class NotADesk(SecondSourceError):
    """The file is there and is no desk."""

    code = "SS-231"


class DeskNotFound(SecondSourceError):
    """There is no such desk and none was to be made."""

    code = "SS-232"


class DeskTooNew(SecondSourceError):
    """A later version of the program made the desk."""

    code = "SS-233"


class ErasureUnfinished(SecondSourceError):
    """The words are gone from the tables; the file still holds bytes of them."""

    code = "SS-234"


DESK_CHAIN_FAULT = "SS-240"
"""An entry of the desk's log is missing, out of order or changed."""

CONTENT_FAULT = "SS-241"
"""Words are not those that the log recorded, or are gone without an erasure."""

STANDING_FAULT = "SS-242"
"""A comment stands otherwise than its entries say."""

DESK_GUARD_FAULT = "SS-243"
"""The desk's tables lack what keeps them append-only."""
