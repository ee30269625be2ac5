"""Numbers and marks of ships and aircraft that stand in running words: IMO numbers, tail numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.model.listed import Identifier, IdentifierKind, Schema
from secondsource.screening.identifiers import is_imo

_NUMBER_WORD = r"(?:number|no\.?|nr\.?|num\.?|numero|номер|번호|№)?"
_IMO = re.compile(rf"\b(?:IMO|ИМО)(?![^\W\d])[\s(:#-]{{0,3}}{_NUMBER_WORD}[\s:#-]{{0,3}}(\d{{7}})(?!\d)", re.IGNORECASE)
_MARK_WORDS = (
    r"(?i:\b(?:tail|registration)(?:[ -](?:number|no\.?|mark))?|\bregistered(?: as)?|\bregistration|"
    r"\bKennzeichen|\bбортов\w+(?: номер\w*)?|\bрегистрационн\w+ номер\w*|등록\s?번호|기체\s?번호|꼬리\s?번호)"
)
_MARK = r"[A-Z0-9]{1,3}-?[A-Z0-9]{2,6}"
_CALLED_MARK = re.compile(rf"{_MARK_WORDS}[\s:(“\"'«]{{1,3}}({_MARK})(?![\w-])")
_WHOLE_MARK = re.compile(r"\A[A-Z0-9]{1,2}-[A-Z0-9]{3,5}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A number or mark in a text.

    Attributes:
        start: First character of the words that give it.
        end: One past the last.
        identifier: What it is.
        schema: What kind of thing bears such a one.
    """

    start: int
    end: int
    identifier: Identifier
    schema: Schema


def marks_in(text: str) -> Iterator[Mark]:
    """Yield the IMO numbers and the marks of aircraft that ``text`` calls so, those of each kind in its order.

    Seven digits after "IMO" whose last does not check the others are no IMO number.
    """
    for match in _IMO.finditer(text):
        if is_imo(match[1]):
            number = Identifier(IdentifierKind.IMO, match[1])
            yield Mark(start=match.start(), end=match.end(), identifier=number, schema=Schema.VESSEL)
    for match in _CALLED_MARK.finditer(text):
        if any(character.isdigit() for character in match[1]) or "-" in match[1]:
            mark = Identifier(IdentifierKind.REGISTRATION, match[1])
            yield Mark(start=match.start(1), end=match.end(1), identifier=mark, schema=Schema.AIRCRAFT)


def mark_of(name: str) -> Identifier | None:
    """Return the aircraft's mark that a whole name is ("P-813", "RA-86572"), None where it is none."""
    return Identifier(IdentifierKind.REGISTRATION, name) if _WHOLE_MARK.match(name) else None
