"""Who was told, from the words in a cue and after it."""

from collections.abc import Iterator, Sequence
from functools import cache

from secondsource.model.evidence import Span, Spans
from secondsource.reading.statements.act_table import hearer_words
from secondsource.reading.statements.adjuncts import time_words
from secondsource.reading.statements.cue_table import english_cues, english_words
from secondsource.reading.statements.forms import noun_bases, verb_bases
from secondsource.reading.statements.subject import Reach, finite
from secondsource.reading.statements.tokens import Token, tokens_of

_SPEAKING = frozenset(["speaking", "talking"])
_TO = frozenset(["to", "with"])
_IN = frozenset(["in", "during", "at", "on", "over", "by", "via", "through"])
_HEARERS = frozenset(["him", "her", "them", "me", "us", "you", "everyone", "anyone", "everybody", "himself", "herself"])
_PASSIVE = frozenset(["was", "were", "been", "being", "be", "is", "are", "get", "got"])
_JOINS = frozenset(["of", "for", "from", "and", "&", "or"])
_POSSESSIVES = frozenset(["'s", "’s"])
_MARKS = frozenset(["''", "``", '"', "“", "”", "‘", "«", "»"])
_CHANNEL = frozenset(["the", "'s", "’s", "of", "''"])
_OPENS_CONTENT = frozenset(["that", "to", "not", "about", "whether", "if", "how", "why", "what", "when", "where", ":"])
_FARTHEST = 400
"""Characters after the cue within which the hearer is looked for."""

_LONGEST = 16
"""Words of the longest name of who was told; more is a clause that was read wrongly."""


def find_addressee(text: str, cue: Span, *, sentence_end: int, source: Spans, content: Spans) -> Span | None:
    """Return the words that name who was told ("reporters", "RFA Korean"), None if none are.

    They stand in the cue or after it in its sentence, not in who says it: as object ("assured Ito"), after "to"
    ("wrote to the council") or in the setting ("in an interview with CNN"). Within the content they stand only at its
    head, before what is said ("urged | Ito to wait").
    """
    following = [piece for piece in content if piece.start >= cue.end]
    end = min([piece.start for piece in following] + [max(sentence_end, cue.end), cue.end + _FARTHEST])
    tokens = tokens_of(text, Span(cue.start, end), ())
    n_cue = sum(token.start < cue.end for token in tokens)
    spent = (*source, *content)
    for start in _starts(_before_clause(tokens, n_cue, source), n_cue):
        span = _named(tokens, start)
        if span is not None and not any(piece.start < span.end and span.start < piece.end for piece in spent):
            return span
    if following and n_cue and not text[cue.end : following[0].start].strip():
        return _at_head(text, tokens[n_cue - 1], following[0])
    return None


def _named(tokens: Sequence[Token], start: int) -> Span | None:
    reach = _reach(tokens, start)
    return None if reach is None else Span(tokens[reach[0]].start, tokens[reach[1] - 1].end)


def _at_head(text: str, verb: Token, content: Span) -> Span | None:
    """Return who is told in "urged | him not to wait", where what is said begins with the hearer."""
    bases = set(verb_bases(verb.low))
    if not bases & hearer_words("tell"):
        return None
    tokens = tokens_of(text, Span(content.start, min(content.end, content.start + _FARTHEST)), ())
    reach = _reach(tokens, 0)
    if reach is None:
        return None
    following = _low(tokens, reach[1])
    # "Promised an end to the war" names nobody, "briefed lawmakers" does.
    if not following:
        named = bool(bases & hearer_words("tell_somebody"))
    else:
        only = {"that"} if bases & hearer_words("tell_something") else _OPENS_CONTENT
        named = following in (only - {"that"} if bases & hearer_words("tell_to") else only)
    return Span(tokens[0].start, tokens[reach[1] - 1].end) if named and not bases & hearer_words("send_out") else None


def _before_clause(tokens: Sequence[Token], n_cue: int, source: Spans) -> Sequence[Token]:
    """Return the tokens up to the next verb: what stands after it is of another clause."""
    for place in range(n_cue, len(tokens)):
        token = tokens[place]
        sent = token.low in hearer_words("sent")
        if finite(tokens, place) and not sent and not any(piece.covers(_span(token)) for piece in source):
            return tokens[:place]
    return tokens


def _span(token: Token) -> Span:
    return Span(token.start, token.end)


def _starts(tokens: Sequence[Token], n_cue: int) -> Iterator[int]:
    """Yield where the words that name the hearer could begin, the likeliest first."""
    for place, token in enumerate(tokens[:n_cue]):
        bases = set(verb_bases(token.low))
        after = _past_adverbs(tokens, place + 1)
        if bases & hearer_words("tell") and not _is_passive(tokens, place):
            yield after
        if bases & hearer_words("speak") and _low(tokens, after) in _TO:
            yield after + 1
        if "testify" in bases and _low(tokens, after) == "before":
            yield after + 1
    for place, token in enumerate(tokens):
        sends = place < n_cue and not hearer_words("send").isdisjoint(verb_bases(token.low))
        if (sends or token.low in _IN) and (begin := _setting(tokens, place)):
            yield begin
        # "Said on Monday, speaking to reporters".
        if token.low in _SPEAKING and _low(tokens, place + 1) in _TO:
            yield place + 2


@cache
def _base_cues() -> frozenset[str]:
    return frozenset(form for form, cues in english_cues().items() if any(cue.form == "base" for cue in cues))


