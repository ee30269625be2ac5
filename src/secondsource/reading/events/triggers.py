"""Words that carry an event: the table, and where its patterns stand in a sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from secondsource.model.evidence import Span, Spans
from secondsource.model.mention import EventType
from secondsource.reading.events.forms import Form
from secondsource.reading.events.words import (
    ADVERBS,
    BE,
    HAVE,
    PREPOSITIONS,
    RELATIVES,
    Word,
    is_headline,
    may_be_verb,
)
from secondsource.reading.vocabulary import read_vocabulary, word_set

GAP = "*"
FILLED_GAP = "+"
_CROSSED = frozenset({"of", "with"})
_GAP_WORDS = 6
_PASSIVE_REACH = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One pattern of the table.

    Attributes:
        type: PLOVER type.
        mode: PLOVER mode, None if the words do not tell.
        cameo: CAMEO code, None if there is none.
        words: Base forms in order, alternatives parted by ``|``; ``*`` is a gap, ``+`` one that is not empty.
        noun: Whether it names the event instead of telling it.
        weight: How surely it means the type, above 0 to 1.
        control: Whether an infinitive after it is part of this event.
        carrier: Whether it holds only of an aircraft or a ship.
        planned: Whether it tells of a plan.
        away: Whether it tells of going away, so that its object is no recipient.
        needs: For each word after the first, its alternatives; one of them must be in the sentence.
    """

    type: EventType
    mode: str | None
    cameo: str | None
    words: tuple[str, ...]
    noun: bool
    weight: float
    control: bool
    carrier: bool
    planned: bool
    away: bool
    needs: tuple[frozenset[str], ...]

    @property
    def n_literal(self) -> int:
        """How many words it names, gaps left out."""
        return sum(word not in (GAP, FILLED_GAP) for word in self.words)

    @property
    def takes_object(self) -> bool:
        """Whether its own last word is the verb's object ("impose * sanction")."""
        return GAP in self.words or FILLED_GAP in self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A pattern found in a sentence.

    Attributes:
        trigger: The pattern.
        at: Indexes of the words matched, gaps left out, in pattern order.
        form: Inflection of the first word.
        passive: Whether the verb is in the passive.
    """

    trigger: Trigger
    at: tuple[int, ...]
    form: Form
    passive: bool

    @property
    def head(self) -> int:
        """Index of the word that carries the pattern: the verb, or a noun phrase's last word."""
        return self.at[-1] if self.trigger.noun else self.at[0]

    @property
    def first(self) -> int:
        """Index of the leftmost word."""
        return min(self.at)

    @property
    def last(self) -> int:
        """Index of the rightmost word."""
        return max(self.at)

    def spans(self, words: Sequence[Word]) -> Spans:
        """Return the characters of the matched words, neighbours joined."""
        pieces: list[list[int]] = []
        for index in sorted(self.at):
            if pieces and pieces[-1][1] == index - 1 and not words[index].quoted:
                pieces[-1][1] = index
            else:
                pieces.append([index, index])
        return tuple(Span(words[first].span.start, words[last].span.end) for first, last in pieces)


@cache
def trigger_table() -> dict[str, tuple[Trigger, ...]]:
    """Return all patterns by the base form of their first word, longest first."""
    table: dict[str, list[Trigger]] = {}
    for group in read_vocabulary("triggers")["group"]:
        for kind in ("verbs", "nouns"):
            for pattern in group.get(kind, ()):
                words = tuple(pattern.split())
                trigger = Trigger(
                    type=EventType(group["type"]),
                    mode=group.get("mode"),
                    cameo=group.get("cameo"),
                    words=words,
                    noun=kind == "nouns",
                    weight=group.get("weight", 1.0),
                    control=group.get("control", False),
                    carrier=group.get("carrier", False),
                    planned=group.get("planned", False),
                    away=group.get("away", False),
                    needs=tuple(frozenset(part.split("|")) for part in words[1:] if part not in (GAP, FILLED_GAP)),
                )
                for first in words[0].split("|"):
                    table.setdefault(first, []).append(trigger)
    return {first: tuple(sorted(found, key=lambda t: -t.n_literal)) for first, found in table.items()}


def find_matches(words: Sequence[Word], *, carrier_known: bool = False) -> list[Match]:
    """Return every place where a pattern stands in the sentence, in text order, longer patterns before shorter.

    Matches may overlap; :func:`keep_longest` leaves those that do not.

    Args:
        words: The sentence.
        carrier_known: Whether an aircraft or a ship was already told of on the page, so that "the landing" is its own.
    """
    headline = is_headline(words)
    present = _present(words)
    found: list[Match] = []
    for at, word in enumerate(words):
        # Within a sentence a capital marks a name: "United", "March", "Strike" are then no verbs.
        if word.capital and at and not headline and not word.quoted:
            continue
        found.extend(match for match in _matches_at(words, at, present) if carries(words, match, known=carrier_known))
    return sorted(found, key=lambda m: (m.first, -m.trigger.n_literal, m.last))


def keep_longest(matches: Sequence[Match]) -> list[Match]:
    """Return the matches that share no word with a longer or surer one, in text order."""
    taken: set[int] = set()
    kept: list[Match] = []
    # "Suspended military aid": the verb with its object says more than the noun phrase alone.
    ranked = sorted(
        matches,
        key=lambda m: (
            -m.trigger.n_literal,
            m.trigger.noun,
            m.last - m.first,
            -m.trigger.weight,
            m.first,
            m.trigger.type.value,
        ),
    )
    for match in ranked:
        if taken.isdisjoint(match.at):
            taken.update(match.at)
            kept.append(match)
    return sorted(kept, key=lambda m: (m.first, m.last))


