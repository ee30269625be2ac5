"""Who says what in Russian, German and Spanish sentences (and, with the same table, Bulgarian and Ukrainian)."""

from collections.abc import Sequence
from functools import cache

from secondsource.model.evidence import Span
from secondsource.reading.statements.cue_table import cue_table, listed
from secondsource.reading.statements.saying import Saying
from secondsource.reading.statements.tokens import Token

INFLECTED = {"ru": "russian", "uk": "russian", "bg": "russian", "be": "russian", "de": "german", "es": "spanish"}
"""Language codes and the list of the cue table they are read with."""

_BORROWED = frozenset(["со ссылкой на", "ссылаясь на", "unter Berufung auf"])
_THAT = frozenset(["что", "чтобы", "будто", "що", "че", "dass", "daß", "ob", "que"])
_PAUSES = frozenset([",", "—", "–", "-"])
_STOPS = frozenset([",", ".", ";", ":", "—", "–", "(", ")", "!", "?", "«", "»"])
_AFTER_NAME = frozenset(
    [
        "в",
        "на",
        "со",
        "по",
        "о",
        "об",
        "во",
        "для",
        "при",
        "из",
        "журналистам",
        "am",
        "in",
        "im",
        "nach",
        "vor",
        "und",
        "gegenüber",
        "auf",
        "unter",
        "noch",
        "mit",
        "verwies",
        "el",
        "la",
        "los",
        "ayer",
        "este",
        "esta",
        "en",
        "a",
        "que",
        "y",
        "за",
        "позже",
        "ранее",
        "ссылаясь",
    ]
)
_HELPERS = frozenset(
    [
        "hatte",
        "hatten",
        "hat",
        "haben",
        "habe",
        "wurde",
        "war",
        "ist",
        "sei",
        "wird",
        "ha",
        "han",
        "había",
        "он",
        "она",
        "они",
        "er",
        "sie",
        "es",
    ]
)
_PRONOUNS = frozenset(["тях", "него", "нея", "нему", "ней", "них", "ihm", "ihr", "ihnen", "él", "ella", "ellos"])
"""Words that are a whole source after "according to": what follows them is what is said."""
_ARTICLES = frozenset(["el", "la", "los", "las"])
_IT_IS_SAID = frozenset(["heißt", "hieß"])
_SEATED = ("меди", "сми", "правител", "министер", "власт", "medien", "regierung", "medios", "gobierno", "autoridad")
"""How bodies begin that are told by the place they sit in."""
_NO_SUBJECT = frozenset(
    [
        "а",
        "и",
        "но",
        "как",
        "ранее",
        "также",
        "при",
        "этом",
        "об",
        "этом",
        "о",
        "в",
        "на",
        "по",
        "ранее",
        "позже",
        "am",
        "im",
        "in",
        "nach",
        "vor",
        "auch",
        "wie",
        "so",
        "como",
        "según",
        "además",
    ]
)


@cache
def _verbs(language: str) -> frozenset[str]:
    return frozenset(listed(language, "verbs"))


def read_inflected(tokens: Sequence[Token], language: str) -> list[Saying]:
    """Return what is attributed in one sentence, in text order of the cues.

    Args:
        tokens: The sentence.
        language: Name of the list in the cue table: russian, german, spanish.
    """
    sayings = _according(tokens, language)
    floor = 0
    for place, token in enumerate(tokens):
        if token.low not in _verbs(language) or (token.capital and place):
            continue
        saying = _after(tokens, place, floor, language) or _before(tokens, place, language)
        if saying is None:
            continue
        if not any(other.content == saying.content and other.source == saying.source for other in sayings):
            sayings.append(saying)
    _cut_nested(sayings)
    return sorted(sayings, key=lambda saying: saying.cue[0].start)


def _cut_nested(sayings: Sequence[Saying]) -> None:
    """End a content before the words that only name who says the whole ("A says B, said X")."""
    for outer in sayings:
        for inner in sayings:
            if (
                inner is outer
                or outer.content[0].start > outer.cue[0].start
                or not outer.content[0].covers(inner.cue[0])
            ):
                continue
            inner.content = tuple(
                Span(piece.start, min(piece.end, outer.content[0].end))
                for piece in inner.content
                if piece.start < outer.content[0].end
            )


def _last(tokens: Sequence[Token]) -> int:
    end = len(tokens)
    while end > 1 and tokens[end - 1].low in {".", "!", "?", "…"}:
        end -= 1
    return end


def _span(tokens: Sequence[Token], start: int, end: int) -> Span:
    return Span(tokens[start].start, tokens[end - 1].end)


def _act(word: str, language: str) -> str:
    if word in listed(language, "guess") if "guess" in cue_table()[language] else False:
        return "guess"
    return "deny" if "deny" in cue_table()[language] and word in listed(language, "deny") else "say"


def _according(tokens: Sequence[Token], language: str) -> list[Saying]:
    found = []
    for place, token in enumerate(tokens):
        for phrase in listed(language, "according"):
            words = phrase.split()
            if token.low != words[0] or [item.low for item in tokens[place : place + len(words)]] != words:
                continue
            if phrase in _BORROWED and any(item.low in _verbs(language) for item in tokens):
                # "пишет X со ссылкой на Y": the saying is X's; Y is found as upstream.
                continue
            if phrase == "so" and not (place and tokens[place - 1].low == ","):
                continue
            saying = _split_at(tokens, place, place + len(words), postposed=phrase == "zufolge")
            if saying is not None:
                found.append(saying)
            break
    return found


