"""Where the one who speaks stands in a sentence: before the cue, after it, or earlier in the sentence."""

from collections.abc import Sequence

from secondsource.reading.statements.cue_table import english_words, verb_forms
from secondsource.reading.statements.tokens import Token

Reach = tuple[int, int]
"""First token and one past the last."""

_STOPS = frozenset(
    {
        "”",
        "“",
        "''",
        "»",
        "«",
        "‘",
        ",",
        ";",
        ":",
        "(",
        ")",
        "—",
        "–",
        "--",
        "[",
        "]",
        "!",
        "?",
        "…",
        "/",
        ">",
        "<",
        "|",
        "-",
        "•",
    }
)
_PRONOUNS = frozenset(["he", "she", "they", "we", "i"])
_LONGEST_APPOSITION = 30


_LEAST_PAST = 5
"""Letters of the shortest past form taken as one by its ending alone."""


def finite(tokens: Sequence[Token], place: int) -> bool:
    """Return whether the token is a verb that makes a clause, not a noun or a participle before one."""
    token = tokens[place]
    if token.low in english_words("nouns_too"):
        return False
    if token.low not in verb_forms() and not _looks_past(tokens, place):
        return False
    if token.capital and place and token.low not in english_words("auxiliaries"):
        return False
    if token.low in english_words("auxiliaries"):
        return True
    before = tokens[place - 1].low if place else ""
    after = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if before in english_words("determiners") or before in english_words("prepositions") or before in {"'s", "’s"}:
        return False
    return after != "by"


