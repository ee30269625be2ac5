"""Several names in one field of a list, taken apart."""

import re
from functools import lru_cache

from secondsource.screening.names.plain import fold_words
from secondsource.screening.names.words import is_note

_LETTERED = re.compile(r"(?:\A|[;,]?\s)\(?[a-z1-9]\)\s+")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_SLASH = re.compile(r"\s/\s|;\s")
_ORIGINAL = re.compile(r"\A\s*original script:\s*", re.IGNORECASE)


@lru_cache(maxsize=1024)
def split_names(text: str) -> tuple[str, ...]:
    """Return the names that stand in one field: ``a) …; b) …``, ``… / …``, and another script in brackets."""
    if not any(mark in text for mark in "()[]/;"):
        return (text,)
    found: dict[str, None] = {}
    for piece in _LETTERED.split(text):
        for name in _SLASH.split(piece):
            _add(found, name)
    return tuple(found) or (text,)


def _add(found: dict[str, None], name: str) -> None:
    outside = " ".join(_BRACKETS.sub(" ", name).replace("(", " ").replace(")", " ").split()).strip(" ;,")
    if fold_words(outside):
        found[outside] = None
    for match in _BRACKETS.finditer(name):
        inside = _ORIGINAL.sub("", match[1] or match[2] or "").strip(" ;,")
        words = fold_words(inside)
        if words and not is_note(" ".join(words)):
            found[inside] = None
