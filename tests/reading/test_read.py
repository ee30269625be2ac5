import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.encoding import encode
from secondsource.model.evidence import Span
from secondsource.model.ids import ReportId
from secondsource.model.reading import AskedPair, Questions, Reading
from secondsource.model.report import Report
from secondsource.model.statement import Stance, Statement
from secondsource.reading.model import reader_model
from secondsource.reading.read import read
from tests.support import raises_code

ARTICLE = "\n\n".join(
    (
        "Northern trawlers sail to Vladivostok",
        "By Nina Hale for RFA Korean",
        "North Korea has sent four trawlers to Russia, state media reported on Wednesday, a step which Japan "
        "said would be a breach of sanctions if any of them carries arms.",
        "According to KCNA, the boats are manned by “fishery instructors” led by Pak Chol Min, the head of "
        "the Wonsan School of Fisheries.",
        "The report did not mention how long they will stay or what they will catch.",
        "The Japanese Foreign Ministry said Wednesday that any trade in fishing rights “plainly helps the "
        "North to earn currency.”",
        "The resolutions ban such trade, Kenji Mori, a spokesperson for the ministry, told a press briefing.",
        "“We will follow the boats closely,” he said.",
        "“Nobody in Wonsan fishes for sport,” Laura Finch, a senior fellow at the Institute for Coastal "
        "Studies, told RFA. “These are military boats.”",
        "Finch said it would be hard to know what is on board unless one of the crews talks, but she "
        "speculated that it could be radios.",
        "Data from the ship tracking website MarineTraffic confirmed the arrival, but North Korean media has "
        "yet to report it.",
        "Edited by Paul Stone.",
    )
)


def report(text: str = ARTICLE, *, outlet: str | None = None, language: str | None = None) -> Report:
    return Report(id=ReportId("r1"), text=text, outlet=outlet, language=language)


def by_content(reading: Reading, words: str) -> Statement:
    return next(s for s in reading.statements if words in " ".join(span.of(ARTICLE) for span in s.content))


def test_an_article_is_read_as_a_desk_editor_would():
    reading = read(report(outlet="RFA"))

    step = by_content(reading, "would be a breach")
    assert step.speaker_name == "Japan"
    assert step.stance is Stance.CONDITIONAL
    boats = by_content(reading, "follow the boats")
    assert (boats.speaker_name, boats.office) == ("Kenji Mori", "spokesperson")
    assert boats.organisation is not None
    assert "Foreign Ministry" in boats.organisation
    finch = by_content(reading, "fishes for sport")
    assert finch.addressee == "RFA"
    assert len(finch.content) == 2
    assert by_content(reading, "could be radios").stance is Stance.POSSIBLE
    assert by_content(reading, "hard to know").stance is Stance.CONDITIONAL


def test_an_article_gives_its_sources_and_its_silences():
    reading = read(report(outlet="RFA"))

    assert {"KCNA", "MarineTraffic"} <= {source.name for source in reading.upstream}
    assert reading.own_reporting
    assert reading.not_reported[0].who == "KCNA"
    assert reading.language == "en"


def test_the_same_report_gives_the_same_reading():
    assert read(report()) == read(report())


def test_a_question_outside_the_text_is_refused():
    with raises_code("SS-301"):
        read(report("Short."), Questions(predicates=(Span(3, 99),)))


def test_each_question_gets_its_answer():
    text = "Japan sanctioned North Korea on Monday."
    pair = AskedPair(actor=(Span(0, 5),), recipient=(Span(17, 28),))

    reading = read(report(text, language="en"), Questions(pairs=(pair,), predicates=(Span(6, 16),)))

    assert len(reading.pairs) == 1
    assert len(reading.predicates) == 1


def test_the_reader_is_known_by_a_digest_that_does_not_change_between_calls():
    model = reader_model()

    assert model.name == "encoder and rules"
    assert re.fullmatch("[0-9a-f]{64}", model.sha256)
    assert model == reader_model()


def spans_in(data: Any) -> Iterator[tuple[int, int]]:
    """Yield every pair of offsets in the data of a reading."""
    if isinstance(data, dict):
        if isinstance(data.get("start"), int):
            yield data["start"], data["end"]
        for key, value in data.items():
            if key in {"source", "cue", "content", "hedges", "spans", "what", "trigger"}:
                yield from ((start, end) for start, end in value)
            else:
                yield from spans_in(value)
    elif isinstance(data, list):
        for item in data:
            yield from spans_in(item)


FRAGMENTS = st.sampled_from(ARTICLE.replace("\n", " \n").split(" "))


@settings(max_examples=40, deadline=None)
@given(st.one_of(st.text(max_size=150), st.lists(FRAGMENTS, max_size=40).map(" ".join)))
def test_any_text_is_read_and_every_span_lies_inside_it(text):
    reading = read(report(text))

    assert all(0 <= start <= end <= len(text) for start, end in spans_in(encode(reading)))
    for statement in reading.statements:
        pairs = zip(statement.content, statement.content[1:], strict=False)
        assert all(one.end <= other.start for one, other in pairs)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“", "said"])
def test_next_to_nothing_is_read_without_harm(text):
    assert read(report(text)).statements == ()