def _past_adverbs(tokens: Sequence[Token], place: int) -> int:
    while place < len(tokens):
        step = time_words(tokens, place) or int(tokens[place].low.endswith("ly") and not tokens[place].capital)
        if not step:
            break
        place += step
    return place


def _setting(tokens: Sequence[Token], place: int) -> int:
    """Return where the hearer of "in an interview with", "in a letter sent to" begins, 0 for none."""
    for noun in range(place + 1, min(len(tokens) - 1, place + 9)):
        low = tokens[noun].low
        if not tokens[noun].word and low not in _MARKS and not _low(tokens, noun + 1)[:1].isdigit():
            return 0
        talks = not hearer_words("talks").isdisjoint(noun_bases(low))
        if talks or not hearer_words("words").isdisjoint(noun_bases(low)):
            after = _past_place(tokens, noun + 1)
            if _low(tokens, after) == "to" or (talks and _low(tokens, after) == "with"):
                return after + 1
    return 0


def _past_place(tokens: Sequence[Token], place: int) -> int:
    """Return one past when, by what way and on which channel ("on Thursday sent", "on Fox News")."""
    place = _past_adverbs(tokens, place)
    place += _low(tokens, place) in hearer_words("sent")
    place = _past_adverbs(tokens, place)
    if _low(tokens, place) in {"on", "for", "at"}:
        channel = place + 1
        while channel < len(tokens) and (tokens[channel].capital or tokens[channel].low in _CHANNEL):
            channel += 1
        if channel > place + 1:
            return channel
    return place


def _is_passive(tokens: Sequence[Token], place: int) -> bool:
    """Return whether the subject is the one told ("was told by")."""
    before = [token.low for token in tokens[max(0, place - 2) : place]]
    return not tokens[place].low.endswith("ing") and any(word in _PASSIVE for word in before)


def _low(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].low if place < len(tokens) else ""


def _reach(tokens: Sequence[Token], start: int) -> Reach | None:
    """Return the words of a name or noun phrase that begins at ``start``."""
    if start >= len(tokens):
        return None
    if tokens[start].low in _HEARERS and not _owns(tokens, start):
        return start, start + 1
    if not _opens(tokens, start):
        return None
    place = start + 1
    if tokens[start].low in _MARKS:
        place = _past_title(tokens, start)
    while place < len(tokens) and place - start < _LONGEST and not _ends(tokens, place):
        place = _past_title(tokens, place) if tokens[place].low in _MARKS else place + 1
    while place > start and tokens[place - 1].low in _JOINS:
        place -= 1
    # "Told the story of", "asked several questions": the thing, not the hearer.
    things = hearer_words("things")
    head = next((at for at in range(start, place) if tokens[at].low in _JOINS), place) - 1
    if head < start or (not tokens[head].capital and not things.isdisjoint(noun_bases(tokens[head].low))):
        return None
    return start, place


def _owns(tokens: Sequence[Token], start: int) -> bool:
    """Return whether "her" belongs to the next word ("told her followers")."""
    following = _low(tokens, start + 1)
    return (
        tokens[start].low == "her"
        and following[:1].isalpha()
        and following not in hearer_words("stops") | english_words("prepositions")
        and not time_words(tokens, start + 1)
    )


def _opens(tokens: Sequence[Token], start: int) -> bool:
    """Return whether the words here can name somebody."""
    token = tokens[start]
    if token.low in _MARKS:
        return True
    if token.low in hearer_words("stops") or not token.word or time_words(tokens, start):
        return False
    if token.low in english_words("prepositions") or token.low in english_words("auxiliaries"):
        return False
    # "To find somebody" names nobody, "to State officials" does.
    if not token.capital and (token.low in english_words("common_verbs") or token.low in _base_cues()):
        return False
    return token.low not in _POSSESSIVES


def _ends(tokens: Sequence[Token], place: int) -> bool:
    token, before = tokens[place], tokens[place - 1]
    if token.low in _MARKS:
        return before.low not in _POSSESSIVES
    if not token.word or token.low in _POSSESSIVES:
        return not token.word and token.low != "&"
    if token.low in _JOINS:
        return not _goes_on(tokens, place + 1, joined_by=token.low)
    if token.upper and before.upper:  # USA TODAY
        return False
    # "Told a press briefing": what looks like a participle is what they came together for.
    talk = not hearer_words("talks").isdisjoint(noun_bases(token.low))
    participle = token.low.endswith("ing") and before.low not in english_words("determiners") and not talk
    stops = hearer_words("stops") | english_words("prepositions")
    return bool(
        token.low in stops
        or time_words(tokens, place)
        or (not token.capital and (participle or token.low.endswith("ly")))
    )


def _goes_on(tokens: Sequence[Token], place: int, *, joined_by: str) -> bool:
    """Return whether the name goes on after "of", or a second hearer follows "and"."""
    if place >= len(tokens):
        return False
    if joined_by in {"for", "from"}:
        # "Reporters for the AP", but "reporters for seven minutes".
        return tokens[place].capital or (
            _low(tokens, place) == "the" and place + 1 < len(tokens) and tokens[place + 1].capital
        )
    return joined_by == "of" or (_opens(tokens, place) and not tokens[place].low.endswith("ed"))


def _past_title(tokens: Sequence[Token], start: int) -> int:
    """Return one past a title in quotation marks ("Fox and Friends")."""
    for place in range(start + 1, min(len(tokens), start + _LONGEST)):
        if tokens[place].low in _MARKS:
            return place + 1
    return start + 1
