from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import pytest

from secondsource.linking.beside import BESIDE_LEAST, FEW, compared_under
from secondsource.linking.groups import Group
from secondsource.linking.link import link
from secondsource.model.ids import EventId, ReportId
from secondsource.model.intake import GivenMention
from secondsource.model.judgement import Judgement, JudgementKind, Verdict
from secondsource.model.report import Report
from tests.linking.makers import reading, report, span

LARGE = tuple(report(name, "x") for name in "abcd")
OTHER = tuple(report(name, "x") for name in "efgh")
LONE = report("z", "x")
GROUPS = [Group(LARGE, LARGE[0]), Group(OTHER, OTHER[0]), Group((LONE,), LONE)]
EVENTS = {of.id: EventId(f"ev-{group.reports[0].id}") for group in GROUPS for of in group.reports}
ORDERED = [*LARGE, *OTHER, LONE]
MENTIONS = {of.id: ("mention",) for of in ORDERED}


def under(
    *,
    large: float,
    other: float = 0.0,
    groups: Sequence[Group] = GROUPS,
    judgements: Sequence[Judgement] = (),
    mentions: Mapping[ReportId, Sequence[str]] = MENTIONS,
    most: int = 100,
) -> EventId:
    """Return what the lone report's mentions are compared under, where it is so alike to the two large events."""

    def likeness() -> tuple[list[Report], Mapping[tuple[int, int], float]]:
        return ORDERED, {(at, 8): large if at < 4 else other for at in range(8)}

    found = compared_under(groups, EVENTS, mentions, likeness, judgements=judgements, most=most)
    assert all(found[of.id] == EVENTS[of.id] for of in ORDERED if of is not LONE)
    return found[LONE.id]


def judged(other: Report, value: Verdict) -> Judgement:
    return Judgement(
        kind=JudgementKind.SAME_EVENT,
        subject=tuple(sorted((LONE.id, other.id))),
        value=value,
        who="ann",
        at=datetime(2024, 7, 9, tzinfo=UTC),
        why="",
    )


def test_a_lone_report_is_compared_with_the_larger_event_it_is_most_like():
    assert under(large=BESIDE_LEAST, other=BESIDE_LEAST / 2) == "ev-a"
    assert under(large=BESIDE_LEAST, other=BESIDE_LEAST * 2) == "ev-e"


def test_a_report_that_is_like_none_is_compared_with_itself_alone():
    assert under(large=BESIDE_LEAST - 0.01) == "ev-z"


@pytest.mark.parametrize(("value", "expected"), [(Verdict.NEGATIVE, "ev-z"), (Verdict.UNSURE, "ev-a")])
def test_a_negative_answer_keeps_it_apart(value: Verdict, expected: str):
    assert under(large=0.15, judgements=[judged(LARGE[2], value)]) == expected


def test_no_more_mentions_come_together_than_can_be_compared():
    assert under(large=0.15, most=5) == "ev-a"
    assert under(large=0.15, most=4) == "ev-z"


def test_an_event_of_more_than_few_reports_stands_by_itself():
    several = (LONE, *(report(name, "x") for name in ("z1", "z2", "z3")[:FEW]))
    groups = [GROUPS[0], GROUPS[1], Group(several, LONE)]

    assert under(large=0.9, groups=groups) == "ev-z"


def test_an_event_whose_reports_bring_no_mention_takes_in_none():
    mentions = {of.id: ("mention",) for of in (*OTHER, LONE)}

    assert under(large=0.9, other=0.15, mentions=mentions) == "ev-e"


def test_likeness_is_not_asked_for_where_nobody_stands_alone():
    def likeness() -> tuple[list[Report], Mapping[tuple[int, int], float]]:
        raise AssertionError

    assert compared_under(GROUPS[:2], EVENTS, MENTIONS, likeness, most=100) == EVENTS
    assert compared_under(GROUPS, EVENTS, {}, likeness, most=100) == EVENTS


TOLD = {
    "a": "A strong earthquake shook Aceh on Tuesday and killed ten people. Rescuers searched the ruins in Bireuen.",
    "b": "Ten people were killed when a strong earthquake shook Aceh. Rescuers searched the ruins of Bireuen.",
    "c": "The earthquake in Aceh killed ten people, and rescuers searched ruins in Bireuen on Tuesday.",
    "d": "Rescuers in Bireuen searched ruins after a strong earthquake killed ten people in Aceh.",
    "z": "A fatal earthquake struck Aceh. Ministers fly to Bireuen to see a mosque that fell; a school was spared, "
    "rescuers told a local radio.",
}


def test_linking_chains_the_mentions_and_leaves_the_reports_apart():
    reports = [report(name, text) for name, text in TOLD.items()]
    words = {of.id: (GivenMention(id=of.id, spans=(span(of.text, "earthquake"),)),) for of in reports}
    found = {told.id: told for told in link(reports, [reading(of) for of in reports], mentions=words).reports}

    assert len({told.mentions[0].event for told in found.values()}) == 1
    assert {name for name, told in found.items() if told.event == found[ReportId("z")].event} == {"z"}
