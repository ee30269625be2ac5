"""A text's words as search compares them, and where each stands."""

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

MAX_KEY = 64
"""Longest key in characters; what is longer is no word but data, and counts by its beginning."""

# Scripts that put no blanks between words: each character counts as a word there, and a searched word is a run of
# them, so that a Korean noun is found with any particle behind it and two syllables are enough.
_WIDE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff"
)
_CONJOINING = "[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?|[\u1160-\u11ff]"
_KEPT_MARKS = "\u3099\u309a"
_NOT_IN_KEY = re.compile(r"[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f\s]+")


class Word(NamedTuple):
    """A word of a text.

    Attributes:
        key: What is compared: folded, without accents, letters and digits only; never empty.
        start: First character, counted in code points from 0.
        end: One past the last character.
        wide: Whether it is one character of a script that does not part its words.
    """

    key: str
    start: int
    end: int
    wide: bool


def find_words(text: str) -> Iterator[Word]:
    """Yield the words of ``text`` in order, not overlapping."""
    for match in _word().finditer(text):
        key = _key(match.group())
        if key:
            yield Word(key, match.start(), match.end(), match.lastgroup == "wide")


def search_form(text: str) -> str:
    """Return the keys of the words of ``text``, parted by one blank."""
    return " ".join(word.key for word in find_words(text))


@cache
def _word() -> re.Pattern[str]:
    # Made at first use: the walk over all marks takes some milliseconds.
    marks = "".join(map(chr, (code for code in range(0x10000) if unicodedata.category(chr(code)) in _JOINED)))
    joined = f"[{re.escape(marks)}]*"
    return re.compile(f"(?P<wide>(?:{_CONJOINING}|[{_WIDE}]){joined})|(?:(?![{_WIDE}\u1100-\u11ff])[^\\W_]{joined})+")


_JOINED = frozenset(("Mn", "Mc", "Me", "Cf"))


@lru_cache(maxsize=65_536)
def _key(word: str) -> str:
    if word.isascii():
        return sys.intern(word.lower()[:MAX_KEY])
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold())
    plain = "".join(char for char in folded if char in _KEPT_MARKS or unicodedata.category(char) not in _JOINED)
    return _NOT_IN_KEY.sub("", unicodedata.normalize("NFC", plain))[:MAX_KEY]
