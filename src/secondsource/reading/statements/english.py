"""Who says what in an English sentence."""

from collections.abc import Sequence

from secondsource.model.evidence import Span, words_of
from secondsource.reading.statements.cue_table import english_words, listed, verb_forms
from secondsource.reading.statements.cues import Group, cue_groups
from secondsource.reading.statements.left import read_after, read_inverted
from secondsource.reading.statements.line import Line, clause_start, last_word
from secondsource.reading.statements.passive import read_passive
from secondsource.reading.statements.right import read_before
from secondsource.reading.statements.saying import Saying
from secondsource.reading.statements.subject import Reach, finite, has_clause, phrase_before, subject_before
from secondsource.reading.statements.tokens import Token

_RUBRICS = frozenset(
    [
        "breaking",
        "exclusive",
        "watch",
        "video",
        "opinion",
        "analysis",
        "update",
        "explainer",
        "live",
        "latest",
        "report",
        "editorial",
        "photos",
        "commentary",
        "note",
        "source",
        "photo",
        "interview",
        "factbox",
        "read",
        "more",
        "one",
    ]
)
"""Words before a colon that head a kind of article, not a speaker."""

_OPENING = 60
"""Tokens from the start of a sentence within which its main verb is looked for."""

_SILENT_ACTS = frozenset(["say", "write", "show", "claim", "ask", "predict", "warn"])
"""Acts that, negated, say nothing: "did not say"; a negated belief is still a view."""


def read_english(tokens: Sequence[Token], *, headline: bool) -> list[Saying]:
    """Return what is attributed in one sentence, in text order of the cues."""
    line = Line(tokens)
    _read_colon(line, headline=headline)
    _read_phrases(line)
    groups = cue_groups(tokens, headline=headline)
    for index, group in enumerate(groups):
        _read_group(line, group, groups[index + 1 :])
    _cut_nested(line)
    return sorted(line.sayings, key=lambda saying: saying.cue[0].start if saying.cue else 0)


def _cut_nested(line: Line) -> None:
    """End a content before the words that only name who says the whole ("A says B, X told us")."""
    for outer in line.sayings:
        if not outer.cue or not outer.content or outer.content[0].start > outer.cue[0].start:
            continue
        for inner in line.sayings:
            if inner is outer or not inner.cue or not outer.content[0].covers(inner.cue[0]):
                continue
            inner.content = tuple(
                Span(piece.start, min(piece.end, outer.content[0].end)) if piece.start < outer.content[0].end else piece
                for piece in inner.content
            )


def _read_colon(line: Line, *, headline: bool) -> None:
    """Read "Kremlin: reports are false" in a headline, and "MILLER: We know of it" in a transcript."""
    tokens = line.tokens
    place = next((i for i, token in enumerate(tokens[:8]) if token.low == ":"), 0)
    if not 0 < place <= 6 or place + 2 >= len(tokens) or tokens[place - 1].quote:
        return
    if headline and not _names_speaker(tokens[:place]):
        return
    if headline and not tokens[place + 1].quote and not has_clause(tokens, place + 1, len(tokens)):
        # "North Korea: army educators on the way" names a place, and nothing is said.
        return
    if not headline and not all(token.word and _all_capitals(token) for token in tokens[:place]):
        return
    line.sayings.append(
        Saying(
            source=(line.span(0, place),),
            cue=(line.span(place, place + 1),),
            content=(line.span(place + 1, last_word(tokens)),),
            act="say",
        )
    )


def _names_speaker(tokens: Sequence[Token]) -> bool:
    """Return whether the words before a headline's colon can be somebody: no verb, no rubric."""
    if tokens[0].low in _RUBRICS or (tokens[0].low == "the" and len(tokens) > 1 and tokens[1].low in _RUBRICS):
        return False
    return not any(token.low in verb_forms() or token.low in {",", "?", "what", "why", "how"} for token in tokens)


def under_rubric(text: str, saying: Saying) -> bool:
    """Return whether a saying's source only heads a kind of article ("Analysis: what the educators want")."""
    if not saying.source or words_of(text, saying.cue) != ":":
        return False
    return words_of(text, saying.source).casefold().removeprefix("the ") in _RUBRICS


def _all_capitals(token: Token) -> bool:
    return token.end - token.start > 1 and token.upper


