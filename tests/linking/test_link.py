"""Linking a set of reports as a whole."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.linking.link import link
from secondsource.model.encoding import decode, encode
from secondsource.model.evidence import Span
from secondsource.model.ids import ReportId
from secondsource.model.intake import GivenMention
from secondsource.model.linked import CopyBasis, Linked
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from tests.linking.makers import event, reading, report, span, statement, upstream
from tests.support import raises_code

VISIT = "A military delegation under Kim Kum Chol left Pyongyang for Russia on Monday, KCNA said in one sentence."
VISIT_TOLD_ANEW = "KCNA: Kim Kum Chol leads a delegation of the army to Russia. It set off from Pyongyang on Monday."
HARVEST = (
    "Farmers in the valley expect a poor harvest of wheat after three dry months, the growers' union said in Lyon."
)


def small_set() -> list[tuple[Report, Reading]]:
    """Return two reports of one event, one of another, and a repeat."""
    a = report("a", VISIT, outlet="Agency A", published="2024-07-09")
    b = report("b", VISIT_TOLD_ANEW, outlet="Daily B", published="2024-07-09")
    c = report("c", HARVEST, outlet="Daily C", published="2024-07-09")
    d = report("d", f"{VISIT} {VISIT_TOLD_ANEW}", outlet="Daily D", published="2024-07-10")
    return [
        (a, reading(a, upstream=(upstream(a, "KCNA", "KCNA"),), events=(event(a, "left"),))),
        (b, reading(b, upstream=(upstream(b, "KCNA", "KCNA"),), events=(event(b, "set off"),))),
        (c, reading(c)),
        (d, reading(d, upstream=(upstream(d, "KCNA", "KCNA"),), events=(event(d, "left"),))),
    ]


def linked(pairs: list[tuple[Report, Reading]]) -> Linked:
    return link([of for of, _ in pairs], [read for _, read in pairs])


def test_nothing_gives_nothing() -> None:
    assert link([], []) == Linked(reports=(), events=())


def test_one_report_is_one_event_of_its_own() -> None:
    found = linked(small_set()[:1])
    assert len(found.events) == 1
    assert found.reports[0].event == found.events[0].id
    assert found.reports[0].root == "a"


def test_an_empty_report_can_be_linked() -> None:
    empty = report("a", "")
    assert [each.id for each in link([empty], [reading(empty)]).reports] == ["a"]


def test_reports_of_one_event_meet_and_others_stay_apart() -> None:
    found = {str(each.id): each.event for each in linked(small_set()).reports}
    assert found["a"] == found["b"] == found["d"] != found["c"]


def test_the_answer_keeps_the_order_of_the_reports() -> None:
    pairs = small_set()[::-1]
    assert [each.id for each in linked(pairs).reports] == ["d", "c", "b", "a"]


@given(st.randoms(use_true_random=False))
@settings(max_examples=15)
def test_the_order_of_arrival_changes_nothing_else(shuffle: random.Random) -> None:
    pairs = small_set()
    expected = linked(pairs)
    shuffle.shuffle(pairs)
    found = linked(pairs)
    assert found.events == expected.events
    assert sorted(found.reports, key=lambda each: each.id) == sorted(expected.reports, key=lambda each: each.id)


def test_a_copy_goes_back_to_its_root() -> None:
    found = {str(each.id): each for each in linked(small_set()).reports}
    assert found["d"].parents[0] in {"a", "b"}
    assert found["d"].root in {"a", "b"}
    assert found["d"].share > 0.4
    assert found["a"].share == 0


def test_the_same_delegation_a_year_later_is_another_event() -> None:
    first, later = small_set()[0], report("z", VISIT_TOLD_ANEW, outlet="Daily B", published="2025-07-09")
    found = linked([first, (later, reading(later, events=(event(later, "set off"),)))])
    assert len(found.events) == 2


def test_a_report_that_cites_the_outlet_of_another_leans_on_it_without_sharing_words() -> None:
    first = report(
        "a",
        "The port of Eastmere is closed after a collision of two ferries near the outer breakwater on Sunday night.",
        outlet="Reuters",
        published="2024-07-09",
    )
    citing = report(
        "b",
        "Two ferries hit each other at Eastmere; ships cannot enter the port since Sunday, Reuters reported.",
        outlet="Daily B",
        published="2024-07-10",
    )
    found = {str(each.id): each for each in link([first, citing], [reading(first, own=True), reading(citing)]).reports}
    assert found["b"].parents == ("a",)
    assert [(each.basis, each.share) for each in found["b"].links] == [(CopyBasis.ATTRIBUTION, 0.0)]


def test_the_same_words_of_one_speaker_are_one_saying() -> None:
    words = "the port will stay closed until the wreck is lifted"
    pairs = []
    for name in ("a", "b"):
        of = report(name, f"At Eastmere {words}, harbour master Ann Lowe said on day {name}.", outlet=f"Daily {name}")
        pairs.append((of, reading(of, statements=(statement(of, "Ann Lowe", words, source="Ann Lowe"),))))
    statements = [each.statements[0] for each in linked(pairs).reports]
    assert [(each.said_in, each.n_origins) for each in statements] == [(2, 1), (2, 1)]
    assert statements[0].saying == statements[1].saying


def test_other_words_of_the_speaker_are_another_saying() -> None:
    of = report("a", "Ann Lowe said the port will stay closed. Ann Lowe said nobody was hurt in the crash at all.")
    said = (
        statement(of, "Ann Lowe", "the port will stay closed"),
        statement(of, "Ann Lowe", "nobody was hurt in the crash at all", n=2),
    )
    first, second = linked([(of, reading(of, statements=said))]).reports[0].statements
    assert first.saying != second.saying
    assert (first.said_in, second.said_in) == (1, 1)


def test_given_mentions_with_one_head_word_are_one_chain_within_an_event() -> None:
    pairs = small_set()
    mentions = {
        ReportId("a"): (GivenMention(id="m1", spans=(span(pairs[0][0].text, "left"),)),),
        ReportId("d"): (
            GivenMention(id="m2", spans=(span(pairs[3][0].text, "left"),)),
            GivenMention(id="m3", spans=(span(pairs[3][0].text, "set off"),)),
        ),
    }
    found = link([of for of, _ in pairs], [read for _, read in pairs], mentions=mentions)
    chains = {each.id: each.event for of in found.reports for each in of.mentions}
    assert chains["m1"] == chains["m2"] != chains["m3"]


def test_given_mentions_that_mean_the_same_are_one_chain_within_an_event() -> None:
    pairs = small_set()[:1]
    of = report("q", "An earthquake shook the coast. The quake was felt in the capital.", published="2024-07-09")
    mentions = {
        of.id: (
            GivenMention(id="m1", spans=(span(of.text, "earthquake"),)),
            GivenMention(id="m2", spans=(span(of.text, "The quake"),)),
            GivenMention(id="m3", spans=(span(of.text, "shook"),)),
        )
    }
    found = link([*(each for each, _ in pairs), of], [*(read for _, read in pairs), reading(of)], mentions=mentions)
    chains = {each.id: each.event for linked_report in found.reports for each in linked_report.mentions}
    assert chains["m1"] == chains["m2"] != chains["m3"]


def test_the_answer_survives_writing_and_reading() -> None:
    found = linked(small_set())
    assert decode(Linked, encode(found)) == found


def test_evidence_holds_the_words_at_its_place() -> None:
    pairs = small_set()
    texts = {of.id: of.text for of, _ in pairs}
    found = linked(pairs)
    evidence = [each for told in found.events for line in told.lines for each in line.evidence]
    evidence += [told.label_evidence for told in found.events if told.label_evidence is not None]
    assert evidence
    assert all(Span(each.start, each.end).of(texts[each.report_id]) == each.exact for each in evidence)


@pytest.mark.parametrize("n_readings", [0, 2])
def test_readings_that_do_not_fit_are_refused(n_readings: int) -> None:
    pairs = small_set()
    with raises_code("SS-402"):
        link([pairs[0][0]], [read for _, read in pairs[:n_readings]])


def test_two_reports_with_one_id_are_refused() -> None:
    of, read = small_set()[0]
    with raises_code("SS-402"):
        link([of, of], [read])
