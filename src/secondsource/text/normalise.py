"""The one key under which names are compared."""

import re
import unicodedata
from functools import lru_cache

_INITIALISM = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,20}|(?<!\w)(?:[^\W\d_]\.){1,20}[^\W\d_](?!\w)")


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Return the key of ``name``: two names are the same where their keys are.

    NFKC and case folded; the dots of initialisms are dropped ("U.N." is "UN"), invisible format characters too;
    hyphens and all other punctuation become spaces, runs of spaces one. Accents stay: they tell names apart.
    The key of a key is itself. Empty where ``name`` holds neither letter, digit nor symbol.
    """
    # Folding case can undo NFKC (a letter may fold into a composable pair), so it is applied on both sides.
    key = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    key = _INITIALISM.sub(lambda match: match.group().replace(".", "") + " ", key)
    return " ".join("".join(map(_plain, key)).split())


def _plain(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    return " " if category[0] in "PZC" else char
