"""What a reader of a format makes of a file."""

from typing import NamedTuple

from secondsource.model.listed import ListedEntry


class ListBody(NamedTuple):
    """A list without its name and digest.

    Attributes:
        list_on: The day the list itself bears, ISO 8601, None where it bears none.
        entries: What stands on it, in the file's order.
    """

    list_on: str | None
    entries: list[ListedEntry]
