"""Which of the reports handed in a dossier is about."""

from collections import Counter
from collections.abc import Iterable, Sequence

from secondsource.model.ids import ReportId
from secondsource.model.linked import Event, Linked
from secondsource.model.reading import Reading
from secondsource.text.normalise import fold

_COMMON_SHARE = 1 / 3
"""Share of the main event's reports that must name somebody before the name belongs to the subject."""

_LEAST_COMMON = 2
"""Names of the subject that a report must share; one land alone does not make it one matter."""


def subject_reports(linked: Linked, readings: Sequence[Reading]) -> frozenset[ReportId]:
    """Return the reports of the main event and those that name its persons, bodies and lands.

    A reaction, a landing and an analysis belong to the subject; a report on another matter that came in the same
    folder does not, and is only listed. Where no event was made out, every report is the subject.
    """
    if not linked.events:
        return frozenset(report.id for report in linked.reports)
    main = linked.events[0]
    names = {reading.id: _names(reading) for reading in readings}
    common = _common(main, names)
    least = min(_LEAST_COMMON, len(common))
    held = {*main.reports, *main.mentioned_in}
    return frozenset(
        report.id
        for report in linked.reports
        if report.id in held or not common or len(common & names.get(report.id, frozenset())) >= least
    )


def _names(reading: Reading) -> frozenset[str]:
    """Return the folded names of a reading's entities, a land under its code in every language."""
    return frozenset(_keys(reading))


def _keys(reading: Reading) -> Iterable[str]:
    for entity in reading.entities:
        yield fold(entity.name)
        if entity.country is not None:
            yield entity.country


def _common(main: Event, names: dict[ReportId, frozenset[str]]) -> frozenset[str]:
    counts = Counter(key for report_id in main.reports for key in names.get(report_id, ()))
    return frozenset(key for key, n in counts.items() if n >= _COMMON_SHARE * len(main.reports))
