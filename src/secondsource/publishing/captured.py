"""A captured report laid out with its sections and the anchors of every cited place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.model.evidence import Span
from secondsource.model.report import Section, SectionKind

SECTION_WORDS: dict[SectionKind | None, str] = {
    SectionKind.TITLE: "Title",
    SectionKind.STANDFIRST: "Standfirst",
    SectionKind.BYLINE: "Byline",
    SectionKind.DATELINE: "Dateline",
    SectionKind.CAPTION: "Caption",
    SectionKind.BODY: "Body",
    SectionKind.CREDIT: "Credit",
    SectionKind.NOTICE: "Notice, left unread",
    None: "Text",
}
"""How the parts of a page are called; None is text that no section covers."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A cited place begins, or goes on in this part.

    Attributes:
        anchor: The place's anchor.
        first: Whether its id stands here; a place that is cut has its id on the first piece only.
    """

    anchor: str
    first: bool


@dataclass(frozen=True, slots=True)
class Token:
    """A step in drawing a part: an opening, a closing or text.

    Attributes:
        opening: The place that begins here, if one does.
        text: The words, if these are words; neither means that the innermost place ends.
    """

    opening: Opening | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the captured text, as it stands.

    Attributes:
        kind: The section's kind, None for text outside all sections.
        label: Its name for people; empty where the part before has the same.
        tokens: How it is drawn.
    """

    kind: SectionKind | None
    label: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Captured:
    """A whole captured text.

    Attributes:
        parts: Its parts in text order.
        cut: Anchors of the places that had to be cut in pieces, because another place or a part's end crosses them.
    """

    parts: tuple[Part, ...]
    cut: tuple[str, ...]


def lay_out_captured(text: str, sections: Sequence[Section], anchored: Sequence[tuple[Span, str]]) -> Captured:
    """Return the text with every anchored place marked; nothing but blank stretches between sections is left out.

    Args:
        text: The report's text.
        sections: Its sections in text order.
        anchored: Cited places with their anchors.
    """
    parts: list[Part] = []
    seen: dict[str, int] = {}
    before: SectionKind | None = None
    for kind, stretch in _stretches(text, sections):
        label = "" if parts and kind is before else SECTION_WORDS[kind]
        tokens = tuple(_tokens(text, stretch, anchored, seen))
        parts.append(Part(kind, label, tokens))
        before = kind
    return Captured(tuple(parts), tuple(anchor for anchor, n_pieces in seen.items() if n_pieces > 1))


def _stretches(text: str, sections: Sequence[Section]) -> Iterator[tuple[SectionKind | None, Span]]:
    position = 0
    for section in sections:
        between = Span(position, section.start)
        if between.of(text).strip():
            yield None, between
        if section.end > section.start >= position:
            yield section.kind, Span(section.start, section.end)
            position = section.end
    if text[position:].strip() or position == 0:
        yield None, Span(position, len(text))


def _tokens(text: str, stretch: Span, anchored: Sequence[tuple[Span, str]], seen: dict[str, int]) -> Iterator[Token]:
    """Yield the tokens of one part; places are nested where they nest and cut where they cross."""
    clipped = [
        (max(span.start, stretch.start), min(span.end, stretch.end), anchor)
        for span, anchor in anchored
        if span.meets(stretch)
    ]
    waiting = sorted(clipped, key=lambda item: (item[0], -item[1]))
    open_ends: list[int] = []
    position = stretch.start
    while waiting or open_ends:
        if open_ends and (not waiting or open_ends[-1] <= waiting[0][0]):
            end = open_ends.pop()
            yield Token(text=text[position:end])
            yield Token()
            position = end
            continue
        start, end, anchor = waiting.pop(0)
        yield Token(text=text[position:start])
        position = start
        if open_ends and end > open_ends[-1]:
            # It runs past the place it stands in: the rest is drawn as a second piece after that place's end.
            _push(waiting, (open_ends[-1], end, anchor))
            end = open_ends[-1]
        seen[anchor] = seen.get(anchor, 0) + 1
        yield Token(opening=Opening(anchor, first=seen[anchor] == 1))
        open_ends.append(end)
    yield Token(text=text[position : stretch.end])


def _push(waiting: list[tuple[int, int, str]], item: tuple[int, int, str]) -> None:
    waiting.append(item)
    waiting.sort(key=lambda each: (each[0], -each[1]))
