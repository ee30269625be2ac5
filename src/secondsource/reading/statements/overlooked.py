"""Which sayings that rules find the encoder overlooked."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from secondsource.model.evidence import Span
from secondsource.reading.page import Page
from secondsource.reading.statements.acts import SAY
from secondsource.reading.statements.saying import Saying

_TOLD = frozenset([SAY, "write"])


class Overlooked:
    """Tells of a saying that a rule found whether the encoder overlooked it.

    It did where it found nothing in the sentence. Where it found something, what a rule adds is wrong more often than
    right (PolNeAR dev: attributions 0.741 with all of it, 0.745 with what follows), but for three things: what stands
    wholly inside somebody's words, where the encoder looks only at a common verb of saying, and where a clause of
    another's may have been let go; what goes round all that it found there ("The envoy says this, the ministry that,
    said Orr"); and what is told to be said and meets nothing that it found.

    Args:
        page: The page.
        sayings: What the encoder found.
        held: The contents that it gave, before anything was taken from them.
    """

    def __init__(self, page: Page, sayings: Sequence[Saying], held: Sequence[Span]) -> None:
        self._found = _Pieces(span for saying in sayings for span in (*saying.source, *saying.cue, *saying.content))
        self._cues = _Pieces(cue for saying in sayings for cue in saying.cue)
        self._contents = _Pieces([*held, *(piece for saying in sayings for piece in saying.content)])
        self._silent = _Pieces(each.span for each in page.sentences if not self._found.meets(each.span))

    def __call__(self, saying: Saying) -> bool:
        """Return whether the encoder overlooked it; one without cue or source is nothing to add."""
        if not saying.cue or not saying.source:
            return False
        cue = saying.cue[0]
        if self._silent.covers(cue):
            return True
        if self._cues.meets(cue):
            return False
        spans = (*saying.source, *saying.cue, *saying.content)
        whole = Span(min(span.start for span in spans), max(span.end for span in spans))
        return self._contents.covers(whole) or (saying.act in _TOLD and self._goes_round(saying, whole))

    def _goes_round(self, saying: Saying, whole: Span) -> bool:
        # What stands in the speaker's own clause ("someone who asked not to be named told us") is no other saying.
        own = (*saying.content, *saying.source)
        return all(any(span.covers(piece) for span in own) for piece in self._found.meeting(whole))


class _Pieces:
    """Spans that can be asked what meets or covers another without a look at each."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        # How far each and those before it reach.
        self._reaches = list(accumulate((span.end for span in self._spans), max))

    def meets(self, span: Span) -> bool:
        """Return whether one of them shares a character with ``span``."""
        before = self._before(span.end)
        return before > 0 and self._reaches[before - 1] > span.start

    def covers(self, span: Span) -> bool:
        """Return whether ``span`` lies wholly inside one of them."""
        before = self._before(span.start + 1)
        return before > 0 and self._reaches[before - 1] >= span.end

    def meeting(self, span: Span) -> Iterator[Span]:
        """Yield those that share a character with ``span``, the last first."""
        for place in range(self._before(span.end) - 1, -1, -1):
            if self._reaches[place] <= span.start:
                return
            if self._spans[place].meets(span):
                yield self._spans[place]

    def _before(self, place: int) -> int:
        return bisect_left(self._spans, place, key=lambda each: each.start)
