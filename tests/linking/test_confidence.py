"""Confidence follows from lines by written rules, and never touches how likely something is."""

from dataclasses import replace

import pytest

from secondsource.linking.confidence import confidence_of
from secondsource.linking.rating import rate, status_of
from secondsource.model.evidence import Evidence
from secondsource.model.ids import EventId, ReportId
from secondsource.model.likelihood import BANDS
from secondsource.model.linked import ConfidenceLevel, Contradiction, Event, Line, OriginKind
from tests.linking.makers import line

WORDS = Evidence(report_id=ReportId("r1"), exact="x", start=0, end=1)
NUMBERS = Contradiction(about="number", one=WORDS, other=WORDS)
DENIAL = Contradiction(about="denial", one=WORDS, other=WORDS)
NORTH = line("KCNA", OriginKind.OUTLET, "government of North Korea")
SENSOR = line("Flightradar24", OriginKind.SENSOR)


def event(*lines: Line, contradictions: tuple[Contradiction, ...] = ()) -> Event:
    status = status_of(lines, contradictions)
    return Event(
        id=EventId("ev-1"),
        label="It happened",
        edtf=None,
        places=(),
        actors=(),
        recipients=(),
        type=None,
        reports=(ReportId("r1"),),
        lines=lines,
        status=status,
        admiralty=rate(lines, status),
        contradictions=contradictions,
    )


@pytest.mark.parametrize(
    ("level", "told"),
    [
        ("low", event()),
        ("low", event(line("not said", OriginKind.UNKNOWN))),
        ("low", event(NORTH)),
        ("low", event(line("Eastgate Courier"))),
        ("low", event(line("Reuters"), contradictions=(DENIAL,))),
        ("low", event(line("not said", OriginKind.UNKNOWN), contradictions=(DENIAL,))),
        ("moderate", event(line("Reuters"))),
        ("moderate", event(SENSOR)),
        ("moderate", event(line("Reuters"), line("Yonhap"), contradictions=(NUMBERS,))),
        ("moderate", event(line("Reuters"), line("Yonhap"), contradictions=(DENIAL,))),
        ("high", event(line("Reuters"), line("Yonhap"))),
        ("high", event(NORTH, SENSOR)),
    ],
)
def test_the_level_follows_from_the_rules(level: str, told: Event) -> None:
    assert confidence_of(told).level is ConfidenceLevel(level)


def test_each_rule_is_told() -> None:
    told = confidence_of(event(line("Reuters"), line("Yonhap"), SENSOR, contradictions=(NUMBERS,)))

    assert told.because == (
        "3 origins under different control",
        "the best source is rated B",
        "a sensor is among what it rests on",
        "reports differ in: number",
    )


def test_a_letter_that_a_person_gave_the_source_moves_the_confidence() -> None:
    told = event(line("Reuters"))
    doubted = replace(told, admiralty=replace(told.admiralty, reliability="E"))

    assert confidence_of(doubted).level is ConfidenceLevel.LOW


def test_no_reason_for_a_confidence_is_a_word_of_likelihood() -> None:
    events = [event(), event(NORTH), event(SENSOR), event(line("Reuters"), contradictions=(DENIAL, NUMBERS))]
    reasons = " ".join(reason for told in events for reason in confidence_of(told).because)

    assert [term for band in BANDS for term in band.terms if term in reasons] == []
