"""What two event mentions share, as numbers that are weighed and told."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set

import numpy as np
from numpy.typing import NDArray

from secondsource.linking.lemma import lemma
from secondsource.linking.mention_traits import MentionTraits

FloatArray = NDArray[np.float32]

_SAYING_WORDS = "say tell state announce report add claim note statement speak"
_SAYING = frozenset(map(lemma, _SAYING_WORDS.split()))
_FAR = 6
"""Sentences apart past which it makes no difference how many."""
_START_LEAST = 3

TOLD: Mapping[str, str] = {
    "same word": "the same word",
    "same sort": "words for the same sort of event",
    "words": "a word in common",
    "common start": "words of one stem",
    "context": "sentences with the same telling words",
    "names": "the same names in the sentence",
    "before": "the same words before it",
    "after": "the same words after it",
    "name before": "the same name before it",
    "name after": "the same name after it",
    "numbers": "the same numbers",
    "same speaker": "the same speaker",
}
"""How a feature that speaks for one event is told; the others are told by no reason."""


class Rarity:
    """How telling a word is among a set of reports: the fewer have it, the more.

    Args:
        counts: For each report, how often each telling word stands in it.
    """

    def __init__(self, counts: Sequence[Mapping[str, int]]) -> None:
        self._n = len(counts)
        self._with = Counter(word for count in counts for word in count)

    def __call__(self, word: str) -> float:
        """Return the natural logarithm of one more than all reports by those that have the word."""
        return math.log((self._n + 1) / max(1, self._with[word]))


def pair_features(
    mentions: Sequence[MentionTraits], counts: Mapping[str, Mapping[str, int]], rarity: Callable[[str], float]
) -> dict[str, FloatArray]:
    """Return what each two of the mentions share.

    Args:
        mentions: Mentions of the reports of one event.
        counts: By report, how often each telling word stands in it.
        rarity: How telling a word is.

    Returns:
        By the feature's name a symmetric array, float32, shape (mentions, mentions); most lie between 0 and 1.
    """
    found = _of_words(mentions) | _of_surroundings(mentions, counts, rarity) | _of_set(mentions, rarity)
    crossed = {f"same sort, {name}": found["same sort"] * found[name] for name in _CROSSED}
    return found | crossed


_CROSSED = (
    "context",
    "reports",
    "names",
    "names differ",
    "name before",
    "name before differs",
    "before",
    "after",
    "numbers differ",
    "same report",
    "speakers differ",
    "saying",
    "several a report",
    "spread least",
)
"""What counts otherwise where both words name the same sort of event."""


def _of_words(mentions: Sequence[MentionTraits]) -> dict[str, FloatArray]:
    shared, _ = _overlap([each.words for each in mentions])
    n_words = np.array([len(each.words) for each in mentions], dtype=np.float32)
    names = np.array([each.is_name for each in mentions])
    saying = np.array([each.word in _SAYING for each in mentions])
    return {
        "same word": _same([each.word for each in mentions]),
        "same sort": _same([each.sort for each in mentions]),
        "same spelling": _same([each.head for each in mentions]),
        "words": shared,
        "common start": _common_starts([each.head for each in mentions]),
        "both names": _both(names),
        "both phrases": _both(n_words > 1),
        "saying": _both(saying),
        "one says": _as_numbers(saying[:, None] ^ saying[None]),
    }


def _of_surroundings(
    mentions: Sequence[MentionTraits], counts: Mapping[str, Mapping[str, int]], rarity: Callable[[str], float]
) -> dict[str, FloatArray]:
    found = {
        "context": _cosines([each.context for each in mentions], rarity),
        "reports": _report_cosines(mentions, counts, rarity),
        "before": _overlap([each.before for each in mentions])[0],
        "after": _overlap([each.after for each in mentions])[0],
        "same report": _same([each.report for each in mentions]),
        "same sentence": _same([(each.report, each.sentence) for each in mentions]),
    }
    found["names"], found["names differ"] = _overlap([each.names for each in mentions])
    found["name before"], found["name before differs"] = _overlap([each.names_before for each in mentions])
    found["name after"], found["name after differs"] = _overlap([each.names_after for each in mentions])
    found["numbers"], found["numbers differ"] = _overlap([each.numbers for each in mentions])
    speakers = [frozenset() if each.speaker is None else frozenset([each.speaker]) for each in mentions]
    found["same speaker"], found["speakers differ"] = _overlap(speakers)
    places = np.array([each.sentence for each in mentions])
    found["sentences apart"] = _as_numbers(np.minimum(np.abs(places[:, None] - places[None]), _FAR) / _FAR)
    found["both open"] = _both(places == 0)
    return found


def _of_set(mentions: Sequence[MentionTraits], rarity: Callable[[str], float]) -> dict[str, FloatArray]:
    """Return how common the words are in the event's reports: what many mention once is mostly one event."""
    n_reports = len({each.report for each in mentions})
    n_mentions = Counter(each.sort for each in mentions)
    n_with = Counter(sort for sort, _ in {(each.sort, each.report) for each in mentions})
    several = np.array([n_mentions[each.sort] / n_with[each.sort] - 1 for each in mentions])
    spread = np.array([n_with[each.sort] / n_reports for each in mentions])
    rare = np.array([rarity(each.word) for each in mentions])
    size = np.full((len(mentions), len(mentions)), min(1.0, math.log(1 + len(mentions)) / 6))
    return {
        "several a report": _as_numbers(np.maximum(several[:, None], several[None])),
        "spread least": _as_numbers(np.minimum(spread[:, None], spread[None])),
        "spread most": _as_numbers(np.maximum(spread[:, None], spread[None])),
        "rare": _as_numbers(np.minimum(rare[:, None], rare[None]) / 8),
        "many mentions": _as_numbers(size),
    }


