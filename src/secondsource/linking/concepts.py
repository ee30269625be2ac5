"""Ideas that words of several languages share."""

import tomllib
from collections import defaultdict
from functools import cache, lru_cache
from importlib import resources

_STEM_LEAST = 3


class _Concepts:
    def __init__(self, table: dict[str, list[str]]) -> None:
        self._by_start: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self._korean: list[tuple[str, str]] = []
        for idea, words in sorted(table.items()):
            for word in words:
                if "\uac00" <= word[0] <= "\ud7a3":
                    self._korean.append((word, idea))
                else:
                    self._by_start[word[:_STEM_LEAST]].append((word, idea))

    def of(self, word: str) -> frozenset[str]:
        if "\uac00" <= word[0] <= "\ud7a3":
            return frozenset(idea for part, idea in self._korean if part in word)
        return frozenset(idea for start, idea in self._by_start.get(word[:_STEM_LEAST], ()) if word.startswith(start))


@cache
def _concepts() -> _Concepts:
    source = resources.files("secondsource.linking").joinpath("vocab/concepts.toml")
    return _Concepts(tomllib.loads(source.read_text(encoding="utf-8"))["concepts"])


@lru_cache(maxsize=65_536)
def concepts_of(word: str) -> frozenset[str]:
    """Return the ideas that a word, case folded, may stand for; empty for most words.

    A word of one letter or two starts no entry; a Korean word holds every idea whose form is part of it.
    """
    return _concepts().of(word) if word else frozenset()
