"""The passages of one report that stand in another."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from secondsource.linking.shingles import RUN, SHORT_RUN, RunArray, among

Places = NDArray[np.int64]

GAP_MOST = 6
"""Changed words inside a passage that do not part it."""

PASSAGE_LEAST = 9
"""Words of the shortest passage."""

LONG_RUNS_LEAST = 5
"""Long runs a passage must hold, about nine words in a row: stock phrases are shorter.

Chosen with GAP_MOST and PASSAGE_LEAST on the development part of the copy graph.
"""

NO_RUNS: RunArray = np.empty(0, np.uint64)

AnyRuns = NDArray[Any]


class Comparable(Protocol):
    """The runs of one report, by whichever numbers all that are compared have in common."""

    @property
    def n_words(self) -> int:
        """Words of the report's own wording."""

    @property
    def long(self) -> AnyRuns:
        """The long run at each place."""

    @property
    def short(self) -> AnyRuns:
        """The short run at each place."""

    @property
    def long_set(self) -> RunArray:
        """All long runs as they are in every process, ascending, each once."""

    def has_long(self, runs: AnyRuns, /) -> NDArray[np.bool_]:
        """Return for each of ``runs`` whether it is a long run of this report."""

    def has_long_between(self, first: int, end: int, runs: AnyRuns, /) -> NDArray[np.bool_]:
        """Return for each of ``runs`` whether it begins in this report from place ``first`` to before ``end``."""

    def has_short(self, runs: AnyRuns, /) -> NDArray[np.bool_]:
        """Return for each of ``runs`` whether it is a short run of this report."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage by the places of its words.

    Attributes:
        first: Place of its first word.
        end: Place after its last word.
    """

    first: int
    end: int

    @property
    def n_words(self) -> int:
        """How many words it has."""
        return self.end - self.first


@dataclass(frozen=True, slots=True)
class Overlap:
    """What of a child's words stands in a parent.

    Attributes:
        cover: Share of the child's words that stand in short runs which the parent has too, 0 to 1.
        passages: The child's passages that stand in the parent, changed words inside them allowed, in text order.
    """

    cover: float
    passages: tuple[Passage, ...]


def overlap(child: Comparable, parent: Comparable, furniture: AnyRuns = NO_RUNS) -> Overlap:
    """Return what of the child's words stands in the parent; runs in ``furniture`` make no passage."""
    hits = parent.has_short(child.short).nonzero()[0]
    if not len(hits):
        return Overlap(0.0, ())
    steps = hits[1:] - hits[:-1]
    covered = np.minimum(steps, SHORT_RUN)
    edges = [0, *((steps > GAP_MOST + SHORT_RUN).nonzero()[0] + 1).tolist(), len(hits)]
    stretches = [
        Passage(int(hits[first]), int(hits[end - 1]) + SHORT_RUN)
        for first, end in pairwise(edges)
        if hits[end - 1] + SHORT_RUN - hits[first] >= PASSAGE_LEAST
        and 2 * (covered[first : end - 1].sum() + SHORT_RUN) >= hits[end - 1] + SHORT_RUN - hits[first]
    ]
    passages = _with_long_runs(stretches, child, parent, furniture) if stretches else ()
    return Overlap((int(covered.sum()) + SHORT_RUN) / child.n_words, passages)


def _with_long_runs(
    stretches: Sequence[Passage], child: Comparable, parent: Comparable, furniture: AnyRuns
) -> tuple[Passage, ...]:
    strong = parent.has_long(child.long)
    if len(furniture):
        strong &= ~among(child.long, furniture)
    return tuple(
        stretch
        for stretch in stretches
        if np.count_nonzero(strong[stretch.first : max(stretch.first, stretch.end - RUN + 1)]) >= LONG_RUNS_LEAST
    )


def n_common(child: Comparable, parent: Comparable) -> int:
    """Return how many different short runs the two have in common."""
    # Sorting takes a fraction of what looking for the different ones by hash does, so few are they.
    common = np.sort(child.short[parent.has_short(child.short)])
    return len(common[:1]) + int(np.count_nonzero(common[1:] != common[:-1]))


def cover(child: Comparable, parent: Comparable) -> float:
    """Return the share of the child's words that stand in short runs which the parent has too, 0 to 1."""
    hits = np.flatnonzero(parent.has_short(child.short))
    return _n_covered(hits) / child.n_words if len(hits) else 0.0


def _n_covered(hits: Places) -> int:
    return int(np.minimum(hits[1:] - hits[:-1], SHORT_RUN).sum()) + SHORT_RUN


def place_in_parent(child: Comparable, parent: Comparable, passage: Passage) -> Passage | None:
    """Return where the child's passage stands in the parent: the stretch that holds most of its long runs.

    None where the two share no long run inside the passage.
    """
    places = np.flatnonzero(child.has_long_between(passage.first, passage.end, parent.long))
    if not len(places):
        return None
    parted = np.flatnonzero(np.diff(places) > GAP_MOST + RUN + 1) + 1
    edges = [0, *parted.tolist(), len(places)]
    first, end = max(pairwise(edges), key=lambda edge: (edge[1] - edge[0], -edge[0]))
    return Passage(int(places[first]), int(places[end - 1]) + RUN)
