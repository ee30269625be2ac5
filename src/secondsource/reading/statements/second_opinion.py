"""Where a rule knows better than the encoder: who is quoted, and a speaker it overlooked."""

import re
from collections.abc import Sequence
from dataclasses import replace

from secondsource.model.evidence import Span
from secondsource.reading.statements.saying import Saying

_PASSED_ON = frozenset(["quoted", "quotes", "quoting"])
_SENTENCE_END = re.compile(r"[.!?]\s")
_WHO_SPEAKS = re.compile(r",\s+(?P<who>[^,;:.]{3,60}),\s+who\s[^;:.]{3,90},?\s*$")
"""A speaker with what is told of him, at the end of the words before a cue ("…, the envoy Orr, who left, warned")."""
_FEW = 4
_MANY = 8


def named_by_rule(text: str, saying: Saying, by_rule: Sequence[Saying]) -> Saying:
    """Return ``saying``, or the rule's reading of the same cue where the encoder names nobody and the rule does.

    Of "the agency quoted the council" too the rule's reading is taken: the words are the council's.
    """
    if not saying.cue:
        return saying
    saying = _with_described_speaker(text, saying)
    same = next((other for other in by_rule if other.cue and other.cue[0].meets(saying.cue[0])), None)
    if same is None or not same.content:
        return saying
    if not same.source:
        return same if _both_halves(saying, same) else saying
    quoted = saying.cue[0].of(text).lower() in _PASSED_ON and same.source[0].start > saying.cue[0].end
    if quoted or not saying.source or _informant_for_speaker(text, saying, same):
        return same
    if _speaker_of_another_sentence(text, saying):
        return replace(saying, source=same.source)
    return same if _setting_for_content(text, saying, same) else saying


def _with_described_speaker(text: str, saying: Saying) -> Saying:
    """Return ``saying`` with the speaker that was taken for the end of what is said ("…, Orr, who left, warned")."""
    if saying.source or len(saying.content) != 1 or saying.content[0].start > saying.cue[0].start:
        return saying
    piece = saying.content[0]
    found = _WHO_SPEAKS.search(text, piece.start, saying.cue[0].start)
    if found is None or len(text[piece.start : found.start()].split()) < _FEW:
        return saying
    who = Span(found.start("who"), found.end("who"))
    return replace(saying, source=(who,), content=(Span(piece.start, found.start()),))


def _speaker_of_another_sentence(text: str, saying: Saying) -> bool:
    """Return whether the speaker was taken from a sentence before, though the rule has one beside the cue."""
    source, cue = saying.source[-1], saying.cue[0]
    return source.end <= cue.start and _SENTENCE_END.search(text, source.end, cue.start) is not None


def _both_halves(saying: Saying, same: Saying) -> bool:
    """Return whether nobody is named and the rule has both halves ("The ship | is believed | to carry shells")."""
    held = all(any(whole.covers(piece) for whole in same.content) for piece in saying.content)
    return not saying.source and held and len(same.content) > len(saying.content)


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
