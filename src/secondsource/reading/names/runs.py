"""Names made of capitalised words in English and other Latin-script text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.model.entity import NameType
from secondsource.reading.names.found import Found
from secondsource.reading.names.people import initialled, known_person, possible_person, surely_surname
from secondsource.reading.names.roles_words import role_after, role_length_before
from secondsource.reading.names.tokens import Token
from secondsource.reading.vocabulary import word_set

# Which kind of thing the last word of a run makes it; the first list that holds the word decides.
_HEADS = (
    ("law", NameType.LAW),
    ("location", NameType.LOC),
    ("region", NameType.GPE),
    ("facility", NameType.FACILITY),
    ("org", NameType.ORG),
    ("event", NameType.EVENT),
)
_JOINERS = frozenset({"of", "for"})
_PLACE_BEFORE = frozenset({"in", "near", "outside"})
_COMMON_ENDING = re.compile(
    r"(?:ing|tions?|ments?|ness|ics|ology|ship|ity|ism|ists?|ies|ous|ance|ence|ery|hood|ware|age|ure|dom)\Z"
)
_ORG_AFTER = frozenset(
    {"mercenary", "mercenaries", "newspaper", "agency", "group", "network", "militia", "daily", "outlet"}
)
_ACTS_AFTER = frozenset(
    {
        "plans",
        "planned",
        "will",
        "would",
        "has",
        "had",
        "is",
        "was",
        "met",
        "visited",
        "went",
        "came",
        "arrived",
        "flew",
        "left",
        "signed",
    }
)
_LONGEST_RUN = 14


@dataclass(frozen=True, slots=True)
class RunContext:
    """What the run rules need to know of a sentence.

    Attributes:
        text: The whole text.
        tokens: Words of the sentence.
        table: Names that tables know, by first character.
        alone: Lower-case words that stand somewhere in the text capitalised with no capitalised word beside them.
        strict: Whether only sure evidence counts, as in languages that capitalise all nouns and in headlines.
    """

    text: str
    tokens: Sequence[Token]
    table: Mapping[int, Found]
    alone: frozenset[str]
    strict: bool


def find_run_names(context: RunContext) -> Iterator[Found]:
    """Yield names that the capitals and the words of a sentence make; overlaps are for the caller to settle."""
    tokens = context.tokens
    index = 0
    while index < len(tokens):
        if not _opens(tokens[index]) or (index == 0 and _only_opens(tokens)):
            index += 1
            continue
        end = _run_end(tokens, index)
        yield from _names_of(context, index, end)
        index = end


def _opens(token: Token) -> bool:
    return token.capital and token.low not in word_set("names", "stop")


def _only_opens(tokens: Sequence[Token]) -> bool:
    """Return whether the first word is capitalised only because it comes first ("Military experts …")."""
    goes_on = len(tokens) > 1 and tokens[1].joined and _opens(tokens[1])
    return tokens[0].low in word_set("names", "opening") and not goes_on


def _run_end(tokens: Sequence[Token], begin: int) -> int:
    end = begin + 1
    while end < len(tokens) and end - begin < _LONGEST_RUN and tokens[end].joined:
        token = tokens[end]
        if _opens(token):
            end += 1
        elif token.low in word_set("names", "particles") and end + 1 < len(tokens) and _opens(tokens[end + 1]):
            end += 2
        elif _joins(tokens, begin, end):
            end += 1
        else:
            break
    return end


def _joins(tokens: Sequence[Token], begin: int, place: int) -> bool:
    """Return whether the small word at ``place`` joins two parts of one body's name."""
    token = tokens[place]
    following = place + 1
    if token.low in ("of", "for"):
        heads = word_set("names", "org_of")
        inside = tokens[place - 1].low in heads or _joined_before(tokens, begin, place)
        if following < len(tokens) and tokens[following].low == "the" and tokens[following].joined:
            following += 1
        return inside and following < len(tokens) and tokens[following].joined and _opens(tokens[following])
    if token.low == "the":
        return tokens[place - 1].low in _JOINERS
    if token.low in ("and", "&"):
        words = word_set("names", "org_and")
        return (
            following < len(tokens)
            and tokens[following].joined
            and tokens[following].capital
            and tokens[following].low in words
            and (tokens[place - 1].low in words or tokens[place - 1].low in word_set("names", "common"))
        )
    return False


def _joined_before(tokens: Sequence[Token], begin: int, place: int) -> bool:
    return any(token.low in _JOINERS for token in tokens[begin:place]) and tokens[place - 1].low not in ("the", "and")


def _names_of(context: RunContext, begin: int, end: int) -> Iterator[Found]:
    """Yield the names in one run of words, from the last office in it backwards."""
    run = context.tokens[begin:end]
    office = _last_office(run)
    if office is not None:
        person = run[office + 1 :]
        if person and possible_person(person):
            yield _found(person, NameType.PERSON, rank=3)
        elif person:
            yield from _names_of(context, begin + office + 1, end)
        left = office
        length = role_length_before(run[: office + 1])
        left = office + 1 - length
        if left > 0:
            yield from _names_of(context, begin, begin + left)
        return
    yield from _plain_names(context, begin, end)


def _last_office(run: Sequence[Token]) -> int | None:
    """Return the index of the last word that is an office and has no body's head word after it."""
    heads = word_set("names", "role_before") | word_set("names", "honorific")
    for index in range(len(run) - 1, -1, -1):
        if run[index].low in heads:
            rest = run[index + 1 :]
            return None if any(token.low in word_set("names", "org") for token in rest) else index
    return None


