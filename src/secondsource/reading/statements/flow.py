"""What is attributed over a whole report: sentence by sentence, and quotations that go on."""

from collections.abc import Sequence

from secondsource.model.evidence import Span
from secondsource.reading.statements.chinese import read_chinese
from secondsource.reading.statements.english import read_english
from secondsource.reading.statements.inflected import INFLECTED, read_inflected
from secondsource.reading.statements.japanese import read_japanese
from secondsource.reading.statements.korean import bare_report, read_korean
from secondsource.reading.statements.saying import Saying
from secondsource.reading.statements.tokens import Token, bounded, marked, tokens_of, units

Line = tuple[Span, int, bool]
"""A sentence, the number of its paragraph, and whether it is a headline."""


def attribute(text: str, sentences: Sequence[Line], quotes: Sequence[Span], language: str | None) -> list[Saying]:
    """Return what is attributed in ``sentences``, in text order.

    Args:
        text: The report's text.
        sentences: Sentences in text order.
        quotes: Insides of the quotations in text order.
        language: ISO 639-1 code; only decides which cues are looked for.
    """
    shown = [marked(text, quote) for quote in quotes]
    by_paragraph: dict[int, list[Line]] = {}
    for line in sentences:
        by_paragraph.setdefault(line[1], []).append(line)
    flow = _Flow(text, language)
    for lines in by_paragraph.values():
        joined = units([line[0] for line in lines], shown)
        spans = [part for span in joined for part in bounded(text, span)]
        flow.paragraph(spans, shown, headline=lines[0][2])
    return flow.sayings


class _Flow:
    """Sayings so far, and the last that a quotation without cue may go on."""

    def __init__(self, text: str, language: str | None) -> None:
        self.text = text
        self.language = language
        self.sayings: list[Saying] = []
        self.open: Saying | None = None
        self._quote = 0
        self._reported_by: Span | None = None

    def paragraph(self, spans: Sequence[Span], quotes: Sequence[Span], *, headline: bool) -> None:
        """Read one paragraph."""
        fresh = True
        for span in spans:
            inside = self._quotes_in(span, quotes)
            tokens = tokens_of(self.text, span, inside)
            if not tokens:
                continue
            if not headline and _only_quotation(tokens):
                self._go_on(tokens, fresh=fresh)
            else:
                found = self._read(span, tokens, headline=headline)
                self.sayings.extend(found)
                quoting = [saying for saying in found if self._quotes_end(saying, inside)]
                self.open = quoting[-1] if quoting else (found[-1] if found else None)
            fresh = False

    def _read(self, span: Span, tokens: Sequence[Token], *, headline: bool) -> list[Saying]:
        if self.language == "ko":
            return self._read_korean(span)
        if self.language == "ja":
            return read_japanese(self.text, span)
        if self.language == "zh":
            return read_chinese(self.text, span)
        if self.language in INFLECTED:
            return read_inflected(tokens, INFLECTED[self.language])
        return read_english(tokens, headline=headline)

    def _read_korean(self, span: Span) -> list[Saying]:
        """Read a Korean sentence; one without speaker after "X reported" is what X reported."""
        found = read_korean(self.text, span)
        for saying in found:
            if saying.carries_on and self._reported_by is not None:
                saying.source, saying.carries_on = (self._reported_by,), False
        self._reported_by = bare_report(self.text, span) if not found else None
        return found

    def _quotes_in(self, span: Span, quotes: Sequence[Span]) -> list[Span]:
        while self._quote < len(quotes) and quotes[self._quote].end <= span.start:
            self._quote += 1
        inside = []
        for place in range(self._quote, len(quotes)):
            if quotes[place].start >= span.end:
                break
            inside.append(quotes[place])
        return inside

    def _quotes_end(self, saying: Saying, quotes: Sequence[Span]) -> bool:
        return any(quote.meets(piece) for quote in quotes for piece in saying.content)

    def _go_on(self, tokens: Sequence[Token], *, fresh: bool) -> None:
        """Give a quotation without cue to the last speaker."""
        piece = Span(tokens[0].start, tokens[-1].end)
        last = self.open
        if last is None:
            return
        if not fresh or _left_open(self.text, last.content[-1]):
            last.content = (*last.content, piece)
            return
        saying = Saying(source=last.source, cue=(), content=(piece,), act="say")
        self.sayings.append(saying)
        self.open = saying


def _only_quotation(tokens: Sequence[Token]) -> bool:
    return any(token.quote and token.end - token.start > 8 for token in tokens) and all(
        token.quote or token.low in {".", ",", "!", "?", "…"} for token in tokens
    )


def _left_open(text: str, before: Span) -> bool:
    """Return whether a quotation was not closed at the end of its paragraph, so that the next one goes on."""
    return text[before.end - 1] not in "”\"»'’"
