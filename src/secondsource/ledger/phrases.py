"""What a search asks for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.ledger.words import Word, find_words
from secondsource.model.evidence import Span

MAX_PHRASES = 64
"""Phrases of one search that count; what is beyond is a pasted page, and the first already name it."""

MAX_KEYS = 64
"""Words of one phrase that count, for the same reason."""

MIN_PREFIX = 4
"""Letters from which a word also finds longer ones: "sanction" finds "sanctions", "war" does not find "warm"."""

_QUOTES = '"“”„«»'
_PIECE = re.compile(f"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]|([^\\s{_QUOTES}]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that must stand side by side.

    Attributes:
        keys: Their keys; never empty.
        prefix: Whether the last may go on.
    """

    keys: tuple[str, ...]
    prefix: bool


def find_phrases(search: str) -> tuple[Phrase, ...]:
    """Return what ``search``, as a person types it, asks for; empty where it holds no word.

    Every blank parts two phrases, quote marks hold one together, and so does what stands without a blank
    ("Il-76" asks for "il" before "76"). Nothing in it is an operator.
    """
    phrases: dict[Phrase, None] = {}
    for match in _PIECE.finditer(search):
        phrase = _phrase(match.group(1) or match.group(2) or "", quoted=match.group(1) is not None)
        if phrase is not None:
            phrases[phrase] = None
    return tuple(phrases)[:MAX_PHRASES]


def _phrase(piece: str, *, quoted: bool) -> Phrase | None:
    words = list(find_words(piece))[:MAX_KEYS]
    if not words:
        return None
    last = words[-1]
    prefix = not quoted and not last.wide and last.key.isalpha() and len(last.key) >= MIN_PREFIX
    return Phrase(keys=tuple(word.key for word in words), prefix=prefix)


def matches(words: Sequence[Word], phrases: Sequence[Phrase]) -> Iterator[Span]:
    """Yield where the phrases stand among the words of a text, in text order, not overlapping."""
    end = -1
    for n, word in enumerate(words):
        if word.start < end:
            continue
        lengths = [len(phrase.keys) for phrase in phrases if _stands_at(words, n, phrase)]
        if lengths:
            end = words[n + max(lengths) - 1].end
            yield Span(word.start, end)


def _stands_at(words: Sequence[Word], n: int, phrase: Phrase) -> bool:
    if n + len(phrase.keys) > len(words):
        return False
    *inner, last = phrase.keys
    if any(words[n + i].key != key for i, key in enumerate(inner)):
        return False
    key = words[n + len(inner)].key
    return key.startswith(last) if phrase.prefix else key == last
