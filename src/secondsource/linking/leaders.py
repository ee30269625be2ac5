"""Who is said to lead the body that acts: "a delegation headed by Kim Kum Chol"."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from secondsource.linking.profile import lead_end
from secondsource.model.entity import Name, NameType
from secondsource.model.ids import ReportId
from secondsource.model.outlet_phrases import fold_name
from secondsource.model.reading import Reading
from secondsource.model.report import Report

LEAST_SHARE = 1 / 3
"""Least share of an event's reports that name somebody as leading; one report's aside is not the event."""

_REACH = 60
"""Characters before and after a name in which the words that make it a leader are looked for."""

_LED_BY = re.compile(r"\b(?:headed|led|chaired|under)\s+(?:by\s+)?(?:[\w’'.-]{1,20}\s+){0,4}$", re.IGNORECASE)
_LEADS = re.compile(
    r"(?:,[^.;]{0,60},|[^.;]{0,60}?,)?\s{0,2}(?:heads|leads|headed|led|is\s+leading|is\s+heading)\s+"
    r"(?:the|a|this|them|its)\b",
    re.IGNORECASE,
)
_KOREAN = re.compile(r"[^.]{0,24}(?:단장|이끄는|이끈)")


def leaders_of(reports: Sequence[Report], readings: Mapping[ReportId, Reading]) -> Iterator[str]:
    """Yield the persons that a good part of the reports name as leading those who act, most named first."""
    named: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = {}
    read = [report for report in reports if report.id in readings]
    for report in read:
        reading = readings[report.id]
        for key, name in sorted(set(_leaders(report, reading))):
            named[key] += 1
            spelled.setdefault(key, Counter())[name] += 1
    for key in sorted(named, key=lambda key: (-named[key], key)):
        if named[key] >= LEAST_SHARE * len(read):
            yield min(spelled[key], key=lambda name: (-spelled[key][name], name))


def _leaders(report: Report, reading: Reading) -> Iterator[tuple[str, str]]:
    entities = {entity.id: entity.name for entity in reading.entities}
    end = lead_end(report, reading) * 2
    for name in reading.names:
        if name.type is NameType.PERSON and name.start < end and _leads(report.text, name):
            full = entities[name.entity]
            yield fold_name(full), full


def _leads(text: str, name: Name) -> bool:
    before = text[max(0, name.start - _REACH) : name.start]
    after = text[name.end : name.end + 2 * _REACH]
    return (
        _LED_BY.search(before) is not None or _LEADS.match(after) is not None or _KOREAN.match(after[:40]) is not None
    )
