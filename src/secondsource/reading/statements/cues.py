"""Verbs that say that something was said, found in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.reading.statements.cue_table import Cue, english_cues, english_words
from secondsource.reading.statements.subject import finite
from secondsource.reading.statements.tokens import Token

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re"])
_HAVE = frozenset(["has", "have", "had", "having", "'ve", "’ve", "'d", "’d"])
_DO = frozenset(
    [
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "do",
        "does",
        "did",
        "to",
        "'ll",
        "’ll",
        "'d",
        "’d",
        "n't",
    ]
)
_SUBJECTS = frozenset(
    [
        "they",
        "we",
        "i",
        "you",
        "who",
        "which",
        "he",
        "she",
        "it",
        "officials",
        "experts",
        "analysts",
        "critics",
        "people",
        "both",
        "data",
        "media",
        "police",
        "two",
        "three",
        "sources",
        "others",
        "some",
        "many",
        "most",
    ]
)
_THINGS = frozenset(
    [
        "briefing",
        "meeting",
        "warning",
        "hearing",
        "finding",
        "reading",
        "feeling",
        "understanding",
        "ruling",
        "reporting",
        "thinking",
        "writing",
        "posting",
        "showing",
        "holding",
        "offering",
        "planning",
        "pressing",
        "challenging",
        "announcing",
        "ordering",
        "continuing",
        "recording",
        "broadcasting",
        "establishing",
        "supporting",
        "backing",
        "projecting",
        "seeing",
        "questioning",
    ]
)
"""Forms in -ing that are nouns or adjectives unless a comma or a form of "be" stands before them."""

_NOUN_COMES = frozenset(["of", "in", "on", "with", "by", "for", "from", "at", "'s", "’s", "about", "under", "between"])
_STAND_ALONE = frozenset(
    [
        "this",
        "that",
        "these",
        "those",
        "some",
        "many",
        "all",
        "both",
        "most",
        "several",
        "few",
        "either",
        "two",
        "three",
        "one",
        "another",
        "others",
    ]
)
"""Determiners that can be a subject by themselves."""

_LONGEST_REST = 5
"""Most words after the first that a cue of the table has."""


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group that may be a cue.

    Attributes:
        start: Its first token, auxiliaries and adverbs included.
        verb: The token of its verb.
        end: One past its last token.
        cues: What the verb can be, fullest first.
        form: Form of the verb as it stands here: finite, ing, infinitive or passive.
        negated: Whether it is negated.
    """

    start: int
    verb: int
    end: int
    cues: tuple[Cue, ...]
    form: str
    negated: bool


def cue_groups(tokens: Sequence[Token], *, headline: bool) -> list[Group]:
    """Return the verb groups of a sentence that may be cues, in order."""
    groups: list[Group] = []
    table = english_cues()
    for place, token in enumerate(tokens):
        if token.low not in table or (token.capital and place and not headline):
            continue
        if groups and place < groups[-1].end:
            continue
        group = _group(tokens, place, headline=headline)
        if group is not None:
            groups.append(group)
    return groups


def _group(tokens: Sequence[Token], place: int, *, headline: bool) -> Group | None:
    start = place
    while start > 0 and _belongs(tokens, start - 1):
        start -= 1
    words = [token.low for token in tokens[place + 1 : place + 1 + _LONGEST_REST]]
    cues = [cue for cue in english_cues()[tokens[place].low] if tuple(words[: len(cue.rest)]) == cue.rest]
    helpers = [token.low for token in tokens[start:place]]
    form = _form(tokens, start, place, cues, helpers, headline=headline) if cues else None
    cues = [cue for cue in cues if (cue.takes == "passive") == (form == "passive")]
    if form is None or not cues:
        return None
    negated = any(word in english_words("negations") for word in helpers)
    return Group(start, place, place + 1 + len(cues[0].rest), tuple(cues), form, negated)


def _belongs(tokens: Sequence[Token], place: int) -> bool:
    low = tokens[place].low
    if low in {"'s", "’s"}:
        return place > 0 and tokens[place - 1].low in {"he", "she", "it", "who", "that"}
    if low in english_words("auxiliaries") or low in english_words("negations"):
        return True
    return low in english_words("adverbs") and not (low in {"all", "both", "first"} and place == 0)


