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
from secondsource.reading.statements.tokens import tokens_of

_SUPPOSED = re.compile(r"\b(?:if|unless|whether|until)\s+\Z", re.IGNORECASE)
_RELATIVE_END = re.compile(r",\s+(?:who|whom|whose|which)\s*\Z", re.IGNORECASE)
_SUPPOSED_REACH = 12
"""Characters before a speaker in which a word that only supposes is looked for."""


def sayings_of(page: Page, heads: Heads) -> list[Saying]:
    """Return what the encoder takes for attributions, in text order."""
    starts = [sentence.span.start for sentence in page.sentences]
    sayings = []
    for found in heads.attributions():
        if not found.content:
            continue
        source = () if found.source is None else (_without_relative(page.text, heads.span(found.source)),)
        cue = () if found.cue is None else (heads.span(found.cue),)
        if _only_supposed(page.text, source or cue):
            continue
        content = _without_seams(page.text, [heads.span(piece) for piece in found.content])
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


def _without_relative(text: str, source: Span) -> Span:
    """Return the source without the pronoun that opens a clause beside it ("an official, who asked …").

    Without a comma the pronoun is the speaker's own ("a lawmaker who claimed that …").
    """
    found = _RELATIVE_END.search(text, source.start, source.end)
    return source if found is None else Span(source.start, found.start())


def _without_seams(text: str, pieces: Sequence[Span]) -> Spans:
    """Return the pieces, those joined that nothing but blanks of one line part."""
    joined: list[Span] = []
    for piece in pieces:
        gap = text[joined[-1].end : piece.start] if joined and joined[-1].end <= piece.start else None
        if gap is not None and not gap.strip(" "):
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
