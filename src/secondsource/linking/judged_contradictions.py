"""What people decided about two passages contradicting each other, put above what the machine found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.linking.rating import JUDGED
from secondsource.model.evidence import Evidence, Span
from secondsource.model.ids import ReportId
from secondsource.model.judgement import Judgement, JudgementKind, Verdict
from secondsource.model.linked import Contradiction
from secondsource.model.report import Report


@dataclass(frozen=True, slots=True)
class JudgedContradictions:
    """Contradictions as people left them.

    Attributes:
        standing: Those that hold: the machine's that nobody set aside, and those that a person saw.
        set_aside: The machine's that a person decided are none.
    """

    standing: tuple[Contradiction, ...]
    set_aside: tuple[Contradiction, ...]


def passage_subject(evidence: Evidence) -> str:
    """Return how a judgement names a passage: ``REPORT:START-END``, in code points of the report's text."""
    return f"{evidence.report_id}:{evidence.start}-{evidence.end}"


def passage_of(subject: str, reports: Sequence[Report]) -> Evidence | None:
    """Return the passage that :func:`passage_subject` named so; None where none of ``reports`` has it."""
    name, _, place = subject.rpartition(":")
    start, mark, end = place.partition("-")
    report = next((each for each in reports if each.id == name), None)
    if report is None or not (mark and start.isdecimal() and end.isdecimal()):
        return None
    span = Span(int(start), int(end))
    is_inside = span.start < span.end <= len(report.text)
    words = span.of(report.text)
    return Evidence(report_id=report.id, exact=words, start=span.start, end=span.end) if is_inside else None


def judged_contradictions(
    found: Sequence[Contradiction], judgements: Sequence[Judgement], reports: Sequence[Report]
) -> JudgedContradictions:
    """Return the contradictions of an event as people left them; a subject names two passages of two of its reports.

    An answer is on every contradiction whose passages meet those it names. A negative answer sets it aside, a
    positive one lets it stand, and makes one where the machine saw none; an unsure one leaves it and is told. The
    latest answer on each stands.

    Args:
        found: What the machine found.
        judgements: What people decided.
        reports: The event's reports, earliest first.
    """
    asked = [each for each in judgements if each.kind is JudgementKind.CONTRADICTS and len(each.subject) == 2]
    listed = list(found)
    verdicts: dict[int, Judgement] = {}
    for judgement in sorted(asked, key=lambda each: (each.at, each.subject)):
        passages = [passage_of(name, reports) for name in judgement.subject]
        one, other = _in_order([each for each in passages if each is not None], reports) or (None, None)
        if one is None or other is None:
            continue
        meant = [at for at, each in enumerate(listed) if met_by(each, one, other)]
        if not meant and judgement.value is Verdict.POSITIVE:
            meant = [len(listed)]
            listed.append(Contradiction(about=JUDGED, one=one, other=other))
        verdicts |= dict.fromkeys(meant, judgement)
    told = [
        (replace(each, judged=_told(verdicts[at])) if at in verdicts else each, verdicts.get(at))
        for at, each in enumerate(listed)
    ]
    away = [each for each, verdict in told if verdict is not None and verdict.value is Verdict.NEGATIVE]
    return JudgedContradictions(tuple(each for each, _ in told if each not in away), tuple(away))


def _in_order(passages: Sequence[Evidence], reports: Sequence[Report]) -> tuple[Evidence, Evidence] | None:
    order = {report.id: at for at, report in enumerate(reports)}
    ordered = sorted(passages, key=lambda each: (order[ReportId(each.report_id)], each.start, each.end))
    return (ordered[0], ordered[1]) if len(ordered) == 2 else None


def met_by(found: Contradiction, one: Evidence, other: Evidence) -> bool:
    """Return whether an answer on the two passages, in whichever order, is on the contradiction."""
    straight = _touch(found.one, one) and _touch(found.other, other)
    return straight or (_touch(found.one, other) and _touch(found.other, one))


def _touch(one: Evidence, other: Evidence) -> bool:
    return one.report_id == other.report_id and Span(one.start, one.end).meets(Span(other.start, other.end))


def _told(judgement: Judgement) -> str:
    return f"{judgement.who} on whether they contradict each other: {judgement.value}; {judgement.why}"
