"""Two names that may be one speaker's, as a subject of a question."""

from collections.abc import Iterable, Mapping, Sequence

from secondsource.linking.judged_speakers import machine_groups, named_in, speaker_subject
from secondsource.model.ids import ReportId
from secondsource.model.outlet_phrases import fold_name
from secondsource.model.reading import Reading


def both_speak(subject: Sequence[str], readings: Mapping[ReportId, Reading]) -> bool:
    """Return whether each of two names is that of somebody whom a report, or the report meant, names as a source."""
    if len(subject) != 2 or subject[0] == subject[1]:
        return False
    return all(_meant(name, readings) for name in subject)


def asked_about(subject: Sequence[str]) -> str:
    """Return the question in words."""
    return f"Are {subject[0]} and {subject[1]} one speaker?"


def machine_on(subject: Sequence[str], readings: Mapping[ReportId, Reading]) -> str:
    """Return whom the machine alone takes the two names for, in words."""
    group_of = machine_groups(readings.values())
    one, other = ({group_of[each] for each in _meant(name, readings)} for name in subject)
    if one.isdisjoint(other):
        return "Two speakers."
    return "One speaker." if one == other and len(one) == 1 else "One speaker in some reports, two in others."


def speakers_in(reports: Iterable[ReportId], readings: Mapping[ReportId, Reading]) -> list[str]:
    """Return whom the reports name as speaking, as a person would write them: each name, then each in its report."""
    named = [(report_id, name) for report_id in reports for _, name in sorted(set(named_in(readings[report_id])))]
    names = dict.fromkeys(name for _, name in named)
    return [*names, *dict.fromkeys(f"{name}@{report_id}" for report_id, name in named)]


def _meant(name: str, readings: Mapping[ReportId, Reading]) -> list[tuple[ReportId, str]]:
    words, report_id = speaker_subject(name, list(readings))
    meant = readings.values() if report_id is None else [readings[report_id]]
    key = fold_name(words)
    return [named for reading in meant for named in named_in(reading) if fold_name(named[1]) == key]
