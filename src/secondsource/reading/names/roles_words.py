"""Phrases that name an office."""

import re
from collections.abc import Sequence
from functools import cache

from secondsource.reading.names.tokens import Token
from secondsource.reading.vocabulary import word_set

_LINK = r"(?:,\s|\s[–—-]\s|\s\(|,?\swho\s(?:is|was|serves\sas|served\sas)\s(?:currently\s|now\s)?)"
_ARTICLE = r"(?:(?:the|an?|its|their|his|her|then|now|currently|one\sof\sthe)\s){0,2}"
_NOT_QUALIFIERS = (
    "and|or|of|for|with|to|in|on|at|by|from|as|that|which|who|whom|whose|said|told|says|but|while|when|where|met|meet|"
    "is|was|are|were|has|have|had|the|his|her|their|its|after|before|between|against|about|than|not|also|added|asked"
)


def role_after(text: str, position: int) -> re.Match[str] | None:
    """Return the match of an office in apposition at ``position`` (", the president"), None if there is none.

    Group ``office`` holds the words of the office with what qualifies them.
    """
    return _after_pattern().match(text, position)


def role_length_before(run: Sequence[Token]) -> int:
    """Return how many of the last words of ``run`` make the phrase of an office; its head is the last word."""
    modifiers = word_set("roles", "modifiers")
    heads = word_set("roles", "heads")
    length = 1
    while length < len(run) and run[len(run) - length].joined:
        word = run[len(run) - 1 - length].low
        if word not in modifiers and word not in heads:
            break
        length += 1
    return length


@cache
def _after_pattern() -> re.Pattern[str]:
    words = sorted(word_set("roles", "heads") | word_set("roles", "heads_after"), key=lambda word: (-len(word), word))
    heads = "|".join(re.escape(word) for word in words)
    # Up to five words may qualify the head, none of them a verb form or a word that links; all lengths are bounded.
    qualifier = rf"(?!(?:{_NOT_QUALIFIERS})\b|\w{{1,20}}ing\b)[\w’'.&-]{{1,24}}\s"
    return re.compile(
        rf"{_LINK}{_ARTICLE}(?P<office>(?:{qualifier}){{0,5}}?(?:{heads})(?:\s(?:executive\s|general\s)?(?:{heads})){{0,2}}"
        rf"(?:\sof\s(?:staff|mission|police|protocol|intelligence|operations|defence|defense))?)\b(?!-)",
        re.IGNORECASE,
    )
