"""Persons in Korean text, by the offices that stand beside them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from secondsource.model.entity import NameType
from secondsource.model.evidence import Span
from secondsource.reading.names.found import Found
from secondsource.reading.vocabulary import word_set

_WORD = re.compile(r"[가-힣]+")
_PARTICLES = (
    "으로부터|에서는|에게서|으로서|이라는|이라고|에서도|까지는|부터는|에서|에게|으로|까지|부터|처럼|보다|라는|라고|이나|이며|이자|과의|와의|"
    "은|는|이|가|을|를|의|에|와|과|도|로|만|께|나|며|인|측"
)
_PARTICLE = re.compile(rf"(?:{_PARTICLES})\Z")
_FULL_NAME = re.compile(r"[가-힣]{3}\Z")
_FOREIGN_NAME = re.compile(r"[가-힣]{2,5}(?<![은는을를의에와과도로만며인한된할적])\Z")
# Endings that make a word a body or a facility; what stands before them is part of its name.
_BODY = re.compile(
    r"[가-힣]{1,12}?(?:대학교|종합대학|군사대학|위원회|사령부|연구소|연구센터|인민군|노동당|외무성|국방성|과학원|협의회|방위성|총정치국|총참모부"
    r"|(?:북한|한국|미|러시아|중국|우크라이나|이스라엘|조선)군(?!사|비|대|축)|(?P<facility>대사관|국제공항|공군기지|우주기지|발사장))"
)


def find_korean_names(text: str, span: Span, table: Mapping[int, Found]) -> Iterator[Found]:
    """Yield persons beside an office ("임수석 외교부 대변인") and bodies by their endings, particles left out.

    Args:
        text: The whole text.
        span: One sentence.
        table: Names that tables know, by first character; they are nobody's names.
    """
    words = list(_WORD.finditer(text, span.start, span.end))
    for index, word in enumerate(words):
        body = _BODY.match(word.group())
        if body is not None:
            facility = body["facility"] is not None
            yield Found(
                word.start(), word.start() + body.end(), NameType.FACILITY if facility else NameType.ORG, rank=1
            )
        if not _title(word.group()):
            continue
        yield from _before(words, index, text, table)
        yield from _after(text, words, index, table)


def repeated_korean_names(text: str, found: list[Found]) -> Iterator[Found]:
    """Yield where the full names of Korean persons found beside an office stand again without one."""
    names = {text[item.start : item.end] for item in found if item.type is NameType.PERSON}
    for word in _WORD.finditer(text):
        for name in (word.group(), _PARTICLE.sub("", word.group())):
            if name in names:
                yield Found(word.start(), word.start() + len(name), NameType.PERSON, rank=1)
                break


def korean_office(word: str) -> str | None:
    """Return the office that a Korean word is, its particle cut off, None if it is none."""
    for candidate in (word, _PARTICLE.sub("", word)):
        title = next((title for title in _titles() if candidate.endswith(title)), None)
        if title is not None:
            return candidate
    return None


def _title(word: str) -> bool:
    return korean_office(word) is not None


def _before(words: list[re.Match[str]], index: int, text: str, table: Mapping[int, Found]) -> Iterator[Found]:
    """Yield the person whose name stands right before the office, or before the body the office belongs to."""
    for distance in (1, 2):
        if index - distance < 0 or not _beside(text, words, index - distance, index - distance + 1):
            return
        word = words[index - distance]
        if word.start() in table:
            continue
        if _korean_person(word.group()) or (distance == 1 and _foreign_person(word.group())):
            yield Found(_with_given(text, words, index - distance), word.end(), NameType.PERSON, rank=2)
            return
        if distance == 1 and _BODY.match(word.group()) is None:
            return


def _with_given(text: str, words: list[re.Match[str]], index: int) -> int:
    """Return where a name begins whose family name is word ``index``: a foreign given name may stand before it."""
    given = index > 0 and words[index - 1].group() in word_set("names_korean", "given")
    return words[index - 1].start() if given and _beside(text, words, index - 1, index) else words[index].start()


def _foreign_person(word: str) -> bool:
    """Return whether a word before an office is a foreign family name: no word of its own, no particle at its end."""
    return (
        _FOREIGN_NAME.match(word) is not None
        and word not in word_set("names_korean", "not_names")
        and not _title(word)
        and _BODY.match(word) is None
    )


def _after(text: str, words: list[re.Match[str]], index: int, table: Mapping[int, Found]) -> Iterator[Found]:
    """Yield the person named right after the office ("러시아 외무장관 라브로프가"), if no office follows in turn."""
    if _PARTICLE.sub("", words[index].group()) != words[index].group() and not _bare(words[index].group()):
        return
    if index + 1 >= len(words) or not _beside(text, words, index, index + 1):
        return
    word = words[index + 1]
    name = _PARTICLE.sub("", word.group())
    if word.start() in table or name == word.group() or not (_korean_person(name) or _foreign_person(name)):
        return
    yield Found(word.start(), word.start() + len(name), NameType.PERSON, rank=1)


def _bare(word: str) -> bool:
    return any(word.endswith(title) for title in _titles())


def _beside(text: str, words: list[re.Match[str]], first: int, second: int) -> bool:
    return text[words[first].end() : words[second].start()].isspace()


def _korean_person(word: str) -> bool:
    if word in word_set("names_korean", "not_names"):
        return False
    return _FULL_NAME.match(word) is not None and word[0] in word_set("names_korean", "surnames")


@cache
def _titles() -> tuple[str, ...]:
    return tuple(sorted(word_set("names_korean", "titles"), key=lambda title: (-len(title), title)))
