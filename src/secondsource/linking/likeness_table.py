"""The likeness of all reports of a set at once, as tables; to the last bit what adding pair by pair gives."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from secondsource.linking.when import Stretch

Table = NDArray[np.float64]

MINUTES_A_DAY = 1440


def products(vectors: Sequence[Mapping[str, float]], *, most: int) -> Table:
    """Return the scalar products of every two vectors; above zero exactly where the two share a feature.

    Added feature by feature in the order in which the features first come, as one would pair by pair: adding in
    another order, as a product of matrices does, gives other last bits, and other groups where two likenesses tie.

    Args:
        vectors: The weight of each feature; above zero.
        most: A feature that more of the vectors have is left out.

    Returns:
        float64, shape (vectors, vectors); what stands on the diagonal has no meaning.
    """
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        for feature in vector:
            postings[feature].append(at)
    table = np.zeros((len(vectors), len(vectors)))
    for feature, places in postings.items():
        if 1 < len(places) <= most:
            weights = np.array([vectors[at][feature] for at in places])
            table[np.ix_(places, places)] += np.outer(weights, weights)
    return table


def sharing(sets: Sequence[Collection[str]]) -> NDArray[np.bool_]:
    """Return whether every two share an element, shape (sets, sets); what stands on the diagonal has no meaning."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(sets):
        for element in each:
            postings[element].append(at)
    table = np.zeros((len(sets), len(sets)), np.bool_)
    for places in postings.values():
        if len(places) > 1:
            table[np.ix_(places, places)] = True
    return table


def nearness_table(stretches: Sequence[Stretch | None], fades: Sequence[tuple[float, float]], faded: float) -> Table:
    """Return what is left of a likeness for the distance in time of every two; 1 where a time is unknown.

    Args:
        stretches: When each was published, None if unknown.
        fades: Days at most, and what is left; ascending.
        faded: What is left beyond the last of them.

    Returns:
        float64, shape (stretches, stretches).
    """
    earliest = np.array([0 if each is None else each.earliest for each in stretches], np.int64)
    latest = np.array([0 if each is None else each.latest for each in stretches], np.int64)
    known = np.array([each is not None for each in stretches], np.bool_)
    apart = earliest[:, None] - latest[None, :]
    days = np.maximum(np.maximum(apart, apart.T), 0) / MINUTES_A_DAY
    left = np.select([days <= most for most, _ in fades], [kept for _, kept in fades], faded)
    return np.where(known[:, None] & known[None, :], left, 1.0)


class KeptPairs(Mapping[tuple[int, int], float]):
    """Values of pairs, the lower place first, in less room than a dictionary of most pairs takes.

    Args:
        pairs: The values; above zero.
        n_places: One more than the greatest place.
    """

    def __init__(self, pairs: Mapping[tuple[int, int], float], n_places: int) -> None:
        self._table = np.zeros((n_places, n_places))
        for (one, other), value in pairs.items():
            self._table[one, other] = value

    def __getitem__(self, pair: tuple[int, int]) -> float:
        value = float(self._table[pair])
        if not value:
            raise KeyError(pair)
        return value

    def __iter__(self) -> Iterator[tuple[int, int]]:
        first, second = np.nonzero(self._table)
        return iter(zip(first.tolist(), second.tolist(), strict=True))

    def __len__(self) -> int:
        return int(np.count_nonzero(self._table))
