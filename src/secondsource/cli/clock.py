"""The time and the name that go into what a command leaves behind."""

import getpass
from datetime import UTC, datetime


def now() -> datetime:
    """Return the present moment, aware UTC; the only place of the program that looks at a clock for its results."""
    return datetime.now(UTC)


def who_is_it(given: str | None) -> str:
    """Return the name that is given, else the login name, else ``unknown``."""
    if given is not None:
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # A container may run under a number that has no name.
        return "unknown"
