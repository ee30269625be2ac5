"""Word pieces: the numbers of a word's parts in the encoder's vocabulary."""

from collections.abc import Sequence

from secondsource.reading.encoder.words import spelling

PADDING = 0
LINE_BREAK = 1
"""The first unused entry of the vocabulary stands for the end of a line."""
UNKNOWN = 100
OPENING = 101
CLOSING = 102

_LONGEST = 60
"""Characters of a word past which it is taken for no word (a hash, a run of base64) and gets one unknown piece."""
_MOST_KEPT = 200_000
"""Words whose pieces are remembered; past that the memory starts anew, so that it stays bounded."""
_MOST_PIECES = 12
"""Pieces of one word; the rest of a longer word tells a reader nothing more."""


class WordPieces:
    """The pieces of words by greedy longest match, as BERT's uncased vocabulary is meant to be read.

    Source: Wu et al. 2016, "Google's Neural Machine Translation System", section 4.1.
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """Take the vocabulary, an entry a line number; entries that go on a word begin with ``##``."""
        self._numbers = {entry: number for number, entry in enumerate(vocabulary)}
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """Return the pieces of ``word``, one at least; a word that cannot be spelt is one unknown piece."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            found = self._known[word] = self._cut(spelling(word))
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        if not word or len(word) > _LONGEST:
            return (UNKNOWN,)
        pieces: list[int] = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                entry = word[start:end] if start == 0 else f"##{word[start:end]}"
                number = self._numbers.get(entry)
                if number is not None:
                    pieces.append(number)
                    start = end
                    break
            else:
                return (UNKNOWN,)
        return tuple(pieces[:_MOST_PIECES])
