"""Everything the reader finds in one report."""

from secondsource.model.evidence import Span
from secondsource.model.reading import NO_QUESTIONS, Questions, Reading
from secondsource.model.report import Report
from secondsource.reading.certainty.predicates import answer_predicates
from secondsource.reading.encoder.heads import read_heads
from secondsource.reading.errors import QuestionOutsideTextError
from secondsource.reading.events.find import find_events
from secondsource.reading.events.pairs import answer_pairs
from secondsource.reading.layout import lay_out
from secondsource.reading.model import reader_model
from secondsource.reading.names.find import find_names
from secondsource.reading.places.find import find_places
from secondsource.reading.sources.not_reported import find_not_reported
from secondsource.reading.sources.own_reporting import has_own_reporting
from secondsource.reading.sources.upstream import find_upstream
from secondsource.reading.statements.find import find_statements
from secondsource.reading.times.find import find_times
from secondsource.text.credits import find_credits


def read(report: Report, questions: Questions = NO_QUESTIONS) -> Reading:
    """Return the reading of ``report``; the same report and questions always give the same reading.

    Raises:
        QuestionOutsideTextError: A question points outside the report's text.
    """
    _check(report, questions)
    page = lay_out(report)
    heads = read_heads(page)
    naming = find_names(page, heads)
    times = find_times(page)
    places = find_places(page, naming)
    statements = find_statements(page, naming, heads)
    # What is only carried on names no source and makes nothing said by it.
    told = tuple(statement for statement in statements if not statement.carried)
    upstream = find_upstream(page, naming, told)
    events = find_events(page, naming, times, places, told)
    return Reading(
        id=report.id,
        language=page.language,
        published=report.published.edtf,
        published_basis=report.published.basis.value,
        model=reader_model(),
        sections=page.sections,
        credits=find_credits(report.text, page.sections),
        names=naming.names,
        entities=naming.entities,
        times=times,
        places=places,
        statements=statements,
        events=events,
        upstream=upstream,
        own_reporting=has_own_reporting(page, naming, told, upstream),
        not_reported=find_not_reported(page, naming),
        pairs=answer_pairs(page, events, questions.pairs) if questions.pairs else (),
        predicates=answer_predicates(page, questions.predicates) if questions.predicates else (),
    )


def _check(report: Report, questions: Questions) -> None:
    pairs = [span for pair in questions.pairs for span in (*pair.actor, *pair.recipient)]
    for span in (*pairs, *questions.predicates):
        if not _inside(span, len(report.text)):
            raise QuestionOutsideTextError(
                f"a question about report {report.id} points at characters {span.start}–{span.end}, and its text has "
                f"{len(report.text)}. Count code points of the text that is sent, from 0, and ask again."
            )


def _inside(span: Span, n_characters: int) -> bool:
    return 0 <= span.start <= span.end <= n_characters
