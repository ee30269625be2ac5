"""Reports grouped by the event they are mainly about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from secondsource.linking.clusters import average_groups, settled_groups
from secondsource.linking.copies import order_key
from secondsource.linking.judged_groups import Scores, decided, judged_groups
from secondsource.linking.likeness import TABLE_MOST, Comparison
from secondsource.linking.likeness_table import KeptPairs
from secondsource.linking.memory import Memory
from secondsource.linking.profile import Profile, profile_of
from secondsource.model.ids import ReportId
from secondsource.model.judgement import Judgement
from secondsource.model.reading import Reading
from secondsource.model.report import Report

LIKENESS_LEAST = 0.5
"""Least average likeness of the reports of one event: as surely of one as not."""


@dataclass(frozen=True, slots=True)
class Group:
    """The reports of one event.

    Attributes:
        reports: Earliest first.
        middle: The report most like the others.
    """

    reports: tuple[Report, ...]
    middle: Report


def group_reports(
    reports: Sequence[Report],
    readings: Mapping[ReportId, Reading],
    judgements: Sequence[Judgement] = (),
    *,
    memory: Memory | None = None,
) -> list[Group]:
    """Return the reports grouped by event, most reports first, then the earliest; every report is in one group.

    What a person decided about two reports stands above their likeness. The order in which the reports are given
    does not matter, nor does the memory, which only saves time.
    """
    ordered, scores, alike = _compared(reports, readings, memory or Memory())
    places = {report.id: at for at, report in enumerate(ordered)}
    groups = judged_groups(alike, scores, decided(judgements, places))
    groups.sort(key=lambda places: (-len(places), places[0]))
    return [Group(tuple(ordered[at] for at in places), ordered[_middle(places, scores)]) for places in groups]


def alike_in_time_order(
    reports: Sequence[Report], readings: Mapping[ReportId, Reading], *, memory: Memory | None = None
) -> tuple[list[Report], Scores]:
    """Return the reports, earliest first, and the likeness of every two that have any, by their places there.

    With the memory that :func:`group_reports` was given nothing is worked out again.
    """
    ordered, scores, _ = _compared(reports, readings, memory or Memory())
    return ordered, scores


def _compared(
    reports: Sequence[Report], readings: Mapping[ReportId, Reading], memory: Memory
) -> tuple[list[Report], Scores, list[list[int]]]:
    ordered = sorted(reports, key=order_key)
    profiles = [_profile(report, readings.get(report.id), memory) for report in ordered]
    scores, alike = memory.get("groups", profiles, partial(_alike, profiles))
    return ordered, scores, alike


def _profile(report: Report, reading: Reading | None, memory: Memory) -> Profile:
    # What is said, and by whom, is no part of a profile: a corrected speaker leaves every likeness as it is.
    read = () if reading is None else (reading.names, reading.entities, reading.sections, reading.language)
    return memory.get("profile", (report, *read), partial(profile_of, report, reading))


def _alike(profiles: Sequence[Profile]) -> tuple[Mapping[tuple[int, int], float], list[list[int]]]:
    """Return the likeness of every two, and the groups that the machine makes of it."""
    scores = Comparison(profiles).scores()
    joined = average_groups(len(profiles), scores, least=LIKENESS_LEAST)
    groups = settled_groups(joined, scores, least=LIKENESS_LEAST)
    # It may be kept for long.
    return (KeptPairs(scores, len(profiles)) if len(profiles) <= TABLE_MOST else scores), groups


def _middle(places: Sequence[int], scores: Mapping[tuple[int, int], float]) -> int:
    def alike(at: int) -> float:
        return sum(scores.get((min(at, other), max(at, other)), 0.0) for other in places if other != at)

    return max(places, key=lambda at: (round(alike(at), 6), -at))
