"""Base forms that an English word could have."""

from collections.abc import Iterator, Mapping
from functools import cache

from secondsource.reading.statements.cue_table import cue_table

BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"])
"""Forms of "be"."""


def verb_bases(word: str) -> Iterator[str]:
    """Yield what the base form of a verb in lower case could be, the likeliest first; most are no words."""
    if word in BE:
        yield "be"
        return
    if word in _irregular():
        yield _irregular()[word]
    yield from _without(word, ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""))
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word:
            yield from (stem + "e", stem)
            if stem[-2:-1] == stem[-1:]:
                yield stem[:-1]


def noun_bases(word: str) -> Iterator[str]:
    """Yield what the singular of a noun in lower case could be."""
    yield from _without(word, ("ies", "y"), ("es", ""), ("s", ""))


def _without(word: str, *endings: tuple[str, str]) -> Iterator[str]:
    yield word
    for ending, instead in endings:
        if word.endswith(ending):
            yield word.removesuffix(ending) + instead


@cache
def _irregular() -> Mapping[str, str]:
    return {form: base for base, forms in cue_table()["irregular"].items() for form in forms.split()}
