"""Names out of the encoder's scores."""

from collections.abc import Iterator

from secondsource.model.entity import NameType
from secondsource.reading.encoder.session import Scores
from secondsource.reading.encoder.tags import NAME_TYPES
from secondsource.reading.encoder.viterbi import allowed_moves, tagged_spans

_MOVES = allowed_moves(len(NAME_TYPES))


def find_name_places(scores: Scores) -> Iterator[tuple[NameType, int, int]]:
    """Yield what the encoder takes for names: type, first word, one past the last; in text order."""
    for number, start, end in tagged_spans(scores.names, _MOVES, scores.opens):
        yield NAME_TYPES[number], start, end
