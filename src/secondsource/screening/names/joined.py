"""Words that one spelling joins and the next parts ("Petro Iran", "Petroiran"), and bodies called by initials."""

from collections.abc import Sequence

from secondsource.screening.names.agree import slips
from secondsource.screening.names.parts import Part

_LEAST = 5
_LONG = 9
_FEWEST_WORDS = 3
_ACRONYM = range(3, 8)


def joined_sounds(parts: Sequence[Part]) -> str:
    """Return how the parts sound when they are run together."""
    return "".join(part.sound for part in parts)


def same_joined(some: Sequence[Part], others: Sequence[Part]) -> bool:
    """Return whether the parts of both sides are the same letters, cut in other places."""
    if not some or not others or (len(some) == 1 and len(others) == 1):
        return False
    one, other = joined_sounds(some), joined_sounds(others)
    if min(len(one), len(other)) < _LEAST:
        return False
    return one == other or (len(one) >= _LONG and slips(one, other, 1) is not None)


def joins(some: Sequence[Part], others: Sequence[Part]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return where two neighbours on the one side are one word on the other: the places on both sides."""
    found: list[tuple[tuple[int, ...], tuple[int, ...]]] = [
        ((at, at + 1), (place,)) for at, place in _pairs_in(some, others)
    ]
    return found or [((place,), (at, at + 1)) for at, place in _pairs_in(others, some)]


def _pairs_in(pairs: Sequence[Part], words: Sequence[Part]) -> list[tuple[int, int]]:
    if len(pairs) < 2 or not words:
        return []
    long = {part.sound: place for place, part in enumerate(words) if len(part.sound) >= _LEAST}
    return [(at, long[two]) for at in range(len(pairs) - 1) if (two := pairs[at].sound + pairs[at + 1].sound) in long][
        :1
    ]


def initials(words: Sequence[str]) -> str | None:
    """Return the initials of a name of three words or more, None where they are no acronym."""
    letters = "".join(word[0] for word in words)
    return letters if len(words) >= _FEWEST_WORDS and len(letters) in _ACRONYM and letters.isascii() else None


def may_be_acronym(text: str) -> bool:
    """Return whether ``text`` is as long as initials are."""
    return len(text) in _ACRONYM and text.isascii() and text.isalpha()