def _form(
    tokens: Sequence[Token], start: int, place: int, cues: Sequence[Cue], helpers: Sequence[str], *, headline: bool
) -> str | None:
    """Return how the verb stands, None where it is a noun or an adjective."""
    forms = {cue.form for cue in cues}
    last = next((word for word in reversed(helpers) if word in _BE or word in _HAVE or word in _DO), "")
    before = tokens[start - 1].low if start else ""
    if "ing" in forms:
        return _ing(tokens[place].low, before, last)
    if last:
        return _helped(forms, last)
    if before in _NOUN_COMES or (before in english_words("determiners") and before not in _STAND_ALONE):
        return None
    if forms & {"past", "both"}:
        verb = _past_is_verb(tokens, start, place)
    else:
        verb = bool(forms & {"base", "third"}) and _present_is_verb(tokens, start, place, headline=headline)
    return "finite" if verb else None


def _ing(word: str, before: str, last: str) -> str | None:
    if last in _BE:
        return "finite"
    noun = before in english_words("determiners") or (before in {"'s", "’s", "of", "for"} and not last)
    return None if noun or last == "to" or (word in _THINGS and before != ",") else "ing"


def _helped(forms: set[str], last: str) -> str | None:
    """Return how a verb stands after an auxiliary."""
    if last in _BE:
        return "passive" if forms & {"both", "participle"} else None
    if last in _HAVE and forms & {"both", "participle"}:
        return "finite"
    if last in _DO and "base" in forms:
        return "infinitive" if last == "to" else "finite"
    return None


def _past_is_verb(tokens: Sequence[Token], start: int, place: int) -> bool:
    after = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if after == "by":
        return False
    low = tokens[place].low
    if low in {
        "accused",
        "announced",
        "published",
        "reported",
        "posted",
        "written",
        "estimated",
        "read",
        "suspected",
        "alleged",
        "expected",
        "proposed",
        "called",
        "described",
        "known",
        "found",
        "held",
        "heard",
        "seen",
        "recorded",
        "documented",
        "carried",
    }:
        place_or_topic = after in {"of", "on", "at", "as", "since"} and not _says_when(tokens, place + 1)
        return _has_subject_feel(tokens, start) and not place_or_topic
    return True


def _says_when(tokens: Sequence[Token], place: int) -> bool:
    """Return whether "on" at ``place`` opens a time ("reported on Tuesday")."""
    following = tokens[place + 1].low if place + 1 < len(tokens) else ""
    return tokens[place].low == "on" and following in english_words("times")


def _has_subject_feel(tokens: Sequence[Token], start: int) -> bool:
    """Return whether the word before can end a subject: a name, a pronoun, a noun, or a comma after an aside."""
    if not start:
        return False
    before = tokens[start - 1]
    return before.word or before.low in {",", ")"} or before.quote


def _present_is_verb(tokens: Sequence[Token], start: int, place: int, *, headline: bool) -> bool:
    token = tokens[place]
    before = tokens[start - 1] if start else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if before is None or (token.low == "states" and (after is None or after.low != "that")):
        return False
    if token.low not in english_words("ambiguous"):
        return before.word or before.quote or before.low in {",", ")", "—", "–"}
    if before.low in _SUBJECTS or (
        before.capital and start > 1 and tokens[start - 2].low == "and" and not token.low.endswith("s")
    ):
        return True
    if after is not None and (after.low == "of" or (after.word and finite(tokens, place + 1))):
        return False
    third = token.low.endswith("s")
    follows = (
        after is None
        or after.low in {"that", "whether", "how", "this", "it", "to"}
        or after.quote
        or after.low in {",", ".", ":", ";", "from"}
        or after.low in english_words("clause_starts")
        or after.capital
    )
    if third:
        return follows and (
            before.capital or headline or before.low in {",", ")"} or (before.word and not before.low.endswith("s"))
        )
    # "Data from the tracker show that": the subject's own plural stands further left.
    shows = token.low == "show" and after is not None and after.low == "that" and before.word
    return (
        follows
        and (shows or before.low.endswith("s"))
        and before.low not in {"'s", "’s", "as", "is", "was", "this", "its", "his"}
        and not headline
    )
