"""A reading taken apart into rows, for search and for checking every quotation."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from secondsource.ledger.words import search_form
from secondsource.model.evidence import Span, Spans, words_of
from secondsource.model.mention import EventMention
from secondsource.model.reading import Reading
from secondsource.model.statement import Statement

Rows = dict[str, list[dict[str, Any]]]


def reading_rows(reading: Reading, text: str) -> Rows:
    """Return the rows of the three tables that hold what a reading says, each numbered from 1.

    Args:
        reading: The reading; all its spans lie within ``text``.
        text: The report's text.
    """
    return {
        "statements": _numbered(reading, (_statement(statement, text) for statement in reading.statements)),
        "event_mentions": _numbered(reading, (_event(event, text) for event in reading.events)),
        "evidence": _numbered(
            reading,
            (
                {"kind": kind, "local_id": of, "role": role, "start": at.start, "end": at.end, "exact": at.of(text)}
                for kind, of, role, spans in _quoted(reading)
                for at in spans
            ),
        ),
    }


def all_spans(reading: Reading) -> Iterator[Span]:
    """Yield every place that the reading points to, in no order."""
    waiting: list[object] = [reading]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Span):
            yield value
        elif isinstance(value, tuple):
            waiting += value
        else:
            kind: type = type(value)
            names, has_place = _parts(kind)
            values = [getattr(value, name) for name in names]
            waiting += [inner for inner in values if not isinstance(inner, str | int | None)]
            if has_place:
                yield Span(values[names.index("start")], values[names.index("end")])


@cache
def _parts(kind: type) -> tuple[tuple[str, ...], bool]:
    names = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
    return names, {"start", "end"} <= set(names)


def _numbered(reading: Reading, rows: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"n": n, "report_id": reading.id, **row} for n, row in enumerate(rows, start=1)]


def _statement(statement: Statement, text: str) -> dict[str, Any]:
    content = words_of(text, statement.content)
    return {
        "id": statement.id,
        "speaker_name": statement.speaker_name,
        "speaker_words": _words(statement.speaker_name),
        "organisation": statement.organisation,
        "organisation_words": _words(statement.organisation),
        "office": statement.office,
        "kind": str(statement.kind),
        "stance": str(statement.stance),
        "content": content,
        "content_words": _words(content),
    }


def _event(event: EventMention, text: str) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": str(event.type),
        "quad": event.quad,
        "mode": event.mode,
        "cameo": event.cameo,
        "stance": str(event.stance),
        "edtf": event.edtf,
        "according_to": event.according_to,
        "trigger": words_of(text, event.trigger),
    }


def _words(words: str | None) -> str:
    # A blank at both ends lets one pattern find a word at any place.
    return f" {search_form(words or '')} "


def _quoted(reading: Reading) -> Iterator[tuple[str, str, str, Spans]]:
    for statement in reading.statements:
        for role in ("source", "cue", "content", "hedges"):
            yield "statement", statement.id, role, getattr(statement, role)
    for event in reading.events:
        yield "event", event.id, "trigger", event.trigger
        for role, participants in (("actor", event.actors), ("recipient", event.recipients)):
            yield from (("event", event.id, role, participant.spans) for participant in participants)
    for upstream in reading.upstream:
        yield "upstream", upstream.name, "says so", upstream.spans
    for missing in reading.not_reported:
        yield "not reported", missing.who, "what", missing.what
    yield from _named(reading)


def _named(reading: Reading) -> Iterator[tuple[str, str, str, Spans]]:
    # These have no id of their own: their number in the reading, from 0, stands for them.
    for n, time in enumerate(reading.times):
        yield "time", str(n), "words", (Span(time.start, time.end),)
    for n, place in enumerate(reading.places):
        yield "place", str(n), "words", (Span(place.start, place.end),)
    for n, credit in enumerate(reading.credits):
        yield "credit", str(n), str(credit.role), (Span(credit.start, credit.end),)
