"""What speaks for and against two names being one name, in figures."""

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass

from secondsource.model.listed import NameKind, Schema
from secondsource.screening.candidates import Asked
from secondsource.screening.index import acronyms_of
from secondsource.screening.names.agree import Agreement, Rule
from secondsource.screening.names.align import Alignment, Pairing, align
from secondsource.screening.names.chinese import ChineseAgreement, ChineseName, agree_chinese
from secondsource.screening.names.joined import joins, same_joined
from secondsource.screening.names.korean import KoreanAgreement, KoreanName, agree_korean
from secondsource.screening.names.parts import Part
from secondsource.screening.names.rarity import Rarity

_MOST_WEIGHT = 10.0
_LIGHT = 0.1
_LIGHT_AGREES = 0.3
_INITIAL = 0.3
_JOINED_TRUST = 0.9
_MOST_LETTERS = 6
_SURE = frozenset({Rule.EQUAL, Rule.SOUND, Rule.MEANING, Rule.ARTICLE})


@dataclass(frozen=True, slots=True)
class Other:
    """The listed side of a comparison.

    Attributes:
        numbers: Its parts by the numbers that agreements are looked up under.
        parts: Its parts.
        kind: How good the list calls the name.
        forms: Classes of its legal forms.
        korean: The ways to read it as a Korean name.
        chinese: The ways to read it as a Chinese name.
        elsewhere: Numbers of the parts of the entry's other names.
        initials: What it may be called by its initials.
    """

    numbers: Sequence[int]
    parts: Sequence[Part]
    kind: NameKind
    forms: frozenset[str]
    korean: tuple[KoreanName, ...]
    chinese: tuple[ChineseName, ...]
    elsewhere: Set[int]
    initials: Collection[str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What laying two names side by side shows.

    Attributes:
        alignment: The parts that agree and those left over.
        joined: Whether what was left over agrees when words are joined or parted.
        acronym: Whether the one is the other's initials.
        korean: How they agree as Korean names, None if they do not.
        chinese: How they agree as Chinese names written in different ways, None if they do not.
        both_korean: Whether both can be read as Korean names.
        agreed: Weight of what agrees, in natural log units of chance.
        asked_over: Weight of what is left over of the name asked about.
        elsewhere: Weight of what is left over of it and stands in another name of the entry.
        listed_over: Weight of what is left over of the listed name.
        n_agreed: How many parts agree, titles and initials not counted.
        n_sure: How many of them are equal or spelt by rule.
        n_asked: How many parts the name asked about has, counted so.
        n_listed: How many parts the listed name has, counted so.
        n_equal: How many of them are letter for letter the same.
        over_most: Weight of the weightiest part that is left over of the name asked about.
        agreed_most: Weight of the weightiest part that agrees.
        n_letters: Of how many letters the initials are that agree, 0 where none do.
        slips: Sum over the agreeing parts of how far they are from being equal.
        n_numbers: How many figures stand on one side only.
        forms_differ: Whether both carry legal forms of different classes.
        weak: Whether the list itself calls the name weak.
    """

    alignment: Alignment
    joined: bool
    acronym: bool
    korean: KoreanAgreement | None
    chinese: ChineseAgreement | None
    both_korean: bool
    agreed: float
    asked_over: float
    elsewhere: float
    listed_over: float
    n_agreed: int
    n_sure: int
    n_asked: int
    n_listed: int
    n_equal: int
    over_most: float
    agreed_most: float
    n_letters: int
    slips: float
    n_numbers: int
    forms_differ: bool
    weak: bool


def evidence(asked: Asked, other: Other, rarity: Rarity) -> Evidence:
    """Return what speaks for and against ``asked`` being the listed name."""
    mine, theirs = asked.parts.parts, other.parts
    merged = joins(mine, theirs)
    aligned = align(asked.like, other.numbers, theirs, rarity, merged)
    agreed, slipped, n_agreed, n_sure, n_equal = _agreed(aligned.pairings, theirs)
    asked_over, listed_over = aligned.asked_over, aligned.listed_over
    joined = same_joined([mine[at] for at in asked_over], [theirs[at] for at in listed_over])
    acronym = not aligned.pairings and asked.schema is not Schema.PERSON and _is_acronym(asked, other)
    if joined or acronym:
        agreed += _JOINED_TRUST * min(_MOST_WEIGHT, sum(_over(theirs[at], rarity) for at in listed_over))
        n_agreed += len(listed_over) if joined else 1
        n_sure += 1
        asked_over, listed_over = (), ()
    for _, places in merged:
        agreed += _JOINED_TRUST * min(_MOST_WEIGHT * 1.5, sum(_over(theirs[at], rarity) for at in places))
        n_agreed += len(places)
        n_sure += 1
    # A part that has already answered for one part asked about does not answer for the next.
    others = other.elsewhere - {other.numbers[pairing.listed] for pairing in aligned.pairings}
    elsewhere = sum(_over(mine[at], rarity) for at in asked_over if _known(asked.like[at], others))
    # Names that are spelt alike need no reading, and say more than one does.
    alike = not (asked_over or listed_over) and (joined or n_equal == len(aligned.pairings))
    left_over = [_over(mine[at], rarity) for at in asked_over]
    return Evidence(
        alignment=aligned,
        n_sure=n_sure,
        joined=joined or bool(merged),
        acronym=acronym,
        korean=agree_korean(asked.korean, other.korean) if asked.korean and other.korean else None,
        chinese=None if alike else agree_chinese(asked.chinese, other.chinese),
        both_korean=bool(asked.korean and other.korean),
        agreed=agreed,
        asked_over=sum(left_over) - elsewhere,
        elsewhere=elsewhere,
        listed_over=sum(_over(theirs[at], rarity) for at in listed_over),
        n_agreed=n_agreed,
        n_asked=sum(_counts(part) for part in mine),
        n_equal=n_equal,
        over_most=max(left_over, default=0.0),
        agreed_most=max((pairing.weight for pairing in aligned.pairings), default=_MOST_WEIGHT if joined else 0.0),
        n_letters=min(len(mine[0].text) if len(mine) == 1 else len(theirs[0].text), _MOST_LETTERS) if acronym else 0,
        n_listed=sum(_counts(part) for part in theirs),
        slips=slipped,
        n_numbers=sum(mine[at].number for at in asked_over) + sum(theirs[at].number for at in listed_over),
        forms_differ=bool(asked.parts.forms and other.forms and not asked.parts.forms & other.forms),
        weak=other.kind is NameKind.WEAK,
    )


def _agreed(pairings: Sequence[Pairing], theirs: Sequence[Part]) -> tuple[float, float, int, int, int]:
    weight, slipped, n_agreed, n_sure, n_equal = 0.0, 0.0, 0, 0, 0
    for pairing in pairings:
        part = theirs[pairing.listed]
        weight += pairing.weight * (_LIGHT_AGREES if part.light else 1.0)
        if pairing.how.rule is not Rule.INITIAL and not part.light:
            slipped += 1 - pairing.how.trust
            n_agreed += 1
            n_sure += pairing.how.rule in _SURE
            n_equal += pairing.how.rule is Rule.EQUAL
    return weight, slipped, n_agreed, n_sure, n_equal


def _over(part: Part, rarity: Rarity) -> float:
    scale = _LIGHT if part.light else _INITIAL if len(part.text) == 1 and not part.number else 1.0
    return scale * min(_MOST_WEIGHT, rarity.weight(part))


def _known(like: Mapping[int, Agreement], numbers: Collection[int]) -> bool:
    return any(number in numbers and how.rule is not Rule.INITIAL for number, how in like.items())


def _counts(part: Part) -> bool:
    return not part.light and len(part.text) > 1


def _is_acronym(asked: Asked, other: Other) -> bool:
    mine, theirs = asked.parts.parts, other.parts
    if len(mine) == 1:
        return mine[0].text in other.initials
    return len(theirs) == 1 and theirs[0].text in acronyms_of(asked.text, asked.parts)
