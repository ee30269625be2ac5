"""Names of a table found in running text, in time linear in the text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

# A dotted abbreviation is one word, so that "U.S." and "US" meet.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,8}|[^\W_]+")
_EAST_ASIAN = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_INFLECTED = re.compile(r"[\u0400-\u04ff\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3]")
# Case endings of Russian, Ukrainian and Bulgarian nouns and adjectives, the longest first.
_ENDINGS = (
    "ого",
    "ому",
    "ыми",
    "ими",
    "ом",
    "ем",
    "ой",
    "ей",
    "ою",
    "ый",
    "ий",
    "ая",
    "ое",
    "ую",
    "ым",
    "им",
    "ых",
    "их",
    "ів",
    "ів",
    "а",
    "у",
    "е",
    "ы",
    "и",
    "ю",
    "я",
    "о",
    "ь",
    "й",
    "і",
)
_SHORTEST_STEM = 4
# Two syllables are also parts of longer words; such a name must open its word.
_FREE_LENGTH = 3
# Characters between the words of one name: a space, a hyphen, an apostrophe, a bracket.
_WORD_GAP = 8
_LONGEST_ACRONYM = 6
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.){2,8}")
# Quick to look for, since it begins with one sign; most texts have none.
_DOTS = re.compile(r"\.[^\W\d_]\.")
_FEW_OPENINGS = 200
_LONGEST_KEPT = 400
"""Characters of a text whose names are remembered: several rules ask about one phrase."""
_MOST_KEPT = 1_000
"""Texts whose names are remembered; past that the memory starts anew."""


@lru_cache(maxsize=65_536)
def fold_name(name: str) -> str:
    """Return the key under which names are compared: compatibility forms, case, dots and punctuation do not count."""
    words = _WORD.findall(unicodedata.normalize("NFKC", name))
    return " ".join(word.replace(".", "").casefold() for word in words)


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[T]):
    words: tuple[str, ...]
    keys: tuple[str, ...]
    value: T


class PhraseFinder(Generic[T]):
    """Names indexed by their first word, or by their first two characters where words are not parted."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._by_word: dict[str, dict[str, list[_Phrase[T]]]] = {}
        self._by_pair: dict[str, list[tuple[str, T]]] = {}
        self._found: dict[str, tuple[tuple[int, int, T], ...]] = {}
        for name, value in names:
            if _EAST_ASIAN.match(name):
                self._by_pair.setdefault(name[:2].casefold(), []).append((name.casefold(), value))
                continue
            words = tuple(word.replace(".", "") for word in _WORD.findall(unicodedata.normalize("NFKC", name)))
            if words:
                keys = tuple(map(_key, words))
                second = keys[1] if len(keys) > 1 else ""
                self._by_word.setdefault(keys[0], {}).setdefault(second, []).append(_Phrase(words, keys, value))
        for seconds in self._by_word.values():
            for phrases in seconds.values():
                phrases.sort(key=lambda phrase: -len(phrase.words))
        for written in self._by_pair.values():
            written.sort(key=lambda item: -len(item[0]))

    def find(self, text: str) -> list[tuple[int, int, T]]:
        """Return (start, end, value) of each name found, the longest at each place, in text order, not overlapping."""
        known = self._found.get(text)
        if known is None:
            known = tuple(self._find(text))
            if len(text) <= _LONGEST_KEPT:
                if len(self._found) >= _MOST_KEPT:
                    self._found.clear()
                self._found[text] = known
        return list(known)

    def _find(self, text: str) -> list[tuple[int, int, T]]:
        found: list[tuple[int, int, T]] = []
        free = 0
        for match in self._openings(text):
            if match.end() <= free:
                continue
            seconds = self._by_word.get(_key(match.group()))
            hit = None if seconds is None or match.start() < free else _spaced(seconds, text, match)
            if hit is not None:
                found.append(hit)
                free = hit[1]
            elif _EAST_ASIAN.search(match.group()) is not None:
                for written in self._unspaced(text, match, free):
                    found.append(written)
                    free = written[1]
        return found

    def _openings(self, text: str) -> Iterator[re.Match[str]]:
        """Return the words of ``text`` that a name may open with, in text order; most words open none."""
        lowered = text.lower()
        if len(lowered) != len(text) or (not text.isascii() and _INFLECTED.search(text) is not None):
            return _WORD.finditer(text)
        opening: Iterable[str]
        if len(self._by_word) <= _FEW_OPENINGS:
            # Looking for each is quicker than parting the text into words; what stands inside a word falls out below.
            dotted = _ABBREVIATION.findall(lowered) if _DOTS.search(lowered) is not None else ()
            opening = {*(word for word in self._by_word if word in lowered), *dotted}
        else:
            words = set(_WORD.findall(lowered))
            opening = [word for word in words if word in self._by_word or "." in word]
        places = sorted({place for word in opening for place in _places(lowered, word)})
        # Matching at the place found takes the whole word or, inside a longer word, a piece that is no word.
        matches = (_WORD.match(text, place) for place in places)
        return (match for match in matches if match is not None)

    def _unspaced(self, text: str, word: re.Match[str], free: int) -> list[tuple[int, int, T]]:
        found: list[tuple[int, int, T]] = []
        at = max(word.start(), free)
        while at < word.end() - 1:
            hit = self._written_at(text, at, opens=at == word.start())
            if hit is None:
                at += 1
            else:
                found.append(hit)
                at = hit[1]
        return found

    def _written_at(self, text: str, at: int, *, opens: bool) -> tuple[int, int, T] | None:
        for name, value in self._by_pair.get(text[at : at + 2].casefold(), ()):
            if text[at : at + len(name)].casefold() == name and (opens or len(name) >= _FREE_LENGTH):
                return at, at + len(name), value
        return None


