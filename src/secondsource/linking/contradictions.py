"""Passages of one event that cannot both hold, side by side."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.linking.features import Features
from secondsource.linking.kernel import Kernel
from secondsource.linking.lemma import lemma
from secondsource.linking.rating import DENIAL
from secondsource.linking.stopwords import is_stopword
from secondsource.model.evidence import Evidence, Span
from secondsource.model.ids import ReportId
from secondsource.model.linked import Contradiction
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from secondsource.model.statement import Stance, Statement
from secondsource.text.segment import sentence_spans

NUMBER = "number"
"""What a contradiction is about where two reports count the same things differently."""

CONTEXT_LEAST = 0.5
"""Share of the shorter sentence's words that the other has, the numbers left out, for both to count the same things."""

CONTEXT_WORDS_LEAST = 4
"""Words they must share at least."""

SENTENCES_MOST = 60
"""Sentences of a report that are compared."""

_SPELT = {
    word: n
    for n, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        1,
    )
}
_COUNT = re.compile(
    r"(?<![\w.,$€£-])(?P<number>\d{1,3}(?:,\d{3}){1,3}|\d{1,6}|" + "|".join(list(_SPELT)[1:]) + r")\s"
    r"(?P<between>(?:[A-Za-z-]{2,20}\s){0,2})(?P<noun>[A-Za-z]{3,20}s)\b",
    re.IGNORECASE,
)
_NOT_COUNTED = frozenset(
    ["years", "months", "weeks", "days", "hours", "minutes", "seconds", "times", "percent", "points", "others"]
)


@dataclass(frozen=True, slots=True)
class _Count:
    report: Report
    span: Span
    number: int
    things: str
    context: frozenset[str]


def contradictions_of(
    reports: Sequence[Report], readings: Mapping[ReportId, Reading], kernel: Kernel
) -> list[Contradiction]:
    """Return the contradictions among an event's reports: different counts of the same things, and denials.

    Careful on purpose: two sentences count the same things only where most of their other words agree, and a denial
    counts only where what is denied tells of the event and another speaker asserts it.

    Args:
        reports: The event's reports, earliest first.
        readings: Their readings.
        kernel: What the event is.
    """
    return [*_of_numbers(reports), *_of_denials(reports, readings, kernel)]


def _of_numbers(reports: Sequence[Report]) -> Iterator[Contradiction]:
    by_things: defaultdict[str, list[_Count]] = defaultdict(list)
    for report in reports:
        for count in _counts(report):
            by_things[count.things].append(count)
    seen: set[tuple[str, int, int]] = set()
    for things, counts in sorted(by_things.items()):
        for later, other in enumerate(counts):
            for one in counts[:later]:
                key = (things, min(one.number, other.number), max(one.number, other.number))
                if (
                    one.number != other.number
                    and one.report.id != other.report.id
                    and key not in seen
                    and _same(one, other)
                ):
                    seen.add(key)
                    yield Contradiction(about=NUMBER, one=_quoted(one), other=_quoted(other))


def _counts(report: Report) -> Iterator[_Count]:
    features = Features(report.text)
    for sentence in sentence_spans(report.text, 0, len(report.text))[:SENTENCES_MOST]:
        for match in _COUNT.finditer(report.text, sentence.start, sentence.end):
            noun = match["noun"].casefold()
            if noun in _NOT_COUNTED or is_stopword(noun):
                continue
            words = match["number"].casefold().replace(",", "")
            number = _SPELT[words] if words in _SPELT else int(words)
            context = frozenset(key for key in features.keys(sentence.start, sentence.end) if key[0] == "w")
            things = " ".join((*(lemma(word) for word in match["between"].split()), lemma(noun)))
            yield _Count(report, Span(match.start(), match.end()), number, things, context - {f"w:{words}"})


def _same(one: _Count, other: _Count) -> bool:
    common = len(one.context & other.context)
    return common >= CONTEXT_WORDS_LEAST and common >= CONTEXT_LEAST * min(len(one.context), len(other.context))


def _quoted(count: _Count) -> Evidence:
    return _evidence(count.report, count.span)


def _of_denials(
    reports: Sequence[Report], readings: Mapping[ReportId, Reading], kernel: Kernel
) -> Iterator[Contradiction]:
    seen: set[str | None] = set()
    for report in reports:
        reading = readings.get(report.id)
        for denial in () if reading is None else reading.statements:
            if denial.stance is not Stance.DENIED or denial.carried or denial.speaker_name in seen or reading is None:
                continue
            denied = _keys(report, reading, denial)
            asserted = _asserted(reports, readings, kernel, denial, denied) if kernel.tells_of(denied) else None
            if asserted is not None:
                seen.add(denial.speaker_name)
                yield Contradiction(about=DENIAL, one=asserted, other=_evidence(report, _reach(denial)))


def _asserted(
    reports: Sequence[Report],
    readings: Mapping[ReportId, Reading],
    kernel: Kernel,
    denial: Statement,
    denied: frozenset[str],
) -> Evidence | None:
    """Return where another speaker asserts what is denied."""
    for report in reports:
        reading = readings.get(report.id)
        for statement in () if reading is None else reading.statements:
            told = statement.stance is Stance.ASSERTED and not statement.carried
            if not told or statement.speaker_name in {None, denial.speaker_name}:
                continue
            keys = frozenset() if reading is None else _keys(report, reading, statement)
            common = {key for key in keys & denied if key[0] != "g"}
            if kernel.tells_of(keys) and len(common) >= CONTEXT_WORDS_LEAST:
                return _evidence(report, _reach(statement))
    return None


def _keys(report: Report, reading: Reading, statement: Statement) -> frozenset[str]:
    features = Features(report.text, reading)
    return frozenset(key for span in statement.content for key in features.keys(span.start, span.end))


def _reach(statement: Statement) -> Span:
    return Span(statement.content[0].start, statement.content[-1].end)


def _evidence(report: Report, span: Span) -> Evidence:
    return Evidence(report_id=report.id, exact=span.of(report.text), start=span.start, end=span.end)