def _plain_names(context: RunContext, begin: int, end: int) -> Iterator[Found]:
    tokens = context.tokens
    run = tokens[begin:end]
    whole = _headed(run)
    if whole is not None:
        yield _found(run, whole, rank=1)
        return
    # States, peoples and places before a person's name are names of their own.
    while begin < end:
        known = context.table.get(tokens[begin].start)
        if known is None:
            break
        after = next((place for place in range(begin, end) if tokens[place].start >= known.end), end)
        if after >= end or known_person(tokens[begin:end]):
            break
        begin = after
    run = tokens[begin:end]
    if not run or (begin < end and _covered(context, run)):
        return
    yield from _unheaded(context, begin, end)


def _covered(context: RunContext, run: Sequence[Token]) -> bool:
    known = context.table.get(run[0].start)
    return known is not None and known.end >= run[-1].end


def _headed(run: Sequence[Token]) -> NameType | None:
    """Return the kind of thing that the head words of a run make it, None if it has no head word."""
    low = [token.low for token in run]
    if len(low) < 2:
        return None
    joined = next((index for index, word in enumerate(low) if word in _JOINERS), 0)
    if joined and low[joined - 1] in word_set("names", "org_of"):
        return NameType.ORG
    if low[0] in word_set("names", "location_first"):
        return NameType.LOC
    for key, type_ in _HEADS:
        if low[-1] in word_set("names", key):
            return type_
    return NameType.ORG if any(word in word_set("names", "org") for word in low) else None


def _unheaded(context: RunContext, begin: int, end: int) -> Iterator[Found]:
    run = context.tokens[begin:end]
    if len(run) == 1 and surely_surname(run[0].low, opening=begin == 0):
        yield _found(run, NameType.PERSON)
    elif _unheaded_body(context, begin, run):
        yield _found(run, NameType.ORG)
    elif known_person(run) or (initialled(run) and possible_person(run)):
        yield _found(run, NameType.PERSON, rank=2)
    elif possible_person(run) and _person_by_context(context, begin, end):
        yield _found(run, NameType.PERSON, rank=1)
    elif possible_person(run) and not context.strict:
        yield from _guessed_by_place(context, begin, end)


def _unheaded_body(context: RunContext, begin: int, run: Sequence[Token]) -> bool:
    """Return whether a run is an acronym or an airline ("Air Koryo")."""
    if len(run) == 2:
        return run[0].low == "air" and not context.strict
    return len(run) == 1 and _acronym(run[0]) and not _shouted(context, begin)


def _guessed_by_place(context: RunContext, begin: int, end: int) -> Iterator[Found]:
    tokens, run = context.tokens, context.tokens[begin:end]
    before = tokens[begin - 1].low if begin > 0 and run[0].joined else ""
    after = tokens[end].low if end < len(tokens) and tokens[end].joined else ""
    if any(_COMMON_ENDING.search(token.low) for token in run):
        return
    if after in _ORG_AFTER:
        yield _found(run, NameType.ORG)
    elif before in _PLACE_BEFORE and len(run) <= 2 and run[-1].end - run[0].start > 2:
        yield _found(run, NameType.GPE)
    elif 2 <= len(run) <= 4 and begin > 0 and before != "the" and _taken_up(context, run):
        yield _found(run, NameType.PERSON)


def _taken_up(context: RunContext, run: Sequence[Token]) -> bool:
    """Return whether the last word stands alone elsewhere, as surnames do, or a particle or a hyphen marks the name."""
    return run[-1].low in context.alone or any(not token.capital for token in run) or "-" in run[-1].text


def _acronym(token: Token) -> bool:
    text = token.text.replace(".", "")
    return 2 < len(text) <= 6 and text.isupper() and text.isalpha() and token.low not in word_set("names", "not_org")


def _shouted(context: RunContext, place: int) -> bool:
    """Return whether the word beside is in capitals too, so that capitals say nothing."""
    beside = (context.tokens[place - 1 : place] if place else []), context.tokens[place + 1 : place + 2]
    return any(
        len(token.text) > 1 and token.text.isupper() and token.text.isalpha() for tokens in beside for token in tokens
    )


def _person_by_context(context: RunContext, begin: int, end: int) -> bool:
    """Return whether a title, an office or a saying verb beside the run makes it a person."""
    tokens = context.tokens
    run = tokens[begin:end]
    if begin > 0 and run[0].joined:
        before = tokens[begin - 1].low
        if before in word_set("names", "role_before") or before in word_set("names", "honorific"):
            return True
    say = word_set("names", "say")
    if end < len(tokens) and tokens[end].joined and tokens[end].low in say:
        return True
    if (
        len(run) == 1
        and begin > 0
        and not context.strict
        and end < len(tokens)
        and tokens[end].joined
        and tokens[end].low in _ACTS_AFTER
    ):
        return True
    if (
        begin > 0
        and run[0].joined
        and tokens[begin - 1].low in ("said", "says", "added", "wrote")
        and _closes(context, end)
    ):
        return True
    return len(run) >= 2 and role_after(context.text, run[-1].end) is not None


def _closes(context: RunContext, end: int) -> bool:
    """Return whether the clause ends after the run, as it does after "…, said Smith."."""
    last = context.tokens[end - 1]
    return context.text[last.end : last.end + 1] in (".", ",", "")


def _found(run: Sequence[Token], type_: NameType, *, rank: int = 0) -> Found:
    return Found(run[0].start, run[-1].end, type_, rank=rank)
