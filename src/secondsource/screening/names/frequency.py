"""How frequent a name is in the world, apart from any list: what everybody is called proves little."""

from functools import cache

from secondsource.screening.names.latin import sound_of
from secondsource.screening.names.words import word_table

_PER = 10_000


@cache
def frequencies() -> dict[str, float]:
    """Return the share of persons who bear a name, by how the name sounds."""
    return _shares("frequent_names")


@cache
def word_frequencies() -> dict[str, float]:
    """Return the share of bodies in whose names a word stands, by how the word sounds or what it means."""
    meanings = word_table("body_words")
    return _shares("frequent_words") | {
        meanings[word]: float(value) / _PER for word, value in word_table("frequent_words").items() if word in meanings
    }


def _shares(table: str) -> dict[str, float]:
    return {sound_of(name): float(value) / _PER for name, value in sorted(word_table(table).items())}
