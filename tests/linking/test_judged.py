"""What people decided stands above what the machine finds, and survives linking again."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from secondsource.linking.judged_copies import judged_copies
from secondsource.linking.judged_groups import decided, judged_groups
from secondsource.linking.link import link
from secondsource.model.ids import ReportId
from secondsource.model.judgement import Judgement, JudgementKind, Verdict, unordered
from secondsource.model.linked import CopyBasis, CopyLink, Linked
from secondsource.model.report import Report
from tests.linking.makers import reading, report

ABOUT_THE_PORT = "The port of Eastmere is closed since a collision of two ferries on Sunday night, the harbour said."
ABOUT_FARMERS = "Farmers in the valley expect a poor harvest of wheat after three dry months, their union said in Lyon."


def judgement(
    one: str,
    other: str,
    value: Verdict = Verdict.POSITIVE,
    *,
    kind: JudgementKind = JudgementKind.SAME_EVENT,
    hour: int = 1,
) -> Judgement:
    subject = (one, other) if kind is JudgementKind.COPIES else unordered(one, other)
    at = datetime(2024, 7, 9, hour, tzinfo=UTC)
    return Judgement(subject=subject, kind=kind, value=value, who="Ann", why="the ferries are named", at=at)


def three() -> list[Report]:
    return [
        report("a", ABOUT_THE_PORT, published="2024-07-09"),
        report("b", ABOUT_THE_PORT, published="2024-07-10"),
        report("c", ABOUT_FARMERS, published="2024-07-10"),
    ]


def linked(*judgements: Judgement) -> Linked:
    reports = three()
    return link(reports, [reading(each) for each in reports], judgements=judgements)


def events(found: Linked) -> set[tuple[str, ...]]:
    return {tuple(sorted(event.reports)) for event in found.events}


def test_without_a_decision_the_machine_stands() -> None:
    assert events(linked()) == {("a", "b"), ("c",)}


def test_a_positive_decision_joins_and_is_told() -> None:
    found = linked(judgement("b", "c"))

    assert events(found) == {("a", "b", "c")}
    assert found.events[0].judged == ("Ann on whether b and c are of one event: positive; the ferries are named",)


def test_a_negative_decision_parts() -> None:
    assert events(linked(judgement("a", "b", Verdict.NEGATIVE))) == {("a",), ("b",), ("c",)}


def test_an_unsure_decision_leaves_it_to_the_machine_and_is_told() -> None:
    found = linked(judgement("a", "b", Verdict.UNSURE))

    assert events(found) == events(linked())
    assert any("unsure" in told for event in found.events for told in event.judged)


def test_of_decisions_that_cannot_all_hold_the_later_stand() -> None:
    chain = [judgement("a", "b", hour=1), judgement("b", "c", hour=2)]

    assert events(linked(*chain, judgement("a", "c", Verdict.NEGATIVE, hour=3))) == {("a",), ("b", "c")}
    assert events(linked(*chain, judgement("a", "c", Verdict.NEGATIVE, hour=0))) == {("a", "b", "c")}


@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from([Verdict.POSITIVE, Verdict.NEGATIVE])),
        max_size=8,
    ),
    st.lists(st.integers(0, 2), min_size=6, max_size=6),
)
def test_the_latest_decision_always_holds_and_nothing_is_lost(
    answers: list[tuple[int, int, Verdict]], machine: list[int]
) -> None:
    places = {ReportId(f"r{at}"): at for at in range(6)}
    given = [judgement(f"r{one}", f"r{other}", value, hour=hour) for hour, (one, other, value) in enumerate(answers)]
    groups = [[at for at in range(6) if machine[at] == group] for group in range(3) if group in machine]

    found = judged_groups(groups, {}, decided(given, places))

    assert sorted(item for group in found for item in group) == list(range(6))
    if answers and answers[-1][0] != answers[-1][1]:
        one, other, value = answers[-1]
        together = any(one in group and other in group for group in found)
        assert together is (value is Verdict.POSITIVE)


def copy_link(child: str, parent: str) -> CopyLink:
    return CopyLink(child=ReportId(child), parent=ReportId(parent), basis=CopyBasis.PASSAGE, share=0.5, because="words")


def test_a_copy_that_a_person_denies_is_none() -> None:
    links = {ReportId("b"): (copy_link("b", "a"),)}
    denied = judgement("b", "a", Verdict.NEGATIVE, kind=JudgementKind.COPIES)

    assert judged_copies(links, three(), [denied]) == {}


def test_a_copy_that_a_person_knows_of_turns_the_link_that_the_machine_had_the_other_way() -> None:
    links = {ReportId("b"): (copy_link("b", "a"),)}
    known = judgement("a", "b", kind=JudgementKind.COPIES)

    found = judged_copies(links, three(), [known])

    assert {str(child): [str(each.parent) for each in each_links] for child, each_links in found.items()} == {
        "a": ["b"]
    }
    assert found[ReportId("a")][0].basis is CopyBasis.JUDGEMENT


def test_an_unsure_answer_on_a_copy_keeps_the_link_and_says_so() -> None:
    links = {ReportId("b"): (copy_link("b", "a"),)}
    unsure = judgement("b", "a", Verdict.UNSURE, kind=JudgementKind.COPIES)

    [found] = judged_copies(links, three(), [unsure])[ReportId("b")]

    assert found.because == "words; Ann on whether it repeats a: unsure; the ferries are named"


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=6))
def test_no_answers_make_a_ring(pairs: list[tuple[str, str]]) -> None:
    answers = [
        judgement(child, parent, kind=JudgementKind.COPIES, hour=hour) for hour, (child, parent) in enumerate(pairs)
    ]
    found = judged_copies({}, three(), answers)
    parents = {child: [each.parent for each in links] for child, links in found.items()}
    for start, first in parents.items():
        waiting, seen = list(first), set()
        while waiting:
            at = waiting.pop()
            assert at != start
            waiting += [] if at in seen else list(parents.get(at, ()))
            seen.add(at)
