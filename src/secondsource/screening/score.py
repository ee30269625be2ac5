"""From evidence to a score between 0 and 1."""

from functools import cache
from math import exp

from secondsource.model.listed import Schema
from secondsource.screening.evidence import Evidence
from secondsource.screening.features import FEATURES, features
from secondsource.screening.weights import BY_SCHEMA

HIT = 0.7
"""Score from which a person is told; half a per cent of the names that are on no list reach it by name alone."""

HIT_BODY = 0.9
"""Score from which a dossier tells of a body; of bodies on no list six in a hundred reach it, at 0.7 nineteen."""

_KOREAN_WHOLE = 7.5
_KOREAN_SHORT = 4.5
_LOOSENESS = 0.4
"""Points (log odds) of Korean names that agree in all syllables, and what each step of looser spelling costs."""
_NOT_THE_SAME_KOREAN = -1.5
"""Most that two Korean names can have that differ in a syllable: each syllable is a name of its own."""


def points(found: Evidence, schema: Schema) -> float:
    """Return how strongly the evidence speaks, as log odds."""
    if found.korean is not None:
        whole = len(found.korean.syllables) > 2
        return (_KOREAN_WHOLE if whole else _KOREAN_SHORT) - _LOOSENESS * found.korean.looseness
    total = sum(weight * value for weight, value in zip(_weights(schema), features(found), strict=True))
    return min(total, _NOT_THE_SAME_KOREAN) if found.both_korean else total


def score(log_odds: float) -> float:
    """Return the score in [0, 1] of so many points."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


@cache
def _weights(schema: Schema) -> tuple[float, ...]:
    weights = BY_SCHEMA[schema]
    return tuple(weights[name] for name in FEATURES)
