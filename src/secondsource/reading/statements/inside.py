"""Sayings inside the content of others, by a second look at long contents alone."""

from collections.abc import Iterator, Sequence

from secondsource.model.evidence import Span
from secondsource.reading.encoder.heads import heads_of
from secondsource.reading.page import Page
from secondsource.reading.statements.encoded import sayings_of
from secondsource.reading.statements.saying import Saying
from secondsource.text.segment import word_spans

_LEAST_WORDS = 6
"""Words of a content below which it holds no saying of its own with speaker, cue and words."""
_LEAST_SAID = 2
_SPEAKING = frozenset(
    [
        "said",
        "says",
        "say",
        "saying",
        "told",
        "tells",
        "tell",
        "telling",
        "reported",
        "reports",
        "reporting",
        "announced",
        "announces",
        "announcing",
        "claimed",
        "claims",
        "claiming",
        "claim",
        "stated",
        "states",
        "stating",
        "warned",
        "warns",
        "warning",
        "denied",
        "denies",
        "denying",
        "confirmed",
        "confirms",
        "confirming",
        "wrote",
        "writes",
        "writing",
        "insisted",
        "insists",
        "argued",
        "argues",
        "suggested",
        "suggests",
        "promised",
        "promises",
        "quoted",
        "quoting",
        "cited",
        "citing",
        "according",
        "declared",
        "declares",
        "admitted",
        "admits",
        "acknowledged",
        "acknowledges",
        "alleged",
        "alleges",
        "vowed",
        "vows",
        "asserted",
        "asserts",
        "believed",
        "believes",
        "called",
        "described",
        "briefed",
        "informed",
        "assured",
        "testified",
        "accused",
        "accuses",
    ]
)
"""Words one of which a content must hold to be read again; most contents hold none, and reading takes time."""

_DEPTH = 3
"""How deep hearsay is followed: A said that B told C that D had said."""


def look_inside(page: Page, sayings: Sequence[Saying]) -> list[Saying]:
    """Return the sayings inside the contents of ``sayings``, each content read as if it stood alone.

    Only a content with a common verb of saying in it is looked at again; an inner saying needs a speaker and a cue,
    both inside the content.
    """
    found: list[Saying] = []
    outer: Sequence[Saying] = sayings
    for _ in range(_DEPTH - 1):
        outer = [inner for saying in outer for piece in saying.content for inner in _inner(page, piece)]
        if not outer:
            break
        found.extend(outer)
    return found


def _inner(page: Page, piece: Span) -> Iterator[Saying]:
    words = word_spans(page.text, piece.start, piece.end)
    if len(words) < _LEAST_WORDS or not any(word.of(page.text).lower() in _SPEAKING for word in words):
        return
    for saying in sayings_of(page, heads_of(page.text, [piece], page.quotes)):
        said = sum(len(word_spans(page.text, part.start, part.end)) for part in saying.content)
        if saying.source and saying.cue and said >= _LEAST_SAID:
            yield saying
