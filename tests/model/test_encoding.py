import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.encoding import decode, encode
from secondsource.model.evidence import Span
from secondsource.model.ids import Digest, EventId, ReportId, StatementId
from secondsource.model.mention import QUAD, EventMention, EventType, Participant
from secondsource.model.reading import PairAnswer, ReaderModel, Reading
from secondsource.model.report import Capture
from secondsource.model.statement import Stance, Statement, StatementKind

spans = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(lambda pair: Span(*sorted(pair)))
statements = st.builds(
    Statement,
    id=st.text().map(StatementId),
    source=st.tuples(spans),
    cue=st.lists(spans, max_size=3).map(tuple),
    content=st.lists(spans, max_size=3).map(tuple),
    speaker_name=st.none() | st.text(),
    kind=st.sampled_from(StatementKind),
    stance=st.sampled_from(Stance),
    likelihood=st.none() | st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
events = st.builds(
    EventMention,
    id=st.text().map(EventId),
    type=st.sampled_from(EventType),
    trigger=st.tuples(spans),
    quad=st.integers(1, 4),
    actors=st.lists(st.builds(Participant, spans=st.tuples(spans), code=st.none() | st.text()), max_size=2).map(tuple),
    places=st.lists(st.integers(0, 9), max_size=2).map(tuple),
)


def reading(**changes: object) -> Reading:
    plain: dict[str, object] = {
        "id": ReportId("r-1"),
        "language": "en",
        "published": "2024-07-09",
        "published_basis": "given",
        "model": ReaderModel(name="rules", version="1", sha256=Digest("0" * 64)),
    }
    return Reading(**{**plain, **changes})  # type: ignore[arg-type]


@given(st.lists(statements, max_size=3), st.lists(events, max_size=3))
def test_a_reading_comes_back_from_json_as_it_went(said: list[Statement], seen: list[EventMention]) -> None:
    before = reading(
        statements=tuple(said),
        events=tuple(seen),
        pairs=(PairAnswer(type=EventType.AGREE, quad=1, binary="cooperation", p={"AGREE": 0.5}),),
    )

    after = decode(Reading, json.loads(json.dumps(encode(before))))

    assert after == before


def test_a_span_is_written_as_start_and_end() -> None:
    assert encode((Span(3, 7), Span(9, 12))) == [[3, 7], [9, 12]]


def test_a_field_that_is_not_known_yet_is_left_out_and_a_missing_one_takes_its_default() -> None:
    data = encode(reading())
    del data["own_reporting"]
    data["a_later_field"] = 1

    assert decode(Reading, data) == reading()


def test_a_word_outside_its_vocabulary_is_refused() -> None:
    data = encode(reading(events=(EventMention(id=EventId("v1"), type=EventType.AID, trigger=(Span(0, 1),), quad=2),)))
    data["events"][0]["type"] = "TELEPATHY"

    with pytest.raises(ValueError, match="TELEPATHY"):
        decode(Reading, data)


def test_bytes_are_not_put_into_json() -> None:
    capture = Capture(
        sha256=Digest("0" * 64),
        data=b"x",
        media_type="text/plain",
        origin="-",
        captured_at=datetime(2024, 7, 9, tzinfo=UTC),
    )

    with pytest.raises(TypeError, match="bytes"):
        encode(capture)


def test_every_event_type_has_a_quad_class() -> None:
    assert set(QUAD) == set(EventType)
    assert set(QUAD.values()) == {1, 2, 3, 4}
