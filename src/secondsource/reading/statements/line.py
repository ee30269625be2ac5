"""A sentence in the course of being read for attributions."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from secondsource.model.evidence import Span
from secondsource.reading.statements.saying import Saying
from secondsource.reading.statements.tokens import Token

CLAUSE_OPENERS = frozenset(["that", "whether", "how", "why", "if", "what", "when", "where", "which", "who"])
"""Words that open a clause of what is said."""

_END_MARKS = frozenset([".", "!", "?", ";", "…"])


@dataclass(slots=True)
class Line:
    """One sentence and the sayings found in it so far.

    Attributes:
        tokens: Its words, marks and quotations.
        sayings: What has been found, in the order of finding.
    """

    tokens: Sequence[Token]
    sayings: list[Saying] = field(default_factory=list)

    def span(self, start: int, end: int) -> Span:
        """Return the characters from token ``start`` up to token ``end``, which is left out."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)


def last_word(tokens: Sequence[Token]) -> int:
    """Return one past the last token that is not a closing mark."""
    end = len(tokens)
    while end > 1 and tokens[end - 1].low in _END_MARKS:
        end -= 1
    return end


def clause_start(tokens: Sequence[Token], end: int) -> int:
    """Return where the content that ends at ``end`` begins: with the sentence, a bare "but" left out."""
    return 1 if tokens and tokens[0].low in {"but", "and", "–", "—", "•"} and end > 1 else 0
