"""The time expressions of a page and what they mean."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from secondsource.model.evidence import Span
from secondsource.model.timeplace import TimeMention
from secondsource.reading.page import Page
from secondsource.reading.times.anchor import Anchor, anchor_of
from secondsource.reading.times.durations import english_duration_rules
from secondsource.reading.times.english import english_date_rules
from secondsource.reading.times.german import german_rules
from secondsource.reading.times.korean import korean_rules
from secondsource.reading.times.relative import english_relative_rules
from secondsource.reading.times.rules import TimeContext, TimeRule, tokens_of
from secondsource.reading.times.russian import russian_rules

_HANGUL = re.compile(r"[가-힣]")
_CYRILLIC = re.compile(r"[а-яё]")
_KNOWN_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-Q[1-4]|-W\d\d)?(?:T|\Z)")

_Match = tuple[int, int, "re.Match[str]", TimeRule]


def find_times(page: Page) -> tuple[TimeMention, ...]:
    """Return the time expressions in the sentences of ``page``, in text order, not overlapping.

    What the words leave open is read against the report's date where that is known to the day, month or year, and
    stays open where it is not: a weekday is ``XXXX-WXX-1``, a day without a year ``XXXX-07-08``.
    """
    return tuple(_mentions(page, anchor_of(page.report.published)))


def _mentions(page: Page, anchor: Anchor) -> Iterator[TimeMention]:
    last: str | None = None
    last_start = -1
    for start, sentence_start, match, rule in _inside(page):
        context = TimeContext(
            text=page.text,
            anchor=anchor,
            sentence=sentence_start,
            last=last,
            last_in_sentence=last_start >= sentence_start,
        )
        value = rule.resolve(match, context)
        if value is None:
            continue
        begin, end = _ends(page.text, match)
        yield TimeMention(start=max(start, begin), end=end, type=value.type, value=value.value, edtf=value.edtf)
        if rule.counts and value.edtf is not None and _KNOWN_DATE.match(value.value):
            last, last_start = value.value, start


def _ends(text: str, match: re.Match[str]) -> tuple[int, int]:
    start, end = match.span("span") if "span" in match.re.groupindex else match.span()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1] in " ,\t\n\xa0":
        end -= 1
    # The dot of "p.m." stays, that of a sentence does not.
    if end > start and text[end - 1] == "." and not re.search(r"[ap]\.\s?m\.\Z", text[start:end], re.IGNORECASE):
        end -= 1
    return start, end


def _inside(page: Page) -> Iterator[tuple[int, int, "re.Match[str]", TimeRule]]:
    """Yield (start, start of the sentence, match, rule) of the matches that stand, in text order."""
    sentences = iter(page.sentences)
    sentence = next(sentences, None)
    for start, end, match, rule in _longest(_matches(page, _rules(page.text, page.language))):
        while sentence is not None and sentence.span.end <= start:
            sentence = next(sentences, None)
        if sentence is None:
            return
        if sentence.span.start <= start and end <= sentence.span.end + 1:
            yield start, sentence.span.start, match, rule


def _rules(text: str, language: str | None) -> Sequence[TimeRule]:
    rules: list[TimeRule] = []
    if _HANGUL.search(text):
        rules += korean_rules()
    if _CYRILLIC.search(text):
        rules += russian_rules()
    if language == "de":
        return (*rules, *german_rules())
    return (*rules, *_english_rules())


@cache
def _english_rules() -> tuple[TimeRule, ...]:
    return (*english_date_rules(), *english_relative_rules(), *english_duration_rules())


def _matches(page: Page, rules: Sequence[TimeRule]) -> Iterator[_Match]:
    asked = frozenset().union(*(need for rule in rules for need in rule.needs))
    for line in _lines(page):
        # Most lines hold few of the words that any rule asks for: each rule is then soon put aside.
        tokens = tokens_of(line.of(page.text)) & asked
        for rule in rules:
            if any(need.isdisjoint(tokens) for need in rule.needs):
                continue
            for match in rule.pattern.finditer(page.text, line.start, line.end):
                if rule.guard is None or rule.guard(page.text, match):
                    yield match.start(), match.end(), match, rule


def _lines(page: Page) -> Iterator[Span]:
    """Yield the stretch of each paragraph that its sentences take, with the character after it."""
    for _, sentences in groupby(page.sentences, key=lambda sentence: sentence.paragraph):
        spans = [sentence.span for sentence in sentences]
        yield Span(spans[0].start, min(spans[-1].end + 1, len(page.text)))


def _longest(matches: Iterator[_Match]) -> list[_Match]:
    """Return what stays when overlaps go to the longer match, of equal ones to the rule that comes first."""
    kept: list[_Match] = []
    for item in sorted(matches, key=lambda item: (item[0], -item[1])):
        while kept and kept[-1][1] > item[0] and item[1] - item[0] > kept[-1][1] - kept[-1][0]:
            kept.pop()
        if not kept or kept[-1][1] <= item[0]:
            kept.append(item)
    return kept
