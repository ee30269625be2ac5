"""Sayings from what the encoder found: the acts of their cues, and who was told."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from secondsource.model.evidence import Span, Spans
from secondsource.reading.encoder.heads import Heads
from secondsource.reading.page import Page
from secondsource.reading.statements.acts import SAY, act_of
from secondsource.reading.statements.addressee import find_addressee
from secondsource.reading.statements.saying import Saying
from secondsource.reading.statements.source_edges import speaker_alone
from secondsource.reading.statements.tokens import tokens_of

_SUPPOSED = re.compile(r"\b(?:if|unless|whether|until)\s+\Z", re.IGNORECASE)
_SEAM = re.compile(r" *(?:[,—–-]|--|…|\.\.\.)? *")
_STAGE = re.compile(r"\s*\([A-Z][A-Z .,]{3,40}\)\.?\s*")
_SUPPOSED_REACH = 12
"""Characters before a speaker in which a word that only supposes is looked for."""


def sayings_of(page: Page, heads: Heads) -> list[Saying]:
    """Return what the encoder takes for attributions, in text order."""
    starts = [sentence.span.start for sentence in page.sentences]
    sayings = []
    for found in heads.attributions():
        if not found.content:
            continue
        cue = () if found.cue is None else (heads.span(found.cue),)
        source: Spans = ()
        if found.source is not None:
            source = (speaker_alone(page.text, heads.span(found.source), cue[0] if cue else None),)
        if _only_supposed(page.text, source or cue):
            continue
        content = without_seams(page.text, [heads.span(piece) for piece in found.content])
        sayings.append(
            Saying(
                source=source,
                cue=cue,
                content=content,
                act=_act(page.text, cue, source),
                addressee=_addressee(page, starts, cue, source, content),
            )
        )
    return sayings


def without_seams(text: str, pieces: Sequence[Span]) -> Spans:
    """Return the pieces, those joined that nothing but blanks of one line, a comma or a dash part.

    In the train part of PolNeAR one content in some ten thousand is parted by no more than that. What a transcript
    tells in brackets ("(APPLAUSE.)") is nobody's words.
    """
    joined: list[Span] = []
    for piece in pieces:
        if _STAGE.fullmatch(text, piece.start, piece.end) is not None and len(pieces) > 1:
            continue
        if joined and joined[-1].end <= piece.start and _SEAM.fullmatch(text, joined[-1].end, piece.start):
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return tuple(joined)


def _only_supposed(text: str, subject: Spans) -> bool:
    """Return whether the words only suppose that somebody says it ("if the ministry says so")."""
    return (
        bool(subject)
        and _SUPPOSED.search(text, max(0, subject[0].start - _SUPPOSED_REACH), subject[0].start) is not None
    )


def _act(text: str, cue: Spans, source: Spans) -> str:
    return act_of(_words(text, cue), _words(text, source)) if cue else SAY


def _words(text: str, spans: Spans) -> list[str]:
    return [token.low for span in spans for token in tokens_of(text, span, ())]


def _addressee(page: Page, starts: Sequence[int], cue: Spans, source: Spans, content: Spans) -> Span | None:
    place = bisect_right(starts, cue[0].start) - 1 if cue else -1
    if place < 0:
        return None
    end = page.sentences[place].span.end
    return find_addressee(page.text, cue[0], sentence_end=end, source=source, content=content)
