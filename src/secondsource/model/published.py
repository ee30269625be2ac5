"""When a report was published, and how that is known."""

from dataclasses import dataclass
from enum import StrEnum


class PublishedBasis(StrEnum):
    """How the date is known, surest first."""

    GIVEN = "given"
    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A date of publication, never guessed.

    Attributes:
        edtf: Extended Date/Time Format (ISO 8601-2 level 1): a day, a moment with offset, or an interval where the
            date is only inferred; None if unknown.
        basis: How it is known.
    """

    edtf: str | None
    basis: PublishedBasis


UNKNOWN_DATE = Published(edtf=None, basis=PublishedBasis.UNKNOWN)
