"""One attribution while a report is being read."""

from dataclasses import dataclass

from secondsource.model.evidence import Span, Spans


@dataclass(slots=True, kw_only=True)
class Saying:
    """One attribution as it is being read; quotations that go on are added to its content.

    Attributes:
        source: Words that name who says it.
        cue: Words that say that it was said.
        content: What was said.
        act: Class of act.
        addressee: Words that name who was told.
        carries_on: Whether it names nobody but goes on with the speaker before it.
        carried: Whether no word says that it was said and only what it says tells that it goes on.
    """

    source: Spans
    cue: Spans
    content: Spans
    act: str
    addressee: Span | None = None
    carries_on: bool = False
    carried: bool = False
