"""Answers how surely an asked event word happened."""

from collections.abc import Iterable

from secondsource.model.evidence import Span
from secondsource.model.reading import PredicateAnswer
from secondsource.model.statement import Stance
from secondsource.reading.certainty.scale import certainty, find_cues, stance_of
from secondsource.reading.events.stretch import pieces
from secondsource.reading.events.words import words_in
from secondsource.reading.page import Page

_UNREAD = PredicateAnswer(certainty=3.0, stance=Stance.ASSERTED)
"""For a word without a sentence or without letters: nothing speaks against it."""


def answer_predicates(page: Page, predicates: Iterable[Span]) -> tuple[PredicateAnswer, ...]:
    """Return an answer for each asked word, in their order.

    Only cues of the word's own sentence count: negation, modal verbs, conditions, questions, plans, and the word that
    governs it ("failed to", "denied that"). What the writer says and what somebody is said to have said weigh the same.
    """
    return tuple(_answer(page, span) for span in predicates)


def _answer(page: Page, span: Span) -> PredicateAnswer:
    sentence = page.sentence_at(span.start)
    # A question may point into furniture, or be asked of bare words that were never laid out.
    around = sentence.span if sentence is not None else Span(0, len(page.text))
    every = words_in(page.text, around)
    words = next((piece for piece in pieces(every) if piece[-1].span.end > span.start), ())
    at = next((i for i, word in enumerate(words) if word.span.meets(span)), None)
    if at is None:
        return _UNREAD
    question = around.of(page.text).rstrip("\"'”’ ").endswith("?")
    cues = find_cues(words, at, question=question)
    return PredicateAnswer(certainty=round(certainty(cues), 2), stance=stance_of(cues))
