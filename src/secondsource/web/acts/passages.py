"""Two passages that may contradict each other, as a subject of a question."""

import re
from collections.abc import Mapping, Sequence

from secondsource.linking.judged_contradictions import met_by, passage_of, passage_subject
from secondsource.model.evidence import Evidence
from secondsource.model.ids import ReportId
from secondsource.model.judgement import unordered
from secondsource.model.linked import Linked
from secondsource.model.report import Report
from secondsource.web.acts.errors import JudgementRefused

_BLANKS = re.compile(r"\s+")

MOST_PASSAGE = 1000
"""Characters of a passage that is pasted."""


def passages_of(subject: Sequence[str], reports: Mapping[ReportId, Report]) -> tuple[Evidence, Evidence] | None:
    """Return the two passages that the subject names; None where it names none, or twice the same words."""
    found = [_passage(name, reports) for name in subject]
    one, other = found if len(found) == 2 else (None, None)
    return None if one is None or other is None or one == other else (one, other)


def words_as_subject(one: Evidence, other: Evidence) -> tuple[str, ...]:
    """Return the subject of the question whether two passages contradict each other."""
    return unordered(passage_subject(one), passage_subject(other))


def find_words(words: str, report_id: str, reports: Mapping[ReportId, Report]) -> Evidence:
    """Return where the report has the words, however their blanks and line ends were pasted.

    Raises:
        JudgementRefused: There is no such report, or it has the words nowhere, or at several places.
    """
    report = reports.get(ReportId(report_id))
    pieces = words.split()
    if report is None or not pieces or len(words) > MOST_PASSAGE:
        raise JudgementRefused(
            f"A passage of {report_id or 'no report'} was named with {len(pieces)} words; that is none.\n"
            f"Choose a report, and copy the words from it, at most {MOST_PASSAGE} characters."
        )
    places = [match.span() for match in re.finditer(r"\s+".join(map(re.escape, pieces)), report.text)]
    if len(places) != 1:
        raise JudgementRefused(
            f"A passage was named by its words; {report_id} has them at {len(places)} places.\n"
            "Copy them from the report as they stand there, and enough of them to tell which place is meant."
        )
    start, end = places[0]
    return Evidence(report_id=report.id, exact=report.text[start:end], start=start, end=end)


def asked_about(passages: tuple[Evidence, Evidence]) -> str:
    """Return the question in words."""
    one, other = (f"“{_BLANKS.sub(' ', each.exact)}” ({each.report_id})" for each in passages)
    return f"Do {one} and {other} contradict each other?"


def machine_on(passages: tuple[Evidence, Evidence], machine: Linked) -> str:
    """Return what the machine alone makes of the two passages, in words."""
    about = {report: event for event in machine.events for report in event.reports}
    one, other = (about.get(ReportId(each.report_id)) for each in passages)
    if one is None or other is None or one.id != other.id:
        return "They are of two events, and were not compared."
    found = next((each for each in one.contradictions if met_by(each, *passages)), None)
    return "No contradiction was seen." if found is None else f"They contradict each other, in: {found.about}."


def _passage(name: str, reports: Mapping[ReportId, Report]) -> Evidence | None:
    report = reports.get(ReportId(name.rpartition(":")[0]))
    # A place of more digits than any text has would only take long to read.
    short = len(name.rpartition(":")[2]) < 22
    return passage_of(name, [report]) if report is not None and short else None