_CARRIERS = word_set("event_words", "carriers")
_CARRIER_REACH = 12


def carries(words: Sequence[Word], match: Match, *, known: bool) -> bool:
    """Return whether ``match`` may stand where its pattern holds only of an aircraft or a ship.

    Args:
        words: The sentence.
        match: The match; one whose pattern holds of everybody may always stand.
        known: Whether an aircraft or a ship was already told of on the page.
    """
    if not match.trigger.carrier:
        return True
    before = words[max(0, match.first - _CARRIER_REACH) : match.first]
    if any(is_carrier(word) for word in before):
        return True
    return match.trigger.noun and (known or any(is_carrier(word) for word in words))


def is_carrier(word: Word) -> bool:
    """Return whether ``word`` names a kind of aircraft or ship, or a model such as "Il-62M"."""
    model = "-" in word.low and word.low[-2:-1].isdigit() and word.low[:1].isalpha()
    return model or any(base in _CARRIERS for base, _ in word.bases)


def _present(words: Sequence[Word]) -> frozenset[str]:
    """Return those of the sentence's words and their base forms that any pattern needs."""
    bases = frozenset(word.low for word in words).union(base for word in words for base, _ in word.bases)
    return bases & _needed()


@cache
def _needed() -> frozenset[str]:
    """Return the words that any pattern needs."""
    return frozenset(
        word for triggers in trigger_table().values() for trigger in triggers for need in trigger.needs for word in need
    )


def _matches_at(words: Sequence[Word], at: int, present: frozenset[str]) -> Iterator[Match]:
    table = trigger_table()
    for base, form in words[at].bases:
        for trigger in table.get(base, ()):
            # Most patterns of a verb name a word that the sentence does not have: no need to look where it stands.
            if any(need.isdisjoint(present) for need in trigger.needs):
                continue
            match = _noun_match(words, at, trigger, form) if trigger.noun else _verb_match(words, at, trigger, form)
            if match is not None:
                yield match


def _noun_match(words: Sequence[Word], at: int, trigger: Trigger, form: Form) -> Match | None:
    single = len(trigger.words) == 1
    if single and (form not in (Form.BASE, Form.THIRD) or may_be_verb(words, at, form)):
        return None
    if single and at + 1 < len(words) and words[at + 1].low == "'s":
        return None
    rest = _follow(words, at, trigger.words[1:])
    if rest is None:
        return None
    return Match(trigger=trigger, at=(at, *rest), form=form, passive=False)


def _verb_match(words: Sequence[Word], at: int, trigger: Trigger, form: Form) -> Match | None:
    if not may_be_verb(words, at, form, alone=len(trigger.words) == 1):
        return None
    if trigger.words[0] == "be" and form is not Form.BASE:
        return None
    passive = form.passive and is_passive(words, at)
    rest = _follow(words, at, trigger.words[1:])
    if rest is not None:
        return Match(trigger=trigger, at=(at, *rest), form=form, passive=passive)
    if passive and len(trigger.words) == 3 and trigger.words[1] == GAP:
        return _object_before(words, at, trigger, form)
    return None


def _object_before(words: Sequence[Word], at: int, trigger: Trigger, form: Form) -> Match | None:
    # "Sanctions were imposed": the pattern's object stands before its verb.
    for index in range(at - 1, max(-1, at - _PASSIVE_REACH), -1):
        if words[index + 1].hard or words[index + 1].comma:
            return None
        if _fits(words[index], trigger.words[2]):
            return Match(trigger=trigger, at=(at, index), form=form, passive=True)
    return None


def _follow(words: Sequence[Word], at: int, pattern: Sequence[str]) -> tuple[int, ...] | None:
    found: list[int] = []
    index = at + 1
    reach = 0
    for part in pattern:
        if part in (GAP, FILLED_GAP):
            reach = _GAP_WORDS
            index += part == FILLED_GAP
            continue
        place = _next_fit(words, index, part, reach)
        if place is None:
            return None
        found.append(place)
        index, reach = place + 1, 0
    return tuple(found)


def _next_fit(words: Sequence[Word], start: int, part: str, reach: int) -> int | None:
    # One adverb may stand in the middle of a phrase without being named by it ("agreed yesterday to").
    spare = reach or 1
    for index in range(start, min(len(words), start + spare + 1)):
        word = words[index]
        if word.comma or word.hard:
            return None
        if _fits(word, part):
            return index
        if not reach and not (word.low in ADVERBS or word.low.endswith("ly")):
            return None
        # "Russian ships over illegal trade in arms" ships no arms: a gap crosses no phrase of its own.
        closed = word.low in RELATIVES or (word.low in PREPOSITIONS and word.low not in _CROSSED and part != "to")
        if reach and closed:
            return None
    return None


def _fits(word: Word, part: str) -> bool:
    if "|" in part:
        return any(_fits(word, option) for option in part.split("|"))
    return word.low == part or (part not in PREPOSITIONS and word.is_form_of(part))


def is_passive(words: Sequence[Word], at: int) -> bool:
    """Return whether the participle at ``at`` is a passive: after a form of "be", or before "by" without "have"."""
    index = at - 1
    while index >= 0 and at - index < 5 and (words[index].low in ADVERBS or words[index].low.endswith("ly")):
        index -= 1
    before = words[index].low if index >= 0 else ""
    if before in BE:
        return True
    if before in HAVE:
        return False
    return at + 1 < len(words) and words[at + 1].low == "by"
