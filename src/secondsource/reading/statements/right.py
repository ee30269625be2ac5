"""Sayings whose content stands after them: "X said that …"."""

from collections.abc import Sequence

from secondsource.reading.statements.adjuncts import past_adjuncts, time_words
from secondsource.reading.statements.cue_table import english_words
from secondsource.reading.statements.cues import Group
from secondsource.reading.statements.line import CLAUSE_OPENERS, Line, last_word
from secondsource.reading.statements.saying import Saying
from secondsource.reading.statements.subject import Reach, finite, has_clause, subject_before
from secondsource.reading.statements.tokens import Token

_SPOKEN = frozenset(["say", "write", "claim", "insist", "warn", "ask"])
_ANSWERS = frozenset(["confirm", "deny", "report", "dispute", "reject", "announce", "repeat"])


def read_before(line: Line, group: Group, reach: Reach | None, following: Sequence[Group]) -> None:
    """Read "X said that …" and its like."""
    tokens = line.tokens
    place, told = past_adjuncts(tokens, group)
    last = last_word(tokens)
    for cue in group.cues:
        begin = _right_start(tokens, group, cue.takes, place, last)
        if begin is None:
            continue
        end = right_end(tokens, begin, last, cue.takes, following)
        while end > begin and tokens[end - 1].low == ",":
            end -= 1
        if end <= begin or (
            cue.takes == "object" and end - begin == 1 and not _stands_for_words(tokens[begin], cue.lemma)
        ):
            continue
        if reach is None and group.form == "ing" and group.start:
            return
        line.sayings.append(
            Saying(
                source=() if reach is None else (line.span(*reach),),
                cue=(line.span(group.start, group.end),),
                content=(line.span(begin, end),),
                act=cue.act,
                addressee=None if told is None else line.span(*told),
            )
        )
        return


def _stands_for_words(token: Token, lemma: str) -> bool:
    """Return whether one word can be what is said: a name, a quotation, or "this" that is confirmed or denied."""
    return token.capital or token.quote or (token.low in {"this", "it"} and lemma in _ANSWERS)


def _right_start(tokens: Sequence[Token], group: Group, takes: str, place: int, last: int) -> int | None:
    """Return where the content to the right begins under what the verb takes, None where there is none."""
    if takes in {"object", "order", "to"}:
        return group.end if group.end < last and _takes_here(tokens, group.end, last, takes) else None
    if place >= last or _unnamed(tokens, place):
        return None
    low = tokens[place].low
    if tokens[place].quote or (low in CLAUSE_OPENERS and low not in {"who", "which", "when", "where"}):
        return place
    if takes == "clause" and (colon := _colon(tokens, place, last)):
        return colon
    if low in {",", ":"} and place + 1 < last:
        return place + 1 if tokens[place + 1].quote or low == ":" else None
    return place if takes in {"clause", "tell"} and _clause_follows(tokens, place, last) else None


def _takes_here(tokens: Sequence[Token], place: int, last: int, takes: str) -> bool:
    """Return whether an infinitive, somebody told to do something, or a thing talked about begins at ``place``."""
    token = tokens[place]
    if _unnamed(tokens, place):
        return False
    if takes == "to":
        return token.low == "to" and place + 1 < last
    if takes == "order":
        return _somebody_to(tokens, place, last)
    closed = english_words("boundaries") - {"how", "what", "why"} | english_words("prepositions")
    return token.quote or (token.word and token.low not in closed and not time_words(tokens, place))


def _unnamed(tokens: Sequence[Token], place: int) -> bool:
    """Return whether "not to be named" follows, which is no saying."""
    named = any(token.low in {"named", "identified", "quoted"} for token in tokens[place : place + 4])
    return named and tokens[place].low == "not"


def _colon(tokens: Sequence[Token], place: int, last: int) -> int:
    """Return where the words after a colon begin that ends the clause of the cue, 0 where there is none."""
    for index in range(place, min(place + 16, last - 2)):
        if tokens[index].low == ":":
            return index + 1
        if tokens[index].quote or tokens[index].low in {";", "that"} or finite(tokens, index):
            return 0
    return 0


