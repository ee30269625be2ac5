"""Event mentions that a caller brought, chained across reports."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from secondsource.linking.clusters import average_groups
from secondsource.linking.mention_pairs import FloatArray, Rarity, pair_features
from secondsource.linking.mention_traits import MentionTraits, traits_of, word_counts
from secondsource.linking.pair_weights import pair_weights
from secondsource.model.ids import EventId, ReportId
from secondsource.model.intake import GivenMention
from secondsource.model.linked import LinkedMention
from secondsource.model.reading import Reading
from secondsource.model.report import Report

COMPARED_MOST = 600
"""Mentions of one event that are compared pair by pair; past that their words alone decide: 600 take 90 MB."""

UNLIKELY = 0.02
"""Probability below which a pair counts as none, so that few pairs are kept of many."""

_Counts = Mapping[str, Mapping[str, int]]
_Reasons = Mapping[int, tuple[str, ...]]


def chain(
    reports: Sequence[Report],
    readings: Mapping[ReportId, Reading],
    mentions: Mapping[ReportId, Sequence[GivenMention]],
    events: Mapping[ReportId, EventId],
) -> dict[ReportId, tuple[LinkedMention, ...]]:
    """Return each mention with its chain, and why it is in it.

    Mentions of the reports under one event are compared two by two by their words and what stands around them, and
    joined while two groups are on average probably one event. The order of the reports does not matter.

    Args:
        reports: All reports.
        readings: Their readings.
        mentions: The mentions that came with each.
        events: The event under which each report's mentions are compared, as
            :func:`~secondsource.linking.beside.compared_under` gives it; a report without one shares its chains with
            none.
    """
    given = sorted((report for report in reports if mentions.get(report.id)), key=lambda report: report.id)
    if not given:
        return {}
    counts: _Counts = {report.id: word_counts(report.text) for report in reports}
    rarity = Rarity(list(counts.values()))
    by_event: defaultdict[EventId, list[MentionTraits]] = defaultdict(list)
    for report in given:
        event = events.get(report.id, EventId(report.id))
        by_event[event].extend(traits_of(report, readings.get(report.id), mentions[report.id]))
    linked = {
        (traits.report, number): found
        for event, together in by_event.items()
        for traits, number, found in _chained(event, together, counts, rarity)
    }
    return {
        report.id: tuple(linked[report.id, number] for number in range(len(mentions[report.id]))) for report in given
    }


def _chained(
    event: EventId, together: Sequence[MentionTraits], counts: _Counts, rarity: Rarity
) -> list[tuple[MentionTraits, int, LinkedMention]]:
    """Return the mentions of one event with their number in their report and their chain."""
    if len(together) > COMPARED_MOST:
        groups, reasons = _by_word(together)
    else:
        groups, reasons = _by_likeness(together, counts, rarity)
    names = _chain_names(event, together, groups)
    n_before: Counter[ReportId] = Counter()
    found = []
    for place, traits in enumerate(together):
        linked = LinkedMention(id=traits.id, event=names[place], because=reasons.get(place, ()))
        found.append((traits, n_before[traits.report], linked))
        n_before[traits.report] += 1
    return found


def _by_word(together: Sequence[MentionTraits]) -> tuple[list[list[int]], _Reasons]:
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for place, traits in enumerate(together):
        groups[traits.sort].append(place)
    return list(groups.values()), {}


def _by_likeness(
    together: Sequence[MentionTraits], counts: _Counts, rarity: Rarity
) -> tuple[list[list[int]], _Reasons]:
    weights = pair_weights()
    features = pair_features(together, counts, rarity)
    likely = weights.probabilities(features)
    ones, others = np.nonzero(np.triu(likely >= UNLIKELY, k=1))
    scores = {
        (one, other): float(likely[one, other]) for one, other in zip(ones.tolist(), others.tolist(), strict=True)
    }
    groups = average_groups(len(together), scores, least=weights.least)
    reasons: dict[int, tuple[str, ...]] = {}
    for group in groups:
        for place in group if len(group) > 1 else ():
            nearest = _nearest(place, group, likely)
            shared = ", ".join(weights.because(features, place, nearest)) or "much the same surroundings"
            other = together[nearest]
            reasons[place] = (f"like “{other.head}” in {other.report}: {shared}",)
    return groups, reasons


def _nearest(place: int, group: Sequence[int], likely: FloatArray) -> int:
    return max((other for other in group if other != place), key=lambda other: (float(likely[place, other]), -other))


def _chain_names(event: EventId, together: Sequence[MentionTraits], groups: Sequence[Sequence[int]]) -> list[EventId]:
    """Return the chain of each mention, called by its event and its commonest word, numbered where two share it."""
    names = [event] * len(together)
    n_called: Counter[str] = Counter()
    for group in sorted(groups, key=min):
        sorts = Counter(together[place].sort for place in group)
        word = min(sorts, key=lambda sort: (-sorts[sort], sort))
        n_called[word] += 1
        suffix = "" if n_called[word] == 1 else f"-{n_called[word]}"
        for place in group:
            names[place] = EventId(f"{event}:{word}{suffix}")
    return names
