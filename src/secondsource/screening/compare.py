"""Two subjects laid side by side, without any list: how likely their names are one name."""

from itertools import product

from secondsource.model.listed import ListedEntry, ListedName, NameKind, Schema
from secondsource.model.screening import Subject
from secondsource.screening.because import SideBySide, name_reasons
from secondsource.screening.candidates import Asked
from secondsource.screening.context import context
from secondsource.screening.evidence import Evidence, Other, evidence
from secondsource.screening.identifiers import identifier_key
from secondsource.screening.index import acronyms_of, parts_of, spellings
from secondsource.screening.names.agree import agreement
from secondsource.screening.names.chinese import chinese_readings
from secondsource.screening.names.korean import korean_readings
from secondsource.screening.names.rarity import Rarity
from secondsource.screening.score import points, score

_NUMBER_SCORE = 0.99
_LEFT_OVER = 0.1
_LEFT_ON_BOTH_SIDES = 0.5
"""Points (log odds) that each unit of what is left over costs beside the scorer's own: here nobody has searched a list
for the nearest name, so that two names that share much and differ in the rest are two names."""


def compare(one: Subject, other: Subject, rarity: Rarity | None = None) -> tuple[float, tuple[str, ...]]:
    """Return the score in [0, 1] that the two go by one name, and why.

    Args:
        one: A subject.
        other: Another; it stands where the listed one stands in screening.
        rarity: What parts of names weigh; without it only the table of frequent names counts.
    """
    theirs = {identifier_key(number) for number in other.identifiers} - {None}
    for number in one.identifiers:
        if identifier_key(number) in theirs:
            return _NUMBER_SCORE, (f"same {number.kind} number: {number.value}",)
    schema = one.schema if one.schema is not Schema.THING else other.schema
    found = [
        _compare_names(name, listed, schema, (rarity or Rarity()).for_pairs())
        for name, listed in product(_spelt(one, schema), _spelt(other, schema))
        if parts_of(name, schema).parts and parts_of(listed, schema).parts
    ]
    if not found:
        return 0.0, ("no name or number on both sides",)
    best, reasons = max(found)
    beside = context(one, _as_entry(other))
    total = score(best + sum(counted for counted, _ in beside))
    return round(min(total, _NUMBER_SCORE), 4), (*reasons, *(words for _, words in beside))


def _compare_names(name: str, listed: str, schema: Schema, rarity: Rarity) -> tuple[float, list[str]]:
    mine, theirs = parts_of(name, schema), parts_of(listed, schema)
    person = schema is Schema.PERSON
    like = tuple(
        {
            number: how
            for number, part in enumerate(theirs.parts)
            if (how := agreement(asked, part, stems=schema is Schema.BODY)) is not None
        }
        for asked in mine.parts
    )
    korean, chinese = (korean_readings(name), chinese_readings(name)) if person else ((), ())
    asked = Asked(name, schema, mine, like, korean, chinese)
    other = Other(
        numbers=range(len(theirs.parts)),
        parts=theirs.parts,
        kind=NameKind.MAIN,
        forms=theirs.forms,
        korean=korean_readings(listed) if person else (),
        chinese=chinese_readings(listed) if person else (),
        elsewhere=frozenset(),
        initials=acronyms_of(listed, theirs) if schema is Schema.BODY else (),
    )
    found: Evidence = evidence(asked, other, rarity)
    total = points(found, schema, in_pairs=True)
    if found.korean is None and found.chinese is None:
        over = found.asked_over + found.elsewhere
        total -= _LEFT_OVER * (over + found.listed_over) + _LEFT_ON_BOTH_SIDES * min(over, found.listed_over)
    return total, name_reasons(SideBySide(name, mine.parts, listed, theirs.parts, NameKind.MAIN), found)


def _spelt(subject: Subject, schema: Schema) -> list[str]:
    return [spelt for name in subject.names for spelt in spellings(name, schema)]


def _as_entry(subject: Subject) -> ListedEntry:
    return ListedEntry(
        id="",
        schema=subject.schema,
        names=tuple(ListedName(name, NameKind.MAIN) for name in subject.names),
        identifiers=subject.identifiers,
        birth_dates=subject.birth_dates,
        countries=subject.countries,
        offices=subject.offices,
    )