def _read_phrases(line: Line) -> None:
    tokens = line.tokens
    phrases = [tuple(phrase.split()) for phrase in listed("phrases", "according")]
    for place, token in enumerate(tokens):
        for phrase in phrases:
            if token.low == phrase[0] and tuple(item.low for item in tokens[place : place + len(phrase)]) == phrase:
                if phrase[0] in {"citing", "quoting"} and place:
                    break
                _read_according(line, place, place + len(phrase))
                break


def _read_according(line: Line, start: int, end: int) -> None:
    """Read "according to X": the rest of the sentence is the content."""
    tokens = line.tokens
    reach = _phrase_after(tokens, end, opens=start == 0 or not has_clause(tokens, 0, start))
    if reach is None:
        return
    source, cue = (line.span(*reach),), (line.span(start, end),)
    last = last_word(tokens)
    left = start
    while left > 0 and tokens[left - 1].low in {",", "—", "–", "--"}:
        left -= 1
    begin = clause_start(tokens, left)
    right = reach[1]
    while right < last and tokens[right].low in {",", "—", "–", "--"}:
        right += 1
    pieces = []
    if left > begin:
        pieces.append(line.span(begin, left))
    if right < last and (not pieces or (tokens[right - 1].low == "," and not has_clause(tokens, begin, left))):
        pieces.append(line.span(right, last))
    if pieces:
        line.sayings.append(Saying(source=source, cue=cue, content=tuple(pieces), act="say"))


def _phrase_after(tokens: Sequence[Token], start: int, *, opens: bool) -> Reach | None:
    """Return the source after "according to": up to the comma that ends it."""
    place = start
    while place < len(tokens):
        token = tokens[place]
        if token.quote and place > start:
            break
        if token.low in {".", ";", ":", "—", "–", "--", "?", "!", ")"}:
            break
        if token.low == "," and (opens or not _goes_on(tokens, place + 1)):
            break
        if place > start and token.low in {"but", "while", "because", "although"}:
            break
        place += 1
    return (start, place) if place > start else None


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    if place >= len(tokens) or tokens[place].quote:
        return False
    low = tokens[place].low
    if low in {"a", "an", "the", "who"} or low in english_words("roles"):
        return not has_clause(tokens, place, len(tokens)) or low == "who"
    return False


def _read_group(line: Line, group: Group, following: Sequence[Group]) -> None:
    tokens = line.tokens
    cue = group.cues[0]
    if group.form == "passive":
        read_passive(line, group, following)
        return
    if group.negated and cue.act in _SILENT_ACTS:
        return
    if group.form == "infinitive":
        return
    takes = {item.takes for item in group.cues}
    if (
        group.form == "finite"
        and takes & {"clause", "tell"}
        and (read_inverted(line, group) or read_after(line, group))
    ):
        return
    reach = _subject(line, group)
    if reach is not None and reach[0] and tokens[reach[0] - 1].low in {"if", "unless", "whether", "until"}:
        return
    if reach is not None and tokens[reach[1] - 1].low in {"we", "you", "i"} and cue.act not in {"say", "write"}:
        # Outside quotation marks these are the outlet's own voice.
        return
    read_before(line, group, reach, following)


def _subject(line: Line, group: Group) -> Reach | None:
    """Return the subject of a verb that stands before its content; None where the sentence names none."""
    tokens = line.tokens
    if group.form == "finite":
        reach = subject_before(tokens, group.start, 0)
        if reach is not None:
            return reach
    elif (
        group.start
        and tokens[group.start - 1].word
        and tokens[group.start - 1].low not in english_words("prepositions") | english_words("boundaries")
        and not finite(tokens, group.start - 1)
    ):
        return phrase_before(tokens, group.start, 0)
    return _earlier(line, group.start)


def _earlier(line: Line, before: int) -> Reach | None:
    """Return the subject that a verb without one of its own shares: the last speaker's, else the sentence's."""
    tokens = line.tokens
    limit = tokens[before].start if before < len(tokens) else 0
    for saying in reversed(line.sayings):
        if saying.source and saying.cue and saying.cue[0].start < limit:
            source = saying.source[0]
            start = next((i for i, token in enumerate(tokens) if token.start >= source.start), 0)
            end = next((i + 1 for i, token in enumerate(tokens) if token.end >= source.end), start + 1)
            return start, end
    for place in range(min(before, _OPENING)):
        if finite(tokens, place):
            reach = subject_before(tokens, place, 0)
            if reach is not None:
                return reach
    return None
