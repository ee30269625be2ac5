"""Words of names that carry little: articles, titles, legal forms, what is set before a ship's name."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from secondsource.screening.names.plain import fold_words


@cache
def word_table(name: str) -> dict[str, str]:
    """Return the table ``name`` of this package: each phrase, folded, with what its line says after the colon.

    A line holds ``value: phrase, phrase, …``; lines with ``#`` are remarks.
    """
    table: dict[str, str] = {}
    for value, phrases in table_lines(name):
        for phrase in phrases.split(","):
            table[" ".join(fold_words(phrase))] = value
    return table


def table_lines(name: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of the table ``name`` that are no remarks: what stands before and after the first colon."""
    path = resources.files("secondsource.screening") / "vocab" / f"{name}.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            heading, rest = line.split(":", 1)
            yield heading, rest


@cache
def longest_phrases(name: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the phrases of the table by their first word, longest first, with their values."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, value in word_table(name).items():
        words = tuple(phrase.split())
        by_first.setdefault(words[0], []).append((words, value))
    for phrases in by_first.values():
        phrases.sort(key=lambda item: -len(item[0]))
    return by_first


@cache
def little_words() -> frozenset[str]:
    """Return articles, prepositions and the words for "son of": they neither find nor refuse a name."""
    return frozenset(phrase for phrase, value in word_table("little_words").items() if value == "little")


@cache
def titles() -> frozenset[str]:
    """Return titles and forms of address."""
    return frozenset(phrase for phrase, value in word_table("little_words").items() if value == "title")


_NOTE = re.compile(
    r"\A(?:birth name|true name|real name|original script|previously listed as|formerly|good|low|na|"
    r"f ?k ?a|a ?k ?a|nom de guerre|alias|maiden name|passport|variant.*|.*\bspelling\b.*|"
    r"(?:the )?(?:first|second|third|fourth|i+)|.*\blisted as\b.*|.*\bnumber\b.*)\Z"
)


def is_note(words: str) -> bool:
    """Return whether the folded ``words`` in brackets are a remark about a name rather than another name."""
    return _NOTE.match(words) is not None
