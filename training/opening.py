"""The opening piece as each layer finds it."""

from collections.abc import Iterator
from itertools import islice

import numpy as np
import torch

from secondsource.reading.encoder.encode import Encoded
from secondsource.reading.encoder.pieces import CLOSING, OPENING
from secondsource.reading.encoder.session import windows
from training.examples import encoded
from training.int8 import FloatArray
from training.network import Network
from training.sources import DATA, articles

_TEXTS = 40
"""Articles that are read for it; from window to window the state moves by a thirtieth of its length at most."""


def opening_states(network: Network, window: int) -> FloatArray:
    """Return the mean state of the opening piece before each layer, shape (layers, 384), in texts of PolNeAR train."""
    texts = [article["text"] for article in islice(articles(DATA / "polnear" / "train.jsonl.gz"), _TEXTS)]
    read = (pair for text in texts for pair in _windows(encoded(text), window))
    with torch.no_grad():
        seen = [torch.stack([state[0, 0] for state in network.states(*pair)]) for pair in read]
    return torch.stack(seen).mean(dim=0).numpy().astype(np.float32)


def _windows(text: Encoded, size: int) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    """Yield pieces and features of each window, shape (1, pieces)."""
    for start, end, _, _ in windows(text, size):
        low = int(text.first[start])
        high = int(text.first[end]) if end < len(text.first) else len(text.pieces)
        pieces = np.array([OPENING, *text.pieces[low:high], CLOSING], dtype=np.int64)
        features = np.zeros_like(pieces)
        features[1:-1] = text.features[low:high]
        yield torch.from_numpy(pieces[None]), torch.from_numpy(features[None])
