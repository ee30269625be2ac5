"""From evidence to a score between 0 and 1."""

from functools import cache
from math import exp

from secondsource.model.listed import Schema
from secondsource.screening.evidence import Evidence
from secondsource.screening.features import FEATURES, features
from secondsource.screening.names.chinese import ChineseAgreement, Writing
from secondsource.screening.weights import BY_SCHEMA, IN_PAIRS

HIT = 0.7
"""Score from which a person is told; half a per cent of the names that are on no list reach it by name alone."""

HIT_BODY = 0.9
"""Score from which a dossier tells of a body; of bodies on no list one in a hundred reaches it, at 0.7 seven."""

_KOREAN_WHOLE = 7.5
_KOREAN_SHORT = 4.5
_LOOSENESS = 0.4
"""Points (log odds) of Korean names that agree in all syllables, and what each step of looser spelling costs."""
_CHINESE_WHOLE = 3.0
_CHINESE_SHORT = 0.5
_WADE_GILES = 1.0
"""Points of Chinese names that agree in all syllables: many characters share a syllable, and tones are not written."""
_NOT_THE_SAME_KOREAN = -1.5
"""Most that two Korean names can have that differ in a syllable: each syllable is a name of its own."""


def points(found: Evidence, schema: Schema, *, in_pairs: bool = False) -> float:
    """Return how strongly the evidence speaks, as log odds; of two given names or of a list that was searched."""
    if found.korean is not None:
        whole = len(found.korean.syllables) > 2
        return (_KOREAN_WHOLE if whole else _KOREAN_SHORT) - _LOOSENESS * found.korean.looseness
    if found.chinese is not None:
        return _chinese(found.chinese)
    total = sum(
        weight * value for weight, value in zip(_weights(schema, in_pairs=in_pairs), features(found), strict=True)
    )
    return min(total, _NOT_THE_SAME_KOREAN) if found.both_korean else total


def _chinese(agreed: ChineseAgreement) -> float:
    whole = len(agreed.syllables) > 2
    total = _CHINESE_WHOLE if whole else _CHINESE_SHORT
    return total - (_WADE_GILES if Writing.WADE_GILES in agreed.writings else 0)


def score(log_odds: float) -> float:
    """Return the score in [0, 1] of so many points."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


@cache
def _weights(schema: Schema, *, in_pairs: bool) -> tuple[float, ...]:
    weights = (IN_PAIRS if in_pairs else BY_SCHEMA)[schema]
    return tuple(weights.get(name, 0.0) for name in FEATURES)
