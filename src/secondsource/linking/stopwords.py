"""Words that say nothing about what happened."""

from functools import cache
from importlib import resources


def is_stopword(word: str) -> bool:
    """Return whether ``word``, case folded, is a function word or a word of every report."""
    return len(word) < 2 or word in _stopwords()


@cache
def _stopwords() -> frozenset[str]:
    source = resources.files("secondsource.linking").joinpath("vocab/stopwords.txt")
    lines = source.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
