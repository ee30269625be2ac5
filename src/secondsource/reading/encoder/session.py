"""The encoder's model: loaded once, run one window at a time."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from secondsource.reading.encoder.encode import Encoded
from secondsource.reading.encoder.features import NO_FEATURE
from secondsource.reading.encoder.pieces import CLOSING, LINE_BREAK, WordPieces
from secondsource.reading.encoder.tags import N_NAME_TAGS, N_STATEMENT_TAGS, ROLES, begin
from secondsource.reading.encoder.viterbi import FORBIDDEN, FloatArray, allowed_moves
from secondsource.reading.errors import ModelDamagedError

_FAR_IN = 40
"""Words from the edge of a window past which a word sees enough on both sides."""
EAGERNESS = 0.1
"""Nats given to every begin of a source, cue or content; without it fewer are found than are there (PolNeAR dev)."""
_LIKELY = -6.0
"""Nats below the best tag at which a word is still thought to begin a span, so that its links are kept."""

Links = dict[int, tuple[int, FloatArray]]
"""For a word: the word that its scores begin at, and its scores for the words from there on."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scores:
    """What the heads say of each word.

    Attributes:
        statements: float32, shape (words, 7).
        names: float32, shape (words, 21).
        anchors: For words that may begin a source or content: how well each word near fits as its cue.
        sources: For words that may begin a cue: how well each word near fits as the start of its source; its own
            place says that none is named.
        opens: Shape (lines,); the words that a line begins with.
    """

    statements: FloatArray
    names: FloatArray
    anchors: Links
    sources: Links
    opens: NDArray[np.intp]


class Encoder:
    """The model with its vocabulary; holds no state between texts."""

    def __init__(self, folder: Traversable) -> None:
        """Load the model that lies in ``folder``.

        Raises:
            ModelDamagedError: A file is missing, or the model's digest is not the one written beside it.
        """
        try:
            about = json.loads(folder.joinpath("encoder.json").read_text(encoding="utf-8"))
            vocabulary = folder.joinpath("vocabulary.txt").read_text(encoding="utf-8").split("\n")
            model = folder.joinpath("encoder.onnx").read_bytes()
        except (OSError, ValueError) as fault:
            raise ModelDamagedError(f"the reader's model cannot be read: {fault}. Install the package again") from fault
        self.sha256 = hashlib.sha256(model).hexdigest()
        if self.sha256 != about["sha256"]:
            raise ModelDamagedError(
                f"the reader's model has digest {self.sha256[:16]}…, and {about['sha256'][:16]}… was packaged. "
                "Install the package again"
            )
        self.window = int(about["window"])
        self.statement_moves = np.asarray(about["transitions"], dtype=np.float32) + allowed_moves(len(ROLES))
        self.statement_moves[:, [begin(role) for role in range(len(ROLES))]] += EAGERNESS
        self.vocabulary = WordPieces(vocabulary)
        # Adding and normalising by themselves are a tenth quicker than the runtime's kernel that does both.
        self._session = onnxruntime.InferenceSession(model, _options(), disabled_optimizers=["SkipLayerNormFusion"])

    def run(self, encoded: Encoded) -> Scores:
        """Return the scores of a text; the same text gives the same scores, whatever was read before."""
        n_words = len(encoded.words)
        statements = np.zeros((n_words, N_STATEMENT_TAGS), dtype=np.float32)
        names = np.zeros((n_words, N_NAME_TAGS), dtype=np.float32)
        weights = np.zeros((n_words, 1), dtype=np.float32)
        anchors: Links = {}
        sources: Links = {}
        for start, end, low, high in windows(encoded, self.window):
            tags, kinds, to_anchor, to_source = self._read(encoded, start, end)
            weight = _centrality(end - start)
            statements[start:end] += tags * weight
            names[start:end] += kinds * weight
            weights[start:end] += weight
            own = tags[low - start : high - start]
            best = own.max(axis=1)
            for role, kept, rows in ((0, anchors, to_anchor), (1, sources, to_source), (2, anchors, to_anchor)):
                for place in np.flatnonzero(own[:, begin(role)] > best + _LIKELY):
                    kept[low + int(place)] = (start, rows[low - start + int(place)])
        statements /= np.maximum(weights, 1)
        names /= np.maximum(weights, 1)
        opens = _opens_line(encoded)
        for scores in (statements, names):
            # No span runs over the end of a line: what stands in the next one begins anew.
            scores[np.ix_(opens, np.arange(2, scores.shape[1], 2))] = FORBIDDEN
        return Scores(statements=statements, names=names, anchors=anchors, sources=sources, opens=opens)

    def _read(self, encoded: Encoded, start: int, end: int) -> list[NDArray[np.float32]]:
        first = encoded.first
        low = int(first[start])
        high = int(first[end]) if end < len(first) else len(encoded.pieces)
        # The model holds the opening piece itself.
        pieces = np.append(encoded.pieces[low:high], CLOSING)[None]
        features = np.append(encoded.features[low:high], NO_FEATURE)[None]
        found = self._session.run(
            None, {"pieces": pieces, "features": features, "first": (first[start:end] - low)[None]}
        )
        return [array[0] for array in found]


