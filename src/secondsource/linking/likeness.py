"""How surely two reports tell of the same event."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondsource.linking.likeness_table import Table, nearness_table, products, sharing
from secondsource.linking.profile import Profile
from secondsource.linking.report_weights import ALIKE_IN, DIFFER_IN, ReportWeights, report_weights
from secondsource.linking.when import Stretch

OTHER_LANGUAGE = 0.9
"""What names, ideas and numbers alone are worth where the languages differ and words cannot meet."""

BACKGROUND = 10
"""Reports on other things that every set is taken to stand among, so that a set on one event still holds together."""

COMMON_MOST = 0.6
"""Share of a large set in which a feature may stand before it no longer makes two reports candidates."""

TABLE_MOST = 3000
"""Reports up to which all are compared as tables, which is quicker; beyond, tables would take gigabytes."""

UNLIKELY = 0.01
"""Likeness below which two reports have none, so that few pairs are kept of many."""

_FADES = ((3.0, 1.0), (7.0, 0.9), (14.0, 0.7), (30.0, 0.45))
"""What is left of likeness for reports so many days apart at most; further apart _FADED is left."""
_FADED = 0.2

Vector = dict[str, float]
Places = NDArray[np.int64]
Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Evidence:
    """What speaks for and against one event, of every two reports that share something.

    Attributes:
        pairs: int64, shape (pairs, 2); the reports by their places, ascending, the lower place first.
        values: By the names of :data:`~secondsource.linking.report_weights.EVIDENCE`; float64, shape (pairs,), 0 to 1.
        other_language: bool, shape (pairs,); whether both languages are known and differ.
        near: float64, shape (pairs,); what is left for the distance in time, 0.2 to 1; 1 where it is unknown.
    """

    pairs: Places
    values: Mapping[str, Values]
    other_language: NDArray[np.bool_]
    near: Values


class Comparison:
    """The profiles of a set of reports, weighed against one another."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        self._kinds = {kind: [_of_kind(profile, kind) for profile in profiles] for kind in (*ALIKE_IN, *DIFFER_IN)}
        self._weighed = {
            "words": _weighed([profile.words for profile in profiles]),
            "shared": _weighed([profile.shared for profile in profiles]),
            **{kind: _weighed(self._kinds[kind]) for kind in ALIKE_IN},
        }

    def scores(self, weights: ReportWeights | None = None) -> dict[tuple[int, int], float]:
        """Return the likeness of every two reports, 0 to 1, by their places, the lower place first.

        That is how surely they tell of one event by what both say, and the less the further apart they were
        published. Pairs with less than :data:`UNLIKELY` are left out.

        Args:
            weights: How what both say is weighed; those of the package unless others are given.
        """
        found = self.evidence()
        weights = weights or report_weights()
        odds = weights.steepness * (OTHER_LANGUAGE * found.values["shared"] - weights.middle)
        odds = np.where(found.other_language, odds, weights.log_odds(found.values))
        # What distance in time leaves of likeness in words, two reports must be the more alike in words.
        odds -= weights.steepness * weights.middle * (1 / found.near - 1)
        sure = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
        kept = np.flatnonzero(sure >= UNLIKELY)
        first, second = found.pairs[kept].T.tolist()
        return dict(zip(zip(first, second, strict=True), sure[kept].tolist(), strict=True))

    def evidence(self) -> Evidence:
        """Return what speaks for and against one event, of every two reports that share something."""
        return self._as_tables() if len(self._profiles) <= TABLE_MOST else self._pair_by_pair()

    def _as_tables(self) -> Evidence:
        most = _common_most(len(self._profiles))
        tables = {name: products(vectors, most=most) for name, vectors in self._weighed.items()}
        pairs = np.nonzero(np.triu((tables["words"] > 0) | (tables["shared"] > 0), 1))
        tables |= {f"{kind} differ": _differing(self._kinds[kind]) for kind in DIFFER_IN}
        numbers = {language: at for at, language in enumerate({each.language for each in self._profiles} - {None})}
        spoken = np.array([numbers.get(each.language, -1) for each in self._profiles], np.int64)
        first, second = (spoken[side] for side in pairs)
        near = nearness_table([profile.published for profile in self._profiles], _FADES, _FADED)
        return Evidence(
            pairs=np.stack(pairs, axis=1),
            values={name: table[pairs] for name, table in tables.items()},
            other_language=(first >= 0) & (second >= 0) & (first != second),
            near=near[pairs],
        )

    def _pair_by_pair(self) -> Evidence:
        alike = {name: _products(vectors) for name, vectors in self._weighed.items()}
        pairs = sorted(alike["words"].keys() | alike["shared"].keys())
        values = {name: [found.get(pair, 0.0) for pair in pairs] for name, found in alike.items()}
        for kind in DIFFER_IN:
            values[f"{kind} differ"] = [float(_differ(self._kinds[kind], *pair)) for pair in pairs]
        both = [(self._profiles[one], self._profiles[other]) for one, other in pairs]
        return Evidence(
            pairs=np.array(pairs, np.int64).reshape(-1, 2),
            values={name: np.array(each, np.float64) for name, each in values.items()},
            other_language=np.array([None is not one.language != other.language is not None for one, other in both]),
            near=np.array([nearness(one, other) for one, other in both], np.float64),
        )


def nearness(one: Profile, other: Profile) -> float:
    """Return what is left of a likeness for the distance in time of two reports, 0.2 to 1; 1 where it is unknown."""
    if one.published is not None and other.published is not None:
        return _faded(one.published, other.published)
    return 1.0


def _faded(one: Stretch, other: Stretch) -> float:
    days = one.days_from(other)
    return next((left for most, left in _FADES if days <= most), _FADED)


def _of_kind(profile: Profile, kind: str) -> Vector:
    """Return the features of a profile that are of one kind: ``p`` persons, ``g`` lands, ``n`` numbers."""
    return {feature: n for feature, n in profile.shared.items() if feature.startswith(f"{kind}:")}


def _differ(kept: Sequence[Vector], one: int, other: int) -> bool:
    return bool(kept[one]) and bool(kept[other]) and kept[one].keys().isdisjoint(kept[other])


def _differing(kept: Sequence[Vector]) -> Table:
    has = np.array([bool(each) for each in kept], np.bool_)
    return (has[:, None] & has[None, :] & ~sharing(kept)).astype(np.float64)


def _weighed(counts: Sequence[Vector]) -> list[Vector]:
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
