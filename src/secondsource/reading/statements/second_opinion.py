"""Where a rule knows better than the encoder: who is quoted, and a speaker it overlooked."""

from collections.abc import Sequence

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
    if same is None or not same.content:
        return saying
    if not same.source:
        return same if _both_halves(saying, same) else saying
    quoted = saying.cue[0].of(text).lower() in _PASSED_ON and same.source[0].start > saying.cue[0].end
    if quoted or not saying.source or _informant_for_speaker(text, saying, same):
        return same
    return same if _setting_for_content(text, saying, same) else saying


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
