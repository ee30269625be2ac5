"""Where a rule knows better than the encoder: who is quoted, a speaker it overlooked, words of another sentence."""

from collections.abc import Sequence

from secondsource.model.evidence import Span
from secondsource.reading.page import Page
from secondsource.reading.statements.saying import Saying

_PASSED_ON = frozenset(["quoted", "quotes", "quoting"])
_FEW = 4
_MANY = 8


def named_by_rule(text: str, saying: Saying, by_rule: Sequence[Saying]) -> Saying:
    """Return ``saying``, or the rule's reading of the same cue where the encoder names nobody and the rule does.

    Of "the agency quoted the council" too the rule's reading is taken: the words are the council's.
    """
    if not saying.cue:
        return saying
    same = next((other for other in by_rule if other.cue and other.cue[0].meets(saying.cue[0])), None)
    if same is None or not same.source or not same.content:
        return saying
    quoted = saying.cue[0].of(text).lower() in _PASSED_ON and same.source[0].start > saying.cue[0].end
    if quoted or not saying.source or _informant_for_speaker(text, saying, same):
        return same
    return same if _setting_for_content(text, saying, same) else saying


def _informant_for_speaker(text: str, saying: Saying, same: Saying) -> bool:
    """Return whether the encoder took the informant for the speaker ("NHK reports from diplomats")."""
    cue = saying.cue[0]
    subject = same.source[-1].end
    return saying.source[0].start >= cue.end and subject <= cue.start and not text[subject : cue.start].strip()


def _setting_for_content(text: str, saying: Saying, same: Saying) -> bool:
    """Return whether the encoder took how it was said for what was said ("…, KCNA wrote in a dispatch of one line")."""
    after = saying.content[0].start > saying.cue[0].end
    short = _n_words(text, saying) <= _FEW and _n_words(text, same) >= _MANY
    return after and short and same.content[-1].end <= saying.cue[0].start


def _n_words(text: str, saying: Saying) -> int:
    return sum(len(piece.of(text).split()) for piece in saying.content)


def stay_in_sentence(page: Page, sayings: Sequence[Saying]) -> None:
    """Take from contents what stands in a sentence before the cue's, where the cue's own sentence has content.

    A quotation may stand in the sentence before; words without marks there are the report's own. On PolNeAR dev this
    is worth 0.3 points.
    """
    for saying in sayings:
        sentence = page.sentence_at(saying.cue[0].start) if saying.cue else None
        if sentence is None:
            continue
        before = [piece for piece in saying.content if piece.start < sentence.span.start]
        rest = tuple(piece for piece in saying.content if piece.start >= sentence.span.start)
        if before and rest and not any(quote.meets(piece) for piece in before for quote in page.quotes):
            saying.content = rest


def reach_back(page: Page, sayings: Sequence[Saying]) -> None:
    """Give a content that begins after a semicolon the words before it too, where its cue closes the sentence.

    "It left on Monday; it is still there, the tracker shows": the tracker shows both, unless another cue stands before.
    """
    for saying in sayings:
        sentence = page.sentence_at(saying.cue[0].start) if saying.cue else None
        if sentence is None or not saying.content:
            continue
        first = saying.content[0]
        before = page.text[sentence.span.start : first.start]
        closes = saying.cue[0].start > saying.content[-1].end
        if not closes or ";" not in before or len(before.rsplit(";", 1)[1].split()) > _FEW:
            continue
        front = Span(sentence.span.start, first.start)
        if any(mark.meets(front) for other in sayings for mark in (*other.cue, *other.source)):
            continue
        saying.content = (Span(front.start, first.end), *saying.content[1:])
