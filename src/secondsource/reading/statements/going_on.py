"""Quotations that fill a paragraph of their own and go on with the last speaker."""

from collections.abc import Sequence

from secondsource.model.evidence import Span
from secondsource.model.report import SectionKind
from secondsource.reading.page import Page
from secondsource.reading.statements.saying import Saying
from secondsource.reading.statements.tokens import Token, marked, tokens_of

_CLOSING = "”\"»’'"
_LEAST_CHARACTERS = 8


def give_quotations(page: Page, sayings: Sequence[Saying]) -> list[Saying]:
    """Return ``sayings`` and, for each paragraph that is only a quotation and has no speaker, what goes on there.

    The rule of print: a quotation that was not closed at the end of its paragraph goes on in the next and is one
    saying with it; one that was closed is another saying of the same speaker.
    """
    given = sorted(sayings, key=lambda saying: saying.content[0])
    shown = [marked(page.text, quote) for quote in page.quotes]
    added: list[Saying] = []
    for paragraph in _paragraphs(page):
        if page.sentences and _taken(given, paragraph):
            continue
        inside = [quote for quote in shown if quote.meets(paragraph)]
        tokens = tokens_of(page.text, paragraph, inside) if inside else []
        if not _only_quotation(tokens):
            continue
        last = _last_quoting(page, [*given, *added], paragraph, shown)
        if last is not None:
            _go_on(page, last, Span(tokens[0].start, tokens[-1].end), added)
    return [*given, *added]


def _paragraphs(page: Page) -> list[Span]:
    found: dict[int, Span] = {}
    for sentence in page.sentences:
        if sentence.section is SectionKind.BODY:
            known = found.get(sentence.paragraph)
            found[sentence.paragraph] = sentence.span if known is None else Span(known.start, sentence.span.end)
    return [found[number] for number in sorted(found)]


def _taken(sayings: Sequence[Saying], paragraph: Span) -> bool:
    return any(piece.meets(paragraph) for saying in sayings for piece in (*saying.content, *saying.cue))


def _only_quotation(tokens: Sequence[Token]) -> bool:
    return any(token.quote and token.end - token.start > _LEAST_CHARACTERS for token in tokens) and all(
        token.quote or token.low in {".", ",", "!", "?", "…"} for token in tokens
    )


def _last_quoting(page: Page, sayings: Sequence[Saying], paragraph: Span, quotes: Sequence[Span]) -> Saying | None:
    """Return the saying whose quotation ends last before the paragraph, if nothing but a line break is between."""
    before = [saying for saying in sayings if saying.content[-1].end <= paragraph.start]
    last = max(before, key=lambda saying: max(span.end for span in (*saying.content, *saying.cue)), default=None)
    if last is None or not any(quote.meets(piece) for quote in quotes for piece in last.content):
        return None
    between = page.text[max(span.end for span in (*last.content, *last.cue, *last.source)) : paragraph.start]
    return last if between.count("\n\n") <= 1 else None


def _go_on(page: Page, last: Saying, piece: Span, added: list[Saying]) -> None:
    end = last.content[-1].end
    if page.text[end - 1] not in _CLOSING and page.text[end : end + 1] not in tuple(_CLOSING):
        last.content = (*last.content, piece)
    else:
        added.append(Saying(source=last.source, cue=(), content=(piece,), act="say"))
