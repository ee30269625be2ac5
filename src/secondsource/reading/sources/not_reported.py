"""What a report says somebody has not said or not reported."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondsource.model.evidence import Span
from secondsource.model.reading import NotReported
from secondsource.reading.page import Naming, Page, Sentence
from secondsource.reading.statements.speakers import Speakers
from secondsource.reading.statements.subject import finite, subject_before
from secondsource.reading.statements.tokens import Token, bounded, tokens_of

_ABOUT = r"(?:\s+(?:on|about|of|regarding|concerning))?"
_SILENCE = re.compile(
    r"\b(?P<cue>(?:did|does|do|has|have|had|would|will|could)(?:n[’']t| not| never)\s+(?:yet\s+|"
    r"immediately\s+|publicly\s+|also\s+)?"
    r"(?:mention|mentioned|say|said|report|reported|disclose|disclosed|reveal|revealed|specify|"
    r"specified|elaborate|elaborated|confirm|confirmed|comment|commented|respond|responded|explain|"
    r"explained|announce|announced|identify|identified|provide|provided|give|given|name|named|detail|"
    r"state|stated|acknowledge|acknowledged|make public|made public|answer|answered)"
    r"|(?:has|have|had)\s+(?:yet|still)\s+to\s+(?:report|say|confirm|comment|announce|respond|"
    r"acknowledge|mention|disclose|reveal|explain)"
    r"|(?:has|have|had)\s+said\s+nothing|said\s+nothing(?:\s+more)?|says?\s+nothing|(?:has|"
    r"have)\s+(?:not|never)\s+said\s+anything|(?:neither|"
    r"nor)\s+\w+(?:\s+\w+){0,4}\s+has\s+said\s+anything"
    r"|kept\s+silent|(?:has|have)\s+kept\s+silent|remain(?:s|ed)?\s+silent|(?:has|have)\s+(?:been|"
    r"remained)\s+silent|gave\s+no\s+(?:answer|details?|reason|explanation|comment|further\s+details?|"
    r"names?|date)|offered\s+no\s+(?:comment|details?|explanation)"
    r"|neither\s+confirmed\s+nor\s+denied|(?:declined|declines|refused|refuses)\s+to\s+(?:comment|say|"
    r"confirm|name|disclose|elaborate|answer|identify|specify|give|provide|discuss)"
    r"|left\s+out|made\s+no\s+mention|makes\s+no\s+mention|left\s+(?:it\s+)?open|withheld|did\s+not\s+go\s+into)"
    + _ABOUT
    + r"\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?P<cue>there\s+(?:is|was|has\s+been)\s+no\s+(?:word|comment|statement|report|information|"
    r"indication|mention|official\s+word)(?:\s+(?:on|of|about|from|as\s+to))?"
    r"|no\s+(?:details?|reasons?|further\s+details?|explanation|information)\s+(?:was|"
    r"were)\s+(?:given|provided|disclosed|released)(?:\s+(?:on|about|as\s+to))?"
    r"|(?:was|were|has|have|is|are)\s+not\s+(?:been\s+)?(?:made\s+public|disclosed|announced|revealed|"
    r"reported|made\s+known|known|given))\b",
    re.IGNORECASE,
)
_KOREAN = re.compile(
    r"(?P<what>[^.]{2,120}?)(?:을|를|은|는|지)?\s*(?P<cue>밝히지 않았|공개하지 않았|"
    r"나오지 않았|언급하지 않았|알려지지 않았|비공개|보도하지 않았|전하지 않았|말할 수 없다)"
)
_RUSSIAN = re.compile(
    r"\b(?P<cue>не (?:раскрывается|раскрываются|сообщается|сообщаются|сообщили|сообщил|рассказали|"
    r"рассказал|уточняется|называется|комментирует|комментируют|прокомментировали|подтвердили|"
    r"подтвердил|упоминается)|отказал\w+ от комментари\w+|неизвестно)",
    re.IGNORECASE,
)
_GERMAN = re.compile(
    r"\b(?P<cue>nichts? (?:bekannt|mitgeteilt|gesagt|berichtet)|nicht (?:mitgeteilt|bekannt|bestätigt|"
    r"genannt|erwähnt)|machte keine Angaben|äußerte sich nicht|schwieg)",
    re.IGNORECASE,
)
_SPANISH = re.compile(r"\b(?P<cue>no se sabe|no (?:dijo|informó|mencionó|reveló|precisó|confirmó))", re.IGNORECASE)
_OTHERS = {"ru": _RUSSIAN, "uk": _RUSSIAN, "de": _GERMAN, "es": _SPANISH}
_ASKED = re.compile(
    r"(?:when\s+)?(?:asked|questioned|pressed)\s+(?:(?:by|on)\s+(?:\w+\s+){1,3})?(?:about\s+|on\s+)?(?P<what>.+?),\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_ENDS = frozenset([".", ";", "!", "?"])

_LOOK_BACK = 12
"""Sentences before a silence within which the one who is silent is looked for."""


def find_not_reported(page: Page, naming: Naming) -> tuple[NotReported, ...]:
    """Return the silences the report points out, in text order.

    ``who`` is the entity the words stand for where it is found in the report ("the report" as the agency that made
    it), else the words; the report's own "there is no word" has ``who`` "nobody".
    """
    found: list[NotReported] = []
    for number, sentence in enumerate(page.sentences):
        if not _may_hold(page, sentence):
            continue
        speakers = _speakers(page, naming, page.sentences[max(0, number - _LOOK_BACK) : number])
        for part in bounded(page.text, sentence.span):
            found.extend(_in_sentence(page, speakers, replace(sentence, span=part)))
    return tuple(found)


def _may_hold(page: Page, sentence: Sentence) -> bool:
    span = sentence.span
    patterns = (_KOREAN,) if page.language == "ko" else (_OTHERS.get(page.language or ""), _SILENCE, _NOBODY)
    return any(pattern is not None and pattern.search(page.text, span.start, span.end) for pattern in patterns)


def _speakers(page: Page, naming: Naming, before: Sequence[Sentence]) -> Speakers:
    """Return a finder that knows the bodies and persons named just before, for "the report" and "he"."""
    speakers = Speakers(page, naming)
    for sentence in before:
        for name in speakers.names_in(sentence.span):
            speakers.find((Span(name.start, name.end),))
    return speakers


def _in_sentence(page: Page, speakers: Speakers, sentence: Sentence) -> Iterator[NotReported]:
    text = page.text
    span = sentence.span
    if page.language == "ko":
        for match in _KOREAN.finditer(text, span.start, span.end):
            yield _korean(page, speakers, sentence, match)
        return
    other = _OTHERS.get(page.language or "")
    if other is not None:
        for match in other.finditer(text, span.start, span.end):
            what = _around(text, span, match)
            if what is not None:
                yield NotReported(who="nobody", what=(what,))
        return
    tokens = tokens_of(text, span, ())
    for match in _SILENCE.finditer(text, span.start, span.end):
        if not page.quoted(Span(match.start(), match.end())):
            yield from _english(page, speakers, tokens, match)
    for match in _NOBODY.finditer(text, span.start, span.end):
        what = _around(text, span, match)
        if what is not None and not page.quoted(Span(match.start(), match.end())):
            yield NotReported(who="nobody", what=(what,))


def _english(page: Page, speakers: Speakers, tokens: list[Token], match: re.Match[str]) -> Iterator[NotReported]:
    first = next((i for i, token in enumerate(tokens) if token.start >= match.start()), None)
    if first is None:
        return
    reach = subject_before(tokens, first, 0)
    if reach is None:
        reach = next(
            (
                found
                for i in range(1, first)
                if finite(tokens, i) and (found := subject_before(tokens, i, 0)) is not None
            ),
            None,
        )
    if reach is None:
        return
    text = page.text
    source = Span(tokens[reach[0]].start, tokens[reach[1] - 1].end)
    speaker = speakers.find((source,))
    after = next((i for i, token in enumerate(tokens) if token.start >= match.end()), len(tokens))
    while after < len(tokens) and not tokens[after].word:
        after += 1
    end = after
    while end < len(tokens) and tokens[end].low not in _ENDS:
        end += 1
    what = Span(tokens[after].start, tokens[end - 1].end) if end > after else _asked(text, tokens[0].start, source)
    yield NotReported(who=speaker.name or source.of(text), what=(what or Span(match.start(), match.end()),))


def _asked(text: str, start: int, source: Span) -> Span | None:
    """Return what one who says nothing was asked about ("Asked about the cargo, Orr declined to comment")."""
    asked = _ASKED.match(text, start, source.start)
    return None if asked is None else _stripped(text, asked.start("what"), asked.end("what"))


def _around(text: str, sentence: Span, match: re.Match[str]) -> Span | None:
    """Return the longer of what follows the cue and what stands before it."""
    after = _stripped(text, match.end(), sentence.end)
    before = _stripped(text, sentence.start, match.start())
    opens = match.start() - sentence.start < 12
    chosen = after if opens or before is None else before
    return chosen if chosen is not None else after


def _korean(page: Page, speakers: Speakers, sentence: Sentence, match: re.Match[str]) -> NotReported:
    text = page.text
    start, end = match.start("what"), match.end("what")
    topic = re.match(r"\s*(?P<who>[^\s,]+(?: [^\s,]+)?)(?:은|는)\s", text[start:end])
    if (topic is not None and "밝히지" in match["cue"]) or (topic is not None and "말할" in match["cue"]):
        source = Span(start + topic.start("who"), start + topic.end("who"))
        what = _stripped(text, start + topic.end(), end) or Span(start, end)
        return NotReported(who=speakers.find((source,)).name or source.of(text), what=(what,))
    return NotReported(
        who="nobody", what=(_stripped(text, start, end) or Span(sentence.span.start, sentence.span.end),)
    )


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] in ",;:.—–-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.!?—–-"):
        end -= 1
    return Span(start, end) if start < end else None
