"""Whether two parts of names agree, by which rule, and how far the rule can be relied on."""

from enum import StrEnum
from typing import NamedTuple

from secondsource.screening.names.parts import Part
from secondsource.screening.names.plain import Script

_LIKE_LATIN = (Script.LATIN, Script.CYRILLIC)
_SHORTEST_SLIP = 4
_SHORTEST_BARE = 3
_VOWEL_COST, _SLIP_COST, _OTHER_START, _LEAST_TRUST = 1.1, 2.0, 0.5, 0.2
"""What a slip costs per letter of the shorter part: less among vowels, which schemes spell differently."""
_LONG = 8
_STEM = 5


class Rule(StrEnum):
    """By which rule two parts agree."""

    EQUAL = "equal"
    SOUND = "spelling"
    BONES = "consonants"
    SCRIPT = "script"
    SLIP = "slip"
    STEM = "stem"
    INITIAL = "initial"
    MEANING = "meaning"
    ARTICLE = "article"


class Agreement(NamedTuple):
    """How two parts agree.

    Attributes:
        rule: The rule.
        trust: How far it can be relied on, in (0, 1].
    """

    rule: Rule
    trust: float


EQUAL = Agreement(Rule.EQUAL, 1.0)
SOUND = Agreement(Rule.SOUND, 0.95)
INITIAL = Agreement(Rule.INITIAL, 0.1)
MEANING = Agreement(Rule.MEANING, 0.9)
ARTICLE = Agreement(Rule.ARTICLE, 0.9)
STEM = Agreement(Rule.STEM, 0.6)
_SCRIPT = (
    Agreement(Rule.SCRIPT, 0.4),
    Agreement(Rule.SCRIPT, 0.6),
    Agreement(Rule.SCRIPT, 0.85),
    Agreement(Rule.SCRIPT, 0.95),
)


def agreement(one: Part, other: Part, *, stems: bool = False) -> Agreement | None:
    """Return how two parts agree, None where no rule joins them.

    Args:
        one: A part.
        other: Another; the order has no meaning.
        stems: Whether words that share their beginning agree ("combat", "combatant"), as in names of bodies.
    """
    if one.text == other.text:
        return EQUAL
    if one.number or other.number:
        return None
    if one.meaning is not None and one.meaning == other.meaning:
        return MEANING
    if one.script in _LIKE_LATIN and other.script in _LIKE_LATIN:
        return _latin(one, other, stems=stems)
    if Script.ARABIC in (one.script, other.script):
        return _arabic(one, other)
    return None


def _latin(one: Part, other: Part, *, stems: bool) -> Agreement | None:
    a, b = one.sound, other.sound
    if a == b:
        return SOUND
    if len(one.text) == 1 or len(other.text) == 1:
        return INITIAL if one.text[0] == other.text[0] else None
    shortest = min(len(a), len(b))
    if shortest >= _SHORTEST_BARE and (a == "al" + b or b == "al" + a):
        return ARTICLE
    near = _near(one, other, shortest)
    if near is None and stems and shortest >= _STEM and a[:_STEM] == b[:_STEM]:
        return STEM
    return near


def _near(one: Part, other: Part, shortest: int) -> Agreement | None:
    a, b = one.sound, other.sound
    same_bones = one.bones == other.bones and len(one.bones) > 1
    distance = slips(a, b, (1 if shortest < _LONG else 2) + same_bones)
    if distance is None or shortest < (_SHORTEST_BARE if same_bones else _SHORTEST_SLIP):
        return None
    # Whoever slips seldom does so at the first letter: there another name begins.
    at_start = _OTHER_START if a[0] != b[0] else 1.0
    rule, cost = (Rule.BONES, _VOWEL_COST) if same_bones else (Rule.SLIP, _SLIP_COST)
    return Agreement(rule, at_start * max(_LEAST_TRUST, 1 - cost * distance / shortest))


def _arabic(one: Part, other: Part) -> Agreement | None:
    for mine in one.readings or (one.bones,):
        if mine and mine in (other.readings or (other.bones,)):
            return _SCRIPT[min(len(mine), 4) - 1]
    return None


def slips(a: str, b: str, most: int) -> int | None:
    """Return how many letters must be put in, left out, changed or swapped with the next to make ``b`` of ``a``.

    None if that is more than ``most``. Optimal string alignment: no letter is touched twice.
    """
    if abs(len(a) - len(b)) > most:
        return None
    # What both begin and end with cannot change the count.
    start = 0
    least = min(len(a), len(b))
    while start < least and a[start] == b[start]:
        start += 1
    end = 0
    while end < least - start and a[-1 - end] == b[-1 - end]:
        end += 1
    a, b = a[start : len(a) - end], b[start : len(b) - end]
    if not a or not b:
        found = len(a) + len(b)
        return found if found <= most else None
    if len(a) == len(b) == 1 or (len(a) == len(b) == 2 and a == b[::-1]):
        return 1 if most > 0 else None
    # What begins and ends differently after one change takes two at least.
    return _aligned(a, b, most) if most > 1 else None


def _aligned(a: str, b: str, most: int) -> int | None:
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        here = [i]
        for j, other in enumerate(b, start=1):
            cost = row[j - 1] if letter == other else 1 + min(row[j - 1], row[j], here[j - 1])
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            here.append(cost)
        if min(here) > most:
            return None
        before, row = row, here
    return row[-1] if row[-1] <= most else None
