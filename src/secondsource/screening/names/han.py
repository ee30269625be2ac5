"""How Han characters are read: in Mandarin by pypinyin's table, in Korean by the package's own."""

import re
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from secondsource.screening.names.words import table_lines

_FIRST, _LAST = 0x3400, 0x9FFF
_ENTRY = re.compile(r'"(\d+)":\s*"([^"]+)"')
_TONES = re.compile(r"[\u0300\u0301\u0302\u0304\u030c]")
_HAN = re.compile(r"[\u3400-\u9fff]+\Z")


def is_han(text: str) -> bool:
    """Return whether ``text`` is of Han characters throughout; names with kana are Japanese, and read otherwise."""
    return _HAN.match(text) is not None


def mandarin(character: str) -> tuple[str, ...]:
    """Return the syllables that a Han character may be read as, without tones, ``v`` for ü; the commonest first."""
    at = ord(character) - _FIRST
    return (_mandarin()[at] or ()) if 0 <= at <= _LAST - _FIRST else ()


@cache
def _mandarin() -> list[tuple[str, ...] | None]:
    """Return the readings by code point.

    The file is read as data: importing pypinyin would load its phrases too, forty megabytes that no name needs.
    """
    place = find_spec("pypinyin")
    folder = Path((place.submodule_search_locations or [""])[0]) if place is not None else Path()
    text = (folder / "pinyin_dict.json").read_text(encoding="utf-8")
    found: list[tuple[str, ...] | None] = [None] * (_LAST - _FIRST + 1)
    shared: dict[str, tuple[str, ...]] = {}
    for match in _ENTRY.finditer(text):
        at = int(match[1]) - _FIRST
        if 0 <= at < len(found):
            readings = shared.get(match[2])
            if readings is None:
                readings = shared[match[2]] = tuple(dict.fromkeys(_plain(one) for one in match[2].split(",")))
            found[at] = readings
    return found


def _plain(reading: str) -> str:
    bare = _TONES.sub("", unicodedata.normalize("NFD", reading))
    return unicodedata.normalize("NFC", bare).replace("ü", "v")


def sino_korean(character: str) -> tuple[str, ...]:
    """Return the Hangul syllables that a Han character may be read as in Korean names; none where none is known."""
    return _sino_korean().get(character, ())


@cache
def _sino_korean() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for syllable, characters in table_lines("hanja"):
        for character in characters.strip():
            found[character] = tuple(dict.fromkeys([*found.get(character, ()), syllable]))
    return found
