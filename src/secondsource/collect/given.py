"""A report as a JSON line gives it, checked once at the door."""

import re
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from secondsource.collect.errors import InputTooLarge, ReportMalformed
from secondsource.collect.limits import SPANS_MOST, TEXT_MOST
from secondsource.model.evidence import Span, Spans
from secondsource.model.intake import GivenMention
from secondsource.model.reading import AskedPair, Questions

_SURROGATE = re.compile("[\ud800-\udfff]")
_Piece = Annotated[list[int], Field(min_length=2, max_length=2)]
_Pieces = Annotated[list[_Piece], Field(max_length=SPANS_MOST)]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)


class _Pair(_Strict):
    actor: _Pieces
    recipient: _Pieces


class _Predicate(_Strict):
    start: int
    end: int


class _Mention(_Strict):
    id: str | int
    spans: _Pieces


class GivenReport(_Strict):
    """One JSON line of the command contract; fields it does not know are left out.

    Attributes:
        id: The caller's id, a number kept as its digits; None if none was given.
        text: The words, character for character.
        published: The date in the caller's words, None if none was given.
        outlet: Who published it.
        title: Its headline.
        url: Its address.
        language: ISO 639-1 code.
        pairs: Actor and recipient pairs that are asked about.
        predicates: Event words that are asked about.
        mentions: Event mentions to be linked as given.
    """

    id: str | None = None
    text: str
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    pairs: Annotated[list[_Pair], Field(max_length=SPANS_MOST)] = []
    predicates: Annotated[list[_Predicate], Field(max_length=SPANS_MOST)] = []
    mentions: Annotated[list[_Mention], Field(max_length=SPANS_MOST)] = []

    @field_validator("id", "published", mode="before")
    @classmethod
    def _number_as_words(cls, value: Any) -> Any:
        return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value

    @field_validator("id", "text", "published", "outlet", "title", "url", "language")
    @classmethod
    def _can_be_written(cls, value: str | None) -> str | None:
        # Half of a surrogate pair is legal in JSON and in no encoding: it could be neither stored nor shown.
        if value is not None and _SURROGATE.search(value):
            raise ValueError("it holds half of a surrogate pair, which is no character")
        return value

    @field_validator("id", "published", "outlet", "title", "url", "language")
    @classmethod
    def _blank_is_absent(cls, value: str | None) -> str | None:
        return None if value is None or not value.strip() else value

    @field_validator("pairs", "predicates", "mentions", mode="before")
    @classmethod
    def _null_is_absent(cls, value: Any) -> Any:
        return [] if value is None else value

    @model_validator(mode="after")
    def _spans_stand_in_text(self) -> "GivenReport":
        pieces = [[item.start, item.end] for item in self.predicates]
        pieces += [piece for mention in self.mentions for piece in mention.spans]
        pieces += [piece for pair in self.pairs for piece in (*pair.actor, *pair.recipient)]
        for start, end in pieces:
            if not 0 <= start < end <= len(self.text):
                raise ValueError(f"the span {start} to {end} does not stand in the text of {len(self.text)} characters")
        return self

    @property
    def questions(self) -> Questions:
        """What the caller asks about the report."""
        return Questions(
            pairs=tuple(AskedPair(actor=_spans(p.actor), recipient=_spans(p.recipient)) for p in self.pairs),
            predicates=tuple(Span(p.start, p.end) for p in self.predicates),
        )

    @property
    def given_mentions(self) -> tuple[GivenMention, ...]:
        """The event mentions the caller gives."""
        return tuple(GivenMention(id=str(m.id), spans=_spans(m.spans)) for m in self.mentions)


def check_given(data: dict[str, Any], *, origin: str) -> GivenReport:
    """Return the report that ``data`` is.

    Raises:
        InputTooLarge: Its text is longer than is taken in.
        ReportMalformed: A field is missing, of a wrong type, or points outside the text.
    """
    text = data.get("text")
    if isinstance(text, str) and len(text) > TEXT_MOST:
        raise InputTooLarge(
            f"{origin} was to be read; its text has {len(text):,} characters, and at most {TEXT_MOST:,} are taken in.\n"
            "Split the report into several."
        )
    try:
        return GivenReport.model_validate(data)
    except ValidationError as error:
        raise ReportMalformed(
            f"{origin} was to be read as a report; {_first_fault(error)}.\n"
            'A report is at least {"id": "a1", "text": "The words."}; see the reference of second-source read.'
        ) from error


def _spans(pieces: list[list[int]]) -> Spans:
    return tuple(sorted(Span(start, end) for start, end in pieces))


def _first_fault(error: ValidationError) -> str:
    # Only the place and the rule are told: the value itself may be page text, which messages do not carry.
    fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(str(part) for part in fault["loc"])
    said = fault["msg"].removeprefix("Value error, ")
    return f"its field {place!r} is not right: {said}" if place else said
