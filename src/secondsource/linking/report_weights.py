"""The weights by which two reports are found to tell of one event."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

ALIKE_IN = ("n",)
"""Kinds of features that are also compared by themselves: numbers. Not persons: in politics they are the same ones in
event after event."""

DIFFER_IN = ("p", "g", "n")
"""Kinds of which both reports have some and none in common where that speaks against one event: persons, lands,
numbers."""

EVIDENCE = ("words", "shared", *ALIKE_IN, *(f"{kind} differ" for kind in DIFFER_IN))
"""What is weighed: cosines of the words, of all that other languages have too, and of numbers; and whether persons,
lands and numbers differ, 1 or 0."""

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWeights:
    """A logistic regression.

    Attributes:
        bias: Log-odds of two reports of which nothing is known.
        of: By the names of :data:`EVIDENCE`, what one whole of it adds to the log-odds.
        middle: Likeness of names, ideas and numbers at which reports in two languages are as surely of one event as
            not.
        steepness: Log-odds that one whole of such likeness adds.
    """

    bias: float
    of: Mapping[str, float]
    middle: float
    steepness: float

    def log_odds(self, evidence: Mapping[str, Values]) -> Values:
        """Return the log-odds that two reports in one language tell of one event, shape as the evidence's."""
        odds = np.full(len(evidence["words"]), self.bias)
        for name in EVIDENCE:
            odds += self.of[name] * evidence[name]
        return odds


@cache
def report_weights() -> ReportWeights:
    """Return the weights of the package; ``REPORTS.md`` beside them says what they were learned from."""
    source = resources.files("secondsource.linking").joinpath("weights/report_pairs.json")
    return read_weights(source.read_text(encoding="utf-8"))


def read_weights(text: str) -> ReportWeights:
    """Return the weights that a JSON object tells."""
    found = json.loads(text)
    return ReportWeights(
        bias=float(found["bias"]),
        of={name: float(found["of"][name]) for name in EVIDENCE},
        middle=float(found["middle"]),
        steepness=float(found["steepness"]),
    )
