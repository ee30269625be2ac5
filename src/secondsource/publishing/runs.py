"""A sentence cut into runs of one kind, as a page or a terminal draws it."""

from dataclasses import dataclass

from secondsource.model.dossier import Mark, MarkKind, Sentence
from secondsource.model.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is drawn in one way.

    Attributes:
        text: The stretch.
        kind: Name, words or hedge; None for our own wording.
        language: Of the stretch where it is not English.
    """

    text: str
    kind: MarkKind | None = None
    language: str | None = None


def runs_of(sentence: Sentence) -> list[Run]:
    """Return the runs of ``sentence`` in order; together they are its text."""
    runs: list[Run] = []
    position = 0
    hedges = [mark for mark in sentence.marks if mark.kind is MarkKind.HEDGE]
    for mark in sentence.marks:
        if mark.kind is MarkKind.HEDGE or mark.start < position:
            continue
        runs.append(Run(sentence.text[position : mark.start]))
        runs.extend(_inside(sentence.text, mark, hedges))
        position = mark.end
    runs.append(Run(sentence.text[position:]))
    return [run for run in runs if run.text]


def hedged_runs(words: Evidence, hedges: tuple[Evidence, ...]) -> list[Run]:
    """Return the runs of a report's words with those of ``hedges`` that stand inside them."""
    marks = [
        Mark(start=hedge.start - words.start, end=hedge.end - words.start, kind=MarkKind.HEDGE)
        for hedge in sorted(hedges, key=lambda hedge: hedge.start)
        if hedge.report_id == words.report_id and words.start <= hedge.start and hedge.end <= words.end
    ]
    return _inside(words.exact, Mark(start=0, end=len(words.exact), kind=MarkKind.WORDS), marks)


def _inside(text: str, outer: Mark, hedges: list[Mark]) -> list[Run]:
    runs: list[Run] = []
    position = outer.start
    for hedge in hedges:
        if hedge.start < position or hedge.end > outer.end:
            continue
        runs.append(Run(text[position : hedge.start], outer.kind, outer.language))
        runs.append(Run(text[hedge.start : hedge.end], MarkKind.HEDGE, outer.language))
        position = hedge.end
    runs.append(Run(text[position : outer.end], outer.kind, outer.language))
    return [run for run in runs if run.text]