def _somebody_to(tokens: Sequence[Token], place: int, last: int) -> bool:
    for index in range(place, min(place + 14, last)):
        low = tokens[index].low
        if low == "to" and index > place:
            return True
        if finite(tokens, index) or low in {";", ":", "that", ","}:
            return False
    return False


def _clause_follows(tokens: Sequence[Token], place: int, last: int) -> bool:
    """Return whether a clause of its own begins at ``place``: a subject and then a verb."""
    first = tokens[place]
    if not (first.word or first.quote) or (
        first.low in {"in", "on", "at", "to", "of", "by", "for", "with", "and", "but", "as", "about", "from"}
        and not first.capital
    ):
        opening = first.low in {"in", "on", "at", "for", "with", "by", "as"}
        return opening and any(
            finite(tokens, i) and tokens[i - 1].low not in CLAUSE_OPENERS
            for i in range(place + 2, min(place + 20, last))
        )
    if first.low in english_words("adverbs") and first.low not in {
        "all",
        "both",
        "only",
        "even",
        "once",
        "still",
        "now",
        "then",
    }:
        return False
    for index in range(place + 1, min(place + 24, last)):
        if finite(tokens, index):
            return True
        if tokens[index].low in {";", ":"} or (tokens[index].low in {",", "but", "and"} and index == place + 1):
            return False
        if tokens[index].low in {"who", "which", "that"} and index - place > 6:
            return False
    return False


def right_end(tokens: Sequence[Token], begin: int, last: int, takes: str, following: Sequence[Group]) -> int:
    """Return where the content to the right ends: with the sentence, or before the next saying's own words."""
    for place in range(begin + 1, last):
        token = tokens[place]
        if token.low == ";":
            return place
        if token.low in {",", "—", "–", "--"} and _breaks_off(tokens, place, last, takes, following):
            return place
        if token.low == "according" and place + 1 < last and tokens[place + 1].low == "to":
            return place
        if (
            takes == "object"
            and token.low
            in {"and", "but", "while", "when", "after", "because", "as", "during", "who", "which", "saying", "that"}
            and place > begin
        ):
            return place
        if token.low in {"and", "but"} and _own_act(tokens, place + 1, following) and has_clause(tokens, begin, place):
            return place
    return last


def _breaks_off(tokens: Sequence[Token], comma: int, last: int, takes: str, following: Sequence[Group]) -> bool:
    """Return whether what follows a comma is no longer what was said."""
    nxt = tokens[comma + 1] if comma + 1 < last else None
    if nxt is None:
        return True
    if takes == "object":
        return True
    if nxt.low in {
        "according",
        "adding",
        "citing",
        "saying",
        "noting",
        "arguing",
        "calling",
        "referring",
        "quoting",
        "telling",
        "warning",
        "claiming",
        "insisting",
        "stressing",
        "urging",
        "suggesting",
        "explaining",
        "pointing",
    }:
        return True
    if nxt.low in {"but", "and", "while", "though", "although"}:
        if _own_act(tokens, comma + 2, following):
            return True
        return _says_again(tokens, comma + 2, last)
    return False


def _own_act(tokens: Sequence[Token], start: int, following: Sequence[Group]) -> bool:
    """Return whether a saying with a subject that begins at ``start``, or with none, comes next."""
    for group in following:
        if group.form != "finite" or not start <= group.start <= start + 12:
            continue
        if group.start == start:
            return bool({"clause", "tell"} & {cue.takes for cue in group.cues}) and group.cues[0].act in _SPOKEN
        own = subject_before(tokens, group.start, start)
        if own is not None and own[0] == start:
            return True
    return False


def _says_again(tokens: Sequence[Token], start: int, last: int) -> bool:
    """Return whether a new clause with its own act of saying begins at ``start``."""
    for place in range(start, min(start + 8, last)):
        if tokens[place].low in {
            "said",
            "says",
            "say",
            "told",
            "added",
            "declined",
            "refused",
            "warned",
            "acknowledged",
            "noted",
            "denied",
            "insisted",
            "argued",
        }:
            return True
        if tokens[place].low in {",", ";", "that"}:
            return False
    return False
