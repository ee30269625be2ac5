"""Sayings whose content stands before them: "…," said X, and "…, X said"."""

from collections.abc import Sequence

from secondsource.reading.statements.adjuncts import past_adjuncts
from secondsource.reading.statements.cue_table import english_words
from secondsource.reading.statements.cues import Group
from secondsource.reading.statements.line import Line, clause_start, last_word
from secondsource.reading.statements.saying import Saying
from secondsource.reading.statements.subject import Reach, finite, has_clause, subject_after, subject_before
from secondsource.reading.statements.tokens import Token


def read_inverted(line: Line, group: Group) -> bool:
    """Read "…," said X."""
    tokens = line.tokens
    place = group.start
    if not place or group.end >= len(tokens):
        return False
    mark = tokens[place - 1]
    if not (mark.quote or mark.low in {",", "?", "!"}) or group.start != group.verb:
        return False
    quoted = mark.quote or (mark.low == "," and place > 1 and tokens[place - 2].quote)
    if not quoted and (not has_clause(tokens, 0, place - 1) or _inside_aside(tokens, place)):
        return False
    if tokens[group.end].low in {"that", "to", "it", "how", "whether"} or tokens[group.end].quote:
        return False
    reach = subject_after(tokens, group.end, whole=True)
    if reach is None or (
        not quoted
        and any(finite(tokens, i) for i in range(*reach))
        and not any(tokens[i].low in {"who", "whose", "which"} for i in range(*reach))
    ):
        return False
    return _take_left(line, group, reach, place, reach[1])


def _inside_aside(tokens: Sequence[Token], place: int) -> bool:
    """Return whether the comma before the verb ends an aside to the subject."""
    reach = subject_before(tokens, place, 0)
    return reach is not None and any(tokens[i].low == "," for i in range(*reach))


def read_after(line: Line, group: Group) -> bool:
    """Read "…, X said"."""
    tokens = line.tokens
    reach = subject_before(tokens, group.start, 0)
    if reach is None or not reach[0]:
        return False
    left = reach[0]
    if tokens[left - 1].low in {"as", "so"} and left > 1:
        left -= 1
    mark = tokens[left - 1]
    if not (mark.quote or mark.low in {",", "?", "!", "—", "–", "--"}):
        return False
    if group.cues[0].lemma == "quote" and (one := _one_quoted(tokens, group)):
        return _take_left(line, group, one, left, one[1])
    quoted = mark.quote or tokens[reach[0] - 2].quote if reach[0] > 1 else mark.quote
    if quoted:
        if _own_content(tokens, group):
            return False
    elif not _nothing_follows(tokens, group):
        opens = tokens[0].low in english_words("subordinators")
        if opens or reach[0] < 4 or not _pause_follows(tokens, group):
            return False
    return _take_left(line, group, reach, left, group.end)


def _one_quoted(tokens: Sequence[Token], group: Group) -> Reach | None:
    """Return whom an agency quoted, where nothing but their name follows ("…, the agency quoted the council")."""
    last = last_word(tokens)
    reach = subject_after(tokens, group.end, whole=False) if group.end < last else None
    return reach if reach is not None and reach[1] >= last else None


def _own_content(tokens: Sequence[Token], group: Group) -> bool:
    """Return whether the verb has a content of its own to its right."""
    place, _ = past_adjuncts(tokens, group)
    return place < len(tokens) and tokens[place].low in {"that", "whether", "how"}


def _nothing_follows(tokens: Sequence[Token], group: Group) -> bool:
    place, _ = past_adjuncts(tokens, group)
    if place >= last_word(tokens):
        return True
    low = tokens[place].low
    return low in {
        "when",
        "while",
        "after",
        "before",
        "as",
        "in",
        "at",
        "on",
        "during",
        "of",
        "about",
        "from",
        "with",
        ")",
        "—",
        "–",
    } and not _that_follows(tokens, place)


def _that_follows(tokens: Sequence[Token], start: int) -> bool:
    return any(tokens[i].low in {"that", '"'} for i in range(start, len(tokens)))


def _pause_follows(tokens: Sequence[Token], group: Group) -> bool:
    place, _ = past_adjuncts(tokens, group)
    return place < len(tokens) and tokens[place].low == ","


def _take_left(line: Line, group: Group, source: Reach, left: int, right: int) -> bool:
    """Add a saying whose content stands before it, and goes on after it where it does."""
    tokens = line.tokens
    end = left
    mark = tokens[end - 1]
    if mark.low in {",", "—", "–", "--"}:
        end -= 1
    begin = _content_start(line, end)
    if begin >= end:
        return False
    place, told = past_adjuncts(tokens, group) if right == group.end else (right, None)
    if right != group.end:
        place = _after_inverted(tokens, right)
    pieces = [line.span(begin, end)]
    last = last_word(tokens)
    if place < last and tokens[place].low in {",", ":"} and place + 1 < last:
        nxt = tokens[place + 1]
        if nxt.quote or (not tokens[end - 1].quote and _resumes(tokens, place + 1)):
            pieces.append(line.span(place + 1, last))
    elif place < last and tokens[place].quote and tokens[end - 1].quote:
        pieces.append(line.span(place, last))
    line.sayings.append(
        Saying(
            source=(line.span(*source),),
            cue=(line.span(group.start, group.end),),
            content=tuple(pieces),
            act=group.cues[0].act,
            addressee=None if told is None else line.span(*told),
        )
    )
    return True


def _after_inverted(tokens: Sequence[Token], place: int) -> int:
    while place < len(tokens) and not tokens[place].quote and tokens[place].low not in {",", ".", ";"}:
        place += 1
    return place


def _resumes(tokens: Sequence[Token], place: int) -> bool:
    """Return whether the words after ", he said," go on with what he said."""
    low = tokens[place].low
    return finite(tokens, place) or low in {"that", "to", "if", "because", "unless", "for", "from", "than", "or"}


def _content_start(line: Line, end: int) -> int:
    tokens = line.tokens
    if tokens[end - 1].quote:
        return _quote_start(tokens, end)
    begin = clause_start(tokens, end)
    for saying in line.sayings:
        if not saying.cue or saying.content[0].start > saying.cue[0].start:
            continue
        stop = max(span.end for span in (*saying.content, *saying.source, *saying.cue))
        if stop >= tokens[end - 1].end:
            continue
        while begin < end and tokens[begin].start < stop:
            begin += 1
    while begin < end and tokens[begin].low in {",", ";", ":", "and", "but", "—", "–"}:
        begin += 1
    return begin


def _quote_start(tokens: Sequence[Token], end: int) -> int:
    """Return where a content that ends in a quotation begins: with the quotation, or with the words it completes."""
    place = end - 1
    whole = tokens[place].capital and (place == 0 or not tokens[place - 1].word)
    if whole:
        while place > 1 and tokens[place - 1].low == "," and tokens[place - 2].quote:
            place -= 2
        return place
    begin = clause_start(tokens, end)
    return begin if begin < end else end - 1
