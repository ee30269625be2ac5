"""Bodies called in Han characters as lists write them: words of trade in English, the rest in pinyin."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from secondsource.screening.names.han import mandarin
from secondsource.screening.names.words import table_lines

_LONGEST = 100
_MOST_READINGS = 3
_MOST_SPELLINGS = 6
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
_RUN = re.compile(r"[\u3400-\u9fff]+|[^\u3400-\u9fff]+")
_KANA = re.compile(r"[\u3040-\u30ff]")


class _Own(NamedTuple):
    """A character of a body's own name, that is read and not put into English."""

    character: str


def body_in_latin(name: str) -> tuple[str, ...]:
    """Return the name with its Han characters put into Latin letters; nothing where it has none or is Japanese.

    Where a character is read in several ways there are several, the commonest readings first.
    """
    if name.isascii() or _HAN_RUN.search(name) is None or _KANA.search(name) is not None or len(name) > _LONGEST:
        return ()
    pieces = [piece for run in _RUN.findall(name) for piece in _pieces(run)]
    readings = [[piece] if isinstance(piece, str) else _read(piece.character) for piece in pieces]
    first = [choice[0] if choice else "" for choice in readings]
    found = ["".join(first)]
    for place, choice in enumerate(readings):
        found += ["".join([*first[:place], other, *first[place + 1 :]]) for other in choice[1:]]
    return tuple(dict.fromkeys(" ".join(one.split()) for one in found[:_MOST_SPELLINGS]))


def _read(character: str) -> list[str]:
    return [reading.replace("v", "u") for reading in mandarin(character)[:_MOST_READINGS]]


def _pieces(run: str) -> Iterator["str | _Own"]:
    if _HAN_RUN.match(run) is None:
        yield run
        return
    place = 0
    yield " "
    while place < len(run):
        word = next((word for word in _words() if run.startswith(word, place)), None)
        # What is no word of trade is the body's own name, that lists write in one.
        yield f" {_words()[word]} " if word is not None else _Own(run[place])
        place += len(word or " ")
    yield " "


@cache
def _words() -> dict[str, str]:
    found = [(word, english) for english, words in table_lines("han_words") for word in words.split()]
    return dict(sorted(found, key=lambda item: (-len(item[0]), item[0])))