def _as_numbers(array: NDArray[np.generic]) -> FloatArray:
    return np.asarray(array, dtype=np.float32)


def _both(holds: NDArray[np.bool_]) -> FloatArray:
    return _as_numbers(holds[:, None] & holds[None])


def _same(keys: Sequence[object]) -> FloatArray:
    numbers: dict[object, int] = {}
    numbered = np.array([numbers.setdefault(key, len(numbers)) for key in keys])
    return _as_numbers(numbered[:, None] == numbered[None])


def _overlap(sets: Sequence[Set[str]]) -> tuple[FloatArray, FloatArray]:
    """Return the share of the smaller set that both have, and whether both have some but none in common."""
    table = _table([dict.fromkeys(sorted(each), 1.0) for each in sets])
    common = table @ table.T
    sizes = table.sum(axis=1)
    smaller = np.minimum(sizes[:, None], sizes[None])
    return common / np.maximum(smaller, 1), _as_numbers((smaller > 0) & (common == 0))


def _cosines(counts: Sequence[Mapping[str, int]], rarity: Callable[[str], float]) -> FloatArray:
    weighed = [{word: (1 + math.log(n)) * rarity(word) for word, n in sorted(count.items())} for count in counts]
    table = _table(weighed)
    table /= np.maximum(np.sqrt((table * table).sum(axis=1, keepdims=True)), 1e-6)
    return table @ table.T


def _report_cosines(
    mentions: Sequence[MentionTraits], counts: Mapping[str, Mapping[str, int]], rarity: Callable[[str], float]
) -> FloatArray:
    reports = sorted({each.report for each in mentions})
    cosines = _cosines([counts[report] for report in reports], rarity)
    at = np.array([reports.index(each.report) for each in mentions])
    found: FloatArray = cosines[np.ix_(at, at)]
    return found


def _table(rows: Sequence[Mapping[str, float]]) -> FloatArray:
    columns: dict[str, int] = {}
    for row in rows:
        for key in row:
            columns.setdefault(key, len(columns))
    table = np.zeros((len(rows), max(1, len(columns))), dtype=np.float32)
    for number, row in enumerate(rows):
        for key, value in row.items():
            table[number, columns[key]] = value
    return table


def _common_starts(heads: Sequence[str]) -> FloatArray:
    distinct = sorted(set(heads))
    starts = np.zeros((len(distinct), len(distinct)), dtype=np.float32)
    for one, first in enumerate(distinct):
        for other in range(one, len(distinct)):
            starts[one, other] = starts[other, one] = _common_start(first, distinct[other])
    at = np.array([distinct.index(head) for head in heads])
    found: FloatArray = starts[np.ix_(at, at)]
    return found


def _common_start(one: str, other: str) -> float:
    """Return the share of the shorter word that both begin with, 0 for fewer than three letters."""
    shorter = min(len(one), len(other))
    n = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    return n / shorter if n >= _START_LEAST else 0.0
