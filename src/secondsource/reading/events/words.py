"""The words of a sentence, with what the search for events must know of each."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from secondsource.model.evidence import Span
from secondsource.model.territories import find_demonym
from secondsource.reading.events.forms import Form, bases
from secondsource.reading.vocabulary import word_set

DETERMINERS = word_set("event_words", "determiners")
PREPOSITIONS = word_set("event_words", "prepositions")
CONJUNCTIONS = word_set("event_words", "conjunctions")
RELATIVES = word_set("event_words", "relatives")
PRONOUNS = word_set("event_words", "pronouns")
MODALS = word_set("event_words", "modals")
BE = word_set("event_words", "be")
HAVE = word_set("event_words", "have")
DO = word_set("event_words", "do")
AUXILIARIES = MODALS | BE | HAVE | DO | {"to", "not", "n't", "n’t", "never"}
ADVERBS = word_set("event_words", "adverbs")
REPORTING = word_set("event_words", "reporting")

_PLURALS = word_set("event_words", "plurals")

# One token: letters with inner hyphens or dots (U.S.); the 's of a possessive and the n't of a negation stand alone.
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,8}|['’]s\b|n ?['’]t\b|[^\W\d_]{2,8}?(?= ?n ?['’]t\b)|['’](?:ll|ve|re|d|m)\b"
    r"|[\w$€£%]+(?:-\w+){0,6}"
)
_NO_MARKS = ("", " ")
"""What stands between most words."""
_QUOTE_MARKS = frozenset('"“”„«»')
_HARD = re.compile(r"[;:()\[\]—–]| -{1,2} ")


class Word(NamedTuple):
    """One word of a sentence.

    Attributes:
        span: Its characters.
        low: The word in lower case, full stops left out.
        capital: Whether it begins with a capital letter.
        comma: Whether a comma stands between it and the word before.
        hard: Whether a stronger mark (semicolon, bracket, dash) does.
        quoted: Whether a quote mark does.
    """

    span: Span
    low: str
    capital: bool
    comma: bool
    hard: bool
    quoted: bool

    @property
    def bases(self) -> tuple[tuple[str, Form], ...]:
        """The base forms it may stand for."""
        return bases(self.low)

    def is_form_of(self, base: str) -> bool:
        """Return whether the word may be a form of ``base``."""
        return any(found == base for found, _ in self.bases)


def words_in(text: str, span: Span) -> tuple[Word, ...]:
    """Return the words of ``text`` inside ``span``, in order."""
    words: list[Word] = []
    last = span.start
    for match in _WORD.finditer(text, span.start, span.end):
        start, end = match.span()
        between = text[last:start]
        token = match.group()
        low = token.lower()
        if not low.isalnum():
            low = low.replace(".", "").replace("’", "'").replace(" ", "")
        marked = between not in _NO_MARKS
        words.append(
            Word(
                Span(start, end),
                low,
                token[0].isupper(),
                marked and "," in between,
                marked and _HARD.search(between) is not None,
                marked and not _QUOTE_MARKS.isdisjoint(between),
            )
        )
        last = end
    return tuple(words)


def is_headline(words: Sequence[Word]) -> bool:
    """Return whether nearly every word has a capital, as in titles; capitals then say nothing."""
    long = [word for word in words if len(word.low) > 3]
    return len(long) > 2 and sum(word.capital for word in long) > 0.8 * len(long)


def may_be_verb(words: Sequence[Word], at: int, form: Form, *, alone: bool = True) -> bool:
    """Return whether the word at ``at``, read as ``form``, stands where a verb can stand.

    Neighbours decide; there is no tagger. A word after an article or a preposition is none, one after "to" or a
    modal is one, one before an article is one.

    Args:
        words: The sentence.
        at: The word asked about.
        form: The form it is read as.
        alone: Whether nothing after it is known; else the words that follow it in a pattern speak for a verb.
    """
    before = words[at - 1].low if at else ""
    after = words[at + 1].low if at + 1 < len(words) else ""
    if form is Form.ING:
        return before in BE or not alone or (_ing_is_verb(words, at) and _object_follows(words, at))
    if form not in (Form.BASE, Form.THIRD):
        return not ((before in DETERMINERS or before == "'s") and after != "by")
    if at == 0:
        return form is Form.BASE and after in DETERMINERS
    return _present_is_verb(words, at, form, alone=alone)


def _ing_is_verb(words: Sequence[Word], at: int) -> bool:
    # "police attacking", "after attacking", but not "a press briefing".
    if at == 0 or words[at].comma or words[at - 1].capital:
        return True
    before = words[at - 1].low
    return (
        before in PREPOSITIONS
        or before in CONJUNCTIONS
        or before in _PLURALS
        or before.endswith("ly")
        or (before.endswith("s") and not before.endswith("ss"))
    )


def _present_is_verb(words: Sequence[Word], at: int, form: Form, *, alone: bool) -> bool:
    before = words[at - 1].low
    if before in ("to", "n't", "not") or before in MODALS or before in PRONOUNS or before in DO:
        return True
    if before == "that" and form is Form.THIRD:
        return not alone or _object_follows(words, at)
    if before in DETERMINERS or before in PREPOSITIONS or before == "'s" or before in BE or before in HAVE:
        return form is Form.BASE and words[at].low == "be"
    # "Russian ships", "Israeli strikes"
    if words[at - 1].capital and find_demonym(before.title()) is not None:
        return False
    if not alone:
        return before == "and" or form is Form.THIRD or _has_subject(words, at, form)
    follows = _object_follows(words, at)
    return follows and (before == "and" or (not words[at].comma and _has_subject(words, at, form)))


def _has_subject(words: Sequence[Word], at: int, form: Form) -> bool:
    before = words[at - 1]
    if before.capital or before.low in RELATIVES or before.low in _PLURALS:
        return True
    # "forces attack", but not "missile attack"; "the army attacks", but not "special forces".
    if form is Form.BASE:
        return before.low.endswith("s") and not before.low.endswith("ss")
    return at + 1 < len(words) and (words[at + 1].low in DETERMINERS or words[at + 1].capital)


def _object_follows(words: Sequence[Word], at: int) -> bool:
    if at + 1 >= len(words) or words[at + 1].comma or words[at + 1].hard:
        return False
    after = words[at + 1]
    if after.low in AUXILIARIES or after.low in CONJUNCTIONS or after.low in ("of", "against", "by", "'s"):
        return False
    if after.low in DETERMINERS or after.low in PRONOUNS or after.capital or after.low[0].isdigit():
        return True
    return after.low not in PREPOSITIONS
