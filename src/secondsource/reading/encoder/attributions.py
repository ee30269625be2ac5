"""Attributions out of the encoder's scores."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model.evidence import Span
from secondsource.reading.encoder.session import Links, Scores
from secondsource.reading.encoder.viterbi import FloatArray, WordSpan, tagged_spans

SOURCE, CUE, CONTENT = range(3)

Place = tuple[int, int]
"""First word and one past the last."""


@dataclass(slots=True, kw_only=True)
class Attributed:
    """One attribution in words, while its pieces are being gathered."""

    cue: Place | None
    source: Place | None
    content: list[Place]


def find_attributions(scores: Scores, moves: FloatArray) -> list[Attributed]:
    """Return what the encoder takes for attributions, in text order of their cues.

    Each cue opens one. A content goes to the cue that the linker picks; a cue points to its source or to nobody, so
    that one source may serve several cues; a source that no cue picked goes to the cue it points to itself, if that
    one has none.
    """
    spans = tagged_spans(scores.statements, moves, scores.opens)
    return link(spans, scores)


def link(spans: Sequence[WordSpan], scores: Scores) -> list[Attributed]:
    """Return the spans joined to attributions."""
    by_role: list[list[Place]] = [[], [], []]
    for role, start, end in spans:
        by_role[role].append((start, end))
    made = {cue[0]: Attributed(cue=cue, source=None, content=[]) for cue in by_role[CUE]}
    starts = list(made)
    sources = {source[0]: source for source in by_role[SOURCE]}
    alone: list[Attributed] = []
    for content in by_role[CONTENT]:
        anchor = _picked(content[0], starts, scores.anchors)
        if anchor is None:
            alone.append(Attributed(cue=None, source=None, content=[content]))
        else:
            made[anchor].content.append(content)
    for start, attributed in made.items():
        chosen = _picked(start, [*sources, start], scores.sources)
        attributed.source = sources.get(chosen) if chosen is not None and chosen != start else None
    _place_left(made, sources, scores)
    return [*made.values(), *alone]


def _place_left(made: dict[int, Attributed], sources: dict[int, Place], scores: Scores) -> None:
    taken = {attributed.source for attributed in made.values()}
    for start, source in sources.items():
        if source in taken:
            continue
        anchor = _picked(start, list(made), scores.anchors)
        if anchor is not None and made[anchor].source is None:
            made[anchor].source = source


def _picked(word: int, among: Sequence[int], links: Links) -> int | None:
    """Return which of the words ``word`` points to, None if none of them is in sight."""
    found = links.get(word)
    if found is None:
        return min(among, key=lambda other: abs(other - word), default=None)
    low, row = found
    seen = [other for other in among if 0 <= other - low < len(row)]
    return max(seen, key=lambda other: float(row[other - low]), default=None)


def span_of(words: Sequence[Span], place: Place) -> Span:
    """Return where the words stand in the text."""
    return Span(words[place[0]].start, words[place[1] - 1].end)
