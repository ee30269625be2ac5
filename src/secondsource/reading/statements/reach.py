"""How far a content reaches: not into what is the report's own, and up to the words that close its sentence."""

from collections.abc import Sequence

from secondsource.model.evidence import Span
from secondsource.reading.page import Page
from secondsource.reading.statements.saying import Saying

_FEW = 4
_MERE_SOURCES = frozenset(["citing", "cites", "cited", "quoting"])
_PASSED_ON = frozenset(["quoted", "quotes", "quoting"])


def stay_in_sentence(page: Page, sayings: Sequence[Saying]) -> None:
    """Take from contents what stands in another sentence than the cue's, where the cue's own has content.

    A quotation may stand in the sentence before or after; words without marks there are the report's own. On PolNeAR
    dev the sentence before is worth 0.3 points. What stands only in the next is nobody's ("… gave no answer.").
    """
    for saying in sayings:
        sentence = page.sentence_at(saying.cue[0].start) if saying.cue else None
        if sentence is None:
            continue
        own = tuple(piece for piece in saying.content if piece.meets(sentence.span))
        others = [piece for piece in saying.content if not piece.meets(sentence.span)]
        if not others or any(quote.meets(piece) for piece in others for quote in page.quotes):
            continue
        if own or others[0].start >= sentence.span.end:
            saying.content = own


def without_mere_sources(page: Page, sayings: Sequence[Saying]) -> list[Saying]:
    """Return ``sayings`` without those that only name whom somebody has it from ("…, citing KCNA")."""
    return [
        saying
        for saying in sayings
        if not (
            saying.cue
            and saying.cue[0].of(page.text).lower() in _MERE_SOURCES
            and sum(len(piece.of(page.text).split()) for piece in saying.content) <= _FEW
        )
    ]


def let_go(page: Page, sayings: Sequence[Saying], others: Sequence[Saying]) -> None:
    """Take from contents the clause after the cue that another says ("…, the paper wrote, a step which Oslo said …").

    Only where the saying has words before its cue too, and the clause stands without quote marks.
    """
    for saying in sayings:
        if not saying.cue or saying.content[0].start > saying.cue[0].start:
            continue
        kept = tuple(piece for piece in saying.content if not _said_by_another(page, saying, piece, others))
        if kept:
            saying.content = kept


def _said_by_another(page: Page, saying: Saying, piece: Span, others: Sequence[Saying]) -> bool:
    if piece.start < saying.cue[0].end or any(quote.meets(piece) for quote in page.quotes):
        return False
    return any(
        other.cue and other.source and piece.covers(other.cue[0]) and piece.covers(other.source[0])
        for other in others
        if other is not saying
    )


def reach_forward(page: Page, sayings: Sequence[Saying]) -> None:
    """Give a content that opens its sentence all words up to the source and cue that close it.

    "Buying arms, they break the resolutions, which forbid any transfer, the minister told the press": the minister
    says the clause with "forbid" too, whoever else is found in it.
    """
    for saying in sayings:
        sentence = page.sentence_at(saying.cue[0].start) if saying.cue and saying.source else None
        if sentence is None or len(saying.content) != 1 or saying.cue[0].of(page.text).lower() in _PASSED_ON:
            # "…, the agency quoted the council": what stands before the cue there is who passes it on.
            continue
        piece = saying.content[0]
        closing = min(saying.cue[0].start, saying.source[0].start)
        gap = Span(piece.end, closing)
        if piece.start != sentence.span.start or gap.end <= gap.start or not gap.of(page.text).strip(" ,"):
            continue
        if not any(quote.meets(gap) for quote in page.quotes) and not _closes_another(gap, sayings):
            saying.content = (Span(piece.start, piece.start + len(page.text[piece.start : closing].rstrip(" ,–—-"))),)


def _closes_another(gap: Span, sayings: Sequence[Saying]) -> bool:
    """Return whether another saying's words end in ``gap`` before their cue, so that they stay its own."""
    return any(
        other.source
        and other.cue
        and other.content
        and gap.covers(other.cue[0])
        and other.content[0].end <= other.cue[0].start
        for other in sayings
    )


def reach_back(page: Page, sayings: Sequence[Saying]) -> None:
    """Give a content that begins after a semicolon the words before it too, where its cue closes the sentence.

    "It left on Monday; it is still there, the tracker shows": the tracker shows both, unless another cue stands before.
    """
    for saying in sayings:
        sentence = page.sentence_at(saying.cue[0].start) if saying.cue else None
        if sentence is None or not saying.content:
            continue
        first = saying.content[0]
        before = page.text[sentence.span.start : first.start]
        closes = saying.cue[0].start > saying.content[-1].end
        if not closes or ";" not in before or len(before.rsplit(";", 1)[1].split()) > _FEW:
            continue
        front = Span(sentence.span.start, first.start)
        if any(mark.meets(front) for other in sayings for mark in (*other.cue, *other.source)):
            continue
        saying.content = (Span(front.start, first.end), *saying.content[1:])
