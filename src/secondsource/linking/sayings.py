"""Statements of one speaker that are the same saying in several reports."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from secondsource.linking.features import Features
from secondsource.linking.memory import Memory
from secondsource.linking.offices import person_key
from secondsource.linking.origins import control_key, count_origins
from secondsource.model.evidence import words_of
from secondsource.model.ids import LineId, ReportId
from secondsource.model.linked import Line, LinkedStatement, OriginKind
from secondsource.model.outlet_phrases import fold_name
from secondsource.model.outlets import find_outlet
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from secondsource.model.statement import Statement

ALIKE_LEAST = 0.5
"""Share of the shorter saying's words that the longer must have, in one language."""

ALIKE_ACROSS = 0.6
"""Share of the shorter saying's names, ideas and numbers that the longer must have, across languages."""

TELLING_LEAST = 3
"""Features that two sayings must share at least; fewer are shared by chance."""


@dataclass(frozen=True, slots=True)
class _Saying:
    report: Report
    statement: Statement
    speaker: str | None
    language: str | None
    words: frozenset[str]
    shared: frozenset[str]


def linked_statements(
    reports: Sequence[Report],
    readings: Mapping[ReportId, Reading],
    lines: Mapping[ReportId, Sequence[Line]],
    *,
    memory: Memory | None = None,
) -> dict[ReportId, tuple[LinkedStatement, ...]]:
    """Return the statements of each report in the light of the others.

    Two statements are the same saying where they have the same known speaker and mostly the same words, or, across
    languages, the same names, ideas and numbers. A saying rests on its speaker, however many reports give it.

    Args:
        reports: All reports, in an order that does not depend on their arrival.
        readings: Their readings.
        lines: The lines of the event that each report is mainly about.
        memory: What was worked out before; it only saves time.
    """
    memory = memory or Memory()
    found_in = [_said(report, readings.get(report.id), memory) for report in reports]
    sayings = [saying for found in found_in for saying in found]
    groups = memory.get("sayings alike", found_in, partial(_groups, sayings))
    found: defaultdict[ReportId, list[LinkedStatement]] = defaultdict(list)
    for group in groups:
        said_in = len({sayings[at].report.id for at in group})
        rests_on = [line for at in group for line in _line_of(sayings[at], lines)]
        # Whoever speaks on record is the one origin of the words, whoever carries them.
        n_origins = 1 if sayings[group[0]].speaker is not None else max(1, count_origins(rests_on))
        key = _key(sayings[group[0]])
        for at in group:
            own = _line_of(sayings[at], lines)
            line = own[0].id if own else None
            found[sayings[at].report.id].append(_linked(sayings[at], line, said_in, n_origins, key))
    return {report: tuple(sorted(items, key=lambda item: (item.start, item.end))) for report, items in found.items()}


def _said(report: Report, reading: Reading | None, memory: Memory) -> list[_Saying]:
    return memory.get("sayings", (report, reading), partial(_sayings, report, reading))


def _sayings(report: Report, reading: Reading | None) -> list[_Saying]:
    if reading is None:
        return []
    features = Features(report.text, reading)
    return [
        _saying(report, features, each, reading.language)
        for each in reading.statements
        if each.content and not each.negated
    ]


def _saying(report: Report, features: Features, statement: Statement, language: str | None) -> _Saying:
    keys: set[str] = set()
    for span in statement.content:
        keys |= features.keys(span.start, span.end)
    words = frozenset(key for key in keys if key[0] == "w")
    return _Saying(report, statement, _speaker(statement), language, words, frozenset(keys - words))


def _speaker(statement: Statement) -> str | None:
    if statement.speaker_name is None:
        return None
    outlet = find_outlet(statement.speaker_name)
    if outlet is not None:
        return fold_name(outlet.name)
    return person_key(statement.speaker_name) if statement.speaker is not None else fold_name(statement.speaker_name)


def _groups(sayings: Sequence[_Saying]) -> list[list[int]]:
    """Return groups of places: each saying joins the first group whose first member is the same saying."""
    by_speaker: defaultdict[str | None, list[list[int]]] = defaultdict(list)
    for at, saying in enumerate(sayings):
        groups = by_speaker[saying.speaker]
        known = saying.speaker is not None
        group = next((found for found in groups if known and _same(sayings[found[0]], saying)), None)
        if group is None:
            groups.append([at])
        else:
            group.append(at)
    return sorted(group for groups in by_speaker.values() for group in groups)


def _same(one: _Saying, other: _Saying) -> bool:
    if one.language == other.language:
        return _share(one.words, other.words) >= ALIKE_LEAST
    return _share(one.shared, other.shared) >= ALIKE_ACROSS


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    common = len(one & other)
    return common / min(len(one), len(other)) if common >= TELLING_LEAST else 0.0


def _line_of(saying: _Saying, lines: Mapping[ReportId, Sequence[Line]]) -> list[Line]:
    """Return the line whose origin the speaker is or answers to, else, for words without a speaker, the report's."""
    own = lines.get(saying.report.id, ())
    if saying.speaker is None:
        return [line for line in own if saying.report.id in line.reports and line.origin_kind is not OriginKind.UNKNOWN]
    names = [name for name in (saying.statement.speaker_name, saying.statement.organisation) if name is not None]
    controls = {control_key(name, _controller(name)) for name in names}
    return [line for line in own if control_key(line.origin, line.controller) in controls]


def _controller(name: str) -> str | None:
    outlet = find_outlet(name)
    return None if outlet is None else outlet.controller


def _key(saying: _Saying) -> str:
    first = saying.statement.content[0]
    return sha256(f"{saying.report.id}\0{first.start}\0{first.end}".encode()).hexdigest()[:12]


def _linked(saying: _Saying, line: LineId | None, said_in: int, n_origins: int, key: str) -> LinkedStatement:
    statement, text = saying.statement, saying.report.text
    start, end = statement.content[0].start, statement.content[-1].end
    return LinkedStatement(
        speaker=statement.speaker_name,
        organisation=statement.organisation,
        content=words_of(text, statement.content),
        start=start,
        end=end,
        kind=statement.kind,
        stance=statement.stance,
        line=line,
        report_id=saying.report.id,
        spans=statement.content,
        said_in=said_in,
        n_origins=n_origins,
        saying=key,
        carried=statement.carried,
    )