def _split_at(tokens: Sequence[Token], start: int, end: int, *, postposed: bool) -> Saying | None:
    if postposed or end >= len(tokens):
        return None
    stop = _phrase_end(tokens, end, opening=start == 0)
    if stop <= end:
        return None
    last = _last(tokens)
    left, right = start, stop
    while left and tokens[left - 1].low in _PAUSES:
        left -= 1
    while right < last and tokens[right].low in _PAUSES:
        right += 1
    pieces = [_span(tokens, a, b) for a, b in ((0, left), (right, last)) if b - a > 2]
    if not pieces:
        return None
    return Saying(
        source=(_span(tokens, end, stop),), cue=(_span(tokens, start, end),), content=tuple(pieces), act="say"
    )


def _phrase_end(tokens: Sequence[Token], start: int, *, opening: bool) -> int:
    place = start
    if start < len(tokens) and tokens[start].low in _PRONOUNS:
        return start + 1
    while place < len(tokens) and tokens[place].low not in _STOPS and not (tokens[place].quote and place > start + 3):
        if (
            opening
            and place > start
            and not tokens[place].capital
            and tokens[place - 1].capital
            and tokens[place].low not in {"und", "и", "y", "de", "der", "des"}
        ):
            break
        place += 1
    return place


def _after(tokens: Sequence[Token], verb: int, floor: int, language: str) -> Saying | None:
    """Read "…, сообщил X": the content stands before the verb, the speaker after it."""
    if verb < 3 or verb + 1 >= len(tokens):
        return None
    before = tokens[verb - 1]
    if not (before.low in _PAUSES or before.quote) or tokens[verb + 1].low in _THAT:
        return None
    if tokens[verb].low in _IT_IS_SAID and tokens[verb + 1].low == "es":
        return _it_is_said(tokens, verb, floor)
    start = verb + 1 + (tokens[verb + 1].low in {"в", "во"} and verb + 2 < len(tokens))
    end = start + (tokens[start].low in _ARTICLES and start + 1 < len(tokens))
    while (
        end < len(tokens)
        and tokens[end].low not in _STOPS
        and (tokens[end].low not in _AFTER_NAME or _seat_follows(tokens, end, start))
        and not (tokens[end].quote and end > verb + 4)
    ):
        end += 1
    if end == start:
        return None
    left = verb
    while left > floor and tokens[left - 1].low in _PAUSES:
        left -= 1
    pieces = [_span(tokens, floor, left)]
    if tokens[left - 1].quote and end + 1 < len(tokens) and tokens[end].low in {",", "."} and tokens[end + 1].quote:
        pieces.append(_span(tokens, end + 1, end + 2))
    return Saying(
        source=(_span(tokens, start, end),),
        cue=(_span(tokens, verb, verb + 1),),
        content=tuple(pieces),
        act=_act(tokens[verb].low, language),
    )


def _seat_follows(tokens: Sequence[Token], place: int, start: int) -> bool:
    """Return whether the seat of those who speak follows, without which nobody knows them ("медиите в Пхенян")."""
    return (
        start < place < len(tokens) - 1
        and tokens[place].low in {"в", "in", "en"}
        and tokens[place + 1].capital
        and tokens[place - 1].low.startswith(_SEATED)
    )


def _it_is_said(tokens: Sequence[Token], verb: int, floor: int) -> Saying | None:
    """Read "…, heißt es in Seoul" and "…, hieß es in der Erklärung"; without a place it goes on with the last."""
    start = verb + 2 + (verb + 2 < len(tokens) and tokens[verb + 2].low in {"weiter", "dazu", "dort"})
    left = verb
    while left > floor and tokens[left - 1].low in _PAUSES:
        left -= 1
    named = start + 1 < len(tokens) and tokens[start].low in {"in", "im", "aus", "bei", "vom", "von"}
    end = _phrase_end(tokens, start + 1, opening=False) if named else start
    return Saying(
        source=(_span(tokens, start + 1, end),) if named and end > start + 1 else (),
        cue=(_span(tokens, verb, verb + 2),),
        content=(_span(tokens, floor, left),),
        act="say",
        carries_on=not named,
    )


def _before(tokens: Sequence[Token], verb: int, language: str) -> Saying | None:
    """Read "X заявил, что …": the speaker stands before the verb, the content after it."""
    last = _last(tokens)
    place = verb + 1
    while (
        place < last
        and tokens[place].low not in {",", ":"}
        and not tokens[place].quote
        and tokens[place].low not in _THAT
        and place - verb < 12
    ):
        place += 1
    if place >= last or not (tokens[place].low in {",", ":"} or tokens[place].quote or tokens[place].low in _THAT):
        return None
    begin = place + (0 if tokens[place].quote or tokens[place].low in _THAT else 1)
    begin += begin < last and tokens[begin].low in _THAT
    if begin >= last or (language != "german" and tokens[place].low == "," and tokens[begin - 1].low not in _THAT):
        return None
    source = _subject(tokens, verb)
    if source is None and tokens[verb].low != "сообщается":
        return None
    return Saying(
        source=() if source is None else (source,),
        cue=(_span(tokens, verb, verb + 1),),
        content=(_span(tokens, begin, last),),
        act=_act(tokens[verb].low, language),
    )


def _subject(tokens: Sequence[Token], verb: int) -> Span | None:
    end = verb
    while end and tokens[end - 1].low in {"также", "ранее", "уже", "auch", "ya"}:
        end -= 1
    start = end
    while (
        start
        and tokens[start - 1].low not in _STOPS
        and not tokens[start - 1].quote
        and tokens[start - 1].low not in _THAT
    ):
        start -= 1
    helper = next((i for i in range(start + 1, end) if tokens[i].low in _HELPERS), end)
    while start < helper and tokens[start].low in _NO_SUBJECT:
        start += 1
    return _span(tokens, start, helper) if start < helper else None
