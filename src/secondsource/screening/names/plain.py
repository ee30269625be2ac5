"""Names folded to what spellings of every script share before any rule is applied."""

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ə": "a",
        "ŋ": "ng",
        "ħ": "h",
        "&": " and ",
    }
)
# Marks of pronunciation that one spelling writes and the next leaves out: never a border between two words.
_SILENT = re.compile(
    r"[\u0027\u0060\u00b4\u02b9-\u02bf\u02c8\u2018-\u201b\u2032\u201c\u201d\"\u0640\u200b-\u200f\u202a-\u202e]"
)
_DOTTED = re.compile(r"\b((?:[^\W\d_]\.){2,12})")
_WORD = re.compile(r"[^\W_]+")
MARKS_FREE = re.compile(r"[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")


class Script(IntEnum):
    """The writing that a word is in, as far as the rules tell them apart."""

    LATIN = 0
    CYRILLIC = 1
    ARABIC = 2
    HANGUL = 3
    HAN = 4
    OTHER = 5


@lru_cache(maxsize=4096)
def fold_words(name: str) -> tuple[str, ...]:
    """Return the words of ``name`` without case, accents, apostrophes and punctuation, in order.

    Hangul stays composed; the dots of initials go ("S.A." is one word), hyphens part words.
    """
    if name.isascii():
        folded = name.casefold()
    else:
        folded = unicodedata.normalize("NFKD", name).casefold()
        folded = unicodedata.normalize("NFC", MARKS_FREE.sub("", folded))
    folded = _SILENT.sub("", folded.translate(_LETTERS))
    if "." in folded:
        folded = _DOTTED.sub(lambda match: match[1].replace(".", "") + " ", folded)
    return tuple(_WORD.findall(folded))


def script_of(word: str) -> Script:
    """Return the writing of ``word``, told by its first letter."""
    code = ord(word[0])
    if code < 0x250 or 0x1E00 <= code <= 0x1EFF:
        return Script.LATIN
    if 0x400 <= code <= 0x52F:
        return Script.CYRILLIC
    if 0x600 <= code <= 0x6FF or 0x750 <= code <= 0x77F or 0xFB50 <= code <= 0xFEFC:
        return Script.ARABIC
    if 0xAC00 <= code <= 0xD7A3:
        return Script.HANGUL
    if 0x3400 <= code <= 0x9FFF:
        return Script.HAN
    return Script.OTHER
