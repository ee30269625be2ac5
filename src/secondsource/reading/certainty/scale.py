"""How surely an event word of a sentence happened, from the words around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from secondsource.model.statement import Stance
from secondsource.reading.events.forms import Form
from secondsource.reading.events.words import (
    ADVERBS,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    PREPOSITIONS,
    RELATIVES,
    Word,
)
from secondsource.reading.vocabulary import read_vocabulary, word_set

NEGATIONS = word_set("event_words", "negations")
_NO = word_set("event_words", "no")
_CONDITIONS = word_set("event_words", "conditions")
_ANY = word_set("event_words", "any")
_WILL = word_set("event_words", "will")
_WOULD = word_set("event_words", "would")
_MAY = word_set("event_words", "may")
_CAN = word_set("event_words", "can")
_MUST = word_set("event_words", "must")
_PERHAPS = word_set("event_words", "perhaps")
_LIKELY = word_set("event_words", "likely")
_PLANNED = word_set("event_words", "planned")
_REACH = 9
_INFINITIVE_REACH = 9


class Governor(Enum):
    """What a governing word does to the event that hangs on it."""

    FACT = "fact"
    REPORT = "report"
    BELIEF = "belief"
    CLAIMED = "claimed"
    FUTURE = "future"
    WISH = "wish"
    ENABLED = "enabled"
    FAILED = "failed"
    DENIED = "denied"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The words around an event word that bear on whether it happened.

    Attributes:
        negated: Under a negation of its own.
        modal: Its modal verb, lower case; empty if it has none.
        infinitive: Whether it is an infinitive with "to".
        governor: What the word that governs its infinitive, or whose object it is, does to it; None if none is known.
        governor_negated: Whether that word is negated itself.
        governor_at: Index of that word, None if none.
        embedding: What the word does whose clause it stands in; None if none.
        conditional: Inside an "if" or "unless".
        consequence: In the main clause of a sentence with an "if".
        question: In a question.
        planned: Called planned, proposed or coming.
        perhaps: Under "perhaps" or the like.
        likely: Under "likely", "reportedly" or the like.
    """

    negated: bool = False
    modal: str = ""
    infinitive: bool = False
    governor: Governor | None = None
    governor_negated: bool = False
    governor_at: int | None = None
    embedding: Governor | None = None
    conditional: bool = False
    consequence: bool = False
    question: bool = False
    planned: bool = False
    perhaps: bool = False
    likely: bool = False


@cache
def _governors() -> dict[str, dict[str, Governor]]:
    table = read_vocabulary("governors")
    return {
        place: {word: Governor(kind) for kind, words in kinds.items() for word in words.split()}
        for place, kinds in table.items()
    }


def find_cues(words: Sequence[Word], at: int, *, question: bool = False) -> Cues:
    """Return the cues around the word at ``at``; only words of its own sentence are looked at."""
    start = _clause_start(words, at)
    group = group_start(words, at, start)
    own = [word.low for word in words[group:at]]
    if _reports(words, at) and group == at:
        return Cues(question=question)
    infinitive = "to" in own and not any(low in ("according", "due") for low in own)
    governor, governor_at = None, None
    # A finite verb is nobody's object; what stands before it is its subject.
    if infinitive or not _finite(words, at):
        governor, governor_at = _governor(words, group, start, infinitive=infinitive)
    embedding = _embedding(words, start)
    before = [word.low for word in words[start:at]]
    return Cues(
        negated=_negated(own, before, words[at + 1].low if at + 1 < len(words) else ""),
        modal=_modal(words, group, at) or _modal_after(words, at),
        infinitive=infinitive,
        governor=governor,
        governor_negated=governor_at is not None and _negated_before(words, governor_at, start),
        governor_at=governor_at,
        embedding=embedding,
        conditional=_conditional(words, start, at),
        consequence=any(word.low in ("if", "unless") for word in words) and not _conditional(words, start, at),
        question=question,
        planned=any(low in _PLANNED for low in own),
        perhaps=any(low in _PERHAPS for low in own),
        likely=any(low in _LIKELY for low in own),
    )


def _negated(own: Sequence[str], before: Sequence[str], after: str) -> bool:
    direct = any(low in NEGATIONS or low in _NO or low.endswith("n't") for low in own)
    # "No one was hurt", "reached no agreement"
    return direct or any(low in _NO for low in before[:2]) or after == "no"


