"""How frequent a name is in the world, apart from any list: what everybody is called proves little."""

from functools import cache

from secondsource.screening.names.latin import sound_of
from secondsource.screening.names.words import word_table

_PER = 10_000


@cache
def frequencies() -> dict[str, float]:
    """Return the share of persons who bear a name, by how the name sounds."""
    return {sound_of(name): float(value) / _PER for name, value in sorted(word_table("frequent_names").items())}
