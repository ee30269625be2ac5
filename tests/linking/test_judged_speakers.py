"""Who people decided is one speaker is one in lines, sayings and counts; what the machine found stays beside it."""

import random
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.linking.judged_speakers import judged_speakers
from secondsource.linking.link import link
from secondsource.model.ids import ReportId
from secondsource.model.judgement import Judgement, JudgementKind, Verdict, unordered
from secondsource.model.linked import Linked, LinkedStatement
from secondsource.model.reading import Reading, UpstreamKind
from secondsource.model.report import Report
from tests.linking.makers import event, reading, report, statement, upstream

WORDS = "the port of Eastmere is closed after a collision of two ferries on Sunday night"
NAMES = {"a": "Ann Lowe", "b": "Chief Harbourmaster", "c": "Ann Lowe"}


def said(name: str, speaker: str, day: int = 9) -> tuple[Report, Reading]:
    """Return a report that has its words from one speaker."""
    of = report(
        name,
        f"At noon {WORDS}, {speaker} told the daily {name}.",
        outlet=f"Daily {name}",
        published=f"2024-07-{day:02}",
    )
    told = statement(of, speaker, WORDS, source=speaker)
    named = upstream(of, speaker, speaker, UpstreamKind.OFFICIAL)
    return of, reading(of, statements=(told,), upstream=(named,), events=(event(of, "closed"),))


def judged(one: str, other: str, value: Verdict = Verdict.POSITIVE, *, hour: int = 1) -> Judgement:
    return Judgement(
        subject=unordered(one, other),
        kind=JudgementKind.SAME_SPEAKER,
        value=value,
        who="Ann",
        why="one office",
        at=datetime(2024, 7, 9, hour, tzinfo=UTC),
    )


def linked(*judgements: Judgement, shuffle: random.Random | None = None) -> Linked:
    pairs = [said(name, speaker) for name, speaker in NAMES.items()]
    if shuffle is not None:
        shuffle.shuffle(pairs)
    return link([of for of, _ in pairs], [read for _, read in pairs], judgements=judgements)


def sayings(found: Linked) -> dict[str, LinkedStatement]:
    return {str(each.id): each.statements[0] for each in found.reports}


def origins(found: Linked) -> list[list[str]]:
    return sorted([line.origin, *line.reports] for event in found.events for line in event.lines)


def test_the_machine_tells_two_names_apart_and_takes_one_name_for_one_speaker() -> None:
    assert {name: each.said_in for name, each in sayings(linked()).items()} == {"a": 2, "b": 1, "c": 2}
    assert linked().events[0].n_origins == 2


def test_speakers_that_a_person_joined_are_one_in_sayings_lines_and_counts() -> None:
    found = linked(judged("Ann Lowe", "Chief Harbourmaster"))

    assert {each.said_in for each in sayings(found).values()} == {3}
    assert origins(found) == [["Ann Lowe", "a", "b", "c"]]
    assert found.events[0].n_origins == 1


def test_what_the_report_says_stands_beside_what_was_decided() -> None:
    found = linked(judged("Ann Lowe", "Chief Harbourmaster"))
    saying = sayings(found)["b"]
    answer = "Ann on whether Ann Lowe and Chief Harbourmaster are one speaker: positive; one office"

    assert (saying.speaker, saying.speaker_as, saying.judged) == ("Chief Harbourmaster", "Ann Lowe", (answer,))
    assert answer in found.events[0].lines[0].because


def test_speakers_of_one_name_that_a_person_parted_are_two() -> None:
    found = linked(judged("Ann Lowe@a", "Ann Lowe@c", Verdict.NEGATIVE))

    assert {name: each.said_in for name, each in sayings(found).items()} == {"a": 1, "b": 1, "c": 1}
    assert origins(found) == [["Ann Lowe", "a"], ["Ann Lowe [2]", "c"], ["Chief Harbourmaster", "b"]]
    assert found.events[0].n_origins == 3
    assert sayings(found)["c"].speaker == "Ann Lowe"


def test_an_unsure_answer_changes_nothing_and_is_told() -> None:
    found = linked(judged("Ann Lowe", "Chief Harbourmaster", Verdict.UNSURE))

    assert origins(found) == origins(linked())
    assert all("unsure" in each.judged[0] for each in sayings(found).values())


def test_the_later_of_two_answers_that_cannot_both_hold_stands() -> None:
    joined, parted = ("Ann Lowe", "Chief Harbourmaster"), ("Ann Lowe@a", "Chief Harbourmaster@b")

    late_no = linked(judged(*joined, hour=1), judged(*parted, Verdict.NEGATIVE, hour=2))
    late_yes = linked(judged(*joined, hour=2), judged(*parted, Verdict.NEGATIVE, hour=1))

    assert len(origins(late_yes)) == 1
    assert {each.said_in for each in sayings(late_yes).values()} == {3}
    assert sayings(late_no)["a"].speaker_as != sayings(late_no)["b"].speaker_as


def test_an_answer_on_speakers_whom_no_report_names_changes_nothing() -> None:
    assert linked(judged("Nobody", "Somebody")) == linked()


SPEAKERS = st.sampled_from(["Ann Lowe", "Chief Harbourmaster", "Ann Lowe@a", "Ann Lowe@c", "Chief Harbourmaster@b"])


@given(st.lists(st.tuples(SPEAKERS, SPEAKERS, st.sampled_from(Verdict)), max_size=4), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_neither_the_order_of_answers_nor_that_of_reports_changes_anything(
    answers: list[tuple[str, str, Verdict]], shuffle: random.Random
) -> None:
    judgements = [judged(one, other, value, hour=hour) for hour, (one, other, value) in enumerate(answers)]
    mixed = list(judgements)
    shuffle.shuffle(mixed)

    found, again = linked(*judgements), linked(*mixed, shuffle=shuffle)

    assert found.events == again.events
    assert sorted(found.reports, key=lambda each: each.id) == sorted(again.reports, key=lambda each: each.id)


@given(st.lists(st.tuples(SPEAKERS, SPEAKERS, st.sampled_from(Verdict)), max_size=4))
@settings(deadline=None)
def test_the_latest_answer_on_two_speakers_of_one_report_each_holds(answers: list[tuple[str, str, Verdict]]) -> None:
    pairs = [said(name, speaker) for name, speaker in NAMES.items()]
    readings = {of.id: read for of, read in pairs}
    last = judged("Ann Lowe@a", "Chief Harbourmaster@b", Verdict.POSITIVE, hour=20)
    before = [judged(one, other, value, hour=hour) for hour, (one, other, value) in enumerate(answers)]

    found = judged_speakers(readings, [*before, last])

    assert len({found.names.get((ReportId(name), NAMES[name]), NAMES[name]) for name in "ab"}) == 1
