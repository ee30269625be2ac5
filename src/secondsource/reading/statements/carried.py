"""Sentences that go on with what somebody says though they name nobody ("A mere visit is not forbidden.").

Reports that retell a briefing name the speaker once. What follows is taken for the speaker's only where its words are
a view, a wish or a condition, which a report does not put forward in its own voice, or where it goes on with a list
that the speaker began ("Another …", "Five more …"). Everything else is left the report's own: of the sentences after a
saying in the case set's dev part only one in five is the last speaker's.
"""

import re
from collections.abc import Callable, Sequence

from secondsource.model.evidence import Span
from secondsource.model.report import SectionKind
from secondsource.reading.page import Page, Sentence
from secondsource.reading.statements.saying import Saying

_SPOKEN = frozenset(["say", "write", "warn", "claim", "predict", "guess", "believe", "announce", "argue"])
"""Acts that the next sentence may go on with; what data show ends with its own."""

_SILENCE = re.compile(r"\b(?:silen\w+|no\s+(?:answer|comment|reply)|nothing)\b", re.IGNORECASE)

_LEAST_WORDS = 4

_OWN_VOICE = {
    "en": re.compile(
        r"\A(?:But|However|Yet|Meanwhile|Still|Earlier|Coming|Asked)\b"
        r"|\b(?:unclear|not\s+clear|remains?\s+to\s+be|no\s+word|yet\s+to|not\s+(?:been\s+)?(?:disclosed|announced|known))\b"
        r"|\b(?:yesterday|[Ll]ast\s+(?:week|month|year)|(?:on|since)\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    ),
    "ru": re.compile(r"\A(?:Но|Однако|Между\s+тем|Ранее|Прежде|Тем\s+временем)\b|\bнеизвестно\b|\bне\s+\w+ется\b"),
}
"""Words by which a report tells on its own: what is not known, background with its date, a turn against the speaker."""

_VIEWS = {
    "en": re.compile(
        r"\A(?:Or|Nor|Otherwise|If|Unless|Without)\b"
        r"|\AIt\s+is\s+(?:\S+\s+){1,8}(?:that|who)\b"
        r"|\A(?:Nobody|No\s+one)\s+(?:need|should|can)\b"
        r"|\b(?:would|could|should|might|may|must|ought|cannot)\b"
        r"|\bnot\s+(?:forbidden|prohibited|banned|permitted|allowed)\b|\bsovereign\s+right\b"
        r"|\b(?:violates?|unacceptable|illegal|unlawful|unjust|unfair|irresponsible|in\s+good\s+faith|merely|unusually)\b"
    ),
    "ru": re.compile(
        r"\b(?:могут|может|должн\w+|следует|необходимо|нельзя|недопустимо|видимо|возможно)\b", re.IGNORECASE
    ),
    # The mood of reported speech: nothing else puts a main clause into it.
    "de": re.compile(r"\b(?:sei|seien|habe|könne|müsse|solle|dürfe|werde|wolle)\b"),
}

_LISTED_ON = {
    "en": re.compile(
        r"\A(?:Another|Others|One\s+of\s+(?:the|these|them)|(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\s+"
        r"(?:more|others?|of\s+(?:the|these|them)))\b"
    ),
    "de": re.compile(r"\A(?:Ein\s+weiterer|Eine\s+weitere|Weitere|Zwei\s+weitere|Drei\s+weitere|Einer\s+der)\b"),
    "ru": re.compile(r"\A(?:Ещё|Еще|Другой|Другая|Другие|Один\s+из|Одна\s+из)\b"),
}


def carried_on(page: Page, sayings: Sequence[Saying], negated: Callable[[Saying], bool]) -> list[Saying]:
    """Return the sentences that go on with the saying that ends the sentence before, in text order.

    Only in the body and within a paragraph, and only where neither holds a quotation: who is quoted word for word is
    over with the mark that closes. Whose they are is told by the source of that saying; they have no cue. Nothing goes
    on with whoever is silent, as ``negated`` tells of a saying.
    """
    language = page.language or ""
    if language not in _VIEWS:
        return []
    said = _by_sentence(page, sayings)
    found: list[Saying] = []
    # The sentence with sayings that was read last, until one does not go on with it; its saying, once it is asked for.
    before: tuple[Sentence, Sequence[Saying]] | None = None
    last: Saying | None = None
    for number, sentence in enumerate(page.sentences):
        here = said.get(number, ())
        fresh = number == 0 or page.sentences[number - 1].paragraph != sentence.paragraph
        if sentence.section is not SectionKind.BODY or (fresh and not here):
            before = None
        elif here:
            before, last = (sentence, here), None
        elif before is not None:
            last = (last or _open(page, *before)) if _goes_on(page, sentence, language) else None
            if last is None or negated(last) or _is_silence(page, last):
                before = None
            else:
                found.append(_carried(page, sentence, last))
    return found


def _carried(page: Page, sentence: Sentence, last: Saying) -> Saying:
    words = sentence.span.of(page.text)
    content = Span(sentence.span.start, sentence.span.start + len(words.rstrip(" .!?…")))
    return Saying(source=last.source, cue=(), content=(content,), act="say", carried=True)


def _by_sentence(page: Page, sayings: Sequence[Saying]) -> dict[int, list[Saying]]:
    """Return the sayings that have a word in each sentence, by the sentence's number."""
    starts = {sentence.span.start: number for number, sentence in enumerate(page.sentences)}
    found: dict[int, list[Saying]] = {}
    for saying in sayings:
        touched = {
            starts[sentence.span.start]
            for span in (*saying.cue, *saying.content)
            for place in (span.start, max(span.start, span.end - 1))
            if (sentence := page.sentence_at(place)) is not None
        }
        for number in touched:
            found.setdefault(number, []).append(saying)
    return found


def _open(page: Page, sentence: Sentence, here: Sequence[Saying]) -> Saying | None:
    """Return the outermost saying of a sentence if it is told in other words and by somebody."""
    if any(quote.meets(sentence.span) for quote in page.quotes):
        return None
    widest = max(here, key=lambda saying: sum(piece.end - piece.start for piece in saying.content))
    # "A, Orr told reporters, according to the agency": what goes on is Orr's and not the agency's.
    whole = widest.content[0]
    passed_on = [
        saying
        for saying in here
        if saying.source and saying.cue and saying.content[0].start == whole.start and whole.covers(saying.cue[0])
    ]
    saying = min(passed_on, key=lambda each: each.content[-1].end, default=widest)
    return saying if saying.source and saying.act in _SPOKEN else None


def _is_silence(page: Page, saying: Saying) -> bool:
    return any(_SILENCE.search(page.text, cue.start, cue.end) is not None for cue in saying.cue)


def _goes_on(page: Page, sentence: Sentence, language: str) -> bool:
    words = sentence.span.of(page.text)
    if _LISTED_ON[language].search(words) is None:
        own = _OWN_VOICE.get(language)
        if _VIEWS[language].search(words) is None or (own is not None and own.search(words) is not None):
            return False
    return len(words.split()) >= _LEAST_WORDS and not any(quote.meets(sentence.span) for quote in page.quotes)