def _finite(words: Sequence[Word], at: int) -> bool:
    return any(form.finite_past and base != words[at].low for base, form in words[at].bases)


def _reports(words: Sequence[Word], at: int) -> bool:
    table = _governors()["complement"]
    return any(
        table.get(base) is Governor.REPORT and (form.finite_past or form is Form.THIRD)
        for base, form in words[at].bases
    )


def certainty(cues: Cues) -> float:
    """Return -3 (certainly did not happen) to 3 (certainly did) for the cues around an event word.

    The values are those that news readers give such words on average (training part of the UW factuality set).
    """
    value = _positive(cues)
    if cues.governor is not None and cues.infinitive:
        value = _under_governor(cues, value)
    elif cues.governor is Governor.FAILED and not cues.governor_negated:
        value = -1.0
    elif cues.governor is Governor.DENIED:
        value = 1.0
    if cues.embedding is Governor.DENIED:
        value = min(value, -1.0)
    if cues.negated:
        value = -2.0 if value > 2.0 else (-1.2 if value > 0 else value * 0.5)
    if cues.conditional:
        value = min(value, 1.0)
    if cues.question:
        value = min(value, 0.8)
    return max(-3.0, min(3.0, value))


def _under_governor(cues: Cues, value: float) -> float:
    if cues.governor in (Governor.FAILED, Governor.DENIED):
        return 1.4 if cues.governor_negated else -1.8
    if cues.governor_negated:
        return -1.4 if cues.governor is Governor.FACT else -0.6
    return value


def stance_of(cues: Cues) -> Stance:
    """Return how surely the sentence puts the event, as a stance."""
    value = certainty(cues)
    if cues.conditional or (cues.consequence and cues.modal in _WOULD):
        return Stance.CONDITIONAL
    # What somebody is accused of is said by the accuser alone.
    accused = Governor.CLAIMED in (cues.governor, cues.embedding)
    if value <= -1.0:
        return Stance.DENIED
    if cues.modal in _WILL or cues.planned or cues.governor is Governor.FUTURE:
        return Stance.PLANNED
    # An infinitive without a word that says more tells of an aim.
    aim = cues.infinitive and cues.governor is None
    wished = cues.governor is Governor.WISH and not cues.infinitive
    if aim or wished or cues.modal in _MAY or cues.modal in _CAN or cues.perhaps or accused or value < 1.6:
        return Stance.POSSIBLE
    return Stance.LIKELY if cues.likely or value < 2.2 else Stance.ASSERTED


_INFINITIVES = {Governor.FACT: 2.0, Governor.FUTURE: 1.8, Governor.WISH: 1.2, Governor.ENABLED: 1.5}
_OBJECTS = {Governor.FUTURE: 2.4, Governor.WISH: 2.0, Governor.CLAIMED: 1.9}
_EMBEDDED = {Governor.BELIEF: 1.9, Governor.CLAIMED: 1.8, Governor.FUTURE: 2.0, Governor.WISH: 1.6, Governor.DOUBT: 1.4}
_MODALS = ((_WILL, 2.3), (_WOULD, 1.6), (_MAY, 1.0), (_CAN, 1.1), (_MUST, 1.4))


def _positive(cues: Cues) -> float:
    ceilings = [3.0]
    if cues.infinitive:
        ceilings.append(1.8 if cues.governor is None else _INFINITIVES.get(cues.governor, 3.0))
    elif cues.governor is not None:
        ceilings.append(_OBJECTS.get(cues.governor, 3.0))
    ceilings.extend(ceiling for modals, ceiling in _MODALS if cues.modal in modals)
    if cues.embedding is not None:
        ceilings.append(_EMBEDDED.get(cues.embedding, 3.0))
    marks = ((cues.planned, 2.0), (cues.perhaps, 1.0), (cues.likely, 2.1))
    ceilings.extend(ceiling for found, ceiling in marks if found)
    return min(ceilings)


def _clause_start(words: Sequence[Word], at: int) -> int:
    # A clause begins after a conjunction, a relative or a strong mark; a comma alone begins one only before these.
    for index in range(at, 0, -1):
        if words[index].hard:
            return index
        low = words[index].low
        if index < at and (low in CONJUNCTIONS or low in RELATIVES or low in _CONDITIONS) and low not in ("and", "or"):
            return index
        if index < at and low in ("and", "but", "or") and words[index].comma:
            return index
    return 0


