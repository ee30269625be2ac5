"""Sentences of a dossier, put together from our wording, names and the words of reports."""

from collections.abc import Iterable
from dataclasses import dataclass

from secondsource.model.dossier import Mark, MarkKind, Sentence
from secondsource.model.evidence import Evidence, Span

_QUOTE_MARKS = '“”"«»„「」'


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a sentence that is not our own wording.

    Attributes:
        text: The stretch.
        kind: A name or words of a report.
        language: Of the stretch where it is not English.
        hedges: Words of doubt, as spans of ``text``.
    """

    text: str
    kind: MarkKind
    language: str | None = None
    hedges: tuple[Span, ...] = ()


def name(text: str, language: str | None = None) -> Piece:
    """Return a name, on one line."""
    return Piece(text=one_line(text), kind=MarkKind.NAME, language=language)


def words(evidence: Evidence, *, language: str | None = None, hedges: Iterable[Evidence] = ()) -> Piece:
    """Return the words of ``evidence`` on one line, with those of ``hedges`` that stand inside it."""
    text = one_line(evidence.exact)
    inside = (_inside(evidence, hedge) for hedge in sorted(hedges, key=lambda hedge: (hedge.start, -hedge.end)))
    return Piece(text=text, kind=MarkKind.WORDS, language=language, hedges=_apart(h for h in inside if h is not None))


def compose(*pieces: str | Piece, citing: Iterable[Evidence]) -> Sentence:
    """Return the sentence that the pieces make; words of reports get quote marks unless they bring their own.

    Citations keep their order; the same words are cited once.
    """
    text = ""
    marks: list[Mark] = []
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
            continue
        opening, closing = _quote_marks(piece)
        text += opening
        marks.extend(_marks(piece, len(text)))
        text += piece.text + closing
    return Sentence(text=text, citations=tuple(dict.fromkeys(citing)), marks=tuple(marks))


def one_line(text: str) -> str:
    """Return ``text`` with every run of white space as one space."""
    return " ".join(text.split())


def listed(pieces: Iterable[Piece]) -> list[str | Piece]:
    """Return the pieces as an English list: "a, b and c"."""
    items = list(pieces)
    parts: list[str | Piece] = []
    for place, piece in enumerate(items):
        if place:
            parts.append(" and " if place == len(items) - 1 else ", ")
        parts.append(piece)
    return parts


def _marks(piece: Piece, start: int) -> list[Mark]:
    outer = Mark(start=start, end=start + len(piece.text), kind=piece.kind, language=piece.language)
    inner = [
        Mark(start=start + hedge.start, end=start + hedge.end, kind=MarkKind.HEDGE, language=piece.language)
        for hedge in piece.hedges
    ]
    return [outer, *inner]


def _quote_marks(piece: Piece) -> tuple[str, str]:
    if piece.kind is not MarkKind.WORDS:
        return "", ""
    text = piece.text
    # Words that are one whole quotation bring their marks; two quotations in one ("a" and "b") do not.
    if text and text[0] in _QUOTE_MARKS and text[-1] in _QUOTE_MARKS and not _marked_inside(text):
        return "", ""
    return ("‘", "’") if any(mark in text for mark in _QUOTE_MARKS) else ("“", "”")


def _marked_inside(text: str) -> bool:
    return any(mark in text[1:-1] for mark in _QUOTE_MARKS)


def _inside(evidence: Evidence, hedge: Evidence) -> Span | None:
    """Return where ``hedge`` stands in the one-line form of ``evidence``, None where it does not."""
    if hedge.report_id != evidence.report_id or not (evidence.start <= hedge.start < hedge.end <= evidence.end):
        return None
    lead = len(hedge.exact) - len(hedge.exact.lstrip())
    before = evidence.exact[: hedge.start - evidence.start + lead]
    # The bar keeps the space before the hedge, which one_line would otherwise cut off.
    start = len(one_line(before + "|")) - 1
    return Span(start, start + len(one_line(hedge.exact)))


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in spans:
        if span.end > span.start and (not kept or span.start >= kept[-1].end):
            kept.append(span)
    return tuple(kept)
