"""The tags that the encoder's heads give a word."""

from secondsource.model.entity import NameType

ROLES = ("source", "cue", "content")
NAME_TYPES = tuple(NameType)

OUTSIDE = 0


def begin(role: int) -> int:
    """Return the tag that opens a span of the role or type numbered ``role``."""
    return 1 + 2 * role


def inside(role: int) -> int:
    """Return the tag that goes on with a span of the role or type numbered ``role``."""
    return 2 + 2 * role


N_STATEMENT_TAGS = 1 + 2 * len(ROLES)
N_NAME_TAGS = 1 + 2 * len(NAME_TYPES)