def group_start(words: Sequence[Word], at: int, floor: int) -> int:
    """Return the index where the verb group, or the noun phrase, that ends at ``at`` begins, at least ``floor``."""
    index = at
    while index > floor and at - index < 6:
        low = words[index - 1].low
        known = (
            low in ADVERBS or low in BE or low in HAVE or low in NEGATIONS or low in DETERMINERS
            or low in _WILL | _WOULD | _MAY | _CAN | _MUST | _NO | _PERHAPS | _LIKELY | _PLANNED
            or low in ("to", "do", "does", "did", "no", "longer", "be", "going", "other", "such", "further")
            or low.endswith(("ly", "n't"))
        )  # fmt: skip
        if not known or words[index].comma or words[index].hard:
            break
        index -= 1
        if low == "to":
            break
    return index


def _modal(words: Sequence[Word], group: int, at: int) -> str:
    every = _WILL | _WOULD | _MAY | _CAN | _MUST | {"cannot"}
    found = [word.low for word in words[group:at] if word.low in every or word.low.removesuffix("n't") in every]
    if not found and group and words[group].low == "be" and words[group - 1].low in every:
        found = [words[group - 1].low]
    return found[-1].removesuffix("n't") if found else ""


def _modal_after(words: Sequence[Word], at: int) -> str:
    """Return the "would" whose subject the word is, in a sentence with an "if": "cooperation would be a breach if"."""
    if _finite(words, at) or not any(word.low in ("if", "unless") for word in words):
        return ""
    for word in words[at + 1 : at + 1 + _REACH]:
        if word.comma or word.hard or word.low in RELATIVES:
            return ""
        if word.low in _WOULD | _MAY:
            return word.low
    return ""


def _governor(words: Sequence[Word], group: int, start: int, *, infinitive: bool) -> tuple[Governor | None, int | None]:
    place = _governors()["infinitive" if infinitive else "object"]
    # "accused Pyongyang and its army of shipping": a form in -ing may stand farther off than a noun.
    far = infinitive or (words[group - 1].low in ("of", "for") if group else False)
    reach = _INFINITIVE_REACH if far else 4
    for index in range(group - 1, max(start - 1, group - 1 - reach), -1):
        if words[index + 1].hard or (words[index + 1].comma and index + 1 != group):
            break
        for base, _ in words[index].bases:
            joined = f"{base}_{words[index + 1].low}" if index + 1 < len(words) else base
            kind = place.get(joined, place.get(base))
            if kind is not None:
                return kind, index
        if not far and words[index].low not in PREPOSITIONS and index < group - 2:
            break
    return None, None


def _embedding(words: Sequence[Word], start: int) -> Governor | None:
    table = _governors()["complement"]
    for index in range(start - 1, max(-1, start - 1 - 4), -1):
        kind = next((table[base] for base, _ in words[index].bases if base in table), None)
        if kind is Governor.CLAIMED and _denied_before(words, index):
            return Governor.DENIED
        if kind is not None:
            return kind
    return None


def _denied_before(words: Sequence[Word], at: int) -> bool:
    # "rejected an allegation that he took bribes"
    table = _governors()["complement"]
    near = words[max(0, at - 3) : at]
    return any(table.get(base) is Governor.DENIED for word in near for base, _ in word.bases)


def _negated_before(words: Sequence[Word], at: int, start: int) -> bool:
    near = words[max(start, at - 4) : at]
    return any(word.low in NEGATIONS or word.low in _NO or word.low.endswith("n't") for word in near)


def _conditional(words: Sequence[Word], start: int, at: int) -> bool:
    for index in range(at - 1, max(-1, start - 2, at - 1 - 2 * _REACH), -1):
        if words[index].low in _CONDITIONS:
            return not any(word.comma for word in words[index + 1 : at + 1])
        if index < start:
            break
    return _general(words, at)


def _general(words: Sequence[Word], at: int) -> bool:
    """Return whether the word is said of anything there may be: "any cooperation that helps", "whatever helps"."""
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if words[index].low in _ANY:
            before = words[max(0, index - 5) : index]
            reaches = words[index].low != "any" or any(word.low in ("that", "which", "who") for word in words[index:at])
            return reaches and not any(word.low in NEGATIONS or word.low in ("without", "deny") for word in before)
    return False
