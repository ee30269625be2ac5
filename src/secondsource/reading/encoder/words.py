"""Words as the encoder counts them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from secondsource.model.evidence import Span

# A run of letters and digits with its combining marks is a word, any other sign is one by itself; so is each
# character of a script that writes no spaces, as the vocabulary has it.
_CJK = "\u2e80-\u2fff\u3040-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f"
_WORD = re.compile(rf"[{_CJK}]|(?:(?![{_CJK}])[^\W_])(?:(?![{_CJK}])[^\W_]|[{_MARKS}])*|[^\s]")


def word_spans_in(text: str, lines: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield the words of each of ``lines``, in text order; no word crosses the end of its line."""
    for line in lines:
        yield [Span(match.start(), match.end()) for match in _WORD.finditer(text, line.start, line.end)]


@lru_cache(maxsize=65_536)
def spelling(word: str) -> str:
    """Return ``word`` as the vocabulary spells it: composed, lower case, without accents."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(part for part in parts if unicodedata.category(part) != "Mn")