def _looks_past(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a word that no table knows is a past form by its ending and its place ("the bridge buckled")."""
    low = tokens[place].low
    if len(low) < _LEAST_PAST or not low.endswith("ed") or low.endswith("eed") or "-" in low or not place:
        return False
    before = tokens[place - 1]
    return before.word and not before.quote and before.low not in english_words("auxiliaries")


def has_clause(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether the tokens hold a finite verb or a quotation."""
    return any(tokens[place].quote or finite(tokens, place) for place in range(start, end))


def phrase_before(tokens: Sequence[Token], end: int, floor: int) -> Reach | None:
    """Return the noun phrase that ends just before token ``end`` and begins at ``floor`` at the earliest."""
    if end - 1 >= floor and end > 0 and tokens[end - 1].low in _PRONOUNS:
        return end - 1, end
    place = end
    while place > floor:
        token = tokens[place - 1]
        if token.quote:
            if not _quoted_name(tokens, place - 1, end):
                break
        elif token.low in _STOPS or (token.low in english_words("boundaries") and token.low not in {"and", "or"}):
            break
        elif token.low in {"and", "or"}:
            if not _joins_names(tokens, place - 1, floor):
                break
        elif finite(tokens, place - 1):
            relative = _relative(tokens, place - 1, floor)
            if relative is None:
                break
            place = relative + 1
        place -= 1
    start = _without_lead(tokens, place, end)
    return (start, end) if start < end and any(tokens[i].word for i in range(start, end)) else None


def _relative(tokens: Sequence[Token], verb: int, floor: int) -> int | None:
    """Return the "who" whose clause the verb stands in, where that clause belongs to the phrase."""
    for place in range(verb - 1, max(floor, verb - 6), -1):
        if tokens[place].low == "who":
            return place
        if tokens[place].low in _STOPS or tokens[place].quote:
            return None
    return None


def _quoted_name(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Return whether a quotation is a word or two within a noun phrase ("the “educationists” said")."""
    return place + 1 < end and tokens[place].end - tokens[place].start <= 30 and not tokens[place].capital


def _joins_names(tokens: Sequence[Token], place: int, floor: int) -> bool:
    """Return whether an "and" joins two nouns rather than two clauses."""
    start = place
    while start > floor and tokens[start - 1].low not in _STOPS and not tokens[start - 1].quote:
        start -= 1
        if tokens[start].low in english_words("boundaries") and tokens[start].low not in {"and", "or"}:
            return start + 1 < place
        if finite(tokens, start):
            return False
    return start < place


def _without_lead(tokens: Sequence[Token], start: int, end: int) -> int:
    """Leave out what comes before the noun phrase without a comma: "On Tuesday the ministry" begins at "the"."""
    adverbs = english_words("adverbs") | {
        "meanwhile",
        "and",
        "or",
        "moreover",
        "thus",
        "indeed",
        "instead",
        "there",
        "one",
    }
    while start < end - 1 and tokens[start].low in adverbs and tokens[start].low not in {"all", "both", "one", "most"}:
        start += 1
    # "Under Secretary" within a sentence is a title, not a preposition.
    if start < end and tokens[start].low in english_words("prepositions") and not (start and tokens[start].capital):
        return _after_preposition(tokens, start, end)
    place = start
    while place < end - 1 and (
        tokens[place].low in english_words("times") or tokens[place].low in {"last", "this", "next", "earlier"}
    ):
        place += 1
    timed = place > start and tokens[place - 1].low in english_words("times") and _opens_phrase(tokens[place])
    return place if timed else start


def _opens_phrase(token: Token) -> bool:
    return token.capital or token.low in english_words("determiners") or token.low in english_words("pronouns")


def _after_preposition(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where the noun phrase after an opening prepositional phrase begins."""
    inside = english_words("prepositions") | english_words("determiners") | {"and", "or", "'s", "’s", "former", "u.s."}
    for place in range(end - 1, start + 1, -1):
        token, before = tokens[place], tokens[place - 1]
        if token.low in english_words("pronouns") and before.low not in english_words("prepositions"):
            return place
        if token.low in english_words("determiners") and before.low not in inside:
            return place
        time_before = before.low in english_words("times") or before.low[0].isdigit() or not before.capital
        if token.capital and before.low not in inside and time_before and not _later_opening(tokens, start, place):
            return place
    return start + 1


def _later_opening(tokens: Sequence[Token], start: int, place: int) -> bool:
    """Return whether a capital word only goes on with the phrase that a determiner nearby opened."""
    for back in range(place - 1, max(start, place - 5), -1):
        if tokens[back].low in english_words("prepositions"):
            return False
        if tokens[back].low in english_words("determiners"):
            return back - 1 > start
    return False


def subject_before(tokens: Sequence[Token], cue: int, floor: int) -> Reach | None:
    """Return the subject of the verb group that begins at token ``cue``; None where it is not just before it."""
    if cue <= floor:
        return None
    last = tokens[cue - 1]
    if last.low in {"who", "which"}:
        return cue - 1, cue
    if last.low in {",", ")", "—", "–", "--"}:
        return _before_apposition(tokens, cue, floor)
    reach = phrase_before(tokens, cue, floor)
    if reach is not None and any(token.low == "and" for token in tokens[reach[0] : reach[1]]):
        return _with_list(tokens, reach[0], floor), reach[1]
    return None if reach is None else (_with_name(tokens, reach[0], reach[1], floor), reach[1])


def _with_list(tokens: Sequence[Token], start: int, floor: int) -> int:
    """Take in the names before the last two of a list ("Japan, the US and South Korea")."""
    while start - 2 >= floor and tokens[start - 1].low == ",":
        begin = start - 1
        while (
            begin > floor
            and (tokens[begin - 1].capital or (tokens[begin - 1].low == "the" and begin < start - 1))
            and not tokens[begin - 1].quote
        ):
            begin -= 1
        alone = begin == floor or tokens[begin - 1].low in _STOPS
        if not alone or not 0 < start - 1 - begin <= 4:
            break
        start = begin
    return start


def _with_name(tokens: Sequence[Token], start: int, end: int, floor: int) -> int:
    """Take in a name before "a spokesperson for the ministry" where the comma after it is left out."""
    if start - 2 < floor or tokens[start - 1].low != "," or tokens[start].low not in {"a", "an", "the", "who"}:
        return start
    if not any(token.low in english_words("roles") for token in tokens[start:end]):
        return start
    name = start - 1
    while name > floor and tokens[name - 1].capital and tokens[name - 1].word:
        name -= 1
    named = 2 <= start - 1 - name <= 5
    return name if named and (name == floor or tokens[name - 1].low in _STOPS or tokens[name - 1].quote) else start


def _before_apposition(tokens: Sequence[Token], cue: int, floor: int) -> Reach | None:
    """Return a subject with what stands between commas after it: "Mr. Kim, head of the agency, said"."""
    place = cue - 1
    if tokens[place].low == ")":
        opened = next((i for i in range(place - 1, floor - 1, -1) if tokens[i].low == "("), None)
        return None if opened is None else phrase_before(tokens, opened, floor)
    end, kept = cue - 1, None
    while place > floor and cue - place < _LONGEST_APPOSITION:
        start = place
        depth = 0
        while (
            start > floor
            and (depth or tokens[start - 1].low not in {",", "—", "–", "--", ";"})
            and not tokens[start - 1].quote
        ):
            start -= 1
            depth += {")": 1, "(": -1}.get(tokens[start].low, 0)
        if start <= floor or not tokens[start - 1].low.startswith((",", "—", "–", "-")):
            break
        if not _is_aside(tokens, start, place) or (kept is not None and not _describes(tokens[:place], start)):
            break
        apposes = _opens_apposition(tokens, start, place)
        if not apposes:
            end = start - 1
        place = start - 1
        kept = place
    if kept is None:
        return None
    reach = phrase_before(tokens, kept, floor)
    return None if reach is None else (reach[0], max(end, reach[1]))


def _is_aside(tokens: Sequence[Token], start: int, end: int) -> bool:
    first = tokens[start]
    if first.low in {"who", "which", "whose", "whom", "where", "when", "as", "while", "like"}:
        return True
    return not has_clause(tokens, start, end)


def _opens_apposition(tokens: Sequence[Token], start: int, end: int) -> bool:
    first = tokens[start]
    if first.low in {"who", "whose", "which", "whom", "where"}:
        return True
    if first.low in english_words("prepositions") or first.low in english_words("adverbs") or first.low.endswith("ing"):
        return False
    if first.low in {"however", "too", "meanwhile", "though", "when", "as", "while", "like"}:
        return False
    return not any(token.low in english_words("times") for token in tokens[start : start + 1]) or end - start > 6


def subject_after(tokens: Sequence[Token], start: int, *, whole: bool) -> Reach | None:
    """Return the subject that follows its verb ("said Mr. Kim, head of the agency").

    Args:
        tokens: Tokens of the sentence.
        start: First token after the verb group.
        whole: Whether what follows a comma may still describe the speaker.
    """
    place = start
    while place < len(tokens):
        token = tokens[place]
        if token.quote and place > start and not _nickname(tokens, place):
            break
        if token.low in {";", ":", ".", "—", "--", "?", "!"} or (
            token.low == "," and not (whole and _describes(tokens, place + 1, names=True))
        ):
            break
        if place > start and _leaves_subject(tokens, place, start):
            break
        place += 1
    return (start, place) if place > start and _may_head(tokens[start]) else None


def _may_head(token: Token) -> bool:
    low = token.low
    return (
        token.quote
        or token.capital
        or low in english_words("determiners")
        or low in english_words("pronouns")
        or (
            token.word
            and (
                low.endswith("s") or low in english_words("roles") or low in {"former", "state", "president", "people"}
            )
        )
    )


def _nickname(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].end - tokens[place].start < 16 and place + 1 < len(tokens) and tokens[place + 1].capital


def _describes(tokens: Sequence[Token], place: int, *, names: bool = False) -> bool:
    if place >= len(tokens) or tokens[place].quote:
        return False
    first = tokens[place]
    if first.low in {"who", "whose", "which", "a", "an", "the", "one", "and"} or first.low in english_words("roles"):
        return True
    if (
        first.low in english_words("adverbs")
        or first.low in english_words("prepositions")
        or first.low in english_words("times")
    ):
        return False
    if first.low in english_words("boundaries") or first.low.endswith("ing"):
        return False
    return (names and first.capital) or any(token.low in english_words("roles") for token in tokens[place : place + 5])


def _leaves_subject(tokens: Sequence[Token], place: int, start: int) -> bool:
    """Return whether the words from ``place`` say when or where something was said, not who said it."""
    token = tokens[place]
    described = any(tokens[i].low in {"who", "whose", "which", ","} for i in range(start, place))
    following = [tokens[i].low for i in range(place + 1, min(place + 6, len(tokens)))]
    if token.low in {
        "in",
        "on",
        "at",
        "during",
        "to",
        "after",
        "via",
        "through",
        "when",
        "while",
        "as",
        "before",
        "about",
        "of",
    }:
        if any(word in english_words("settings") for word in following) and token.low not in {"of", "at", "to"}:
            return True
        if any(word in english_words("times") for word in following[:2]) and token.low != "of":
            return not described or token.low == "on"
        return token.low in {"during", "after", "when", "while", "as", "before", "about"} and not described
    return token.low in english_words("times") and not described
