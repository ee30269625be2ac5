"""The passages of one report that stand in another."""

from dataclasses import dataclass
from itertools import pairwise

from secondsource.linking.shingles import RUN, SHORT_RUN, Run, Runs

GAP_MOST = 6
"""Changed words inside a passage that do not part it."""

PASSAGE_LEAST = 9
"""Words of the shortest passage."""

LONG_RUNS_LEAST = 3
"""Long runs a passage must hold, about seven words in a row: stock phrases are shorter.

Chosen with GAP_MOST and PASSAGE_LEAST on the development part of the copy graph.
"""


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


def overlap(child: Runs, parent: Runs, furniture: frozenset[Run] = frozenset()) -> Overlap:
    """Return what of the child's words stands in the parent; runs in ``furniture`` make no passage."""
    known = parent.short_set
    hits = [place for place, run in enumerate(child.short) if run in known]
    if not hits:
        return Overlap(0.0, ())
    strong = [run is not None and run in parent.long_set and run not in furniture for run in child.long]
    passages = tuple(
        Passage(places[0], places[-1] + SHORT_RUN) for places in _stretches(hits) if _is_passage(places, strong)
    )
    return Overlap(_n_covered(hits) / child.n_words, passages)


def cover(child: Runs, parent: Runs) -> float:
    """Return the share of the child's words that stand in short runs which the parent has too, 0 to 1."""
    known = parent.short_set
    hits = [place for place, run in enumerate(child.short) if run in known]
    return _n_covered(hits) / child.n_words if hits else 0.0


def _n_covered(hits: list[int]) -> int:
    return sum(min(SHORT_RUN, later - place) for place, later in pairwise(hits)) + SHORT_RUN


def _stretches(hits: list[int]) -> list[list[int]]:
    stretches = [[hits[0]]]
    for before, place in pairwise(hits):
        if place - before > GAP_MOST + SHORT_RUN:
            stretches.append([])
        stretches[-1].append(place)
    return stretches


def _is_passage(places: list[int], strong: list[bool]) -> bool:
    n_words = places[-1] + SHORT_RUN - places[0]
    if n_words < PASSAGE_LEAST or 2 * _n_covered(places) < n_words:
        return False
    return sum(strong[places[0] : max(places[0], places[0] + n_words - RUN + 1)]) >= LONG_RUNS_LEAST


def place_in_parent(child: Runs, parent: Runs, passage: Passage) -> Passage | None:
    """Return where the child's passage stands in the parent: the stretch that holds most of its long runs.

    None where the two share no long run inside the passage.
    """
    wanted = {run for run in child.long[passage.first : passage.end] if run is not None}
    places = [place for place, run in enumerate(parent.long) if run in wanted]
    if not places:
        return None
    best: list[int] = []
    current: list[int] = []
    for place in places:
        if current and place - current[-1] > GAP_MOST + RUN + 1:
            current = []
        current = [*current, place]
        if len(current) > len(best):
            best = current
    return Passage(best[0], best[-1] + RUN)
