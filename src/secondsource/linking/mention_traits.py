"""What is known of one event mention that came with a report: its words, and what stands around them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.linking.lemma import lemma
from secondsource.linking.stopwords import is_stopword
from secondsource.linking.synonyms import event_word
from secondsource.model.evidence import Span
from secondsource.model.ids import ReportId
from secondsource.model.intake import GivenMention
from secondsource.model.outlet_phrases import fold_name
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from secondsource.text.segment import sentence_spans, word_spans

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’-](?=[^\W_]))*|\d(?:[\d.,:]*\d)?")
_PARTICLE_WORDS = """
into out up off down on in away over back of to for from with at by the a an his her its their it him them
himself herself itself themselves
"""
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_SENTENCE_REACH = 2_000
"""Characters before and after a head that are looked at."""
_NEAR_WORDS = 3
_NEAR_NAMES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionTraits:
    """A mention's words and surroundings; words are lemma keys.

    Attributes:
        id: The caller's id.
        report: The report it stands in.
        head: Its telling word as written, case folded.
        word: Key of the head.
        sort: Key under which the head meets its synonyms.
        words: Keys of all its telling words.
        context: How often each other telling word stands in the sentence.
        names: Words of the sentence written as names, its first word left out.
        numbers: Numbers in the sentence.
        before: The nearest telling words before the head.
        after: The nearest telling words after it.
        names_before: The nearest capitalised words before it.
        names_after: The nearest capitalised words after it.
        sentence: Number of the sentence in the report, counted from 0.
        is_name: Whether the head is capitalised.
        speaker: Who says it where the head is a cue of the reading, None else.
    """

    id: str
    report: ReportId
    head: str
    word: str
    sort: str
    words: frozenset[str]
    context: Counter[str]
    names: frozenset[str]
    numbers: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    names_before: frozenset[str]
    names_after: frozenset[str]
    sentence: int
    is_name: bool
    speaker: str | None


def traits_of(report: Report, reading: Reading | None, mentions: Sequence[GivenMention]) -> list[MentionTraits]:
    """Return the traits of the mentions that came with ``report``, in their order."""
    sentences = list(sentence_spans(report.text, 0, len(report.text)))
    return [_traits(report, reading, sentences, mention) for mention in mentions]


def word_counts(text: str) -> Counter[str]:
    """Return how often each telling word stands in ``text``."""
    found = (match.group() for match in _WORD.finditer(text))
    return Counter(lemma(word) for word in found if not is_stopword(word.casefold()))


def head_of(text: str, mention: GivenMention) -> tuple[Span, tuple[Span, ...]]:
    """Return the mention's head, its last telling word ("checked into" gives "checked"), and all telling words."""
    words = [span for piece in mention.spans for span in word_spans(text, piece.start, piece.end)]
    telling = [span for span in words if span.of(text).casefold() not in _PARTICLES]
    telling = [span for span in telling if any(map(str.isalnum, span.of(text)))] or words or [mention.spans[0]]
    return telling[-1], tuple(telling)


def _traits(report: Report, reading: Reading | None, sentences: Sequence[Span], mention: GivenMention) -> MentionTraits:
    text = report.text
    head, telling = head_of(text, mention)
    number = max(0, bisect_right(sentences, head.start, key=lambda span: span.start) - 1)
    sentence = _near(sentences[number] if sentences else Span(0, len(text)), head)
    around = [
        (match.start(), match.group())
        for match in _WORD.finditer(text, sentence.start, sentence.end)
        if not any(piece.start <= match.start() < piece.end for piece in mention.spans)
    ]
    numbers = frozenset(word for _, word in around if word[0].isdigit())
    words = [(at, word) for at, word in around if not word[0].isdigit() and not is_stopword(word.casefold())]
    before = [(at, word) for at, word in words if at < head.start]
    after = [(at, word) for at, word in words if at > head.start]
    key = lemma(head.of(text))
    return MentionTraits(
        id=mention.id,
        report=report.id,
        head=head.of(text).casefold(),
        word=key,
        sort=event_word(key),
        words=frozenset(lemma(span.of(text)) for span in telling),
        context=Counter(lemma(word) for _, word in words),
        names=_keys([word for at, word in words if at != sentence.start], names_only=True),
        numbers=numbers,
        before=_keys([word for _, word in before][-_NEAR_WORDS:]),
        after=_keys([word for _, word in after][:_NEAR_WORDS]),
        names_before=_keys([word for _, word in before if word[0].isupper()][-_NEAR_NAMES:]),
        names_after=_keys([word for _, word in after if word[0].isupper()][:_NEAR_NAMES]),
        sentence=number,
        is_name=head.of(text)[:1].isupper(),
        speaker=_speaker(reading, head),
    )


def _near(sentence: Span, head: Span) -> Span:
    """Return what of the sentence stands near the head: a text without full stops is one sentence."""
    return Span(max(sentence.start, head.start - _SENTENCE_REACH), min(sentence.end, head.end + _SENTENCE_REACH))


def _keys(words: Sequence[str], *, names_only: bool = False) -> frozenset[str]:
    return frozenset(lemma(word) for word in words if not names_only or word[0].isupper())


def _speaker(reading: Reading | None, head: Span) -> str | None:
    """Return the last word of the name of whoever says it, None where the head is no cue."""
    for statement in () if reading is None else reading.statements:
        if any(cue.meets(head) for cue in statement.cue):
            name = fold_name(statement.speaker_name or "")
            return name.split()[-1] if name else None
    return None
