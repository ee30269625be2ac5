"""Sayings in the passive: "is believed to", where nobody is named, and "was first reported by X"."""

from collections.abc import Sequence

from secondsource.reading.statements.cue_table import english_words
from secondsource.reading.statements.cues import Group
from secondsource.reading.statements.line import Line, last_word
from secondsource.reading.statements.right import right_end
from secondsource.reading.statements.saying import Saying
from secondsource.reading.statements.subject import subject_before


def read_passive(line: Line, group: Group, following: Sequence[Group]) -> None:
    """Read "is believed to …", where nobody says who believes, and "was quoted as saying"."""
    tokens = line.tokens
    last = last_word(tokens)
    if group.end >= last:
        return
    if tokens[group.end].low in {"by", "in"}:
        _read_passive_by(line, group, last)
        return
    if tokens[group.end].low not in {"to", "that"}:
        return
    cue = (line.span(group.start, group.end),)
    if tokens[group.end].low == "that" and group.start and tokens[group.start - 1].low == "it":
        end = right_end(tokens, group.end, last, "clause", following)
        line.sayings.append(Saying(source=(), cue=cue, content=(line.span(group.end, end),), act=group.cues[0].act))
        return
    reach = subject_before(tokens, group.start, 0)
    if reach is None or tokens[group.end].low != "to":
        return
    end = right_end(tokens, group.end, last, "clause", following)
    line.sayings.append(
        Saying(source=(), cue=cue, content=(line.span(*reach), line.span(group.end, end)), act=group.cues[0].act)
    )


def _read_passive_by(line: Line, group: Group, last: int) -> None:
    """Read "was first reported by X" and "was announced in a statement of X"."""
    tokens = line.tokens
    reach = subject_before(tokens, group.start, 0)
    stop = group.end + 1
    while (
        stop < last
        and tokens[stop].word
        and tokens[stop].low not in {"that", "who", "which", "and", "as", "after", "when"}
    ):
        stop += 1
    if reach is None or stop == group.end + 1 or tokens[reach[0]].low in english_words("pronouns"):
        return
    if tokens[group.end].low == "in" and not any(
        token.low in english_words("settings") for token in tokens[group.end : stop]
    ):
        return
    line.sayings.append(
        Saying(
            source=(line.span(group.end + 1, stop),),
            cue=(line.span(group.start, group.end),),
            content=(line.span(*reach),),
            act="say",
        )
    )
