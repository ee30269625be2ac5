"""How surely two reports tell of the same event, with reasons."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from secondsource.linking.likeness_table import nearness_table, pairs_above_zero, products
from secondsource.linking.profile import Profile
from secondsource.linking.when import Stretch

WORDS_PART = 0.7
"""Part of the words in the likeness of two reports in one language; the rest is names, ideas and numbers."""

OTHER_LANGUAGE = 0.9
"""What names, ideas and numbers alone are worth where the languages differ and words cannot meet."""

BACKGROUND = 10
"""Reports on other things that every set is taken to stand among, so that a set on one event still holds together."""

COMMON_MOST = 0.6
"""Share of a large set in which a feature may stand before it no longer makes two reports candidates."""

TABLE_MOST = 3000
"""Reports up to which all are compared as tables, which is quicker; beyond, tables would take gigabytes."""

_FADES = ((3.0, 1.0), (7.0, 0.9), (14.0, 0.7), (30.0, 0.45))
"""Likeness kept for reports so many days apart at most; further apart _FADED is left."""
_FADED = 0.2


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two reports are.

    Attributes:
        score: 0 to 1.
        because: The features that count most, heaviest first.
    """

    score: float
    because: tuple[str, ...]


Vector = dict[str, float]


class Comparison:
    """The profiles of a set of reports, weighed against one another."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        self._words = _weighed([profile.words for profile in profiles])
        self._shared = _weighed([profile.shared for profile in profiles])

    def scores(self) -> dict[tuple[int, int], float]:
        """Return the likeness of every two reports that share something, by their places, the lower place first."""
        if len(self._profiles) <= TABLE_MOST:
            return self._scores_at_once()
        words = _products(self._words)
        shared = _products(self._shared)
        found: dict[tuple[int, int], float] = {}
        for pair in sorted(words.keys() | shared.keys()):
            found[pair] = self._score(pair, words.get(pair, 0.0), shared.get(pair, 0.0))
        return found

    def _scores_at_once(self) -> dict[tuple[int, int], float]:
        most = _common_most(len(self._profiles))
        words, shared = products(self._words, most=most), products(self._shared, most=most)
        numbers = {language: at for at, language in enumerate({each.language for each in self._profiles} - {None})}
        spoken = np.array([numbers.get(each.language, -1) for each in self._profiles], np.int64)
        same = (spoken[:, None] == spoken[None, :]) | (spoken < 0)[:, None] | (spoken < 0)[None, :]
        text = np.where(same, WORDS_PART * words + (1 - WORDS_PART) * shared, OTHER_LANGUAGE * shared)
        near = nearness_table([profile.published for profile in self._profiles], _FADES, _FADED)
        return pairs_above_zero(text * near, (words > 0) | (shared > 0))

    def _score(self, pair: tuple[int, int], words: float, shared: float) -> float:
        one, other = (self._profiles[at] for at in pair)
        if one.language is not None and other.language is not None and one.language != other.language:
            text = OTHER_LANGUAGE * shared
        else:
            text = WORDS_PART * words + (1 - WORDS_PART) * shared
        return text * nearness(one, other)

    def likeness(self, one: int, other: int) -> Likeness:
        """Return the likeness of two reports with its reasons."""
        pair = (min(one, other), max(one, other))
        parts: Counter[str] = Counter()
        for vectors in (self._words, self._shared):
            first, second = vectors[pair[0]], vectors[pair[1]]
            parts.update({feature: weight * second[feature] for feature, weight in first.items() if feature in second})
        words = _dot(self._words[pair[0]], self._words[pair[1]])
        shared = _dot(self._shared[pair[0]], self._shared[pair[1]])
        heaviest = sorted(parts, key=lambda feature: (-parts[feature], feature))[:5]
        return Likeness(self._score(pair, words, shared), tuple(heaviest))


def nearness(one: Profile, other: Profile) -> float:
    """Return what is left of a likeness for the distance in time of two reports, 0.2 to 1; 1 where it is unknown."""
    if one.published is not None and other.published is not None:
        return _faded(one.published, other.published)
    return 1.0


def _faded(one: Stretch, other: Stretch) -> float:
    days = one.days_from(other)
    return next((left for most, left in _FADES if days <= most), _FADED)


def _weighed(counts: Sequence[dict[str, float]]) -> list[Vector]:
    n_with = Counter(feature for count in counts for feature in count)
    n_all = len(counts) + BACKGROUND
    rarity = {feature: math.log(n_all / n) for feature, n in n_with.items()}
    vectors: list[Vector] = []
    for count in counts:
        weighed = {feature: (1 + math.log(1 + n)) * rarity[feature] for feature, n in sorted(count.items())}
        length = math.sqrt(sum(weight * weight for weight in weighed.values()))
        vectors.append({feature: weight / length for feature, weight in weighed.items()} if length else {})
    return vectors


def _products(vectors: Sequence[Vector]) -> dict[tuple[int, int], float]:
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        for feature in vector:
            postings[feature].append(at)
    products: defaultdict[tuple[int, int], float] = defaultdict(float)
    most = _common_most(len(vectors))
    for feature, places in postings.items():
        if len(places) > most:
            continue
        for later, second in enumerate(places):
            weight = vectors[second][feature]
            for first in places[:later]:
                products[first, second] += weight * vectors[first][feature]
    return products


def _common_most(n_reports: int) -> int:
    return max(50, int(COMMON_MOST * n_reports))


def _dot(one: Vector, other: Vector) -> float:
    return sum(weight * other[feature] for feature, weight in one.items() if feature in other)