def _centrality(n_words: int) -> FloatArray:
    """Return how much each word of a window counts, shape (words, 1): the less, the nearer it stands to an edge."""
    place = np.arange(n_words)
    return np.minimum(np.minimum(place + 1, n_words - place), _FAR_IN).astype(np.float32)[:, None]


def _opens_line(encoded: Encoded) -> NDArray[np.intp]:
    """Return the words that a line begins with."""
    before = np.maximum(encoded.first - 1, 0)
    return np.flatnonzero((encoded.first == 0) | (encoded.pieces[before] == LINE_BREAK))


def windows(encoded: Encoded, size: int) -> list[tuple[int, int, int, int]]:
    """Return the windows of a text: first word and end, and the part whose words are read in it.

    Whole lines are laid together as long as they fit, since what is said seldom crosses a line; a line that is longer
    than a window is read in several that overlap. Every word is in the own part of exactly one window.
    """
    if not len(encoded.first):
        return []
    ends = np.append(encoded.first[1:], len(encoded.pieces))
    borders = [*_opens_line(encoded).tolist(), len(encoded.first)]
    found: list[tuple[int, int, int, int]] = []
    line = 0
    while line < len(borders) - 1:
        start = borders[line]
        last = line
        while last < len(borders) - 1 and ends[borders[last + 1] - 1] - encoded.first[start] <= size:
            last += 1
        if last > line:
            found.append((start, borders[last], start, borders[last]))
            line = last
        else:
            found.extend(_overlapping(encoded, ends, start, borders[line + 1], size))
            line += 1
    return found


def _overlapping(
    encoded: Encoded, ends: NDArray[np.int64], low: int, high: int, size: int
) -> Iterator[tuple[int, int, int, int]]:
    """Yield the windows of one long line; the own part of each holds the words that stand most central in it."""
    first = encoded.first
    # A third is seen twice, so that words are seen from both sides.
    stride = max(1, size * 2 // 3)
    found: list[tuple[int, int]] = []
    start = low
    while not found or found[-1][1] < high:
        end = max(start + 1, int(np.searchsorted(ends, first[start] + size, side="right")))
        found.append((start, min(end, high)))
        start = max(start + 1, int(np.searchsorted(first, first[start] + stride, side="left")))
    borders = [low, *((later[0] + earlier[1]) // 2 for earlier, later in pairwise(found)), high]
    for (start, end), (own, own_end) in zip(found, pairwise(borders), strict=True):
        yield start, end, own, own_end


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    # One thread: the same sums in the same order on every run, and a desk's other work is left alone.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    # Growing arenas keep what the longest text needed for good.
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    return options


@cache
def encoder() -> Encoder:
    """Return the model of the package, loaded at the first call."""
    return Encoder(files("secondsource.reading.encoder").joinpath("weights"))
