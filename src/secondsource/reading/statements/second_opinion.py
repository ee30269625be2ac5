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
_ABOUT_ONE = re.compile(
    r"(?:(?:is|are|was|were|(?:has|have|had)\s+been)\s+(?:\w+ly\s+|also\s+|once\s+)?)"
    r"(?:accused|suspected|believed|thought|rumou?red|alleged|said|expected)(?:\s+of)?",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:and|but|or|nor)\b")
_LEAST = 3
"""Words that a rule must find beside the cue to be believed against the encoder."""
_FEW = 4
_MANY = 8


def named_by_rule(text: str, saying: Saying, by_rule: Sequence[Saying]) -> Saying:
    """Return ``saying``, or the rule's reading of the same cue where the encoder names nobody and the rule does.

    Of "the agency quoted the council" too the rule's reading is taken: the words are the council's.
    """
    if not saying.cue:
        return saying
    saying = _with_described_speaker(text, _of_nobody(text, saying))
    same = next((other for other in by_rule if other.cue and other.cue[0].meets(saying.cue[0])), None)
    if same is None or not same.content:
        return saying
    if any(wrong(text, saying, same) for wrong in (_of_another_sentence, _only_its_end, _more_than_its_clause)):
        return same
    if not same.source:
        return same if _both_halves(saying, same) else saying
    if not saying.source or any(
        wrong(text, saying, same)
        for wrong in (_quoted, _swapped, _informant_for_speaker, _cut_short, _setting_for_content)
    ):
        return same
    return replace(saying, source=same.source) if _speaker_of_another_sentence(text, saying) else saying


def _of_nobody(text: str, saying: Saying) -> Saying:
    """Return ``saying`` with whom a passive is about as part of what is said ("Orr | is accused of | fraud").

    Who accuses or believes is not said; PolNeAR's marks are so, and the encoder's mostly.
    """
    cue = saying.cue[0]
    if len(saying.source) != 1 or not saying.content or saying.source[0].end > cue.start:
        return saying
    source = saying.source[0]
    if text[source.end : cue.start].strip(" ,") or saying.content[0].start < cue.end:
        return saying
    if _ABOUT_ONE.fullmatch(text, cue.start, cue.end) is None:
        return saying
    return replace(saying, source=(), content=(source, *saying.content))


def _with_described_speaker(text: str, saying: Saying) -> Saying:
    """Return ``saying`` with the speaker that was taken for the end of what is said ("…, Orr, who left, warned")."""
    if len(saying.content) != 1 or saying.content[0].start > saying.cue[0].start:
        return saying
    if saying.source and not _speaker_of_another_sentence(text, saying):
        return saying
    piece = saying.content[0]
    found = _WHO_SPEAKS.search(text, piece.start, saying.cue[0].start)
    if found is None or len(text[piece.start : found.start()].split()) < _FEW:
        return saying
    who = Span(found.start("who"), found.end("who"))
    return replace(saying, source=(who,), content=(Span(piece.start, found.start()),))


def _quoted(text: str, saying: Saying, same: Saying) -> bool:
    """Return whether the words are whom an agency quotes, so that the rule's reading is right."""
    return saying.cue[0].of(text).lower() in _PASSED_ON and same.source[0].start > saying.cue[0].end


def _swapped(_: str, saying: Saying, same: Saying) -> bool:
    """Return whether who says it and what is said changed places ("The envoy left, says | a statement of the port")."""
    return (
        len(saying.content) == 1
        and same.source[0].covers(saying.content[0])
        and any(piece.covers(saying.source[0]) for piece in same.content)
    )


def _of_another_sentence(text: str, saying: Saying, same: Saying) -> bool:
    """Return whether what is said was taken from a sentence before, though the cue's own has it ("This is untrue, …").

    Words in quotation marks may stand a sentence before who says them; the rule then finds none beside the cue.
    """
    last, own = saying.content[-1], same.content[-1]
    return (
        last.end <= own.start < own.end <= saying.cue[0].start
        and _SENTENCE_END.search(text, last.end, own.start) is not None
        and len(own.of(text).split()) >= _LEAST
    )


def _only_its_end(text: str, saying: Saying, same: Saying) -> bool:
    """Return whether only the last clause of what is said was taken ("The port is shut, | and ships wait, he said")."""
    if len(saying.content) != 1 or len(same.content) != 1 or saying.source != same.source:
        return False
    part, whole = saying.content[0], same.content[0]
    return (
        whole.start < part.start
        and whole.end <= saying.cue[0].start
        and part.end <= whole.end
        and (_GOES_ON.match(text, part.start) is not None or text[whole.start : part.start].rstrip().endswith(":"))
    )


def _more_than_its_clause(text: str, saying: Saying, same: Saying) -> bool:
    """Return whether a clause of another's, parted by a semicolon, was taken in ("A, he says; both deny | that")."""
    opens = min(span.start for span in (*saying.cue, *saying.source))
    return (
        len(saying.content) > len(same.content)
        and same.content[-1] == saying.content[-1]
        and all(piece.end <= opens and ";" in text[piece.end : opens] for piece in saying.content[:-1])
    )


def _speaker_of_another_sentence(text: str, saying: Saying) -> bool:
    """Return whether the speaker was taken from a sentence before, though the rule has one beside the cue."""
    source, cue = saying.source[-1], saying.cue[0]
    return source.end <= cue.start and _SENTENCE_END.search(text, source.end, cue.start) is not None


def _cut_short(text: str, saying: Saying, same: Saying) -> bool:
    """Return whether the speaker's own clause was cut off ("someone at the port who | asked not to be named")."""
    source, whole = saying.source[-1], same.source[0]
    return whole.covers(source) and whole.end > source.end and source.of(text).lower().split()[-1] == "who"


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
