"""One digest for what an entry says, so that a change of it is noticed."""

import hashlib
import json
from dataclasses import fields

from secondsource.model.encoding import encode
from secondsource.model.listed import ListedEntry

# What successive snapshots tell about an entry is not what the entry says.
_NOT_SAID = frozenset({"listed_on", "delisted_on"})


def entry_digest(entry: ListedEntry) -> str:
    """Return the SHA-256 of what the list says of the entry."""
    said = {name: value for name, value in encode(entry).items() if name not in _NOT_SAID}
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def changes_between(before: ListedEntry, after: ListedEntry) -> tuple[str, ...]:
    """Return the names of the fields in which two versions of an entry differ."""
    return tuple(
        field.name
        for field in fields(ListedEntry)
        if field.name != "delisted_on" and getattr(before, field.name) != getattr(after, field.name)
    )
