"""Sayings that the layout attributes: transcripts ("MR. HALLORAN: We know of it.") and signed quotations."""

import re
from collections.abc import Iterator, Sequence

from secondsource.model.evidence import Span
from secondsource.model.report import SectionKind
from secondsource.reading.page import Page
from secondsource.reading.statements.saying import Saying

_TURN = re.compile(
    r"[\"“]?(?P<who>(?:(?:MR|MRS|MS|DR|SEN|REP|GEN|AMB|GOV)\.?\s)?[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*(?:\s[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,4}"
    r"(?:\s\([^()\n]{1,40}\))?|[QA])(?P<cue>:)\s+(?P<said>\S.*)",
    re.DOTALL,
)
_RUBRICS = frozenset(
    [
        "UPDATE",
        "BREAKING",
        "NOTE",
        "CORRECTION",
        "WATCH",
        "VIDEO",
        "PHOTO",
        "PHOTOS",
        "EXCLUSIVE",
        "ANALYSIS",
        "OPINION",
        "LIVE",
        "SUMMARY",
        "BACKGROUND",
        "TITLE",
        "SOURCE",
        "SUBJECT",
        "DATE",
        "TIME",
        "PLACE",
        "RELATED",
        "READ",
        "MORE",
    ]
)
"""Words before a colon that head a note, not a turn."""
_SIGNED = re.compile(
    r"(?P<said>[\"“„«].{8,}[\"”“»])\s*(?P<cue>[—–―]|--)\s*(?P<who>[^\W\d_][^\n.!?\"“”]{2,90})\.?\s*\Z", re.DOTALL
)
_SIGNATURE = re.compile(r"(?P<cue>[—–―]|--)\s*(?P<who>[A-ZÀ-Þ][^\n.!?\"“”]{2,90})\.?\s*\Z")
_QUOTATION = re.compile(r"[\"“„«].{8,}[\"”“»]\s*\Z", re.DOTALL)
_SAID_LAST = re.compile(
    r"(?P<said>\S[^\n:]{14,})(?P<cue>:|\s[—–-])\s(?P<who>(?:[A-Z][\w.’'-]*\s){0,3}(?:state\s|local\s|foreign\s|defen[cs]e\s)?"
    r"(?:media|agency|news\sagency|reports?|officials?|sources?|ministry|minister|police|army|military|president|"
    r"spokes(?:man|woman|person)|analysts?|experts?|monitors?|UN|KCNA|TASS|Yonhap|Xinhua|Reuters|AFP|Kremlin|Pentagon))\Z"
)
"""A headline that names at its end who says it ("Trainers leave for Russia: state media")."""
_LEAST_TURNS = 2
"""Turns that make a transcript: one line with capitals and a colon is a dateline or a heading."""
_MOST_GONE_ON = 6
"""Paragraphs between two turns that still belong to the first."""


def find_set_out(page: Page) -> list[Saying]:
    """Return headlines that name their source last, turns of a transcript and signed quotations, in text order."""
    paragraphs = list(_paragraphs(page))
    found = [*_headlines(page), *_turns(page, paragraphs), *_signed(page, paragraphs)]
    return sorted(found, key=lambda saying: saying.content[0])


def _headlines(page: Page) -> Iterator[Saying]:
    for sentence in page.sentences:
        if sentence.section is not SectionKind.TITLE:
            continue
        match = _SAID_LAST.match(page.text, sentence.span.start, sentence.span.end)
        if match is not None:
            yield _saying(match, Span(match.start("said"), match.end("said")))


def _paragraphs(page: Page) -> Iterator[Span]:
    start = end = 0
    number = None
    for sentence in page.sentences:
        if sentence.section is SectionKind.TITLE:
            continue
        if sentence.paragraph != number:
            if number is not None:
                yield Span(start, end)
            start, number = sentence.span.start, sentence.paragraph
        end = sentence.span.end
    if number is not None:
        yield Span(start, end)


def _turns(page: Page, paragraphs: Sequence[Span]) -> Iterator[Saying]:
    turns = [
        (place, match)
        for place, span in enumerate(paragraphs)
        if (match := _TURN.match(page.text, span.start, span.end)) is not None and match["who"] not in _RUBRICS
    ]
    if len(turns) < _LEAST_TURNS:
        return
    ends = [place for place, _ in turns[1:]]
    for number, (place, match) in enumerate(turns):
        until = ends[number] if number < len(ends) else place + 1
        following = paragraphs[place + 1 : until] if until - place <= _MOST_GONE_ON else []
        pieces = [Span(match.start("said"), match.end("said")), *following]
        yield Saying(
            source=(Span(match.start("who"), match.end("who")),),
            cue=(Span(match.start("cue"), match.end("cue")),),
            content=tuple(_bare(page.text, piece) for piece in pieces),
            act="say",
        )


def _bare(text: str, span: Span) -> Span:
    """Return a turn's words without the marks of the quotation that the whole transcript stands in."""
    start, end = span.start, span.end
    if text[start] in '"“' and not any(mark in text[start + 1 : end] for mark in '"”'):
        start += 1
    if text[end - 1] in '"”' and not any(mark in text[start : end - 1] for mark in '"“'):
        end -= 1
    return Span(start, end)


def _signed(page: Page, paragraphs: Sequence[Span]) -> Iterator[Saying]:
    for place, span in enumerate(paragraphs):
        match = _SIGNED.match(page.text, span.start, span.end)
        if match is not None:
            yield _saying(match, Span(match.start("said"), match.end("said")))
            continue
        match = _SIGNATURE.match(page.text, span.start, span.end)
        before = paragraphs[place - 1] if place else None
        if match is not None and before is not None and _QUOTATION.match(page.text, before.start, before.end):
            yield _saying(match, before)


def _saying(match: re.Match[str], said: Span) -> Saying:
    return Saying(
        source=(Span(match.start("who"), match.end("who")),),
        cue=(Span(match.start("cue"), match.end("cue")),),
        content=(said,),
        act="say",
    )


def give_way(sayings: Sequence[Saying], set_out: Sequence[Saying]) -> list[Saying]:
    """Return ``sayings`` without what the layout attributes otherwise; a saying inside a turn stays, as hearsay."""
    kept = []
    marks = [mark for turn in set_out for mark in (*turn.cue, *turn.source)]
    for saying in sayings:
        if any(cue.meets(mark) for cue in saying.cue for mark in marks):
            continue
        pieces = [piece for piece in saying.content if not _told_otherwise(saying, piece, set_out)]
        if pieces:
            saying.content = tuple(pieces)
            kept.append(saying)
    return kept


def _told_otherwise(saying: Saying, piece: Span, set_out: Sequence[Saying]) -> bool:
    for turn in set_out:
        for whole in turn.content:
            if whole.meets(piece):
                inside = all(any(part.covers(span) for part in turn.content) for span in saying.cue)
                return not (inside and saying.cue and saying.source)
    return False
