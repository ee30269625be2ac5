"""Triggers in languages with endings we do not take apart: stems, and names by their particles or order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from secondsource.model.entity import Name, NameType
from secondsource.model.evidence import Span
from secondsource.model.mention import EventType
from secondsource.reading.vocabulary import read_vocabulary

_ACTING = ("이", "가", "은", "는", "께서")
_RECEIVING = ("에", "로", "으로", "를", "을", "와", "과", "에게", "측과")
_ACTORS = frozenset({NameType.PERSON, NameType.ORG, NameType.GPE, NameType.NORP, NameType.PLATFORM})
_HANGUL = re.compile("[\uac00-\ud7a3]{0,4}")
_CARRIERS = re.compile(
    "항공기|비행기|공군기|여객기|수송기|군용기|선박|самол[её]т|борт|судн|корабл|вертол[её]т", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StemMatch:
    """A stem found in a sentence.

    Attributes:
        type: PLOVER type.
        mode: PLOVER mode, None if the words do not tell.
        cameo: CAMEO code, None if there is none.
        span: The stem's characters.
        actors: Names on the acting side, in text order.
        recipients: Names on the receiving side, in text order.
    """

    type: EventType
    mode: str | None
    cameo: str | None
    span: Span
    actors: tuple[Name, ...]
    recipients: tuple[Name, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stem:
    type: EventType
    mode: str | None
    cameo: str | None
    carrier: bool


def find_stems(text: str, sentence: Span, language: str, named: Sequence[Name]) -> list[StemMatch]:
    """Return the triggers of a Korean or Russian sentence in text order; empty in other languages.

    Korean names act with a subject particle and receive with one of place or object; in Russian the last name before
    the stem acts and the first after it receives. Where that leaves a side empty, it stays empty.
    """
    pattern, stems = _table(language)
    if pattern is None:
        return []
    words = sentence.of(text)
    names = [name for name in named if name.type in _ACTORS]
    found: list[StemMatch] = []
    for match in pattern.finditer(words):
        stem = stems[match.group().lower()]
        span = Span(sentence.start + match.start(), sentence.start + match.end())
        if any(name.start <= span.start < name.end for name in names):
            continue
        if stem.carrier and _CARRIERS.search(words) is None:
            continue
        sides = _korean(text, names, span) if language == "ko" else _by_order(names, span)
        found.append(
            StemMatch(type=stem.type, mode=stem.mode, cameo=stem.cameo, span=span, actors=sides[0], recipients=sides[1])
        )
    return found


@cache
def _table(language: str) -> tuple[re.Pattern[str] | None, dict[str, _Stem]]:
    stems: dict[str, _Stem] = {}
    for row in read_vocabulary("triggers")["stem"]:
        if row["language"] == language:
            stem = _Stem(
                type=EventType(row["type"]),
                mode=row.get("mode"),
                cameo=row.get("cameo"),
                carrier=row.get("carrier", False),
            )
            stems.update((word, stem) for word in row["stems"])
    if not stems:
        return None, stems
    longest_first = sorted(stems, key=lambda word: (-len(word), word))
    # A Russian stem begins its word; a Korean one may follow another part of the same word ("독자제재").
    begin = r"(?<!\w)" if language == "ru" else ""
    return re.compile(begin + "(?:" + "|".join(map(re.escape, longest_first)) + ")", re.IGNORECASE), stems


def _korean(text: str, names: Sequence[Name], span: Span) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    acting = [name for name in names if name.end <= span.start and _particle(text, name) in _ACTING]
    receiving = [name for name in names if name.end <= span.start and _particle(text, name) in _RECEIVING]
    return tuple(acting[-1:]), tuple(receiving[-1:])


def _particle(text: str, name: Name) -> str:
    match = _HANGUL.match(text, name.end)
    return match.group() if match is not None else ""


def _by_order(names: Sequence[Name], span: Span) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    before = [name for name in names if name.end <= span.start]
    after = [name for name in names if name.start >= span.end]
    return tuple(before[-1:]), tuple(after[:1])
