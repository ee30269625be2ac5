"""What a captured page says, seen without the engine that took the report out of it."""

import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser

_SILENT = frozenset(("script", "style", "template"))
_SAYING = frozenset(("alt", "title", "content", "datetime", "placeholder", "value", "label", "aria-label"))
_DATA_TYPES = frozenset(("application/ld+json", "application/json"))
MAX_GAP = 400
"""Characters, white space not counted, that extraction may leave out inside a line: a link, a note; no passage."""

_MARKED = re.compile(r"<!\[(?!CDATA\[)", re.IGNORECASE)
"""A browser takes it for a comment up to the next ">"; the parser of some Pythons fails on what follows it."""
_MOST_STARTS = 5_000
_SHOWN = 60
_WORD = re.compile(r"\S+")


def squeezed(text: str) -> str:
    """Return ``text`` without white space and invisible characters, in NFC.

    Extraction folds and drops these; nothing of what can be read is lost.
    """
    bare = "".join("".join(char for char in word if char.isprintable()) for word in _WORD.findall(text))
    return unicodedata.normalize("NFC", bare)


def page_says(page: str) -> tuple[str, str]:
    """Return, both squeezed, what a page shows in its order, and what it says elsewhere.

    Elsewhere are attributes that carry words (a description, an alternative text) and embedded data; scripts and
    styles are left out. Never raises, whatever ``page`` holds.
    """
    reader = _PageReader()
    reader.feed(_MARKED.sub("<!x", page))
    reader.close()
    return squeezed(" ".join(reader.shown)), squeezed(" ".join(reader.elsewhere))


class _PageReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown: list[str] = []
        self.elsewhere: list[str] = []
        self._silent = ""
        self._data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elsewhere += [value for name, value in attrs if name in _SAYING and value]
        if tag in _SILENT and not self._silent:
            self._silent = tag
            self._data = tag == "script" and (dict(attrs).get("type") or "").lower() in _DATA_TYPES

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.shown.append(data)
        elif self._data:
            self.elsewhere.append(_unescaped(data))


_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\([\"/\\nrt])")


def _unescaped(data: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else match[2].strip("nrt"), data)


def missing_words(text: str, page: str) -> str | None:
    """Return the first words of ``text`` that ``page`` does not say, None if it says all.

    Each line of the text must stand in what the page shows, its words in their order and never more than
    :data:`MAX_GAP` characters apart, after the line before where that is possible; or, as a whole, elsewhere in the
    page. A sign that stands alone is not asked for: extraction parts the cells of a table with one.

    This proves that the words of a line stood together in the page in that order; it does not prove that the lines
    stood in that order or that nothing between the words was left out.
    """
    shown, elsewhere = page_says(page)
    at = 0
    for line in text.splitlines():
        words = [bare for bare in map(squeezed, line.split()) if bare]
        if squeezed(line) in elsewhere or not words:
            continue
        end = _end_of(words, shown, at)
        if end is None:
            return line.strip()[:_SHOWN]
        at = end
    return None


def _end_of(words: list[str], shown: str, at: int) -> int | None:
    run = "".join(words[: _longest_run(words, shown)])
    # The longest beginning that stands anywhere is the likeliest place; a link left out early in the line makes it
    # a wrong one, and the first word alone is tried.
    for beginning in (run, words[0]):
        for start in _starts(beginning, shown, at):
            end = _follow(words, shown, start)
            if end is not None:
                return end
    return None


def _starts(beginning: str, shown: str, at: int) -> Iterator[int]:
    for low, high in ((at, len(shown)), (0, at + len(beginning) - 1)):
        start = shown.find(beginning, low, high)
        for _ in range(_MOST_STARTS):
            if start < 0:
                break
            yield start
            start = shown.find(beginning, start + 1, high)


def _follow(words: list[str], shown: str, at: int) -> int | None:
    for word in words:
        is_sign = not any(map(str.isalnum, word))
        found = shown.find(word, at, at + (0 if is_sign else MAX_GAP) + len(word))
        if found >= 0:
            at = found + len(word)
        elif not is_sign:
            return None
    return at


def _longest_run(words: list[str], shown: str) -> int:
    # If a run stands there, so does every beginning of it: the longest is found by halving.
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if "".join(words[:middle]) in shown:
            low = middle
        else:
            high = middle - 1
    return low
