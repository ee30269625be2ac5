"""Which reports the event mentions of a lone report are compared with."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from secondsource.linking.groups import Group
from secondsource.linking.judged_groups import Scores, decided
from secondsource.model.ids import EventId, ReportId
from secondsource.model.judgement import Judgement
from secondsource.model.report import Report

FEW = 3
"""Reports of an event up to which it may have been parted from a larger one for want of words in common."""

BESIDE_LEAST = 0.05
"""Least average likeness of such reports to those of a larger event for comparing their mentions with its own.

On the train part of ECB+, topics kept apart, it makes no difference (CoNLL F1 .784 with and without); on dev .793 with
it, .784 without.
"""

Mentions = Mapping[ReportId, Sequence[object]]
Likeness = Callable[[], tuple[Sequence[Report], Scores]]


def compared_under(
    groups: Sequence[Group],
    events: Mapping[ReportId, EventId],
    mentions: Mentions,
    likeness: Likeness,
    *,
    judgements: Sequence[Judgement] = (),
    most: int,
) -> dict[ReportId, EventId]:
    """Return for each report the event with whose mentions its own are compared: mostly the one it is about.

    A short report that tells of an event in words of its own is easily left alone, and so are all its mentions. Where
    few reports tell of an event, their mentions are therefore compared with those of the larger event that the
    reports are most like. The reports themselves stay apart, and so does whatever is counted of them; a negative
    answer of a person on two reports keeps their mentions apart as well.

    Args:
        groups: The reports of each event.
        events: The event of each report; one that has none is left out.
        mentions: The mentions that came with each report.
        likeness: Returns all reports and the likeness of every two that have any, by their places; asked only where
            it matters.
        judgements: What people decided.
        most: Mentions that are compared with one another at most; a larger event takes in no more.
    """
    brought = [group for group in groups if any(mentions.get(report.id) for report in group.reports)]
    large = [group for group in brought if len(group.reports) > FEW]
    found = dict(events)
    if not large or len(large) == len(brought):
        return found
    ordered, scores = likeness()
    place = {report.id: at for at, report in enumerate(ordered)}
    judged = decided(judgements, place)
    n_with = {id(group): _n_mentions(group, mentions) for group in large}
    for group in brought:
        own = [place[report.id] for report in group.reports]
        if len(own) > FEW or group.reports[0].id not in events:
            continue
        average = partial(_average, own, place, scores)
        beside = max(large, key=average)
        n_together = n_with[id(beside)] + _n_mentions(group, mentions)
        apart = any(judged.are_apart(one, place[other.id]) for one in own for other in beside.reports)
        if average(beside) >= BESIDE_LEAST and n_together <= most and not apart:
            n_with[id(beside)] = n_together
            found.update({report.id: events[beside.reports[0].id] for report in group.reports})
    return found


def _n_mentions(group: Group, mentions: Mentions) -> int:
    return sum(len(mentions.get(report.id, ())) for report in group.reports)


def _average(own: Sequence[int], place: Mapping[ReportId, int], scores: Scores, group: Group) -> float:
    others = [place[report.id] for report in group.reports]
    total = sum(scores.get((min(one, other), max(one, other)), 0.0) for one in own for other in others)
    return total / (len(own) * len(others))
