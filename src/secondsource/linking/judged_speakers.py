"""Who people decided is one speaker, or another of the same name, put above what the machine found."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from secondsource.linking.judged_groups import judged_groups, resolved
from secondsource.linking.memory import Memory
from secondsource.linking.offices import person_key
from secondsource.model.ids import EntityId, ReportId
from secondsource.model.judgement import Judgement, JudgementKind, Verdict
from secondsource.model.linked import Line, LinkedStatement
from secondsource.model.outlet_phrases import fold_name
from secondsource.model.outlets import find_outlet
from secondsource.model.reading import Reading, Upstream
from secondsource.model.statement import Statement

Named = tuple[ReportId, str]
"""A speaker as one report names them."""

_JUDGED = EntityId("judged")
"""Stands for the entity of a speaker whom the reader left open and a person knew."""


def speaker_subject(name: str, reports: Sequence[ReportId]) -> tuple[str, ReportId | None]:
    """Return the name, and the report it is meant in, that ``NAME`` or ``NAME@REPORT`` stands for."""
    words, mark, report_id = name.rpartition("@")
    known = mark and ReportId(report_id) in reports
    return (words, ReportId(report_id)) if known else (name, None)


@dataclass(frozen=True, slots=True)
class JudgedSpeakers:
    """The speakers whom people decided about.

    Attributes:
        names: Under which name each of them goes, where that differs from how their report names them.
        answers: What was decided about each, one line each, in the order of the answers.
    """

    names: Mapping[Named, str]
    answers: Mapping[Named, tuple[str, ...]]

    def readings(
        self, readings: Mapping[ReportId, Reading], *, memory: Memory | None = None
    ) -> Mapping[ReportId, Reading]:
        """Return the readings with every speaker under the name they go by; for linking, not to be kept."""
        if not self.names:
            return readings
        memory = memory or Memory()
        touched: dict[ReportId, list[tuple[str, str]]] = {}
        for (report_id, written), name in self.names.items():
            touched.setdefault(report_id, []).append((written, name))
        heard = dict(readings)
        for report_id, names in touched.items():
            reading = readings[report_id]
            rests_on = (reading, memory.same(tuple(sorted(names))))
            heard[report_id] = memory.get("heard", rests_on, partial(self._heard, reading))
        return heard

    def _heard(self, reading: Reading) -> Reading:
        return replace(
            reading,
            statements=tuple(self._said(reading.id, each) for each in reading.statements),
            upstream=tuple(self._leaned_on(reading.id, each) for each in reading.upstream),
        )

    def _said(self, report_id: ReportId, statement: Statement) -> Statement:
        name = self.names.get((report_id, statement.speaker_name or ""))
        if name is None:
            return statement
        return replace(statement, speaker_name=name, speaker=statement.speaker or _JUDGED)

    def _leaned_on(self, report_id: ReportId, upstream: Upstream) -> Upstream:
        name = self.names.get((report_id, upstream.name))
        return upstream if name is None else replace(upstream, name=name)

    def statements(
        self, statements: Mapping[ReportId, Sequence[LinkedStatement]], readings: Mapping[ReportId, Reading]
    ) -> dict[ReportId, tuple[LinkedStatement, ...]]:
        """Return linked statements with the speakers as the reports name them, and beside it what was decided.

        Args:
            statements: As linked from :meth:`readings`.
            readings: The readings as they were.
        """
        return {name: tuple(self._told(each, readings)) for name, each in statements.items()}

    def _told(
        self, statements: Sequence[LinkedStatement], readings: Mapping[ReportId, Reading]
    ) -> Iterator[LinkedStatement]:
        for linked in statements:
            said = next((each for each in readings[linked.report_id].statements if _is(each, linked)), None)
            named = None if said is None or said.speaker_name is None else (linked.report_id, said.speaker_name)
            if named is None or named not in self.answers:
                yield linked
            else:
                goes_by = self.names.get(named, named[1])
                yield replace(linked, speaker=named[1], speaker_as=goes_by, judged=self.answers[named])

    def lines(self, lines: Sequence[Line]) -> list[Line]:
        """Return the lines, those of a speaker who was decided about with what was decided among their reasons."""
        return [replace(line, because=(*line.because, *self._on(line))) for line in lines]

    def _on(self, line: Line) -> Iterator[str]:
        origin = fold_name(line.origin)
        told = [
            answer
            for (report_id, name), answers in self.answers.items()
            if report_id in line.reports and fold_name(self.names.get((report_id, name), name)) == origin
            for answer in answers
        ]
        yield from dict.fromkeys(told)


def judged_speakers(readings: Mapping[ReportId, Reading], judgements: Sequence[Judgement]) -> JudgedSpeakers:
    """Return what people decided about who speaks; a subject names two speakers, each in all reports or in one.

    A positive answer makes two speakers one, a negative one keeps them apart, an unsure one leaves them and is told.
    Where answers cannot all hold, the later ones stand.
    """
    asked = [each for each in judgements if each.kind is JudgementKind.SAME_SPEAKER and len(each.subject) == 2]
    if not asked:
        return JudgedSpeakers({}, {})
    asked.sort(key=lambda each: (each.at, each.subject))
    speakers = sorted({named for reading in readings.values() for named in named_in(reading)})
    meant = [[_meant(name, speakers, readings) for name in each.subject] for each in asked]
    # The latest answer first: what it says holds against all before it.
    answers = [
        (one, other, each.value is Verdict.POSITIVE)
        for each, (ones, others) in zip(reversed(asked), reversed(meant), strict=True)
        if each.value is not Verdict.UNSURE and set(ones).isdisjoint(others)
        for one in ones
        for other in others
    ]
    machine = _machine_groups(speakers, readings)
    groups = judged_groups(machine, {}, resolved(answers))
    told: dict[Named, tuple[str, ...]] = {}
    for each, (ones, others) in zip(asked, meant, strict=True):
        for at in sorted({*ones, *others}) if ones and others else ():
            told[speakers[at]] = (*told.get(speakers[at], ()), _answer(each))
    return JudgedSpeakers(_names(groups, machine, speakers), told)


def named_in(reading: Reading) -> Iterator[Named]:
    """Yield whom a report names as speaking or as its source, once for each time."""
    for statement in reading.statements:
        if statement.speaker_name is not None:
            yield reading.id, statement.speaker_name
    for upstream in reading.upstream:
        yield reading.id, upstream.name


def _meant(name: str, speakers: Sequence[Named], readings: Mapping[ReportId, Reading]) -> list[int]:
    words, report_id = speaker_subject(name, list(readings))
    key = fold_name(words)
    return [
        at
        for at, (in_report, written) in enumerate(speakers)
        if fold_name(written) == key and report_id in {None, in_report}
    ]


def machine_groups(readings: Iterable[Reading]) -> dict[Named, int]:
    """Return a number for each speaker; those whom the machine alone takes for one have the same."""
    by_id = {reading.id: reading for reading in readings}
    speakers = sorted({named for reading in by_id.values() for named in named_in(reading)})
    groups = _machine_groups(speakers, by_id)
    return {speakers[at]: number for number, group in enumerate(groups) for at in group}


def _machine_groups(speakers: Sequence[Named], readings: Mapping[ReportId, Reading]) -> list[list[int]]:
    people = {
        (reading.id, statement.speaker_name)
        for reading in readings.values()
        for statement in reading.statements
        if statement.speaker is not None
    }
    groups: dict[str, list[int]] = {}
    for at, named in enumerate(speakers):
        outlet = find_outlet(named[1])
        written = fold_name(named[1] if outlet is None else outlet.name)
        is_person = outlet is None and named in people
        groups.setdefault(person_key(named[1]) if is_person else f"e:{written}", []).append(at)
    return list(groups.values())


def _names(
    groups: Sequence[Sequence[int]], machine: Sequence[Sequence[int]], speakers: Sequence[Named]
) -> dict[Named, str]:
    """Return the name that the members of each group that is not the machine's go by."""
    as_found = {tuple(sorted(group)) for group in machine}
    n_of: Counter[str] = Counter()
    names: dict[Named, str] = {}
    for group in sorted((sorted(group) for group in groups), key=lambda group: group[0]):
        written = Counter(speakers[at][1] for at in group)
        # A body that the table knows goes before a bare name, for it tells who controls the speaker.
        name = min(written, key=lambda name: (find_outlet(name) is None, -written[name], name))
        key = person_key(name)
        n_of[key] += 1
        if tuple(group) not in as_found:
            goes_by = name if n_of[key] == 1 else f"{name} [{n_of[key]}]"
            names |= {speakers[at]: goes_by for at in group}
    return names


def _answer(judgement: Judgement) -> str:
    named = " and ".join(judgement.subject)
    return f"{judgement.who} on whether {named} are one speaker: {judgement.value}; {judgement.why}"


def _is(statement: Statement, linked: LinkedStatement) -> bool:
    content = statement.content
    return bool(content) and (content[0].start, content[-1].end) == (linked.start, linked.end)
