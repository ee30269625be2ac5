"""What people decided about when an event was, put above the day that the readings give."""

from collections.abc import Sequence
from dataclasses import replace

from secondsource.model.judgement import Judgement, JudgementKind
from secondsource.model.linked import Event


def with_judged_day(event: Event, judgements: Sequence[Judgement]) -> Event:
    """Return the event on the day that a person decided for, and what the readings gave beside it.

    An answer names a report that is mainly about the event, so that it stays with that report should the event be
    joined or parted. Of several the latest counts; an empty one leaves the day of the readings.
    """
    asked = [each for each in judgements if each.kind is JudgementKind.EVENT_DAY and each.subject[0] in event.reports]
    if not asked:
        return event
    latest = max(asked, key=lambda each: (each.at, each.subject))
    return replace(event, edtf=latest.value, read_day=event.edtf or "") if latest.value else event
