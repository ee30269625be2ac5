"""What people decided about who speaks, put above what the reading found."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from secondsource.linking.memory import Memory
from secondsource.model.ids import ReportId
from secondsource.model.judgement import Judgement, JudgementKind, place_of
from secondsource.model.linked import LinkedReport, LinkedStatement
from secondsource.model.reading import Reading
from secondsource.model.statement import Statement, StatementAct

Place = tuple[str, str]


def corrected_speakers(
    readings: Mapping[ReportId, Reading], judgements: Sequence[Judgement], *, memory: Memory | None = None
) -> dict[ReportId, Reading]:
    """Return the readings with the speakers that people decided for; an empty answer leaves the reading's.

    The words that named somebody else no longer name the source, and what the report says of that one's office and
    body is not the new speaker's.
    """
    memory = memory or Memory()
    decided: dict[str, dict[Place, str]] = {}
    for place, who in _decided(judgements).items():
        decided.setdefault(place[0], {})[place] = who
    corrected = dict(readings)
    for report_id, reading in readings.items():
        if report_id in decided:
            told = decided[report_id]
            rests_on = (reading, memory.same(tuple(sorted(told.items()))))
            corrected[report_id] = memory.get("corrected", rests_on, partial(_with_speakers, reading, told))
    return corrected


def tell_read_speakers(
    statements: Sequence[LinkedStatement], reading: Reading, judgements: Sequence[Judgement]
) -> tuple[LinkedStatement, ...]:
    """Return a report's linked statements, each judged one with whom the reading gave its words to."""
    decided = _decided(judgements)
    read = {place_of(*_ends(each)): each.speaker_name or "" for each in reading.statements if each.content}
    return tuple(
        replace(each, read_as=read.get(place_of(each.start, each.end), ""))
        if (each.report_id, place_of(each.start, each.end)) in decided
        else each
        for each in statements
    )


def readings_as_judged(readings: Sequence[Reading], reports: Sequence[LinkedReport]) -> list[Reading]:
    """Return the readings with the speakers that a linking was judged to have."""
    decided: dict[Place, str] = {
        (each.report_id, place_of(each.start, each.end)): each.speaker
        for report in reports
        for each in report.statements
        if each.read_as is not None and each.speaker is not None
    }
    return [
        _with_speakers(reading, {p: who for p, who in decided.items() if p[0] == reading.id}) for reading in readings
    ]


def _decided(judgements: Sequence[Judgement]) -> dict[Place, str]:
    asked = [each for each in judgements if each.kind is JudgementKind.SPEAKER and len(each.subject) == 2]
    return {(each.subject[0], each.subject[1]): each.value for each in asked if each.value}


def _with_speakers(reading: Reading, decided: Mapping[Place, str]) -> Reading:
    if not decided:
        return reading
    return replace(reading, statements=tuple(_with_speaker(reading, each, decided) for each in reading.statements))


def _with_speaker(reading: Reading, statement: Statement, decided: Mapping[Place, str]) -> Statement:
    who = decided.get((reading.id, place_of(*_ends(statement)))) if statement.content else None
    if who is None:
        return statement
    entity = next((each for each in reading.entities if each.name == who), None)
    return replace(
        statement,
        source=(),
        speaker=None if entity is None else entity.id,
        speaker_name=who,
        organisation=None,
        office=None,
        # Somebody says it, as was decided; what is only held has no speaker.
        act=StatementAct.SAID if statement.act is StatementAct.HELD else statement.act,
    )


def _ends(statement: Statement) -> tuple[int, int]:
    return statement.content[0].start, statement.content[-1].end
