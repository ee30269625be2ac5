"""The few listed names that a name may agree with, by look-ups alone."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from secondsource.model.listed import Schema
from secondsource.screening.index import Index, parts_of
from secondsource.screening.names.agree import Agreement, Rule
from secondsource.screening.names.chinese import ChineseName, agree_chinese, chinese_readings
from secondsource.screening.names.joined import initials, joined_sounds, may_be_acronym
from secondsource.screening.names.korean import KoreanName, agree_korean, korean_readings
from secondsource.screening.names.korean_spellings import southern
from secondsource.screening.names.parts import Part, Parts
from secondsource.screening.names.plain import Script, fold_words

_MOST_ENTRIES = 7
_MOST_NAMES_EACH = 2
_MOST_POSTINGS = 3000
_MOST_JOINED_ALIKE = 40
"""What more names share when joined is no find: all who are called Abdullah, however it is cut."""
_LEAST_OF_BEST = 0.4
"""Share of the best gain below which a name is not looked at: its agreements are common ones."""
_WHOLE = 4.0
"""What a name gains in which every part asked about in Arabic letters agrees: part by part the rule gains little."""
_JOINED_WEIGHT = 9.0
"""What names gain that agree when parted words are joined, in the units of rarity; more than any one part weighs."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A name that is looked for, in parts.

    Attributes:
        text: The name.
        schema: What kind of thing bears it.
        parts: Its parts.
        like: For each part the numbers of the vocabulary's parts that agree with it.
        korean: The ways to read it as a Korean name.
        chinese: The ways to read it as a Chinese name.
    """

    text: str
    schema: Schema
    parts: Parts
    like: tuple[Mapping[int, Agreement], ...]
    korean: tuple[KoreanName, ...]
    chinese: tuple[ChineseName, ...] = ()


def ask(index: Index, text: str, schema: Schema) -> Asked:
    """Return the name in parts, each with what agrees with it in the index."""
    parts = parts_of(text, schema)
    stems = schema is Schema.BODY or schema is Schema.THING
    like = tuple(index.vocabulary.like(part, stems=stems) for part in parts.parts)
    person = schema in (Schema.PERSON, Schema.THING)
    korean, chinese = (korean_readings(text), chinese_readings(text)) if person else ((), ())
    return Asked(text, schema, parts, like, korean, chinese)


def candidates(index: Index, asked: Asked, lists: Collection[int]) -> list[int]:
    """Return the places of the listed names worth laying beside ``asked``, the likeliest first.

    Args:
        index: What is listed.
        asked: What is looked for.
        lists: Places of the lists that count.
    """
    gained = _by_parts(index, asked)
    _by_joined(index, asked, gained)
    by_entry: dict[int, list[tuple[float, int]]] = {}
    least = _LEAST_OF_BEST * max(gained.values(), default=0.0)
    for name, weight in gained.items():
        if weight < least:
            continue
        # Of names that gained alike the shorter agrees in more of itself.
        listed = index.names[name]
        by_entry.setdefault(listed.entry, []).append((weight - 0.15 * len(listed.numbers), name))
    allowed = [
        (max(names)[0], entry)
        for entry, names in by_entry.items()
        if index.list_of[entry] in lists and compatible(asked.schema, index.entries[entry].schema)
    ]
    found = [
        name for _, entry in nlargest(_MOST_ENTRIES, allowed) for _, name in nlargest(_MOST_NAMES_EACH, by_entry[entry])
    ]
    return list(dict.fromkeys([*_korean(index, asked, lists), *_chinese(index, asked, lists), *found]))


def compatible(asked: Schema, listed: Schema) -> bool:
    """Return whether a thing of the one kind may be what the other kind names."""
    return asked is listed or Schema.THING in (asked, listed)


def _by_parts(index: Index, asked: Asked) -> dict[int, float]:
    sizes = [
        (sum(len(index.by_part[number]) for number, how in like.items() if how.rule is not Rule.INITIAL), place)
        for place, like in enumerate(asked.like)
    ]
    gained: defaultdict[int, float] = defaultdict(float)
    n_parts: defaultdict[int, int] = defaultdict(int)
    n_postings = 0
    for size, place in sorted(sizes):
        # What very many names share cannot find one; it is still weighed where a rarer part has found it.
        if n_postings and n_postings + size > _MOST_POSTINGS:
            break
        n_postings += size
        for name, weight in _gains(index, asked.like[place]).items():
            gained[name] += weight
            n_parts[name] += 1
    if len(asked.like) > 1 and any(part.script is Script.ARABIC for part in asked.parts.parts):
        for name, n in n_parts.items():
            if n == len(asked.like):
                gained[name] += _WHOLE
    return gained


def _gains(index: Index, like: Mapping[int, Agreement]) -> dict[int, float]:
    best: dict[int, float] = {}
    for number, how in like.items():
        if how.rule is Rule.INITIAL:
            continue
        weight = index.rarity.of(index.vocabulary.parts[number], how)
        for name in index.by_part[number]:
            if weight > best.get(name, 0.0):
                best[name] = weight
    return best


def _by_joined(index: Index, asked: Asked, gained: dict[int, float]) -> None:
    parts = asked.parts.parts
    found: set[int] = set()
    for part in parts:
        found.update(_few(index.by_joined.get(part.sound, ())))
    for at in range(len(parts) - 1):
        two = joined_sounds(parts[at : at + 2])
        for number in index.vocabulary.sounding(two):
            found.update(index.by_part[number])
        found.update(_cut_otherwise(index, parts[at : at + 2], two) if len(parts) > 2 else ())
    if len(parts) > 2:
        found.update(_cut_otherwise(index, parts, joined_sounds(parts)))
    if asked.schema in (Schema.BODY, Schema.THING):
        if len(parts) == 1 and may_be_acronym(parts[0].text):
            found.update(index.by_initials.get(parts[0].text, ()))
        for letters in (initials(fold_words(asked.text)), initials([part.text for part in parts])):
            known = None if letters is None else index.vocabulary.number_of(letters)
            found.update(() if known is None else index.by_part[known])
    for name in found:
        gained[name] = gained.get(name, 0.0) + _JOINED_WEIGHT


def _few(names: Sequence[int]) -> Sequence[int]:
    return names if len(names) <= _MOST_JOINED_ALIKE else ()


def _cut_otherwise(index: Index, parts: Sequence[Part], joined: str) -> list[int]:
    """Return the names that have neighbours which sound like ``joined``; what is cut alike agrees part by part."""
    names = _few(index.by_joined.get(joined, ()))
    mine = {index.vocabulary.number_of(part.text) for part in parts} if names else set()
    return [name for name in names if not mine <= set(index.names[name].numbers)]


def _korean(index: Index, asked: Asked, lists: Collection[int]) -> list[int]:
    families = {southern(family) for reading in asked.korean for family in reading.family}
    return [
        name
        for family in families
        for name in index.by_family.get(family, ())
        if index.list_of[index.names[name].entry] in lists
        and agree_korean(asked.korean, index.names[name].korean) is not None
    ]


def _chinese(index: Index, asked: Asked, lists: Collection[int]) -> list[int]:
    families = {syllable for reading in asked.chinese for syllable in reading.family[0]}
    return [
        name
        for family in sorted(families)
        for name in index.by_surname.get(family, ())
        if index.list_of[index.names[name].entry] in lists
        and agree_chinese(asked.chinese, index.names[name].chinese) is not None
    ]