def _places(lowered: str, word: str) -> Iterator[int]:
    place = lowered.find(word)
    while place >= 0:
        if place == 0 or not lowered[place - 1].isalnum():
            yield place
        place = lowered.find(word, place + len(word))


def _spaced(seconds: dict[str, list[_Phrase[T]]], text: str, first: re.Match[str]) -> tuple[int, int, T] | None:
    """Return the longest name that stands in ``text`` from the word ``first``."""
    words = [first]
    following = _following(text, first)
    candidates = [] if following is None else seconds.get(_key(following.group()), [])
    for phrase in (*candidates, *seconds.get("", ())):
        while len(words) < len(phrase.words) and following is not None:
            words.append(following)
            following = _following(text, following)
        if len(words) >= len(phrase.words) and _fits(phrase, [word.group().replace(".", "") for word in words]):
            return first.start(), words[len(phrase.words) - 1].end(), phrase.value
    return None


def _following(text: str, word: re.Match[str]) -> re.Match[str] | None:
    following = _WORD.search(text, word.end(), word.end() + _WORD_GAP)
    if following is None or "\n\n" in text[word.end() : following.start()]:
        return None
    # A search window may cut the word short; matching again at its start takes all of it.
    return _WORD.match(text, following.start())


def _key(word: str) -> str:
    if word.isascii() and "." not in word:
        return word.lower()
    return _stem(word.replace(".", "").casefold())


def _stem(word: str) -> str:
    if not _CYRILLIC.match(word):
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _fits(phrase: _Phrase[T], words: list[str]) -> bool:
    return all(
        _key(word) == key and _same_case(name, word)
        for name, key, word in zip(phrase.words, phrase.keys, words, strict=False)
    )


def _same_case(name: str, written: str) -> bool:
    """Return whether capitals speak for the name: "AP" is never "ap", "Planet" never "planet"."""
    if name in {"The", "the"}:
        return True
    if 1 < len(name) <= _LONGEST_ACRONYM and name.isupper():
        return written == name
    return not name[0].isupper() or written[0].isupper() or name in _LOWERED


_LOWERED = frozenset({"Foreign", "Ministry", "Affairs", "Defence", "Defense", "National", "Unification"})
"""Words of descriptive names that many house styles write small ("the Russian foreign ministry")."""
